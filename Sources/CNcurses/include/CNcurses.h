#ifndef QUIRE_CNCURSES_H
#define QUIRE_CNCURSES_H
#endif

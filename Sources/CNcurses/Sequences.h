#ifndef QUIRE_SEQUENCES_H
#define QUIRE_SEQUENCES_H

#include <stddef.h>

/// Control sequences that are written at once.
struct sequences {
  char text[512];
  size_t length;
};

/// What the terminal's description says for a capability; NULL when the terminal lacks it.
char *capability(const char *name);

/// Adds what a capability says, its padding left out, as far as there is room; NULL adds nothing.
void append(struct sequences *sequences, const char *text);

#endif

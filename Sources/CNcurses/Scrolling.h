#ifndef QUIRE_SCROLLING_H
#define QUIRE_SCROLLING_H

#include "Sequences.h"

/// Finds out how the terminal scrolls; its region is the whole screen.
void scrolling_begin(void);

/// Adds what moves the rows from `top` to `bottom` on the terminal, and moves them in curses' pictures of it, which then
/// has nothing left to do. Returns 0, having done nothing, when the terminal cannot scroll a part of its screen.
int scroll_rows(struct sequences *sequences, int top, int bottom, int distance);

/// Adds what makes the region the whole screen again, if it may be another.
void append_whole_region(struct sequences *sequences);

/// Takes note that the terminal may have any region: it has been in other hands.
void forget_region(void);

#endif

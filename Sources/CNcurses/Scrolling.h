#ifndef QUIRE_SCROLLING_H
#define QUIRE_SCROLLING_H

#include "Sequences.h"

/// Rows of the terminal that scroll while the others stand (DECSTBM).
struct region {
  int top, bottom;
};

/// A region that is not known: the terminal has been in other hands.
extern const struct region no_region;

/// What scrolls after all that has been drawn.
extern struct region scrolling_region;

/// Finds out how the terminal scrolls; its region is the whole screen.
void scrolling_begin(void);

/// Whether the terminal can scroll a part of its screen.
int can_scroll_rows(void);

/// Adds what moves the rows from `top` to `bottom` on the terminal, and moves them in curses' pictures of it, which then
/// has nothing left to do. Returns 0, having done nothing, when the terminal cannot scroll a part of its screen.
int scroll_rows(struct sequences *sequences, int top, int bottom, int distance);

/// Adds what makes the region the whole screen again, if it may be another.
void append_whole_region(struct sequences *sequences);

#endif

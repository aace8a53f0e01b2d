#ifndef QUIRE_SCROLLING_H
#define QUIRE_SCROLLING_H

#include "CNcurses.h"
#include "Sequences.h"

/// Finds out how the terminal scrolls.
void scrolling_begin(void);

/// Whether the terminal can scroll a part of its screen.
int can_scroll_rows(void);

/// Adds what moves the rows from `top` to `bottom` on the terminal, and moves them in curses' pictures of it, which then
/// has nothing left to do. Returns 0, having done nothing, when the terminal cannot scroll a part of its screen.
int scroll_rows(struct sequences *sequences, struct screen_known *known, int top, int bottom, int distance);

/// Adds what makes the region the whole screen again, if it may be another.
void append_whole_region(struct sequences *sequences, struct screen_known *known);

/// Where `before` ends by moving rows up by one, and `text`, `length` bytes that go behind it, begins by going to the last
/// of them, a line feed there does both. Returns how long the text is then; there must be room for one byte more.
size_t scroll_by_feeding(struct sequences *before, const struct screen_known *known, char *text, size_t length);

#endif

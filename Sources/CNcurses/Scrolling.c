// Rows that move on the terminal.
//
// Curses would find out by itself which rows can be moved, at the price of a look at every cell of its pictures, and it
// sets the region of the terminal that scrolls (DECSTBM) and takes it back with each line. Here the region stays: a line
// more costs four bytes and not twenty.

#include "Scrolling.h"

#include <curses.h>
#include <string.h>

#include "CNcurses.h"
#include "Places.h"

static const char *set_region, *save_cursor, *restore_cursor;
// SU and SD of ECMA-48 move the region wherever the cursor is; terminals without them scroll at a border of it.
static const char *scroll_up, *scroll_down, *line_feed, *reverse_line_feed;
static int can_scroll, can_scroll_anywhere;
static const char one_row_up[] = "\033[S";

void scrolling_begin(void) {
  set_region = capability("csr");
  save_cursor = capability("sc");
  restore_cursor = capability("rc");
  line_feed = capability("ind");
  reverse_line_feed = capability("ri");
  scroll_up = capability("indn");
  scroll_down = capability("rin");
  can_scroll_anywhere = scroll_up != NULL && strcmp(scroll_up, "\033[%p1%dS") == 0 && scroll_down != NULL &&
                        strcmp(scroll_down, "\033[%p1%dT") == 0;
  can_scroll = set_region != NULL && save_cursor != NULL && restore_cursor != NULL &&
               (can_scroll_anywhere || (line_feed != NULL && reverse_line_feed != NULL));
}

// There are terminals that keep a stack of what was saved, and others that keep what was saved last.
static void append_save(struct sequences *sequences, struct screen_known *known) {
  append(sequences, save_cursor);
  if (!is_same(known->saved, known->cursor) || known->style != SCREEN_STYLE_PLAIN) known->saved = nowhere;
}

// The cursor is put back to where curses knows it to be: a new region sends it home.
static void append_region(struct sequences *sequences, struct screen_known *known, int top, int bottom) {
  if (top == known->region.top && bottom == known->region.bottom) return;
  append_save(sequences, known);
  append(sequences, tiparm(set_region, top, bottom));
  append(sequences, restore_cursor);
  known->region = (struct screen_region){top, bottom};
}

static void append_scroll(struct sequences *sequences, struct screen_known *known, int distance) {
  if (can_scroll_anywhere) {
    // One row is what is moved most, and what is not said.
    if (distance == 1) append(sequences, one_row_up);
    else if (distance == -1) append(sequences, "\033[T");
    else append(sequences, distance > 0 ? tiparm(scroll_up, distance) : tiparm(scroll_down, -distance));
    return;
  }
  append_save(sequences, known);
  append(sequences, tiparm(capability("cup"), distance > 0 ? known->region.bottom : known->region.top, 0));
  for (int i = 0; i < distance; i++) append(sequences, line_feed);
  for (int i = 0; i < -distance; i++) append(sequences, reverse_line_feed);
  append(sequences, restore_cursor);
}

static void scroll_picture(WINDOW *picture, int top, int bottom, int distance) {
  scrollok(picture, TRUE);
  wsetscrreg(picture, top, bottom);
  wscrl(picture, distance);
  scrollok(picture, FALSE);
  wtouchln(picture, top, bottom - top + 1, 0);
}

int can_scroll_rows(void) { return can_scroll; }

int scroll_rows(struct sequences *sequences, struct screen_known *known, int top, int bottom, int distance) {
  if (!can_scroll) return 0;
  append_region(sequences, known, top, bottom);
  append_scroll(sequences, known, distance);
  scroll_picture(curscr, top, bottom, distance);
  scroll_picture(newscr, top, bottom, distance);
  return 1;
}

size_t scroll_by_feeding(struct sequences *before, const struct screen_known *known, char *text, size_t length) {
  size_t scroll = sizeof one_row_up - 1;
  if (before->length < scroll || memcmp(before->text + before->length - scroll, one_row_up, scroll) != 0) return length;
  if (length == 0 || text[0] != '\033') return length;
  struct sequence motion = read_sequence(text, length);
  int goes_to_row = motion.final == 'd' || motion.final == 'H';
  if (!goes_to_row || motion.first != known->region.bottom + 1) return length;
  memmove(text + motion.length + 1, text + motion.length, length - motion.length);
  text[motion.length] = '\n';
  before->length -= scroll;
  return length + 1;
}

int screen_moves_by_lines(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (text[i] == '\n') return 1;
    if (text[i] != '\033' || i + 1 == length) continue;
    // IND, NEL and RI, and as sequences CUU and CUD, CNL and CPL, IL and DL, SU and SD. Curses sets the region as well,
    // now and then, and makes it the whole screen again.
    char kind = text[i + 1];
    if (kind == 'D' || kind == 'E' || kind == 'M') return 1;
    struct sequence sequence = read_sequence(text + i, length - i);
    if (sequence.final != 0 && strchr("ABEFLMSTr", sequence.final) != NULL) return 1;
    i += sequence.length - 1;
  }
  return 0;
}

void append_whole_region(struct sequences *sequences, struct screen_known *known) {
  if (can_scroll) append_region(sequences, known, 0, LINES - 1);
}

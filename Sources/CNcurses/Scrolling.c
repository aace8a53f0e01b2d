// Rows that move on the terminal.
//
// Curses would find out by itself which rows can be moved, at the price of a look at every cell of its pictures, and it
// sets the region of the terminal that scrolls (DECSTBM) and takes it back with each line. Here the region stays: a line
// more costs four bytes and not twenty.

#include "Scrolling.h"

#include <curses.h>
#include <string.h>

#include "CNcurses.h"

static const char *set_region, *save_cursor, *restore_cursor;
// SU and SD of ECMA-48 move the region wherever the cursor is; terminals without them scroll at a border of it.
static const char *scroll_up, *scroll_down, *line_feed, *reverse_line_feed;
static int can_scroll, can_scroll_anywhere;

const struct region no_region = {-1, -1};
struct region scrolling_region;

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
  scrolling_region = (struct region){0, LINES - 1};
}

// The cursor is put back to where curses knows it to be: a new region sends it home.
static void append_region(struct sequences *sequences, int top, int bottom) {
  if (top == scrolling_region.top && bottom == scrolling_region.bottom) return;
  append(sequences, save_cursor);
  append(sequences, tiparm(set_region, top, bottom));
  append(sequences, restore_cursor);
  scrolling_region = (struct region){top, bottom};
}

static void append_scroll(struct sequences *sequences, int distance) {
  if (can_scroll_anywhere) {
    // One row is what is moved most, and what is not said.
    if (distance == 1 || distance == -1) append(sequences, distance > 0 ? "\033[S" : "\033[T");
    else append(sequences, distance > 0 ? tiparm(scroll_up, distance) : tiparm(scroll_down, -distance));
    return;
  }
  append(sequences, save_cursor);
  append(sequences, tiparm(capability("cup"), distance > 0 ? scrolling_region.bottom : scrolling_region.top, 0));
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

int scroll_rows(struct sequences *sequences, int top, int bottom, int distance) {
  if (!can_scroll) return 0;
  append_region(sequences, top, bottom);
  append_scroll(sequences, distance);
  scroll_picture(curscr, top, bottom, distance);
  scroll_picture(newscr, top, bottom, distance);
  return 1;
}

int screen_moves_by_lines(const char *text, size_t length) {
  for (size_t i = 0; i < length; i++) {
    if (text[i] == '\n') return 1;
    if (text[i] != '\033' || i + 1 == length) continue;
    // IND, NEL and RI, and as sequences CUU and CUD, CNL and CPL, IL and DL, SU and SD. Curses sets the region as well, now and
    // then, and makes it the whole screen again.
    char kind = text[++i];
    if (kind == 'D' || kind == 'E' || kind == 'M') return 1;
    if (kind != '[') continue;
    do i++;
    while (i < length && text[i] >= '0' && text[i] <= ';');
    if (i < length && strchr("ABEFLMSTr", text[i]) != NULL) return 1;
  }
  return 0;
}

void append_whole_region(struct sequences *sequences) {
  if (can_scroll) append_region(sequences, 0, LINES - 1);
}

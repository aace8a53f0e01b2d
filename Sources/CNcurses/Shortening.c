// What curses says, said shorter. It turns each style off before it turns the next on, takes every reset of colours for
// something that the reset of attributes does not do, and selects the character set with each; on a screen of coloured
// guides that is a third of what a scrolled line costs. It does not go down by feeding lines, which may scroll, and does
// not know that its cursor comes to rest where it was.

#include "CNcurses.h"

#include <string.h>

#include "Places.h"
#include "Sequences.h"

enum { ESC = '\033', MOST_PARAMETERS = 12 };

// What the sequences of a run come to: parameters of SGR (ECMA-48, 8.3.117), after a reset or not.
struct style {
  char parameters[128];
  size_t length;
  int count, resets;
};

// The length of the SGR sequence at the beginning of `text`; 0 when it begins with something else.
static size_t sgr_length(const char *text, size_t length) {
  size_t i = 2;
  if (length < 3 || text[0] != ESC || text[1] != '[') return 0;
  while (i < length && ((text[i] >= '0' && text[i] <= '9') || text[i] == ';' || text[i] == ':')) i++;
  return i < length && text[i] == 'm' ? i + 1 : 0;
}

static int is_reset(const char *parameters, size_t length) {
  return length == 0 || (parameters[0] == '0' && (length == 1 || parameters[1] == ';'));
}

// Whether a parameter takes back what the plain style does not have.
static int is_plain_anyway(const char *parameters, size_t length) {
  if (length != 2) return 0;
  char tens = parameters[0], ones = parameters[1];
  return (tens == '2' && ones >= '2' && ones <= '9') || ((tens == '3' || tens == '4') && ones == '9');
}

// Adds a sequence to those before it; 0 when there is no room.
static int add(struct style *style, const char *parameters, size_t length) {
  if (is_reset(parameters, length)) {
    style->length = 0;
    style->count = 0;
    style->resets = 1;
    if (length < 2) return 1;
    parameters += 2;
    length -= 2;
  }
  if (style->resets && style->length == 0 && is_plain_anyway(parameters, length)) return 1;
  int count = 1;
  for (size_t i = 0; i < length; i++) count += parameters[i] == ';';
  if (style->count + count > MOST_PARAMETERS || style->length + length + 1 > sizeof style->parameters) return 0;
  if (style->length > 0) style->parameters[style->length++] = ';';
  memcpy(style->parameters + style->length, parameters, length);
  style->length += length;
  style->count += count;
  return 1;
}

// The number that begins at `*at`, which goes to the parameter that follows. With colons a parameter has several (ITU-T
// T.416); the first counts.
static int next_number(const struct style *style, size_t *at) {
  int number = 0, is_first = 1;
  for (; *at < style->length && style->parameters[*at] != ';'; ++*at) {
    char digit = style->parameters[*at];
    if (digit == ':') is_first = 0;
    else if (is_first && number < 1000) number = 10 * number + digit - '0';
  }
  ++*at;
  return number;
}

// Whether the parameters set the colour of the foreground, and whether they set anything else.
static void look_through(const struct style *style, int *sets_foreground, int *sets_others) {
  *sets_foreground = *sets_others = 0;
  for (size_t i = 0; i < style->length;) {
    size_t start = i;
    int number = next_number(style, &i);
    if ((number >= 30 && number <= 38) || (number >= 90 && number <= 97)) *sets_foreground = 1;
    else *sets_others = 1;
    if ((number != 38 && number != 48) || i > style->length) continue;
    if (memchr(style->parameters + start, ':', i - start) != NULL) continue;
    // A colour of the palette is a 5 and its number, any other a 2 and three numbers.
    for (int left = next_number(style, &i) == 2 ? 3 : 1; left > 0; left--) next_number(style, &i);
  }
}

// Writes what the run comes to and forgets it; returns the length.
static size_t put(struct style *style, char *text, enum screen_style *shown) {
  size_t used = 0;
  int sets_foreground, sets_others;
  look_through(style, &sets_foreground, &sets_others);
  int needs_reset =
    style->resets && *shown != SCREEN_STYLE_PLAIN && !(*shown == SCREEN_STYLE_FOREGROUND && sets_foreground);
  if (needs_reset || style->length > 0) {
    text[used++] = ESC;
    text[used++] = '[';
    if (needs_reset && style->length > 0) {
      text[used++] = '0';
      text[used++] = ';';
    }
    memcpy(text + used, style->parameters, style->length);
    used += style->length;
    text[used++] = 'm';
  }
  if (style->resets) *shown = SCREEN_STYLE_PLAIN;
  if (sets_others) *shown = SCREEN_STYLE_UNKNOWN;
  else if (sets_foreground && *shown != SCREEN_STYLE_UNKNOWN) *shown = SCREEN_STYLE_FOREGROUND;
  *style = (struct style){0};
  return used;
}

// Where the cursor was put last, while nothing has been shown since: the last such place of a frame is where it rests.
struct motion {
  size_t start;
  struct screen_place place;
  // Whether blanks that follow move the cursor only. They are no part of the frame where the cursor came from a lower
  // row: curses draws rows from the top.
  int goes_by_blanks;
};

enum { NO_MOTION = (size_t)-1 };

size_t screen_shorten(char *text, size_t length, struct screen_known *known, struct screen_place rest) {
  struct style style = {0};
  struct motion motion = {.start = NO_MOTION};
  struct screen_region region = known->region;
  int row = known->cursor.row;
  size_t from = 0, to = 0;
  while (from < length) {
    size_t left = length - from, sgr = sgr_length(text + from, left);
    if (sgr > 0) {
      // What does not fit behind the others begins a run of its own.
      if (!add(&style, text + from + 2, sgr - 3)) {
        to += put(&style, text + to, &known->style);
        if (!add(&style, text + from + 2, sgr - 3)) {
          memmove(text + to, text + from, sgr);
          to += sgr;
          style = (struct style){0};
          known->style = SCREEN_STYLE_UNKNOWN;
        }
      }
      from += sgr;
      continue;
    }
    if (left >= 3 && memcmp(text + from, "\033(B", 3) == 0) {
      // The character set is never another one.
      from += 3;
      continue;
    }
    to += put(&style, text + to, &known->style);
    if (text[from] != ESC) {
      if (text[from] == ' ' && motion.goes_by_blanks && known->style == SCREEN_STYLE_PLAIN) motion.place.column++;
      else motion = (struct motion){.start = NO_MOTION};
      // Of control characters only those leave the cursor on its row that move it within.
      if ((unsigned char)text[from] < ' ' && text[from] != '\b' && text[from] != '\r') row = -1;
      text[to++] = text[from++];
      continue;
    }
    struct sequence sequence = read_sequence(text + from, left);
    int is_next_row = 0;
    if (sequence.final == 'H') {
      motion = (struct motion){to, {sequence.first - 1, sequence.second - 1}, row >= sequence.first};
      row = motion.place.row;
    } else {
      motion = (struct motion){.start = NO_MOTION};
      if (sequence.final == 'd') {
        is_next_row = row >= region.top && row + 1 == sequence.first - 1 && row < region.bottom;
        row = sequence.first - 1;
      } else if (sequence.final == 0 || strchr("CDGKPX@", sequence.final) == NULL) {
        row = -1;
        region = (struct screen_region){-1, -1};
        known->saved = nowhere;
      }
    }
    if (is_next_row && known->feeds_lines) {
      text[to++] = '\n';
    } else {
      memmove(text + to, text + from, sequence.length);
      to += sequence.length;
    }
    from += sequence.length;
  }
  to += put(&style, text + to, &known->style);
  int is_there = motion.start != NO_MOTION && is_same(motion.place, rest);
  if (known->restores && known->style == SCREEN_STYLE_PLAIN && rest.row >= 0 && to > 0) {
    if (is_there && is_same(known->saved, rest)) {
      to = motion.start;
      memcpy(text + to, "\0338\0337", 4);
      to += 4;
    } else if (is_same(known->cursor, rest) && !is_same(known->saved, rest)) {
      memcpy(text + to, "\0337", 2);
      to += 2;
      known->saved = rest;
    }
  }
  known->cursor = rest;
  return to;
}

// What curses says, said shorter. It turns each style off before it turns the next on, takes every reset of colours for
// something that the reset of attributes does not do, and selects the character set with each; on a screen of coloured
// guides that is a third of what a scrolled line costs.

#include "CNcurses.h"

#include <string.h>

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
  int count = 1;
  for (size_t i = 0; i < length; i++) count += parameters[i] == ';';
  if (style->count + count > MOST_PARAMETERS || style->length + length + 1 > sizeof style->parameters) return 0;
  if (style->length > 0) style->parameters[style->length++] = ';';
  memcpy(style->parameters + style->length, parameters, length);
  style->length += length;
  style->count += count;
  return 1;
}

// Writes what the run comes to and forgets it; returns the length.
static size_t put(struct style *style, char *text, int *is_plain) {
  size_t used = 0;
  int needs_reset = style->resets && !*is_plain;
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
  if (style->length > 0) *is_plain = 0;
  else if (style->resets) *is_plain = 1;
  *style = (struct style){0};
  return used;
}

size_t screen_shorten(char *text, size_t length, int *is_plain) {
  struct style style = {0};
  size_t from = 0, to = 0;
  while (from < length) {
    size_t rest = length - from, sgr = sgr_length(text + from, rest);
    if (sgr > 0) {
      // What does not fit behind the others begins a run of its own.
      if (!add(&style, text + from + 2, sgr - 3)) {
        to += put(&style, text + to, is_plain);
        if (!add(&style, text + from + 2, sgr - 3)) {
          memmove(text + to, text + from, sgr);
          to += sgr;
          *is_plain = 0;
        }
      }
      from += sgr;
    } else if (rest >= 3 && memcmp(text + from, "\033(B", 3) == 0) {
      // The character set is never another one.
      from += 3;
    } else {
      to += put(&style, text + to, is_plain);
      text[to++] = text[from++];
    }
  }
  return to + put(&style, text + to, is_plain);
}

// Control sequences: as the terminal's description has them, collected before they are written, and as curses has
// written them.

#include "Sequences.h"

#include <curses.h>

// From <term.h>, which also defines macros with names as common as `lines` and `columns`.
extern int tputs(const char *text, int affected_lines, int (*put)(int));

static struct sequences *collected;

static int collect(int byte) {
  if (collected->length < sizeof collected->text) collected->text[collected->length++] = (char)byte;
  return byte;
}

char *capability(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

void append(struct sequences *sequences, const char *text) {
  collected = sequences;
  if (text != NULL) tputs(text, 1, collect);
}

struct sequence read_sequence(const char *text, size_t length) {
  struct sequence sequence = {.length = length < 2 ? length : 2, .first = 0, .second = 0};
  if (length < 3 || text[1] != '[') return sequence;
  int *number = &sequence.first, is_known = 1;
  size_t i = 2;
  for (; i < length && (text[i] < '@' || text[i] > '~'); i++) {
    if (text[i] == ';' && number == &sequence.first) number = &sequence.second;
    else if (text[i] >= '0' && text[i] <= '9' && *number < 100000) *number = 10 * *number + text[i] - '0';
    else is_known = 0;
  }
  sequence.length = i < length ? i + 1 : length;
  if (i < length && is_known) sequence.final = text[i];
  if (sequence.first == 0) sequence.first = 1;
  if (sequence.second == 0) sequence.second = 1;
  return sequence;
}

// Control sequences as the terminal's description has them, collected before they are written.

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

#ifndef QUIRE_SEQUENCES_H
#define QUIRE_SEQUENCES_H

#include <stddef.h>

/// Control sequences that are written at once.
struct sequences {
  char text[512];
  size_t length;
};

/// What begins with ESC.
struct sequence {
  size_t length;
  /// The last byte of a control sequence with at most two numbers (ECMA-48, 5.4); 0 for anything else.
  char final;
  /// The numbers, 1 where they are left out.
  int first, second;
};

/// Reads what begins with the ESC at the beginning of `text`. Of what is no control sequence two bytes are taken.
struct sequence read_sequence(const char *text, size_t length);

/// What the terminal's description says for a capability; NULL when the terminal lacks it.
char *capability(const char *name);

/// Adds what a capability says, its padding left out, as far as there is room; NULL adds nothing.
void append(struct sequences *sequences, const char *text);

#endif

#ifndef QUIRE_SIGNALS_H
#define QUIRE_SIGNALS_H

#include <stddef.h>
#include <termios.h>

#include "Sequences.h"

/// What a signal handler needs to know to hand the terminal over and to take it back.
struct terminal_state {
  int descriptor;
  int wake;
  /// Modes of the terminal as it was found, and as the program wants them.
  struct termios outside, inside;
  /// Kept ready, because a signal handler cannot ask terminfo for them.
  struct sequences enter, leave;
};

/// Catches the signals that end, stop and resize the program. `state` is read from then on, by handlers too.
void signals_catch(const struct terminal_state *state);

/// Puts back the handlers that signals_catch found.
void signals_release(void);

/// Keeps handlers away while what they read is changed. Calls nest.
void signals_hold(void);

/// Ends one signals_hold; after the last one handlers come again.
void signals_let(void);

/// Writes everything, however often a signal comes between; gives up when the descriptor takes no more.
void write_all(int descriptor, const char *bytes, size_t length);

#endif

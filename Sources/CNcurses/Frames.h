#ifndef QUIRE_FRAMES_H
#define QUIRE_FRAMES_H

#include <stdio.h>

/// Has curses write frames to memory from now on, and not to `terminal` by way of `output`.
void frames_begin(int terminal, FILE *output);

/// Takes note of where the cursor will stand after the next frame; row -1 where nobody sees it.
void frames_rest(int row, int column);

/// Sends all that was drawn, and has curses write to the terminal itself: it restores the terminal's modes that way.
void frames_end(void);

/// Takes note that nothing is known of what the terminal shows, since it has been in other hands. What was drawn is
/// forgotten.
void frames_restart(void);

/// Forgets what was drawn and not sent.
void frames_forget(void);

#endif

#ifndef QUIRE_CNCURSES_H
#define QUIRE_CNCURSES_H

#include <stddef.h>
#include <stdint.h>

// ncurses behind a handful of functions. Swift cannot import its variables, macros and variadic functions, so neither
// <curses.h> nor <term.h> is included here. There is one screen a process, as signal handlers have to find it; every
// function but screen_wake is for the thread that opened it.

/// What screen_open found.
enum {
  SCREEN_OPENED,
  /// There is no terminal to read keys from.
  SCREEN_NO_TERMINAL,
  /// The terminal type has no description that ncurses can use.
  SCREEN_NO_DESCRIPTION,
  /// The terminal cannot place its cursor.
  SCREEN_NO_ADDRESSING,
};

/// Bits that screen_take_signals returns.
enum {
  /// The window changed its size.
  SCREEN_RESIZED = 1,
  /// The process came back from being stopped.
  SCREEN_RESUMED = 2,
};

/// The byte that screen_wake writes to a wake pipe; signal handlers write others.
enum { SCREEN_WAKE_BYTE = 'w' };

/// Keys that screen_next_key returns besides bytes and the terminal's own keys.
enum {
  SCREEN_KEY_NONE = -1,
  SCREEN_KEY_PASTE_START = 0x4001,
  SCREEN_KEY_PASTE_END = 0x4002,
  SCREEN_KEY_FOCUS = 0x4003,
};

/// Takes over the controlling terminal, described as `type`. Signal handlers write a byte to `wake`; colours are left
/// alone when `wants_colors` is 0.
int screen_open(const char *type, int wake, int wants_colors);

/// Gives the terminal back as it was found. Does nothing when no screen is open.
void screen_close(void);

/// The descriptor to poll for keys.
int screen_descriptor(void);

/// Rows of the screen as ncurses knows it.
int screen_rows(void);

/// Columns of the screen as ncurses knows it.
int screen_columns(void);

/// Takes over the window's present size, and forgets what the screen shows.
void screen_resize(void);

/// How many colours there are: 0 without colour, 1 << 24 where a colour is a number 0xRRGGBB.
int screen_colors(void);

/// How many of the colours of a screen with 0xRRGGBB colours are entries of the palette instead, from 0.
int screen_palette_colors(void);

/// Whether the terminal's own foreground and background can be asked for, as colour -1.
int screen_has_standard_colors(void);

/// Sets how clusters are drawn from now on. `attributes` are bits: 1 bold, 2 dim, 4 italic, 8 underlined, 16 reversed,
/// 32 crossed out.
void screen_set_style(int foreground, int background, unsigned attributes);

/// What stands in a cell: up to 15 bytes of UTF-8, the first in the lowest byte of `low`, the ninth in that of `high`,
/// and how many there are in the topmost of `high`. No bytes: the second half of the glyph before.
struct screen_cell {
  uint64_t low, high;
};

/// Puts `count` cells beside one another, the first at a place. All have room in the row.
void screen_put(int row, int column, const struct screen_cell *cells, int count);

/// Moves the rows from `top` to `bottom` up by `distance` rows, down when it is negative; rows that come in are blank.
/// Returns 0, having done nothing, when the terminal cannot.
int screen_scroll(int top, int bottom, int distance);

/// Shows the cursor at a place, or hides it.
void screen_set_cursor(int row, int column, int is_visible);

/// Forgets what the screen shows, so that it is drawn whole the next time.
void screen_redraw(void);

/// Whether frames can be drawn before they have to be shown, in few bytes where rows move.
int screen_draws_ahead(void);

/// Draws a frame of what was put: finds out what the terminal has to be told. A few may be drawn before the first is
/// sent.
void screen_draw(void);

/// Tells the terminal the first of the frames that were drawn; without screen_draws_ahead it may have been told before.
void screen_flush(void);

/// Forgets the frames that were drawn and not sent. What is put until screen_end_undrawing is taken for what the
/// terminal shows: all that differs from the last of those frames. The cursor of none of them may be elsewhere than in
/// what is shown.
void screen_begin_undrawing(void);

/// Ends what screen_begin_undrawing began.
void screen_end_undrawing(void);

/// A place on the screen; row -1 where it is not known.
struct screen_place {
  int row, column;
};

/// Rows that scroll while the others stand (DECSTBM); -1 where they are not known.
struct screen_region {
  int top, bottom;
};

/// What is known of a terminal's style.
enum screen_style {
  SCREEN_STYLE_UNKNOWN,
  SCREEN_STYLE_PLAIN,
  /// The plain one, but for the colour of the foreground.
  SCREEN_STYLE_FOREGROUND,
};

/// What is known of a terminal after what it has been told.
struct screen_known {
  enum screen_style style;
  struct screen_place cursor;
  /// What DECRC restores, in the plain style.
  struct screen_place saved;
  struct screen_region region;
  /// Whether a line feed goes down a row, the column being kept.
  int feeds_lines;
  /// Whether DECSC and DECRC save and restore the cursor and its style.
  int restores;
};

/// Says in fewer bytes what curses has written of a frame, in place: `length` bytes of text for a terminal of which
/// `known` is known, and kept up. In the end the cursor stands at `rest`. Returns how many bytes are left; there must be
/// room for SCREEN_SHORTEN_ROOM more.
size_t screen_shorten(char *text, size_t length, struct screen_known *known, struct screen_place rest);

/// Bytes that shortening may add.
enum { SCREEN_SHORTEN_ROOM = 2 };

/// Whether `length` bytes for a terminal move the cursor up or down by lines, which ends at the border of what scrolls.
int screen_moves_by_lines(const char *text, size_t length);

/// The next byte (0 to 255) or key (above) that has been typed, SCREEN_KEY_NONE when there is none.
int screen_next_key(void);

/// The name ncurses has for a key above 255, such as "KEY_UP" or "kUP5"; NULL when it has none.
const char *screen_key_name(int key);

/// Sends `length` bytes to the terminal as they are; what they say must not change what is on the screen.
void screen_send(const char *text, size_t length);

/// Makes the terminal keep the title of its window until the screen is closed.
void screen_keep_title(void);

/// Asks the terminal to report its mouse, or to keep it.
void screen_use_mouse(int is_used);

/// Gives the terminal back as it was found, for another program to use; until screen_take_back the keys that stop and
/// interrupt are for that program alone.
void screen_lend(void);

/// Takes the terminal again.
void screen_take_back(void);

/// Signals noted since the last call.
unsigned screen_take_signals(void);

/// Restores the terminal and stops the whole process group, as the key ^Z does.
void screen_suspend(void);

/// Writes SCREEN_WAKE_BYTE to a wake pipe. Safe from any thread.
void screen_wake(int wake);

#endif

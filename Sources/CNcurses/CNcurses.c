// The screen: opening and closing it, drawing on it, reading keys from it.

#define _GNU_SOURCE

#include "CNcurses.h"

#include <curses.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "Frames.h"
#include "Signals.h"

enum { ESCAPE_DELAY_MILLISECONDS = 25, CLUSTER_SCALARS = 32 };

static struct terminal_state state;
static SCREEN *screen;
static WINDOW *keys;
static FILE *input, *output;
static attr_t style_attributes;
static int style_pair;
static int has_standard_colors;
static int is_cursor_visible;

// MARK: Prepared sequences

// Bracketed paste: pasted text comes between marks, and does not fire commands. Terminals without it ignore these.
static const char enable_paste[] = "\033[?2004h", disable_paste[] = "\033[?2004l";

// The title of the window is kept by the terminal, on a stack of its own; those without one ignore it.
static const char save_title[] = "\033[22;2t", restore_title[] = "\033[23;2t";
static int title_is_kept;

// Presses and the wheel, in numbers.
static const char enable_mouse[] = "\033[?1000h\033[?1006h", disable_mouse[] = "\033[?1006l\033[?1000l";
static int mouse_is_used;

// Writes to the terminal itself; putp would write to standard output, whatever that is.
static void write_now(const char *text) { write_all(state.descriptor, text, strlen(text)); }

static void prepare_sequences(void) {
  signals_hold();
  struct sequences *leave = &state.leave, *enter = &state.enter;
  leave->length = enter->length = 0;
  append(leave, capability("sgr0"));
  if (has_colors()) append(leave, capability("op"));
  // Only a part of the screen may be scrolling.
  if (capability("csr") != NULL) append(leave, tiparm(capability("csr"), 0, LINES - 1));
  append(leave, tiparm(capability("cup"), LINES - 1, 0));
  append(leave, capability("el"));
  append(leave, disable_paste);
  if (mouse_is_used) append(leave, disable_mouse);
  if (title_is_kept) append(leave, restore_title);
  append(leave, capability("rmkx"));
  append(leave, capability("cnorm"));
  append(leave, capability("rmcup"));
  append(enter, capability("smcup"));
  append(enter, capability("smkx"));
  append(enter, enable_paste);
  if (mouse_is_used) append(enter, enable_mouse);
  if (title_is_kept) append(enter, save_title);
  if (!is_cursor_visible) append(enter, capability("civis"));
  signals_let();
}

// MARK: Opening and closing

// Only the character type is taken from the user: a decimal comma must not reach the parsers of other libraries.
static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

// The document may be on standard input, so keys come from the controlling terminal; without one (a session leader
// that never acquired it), from whichever standard stream is a terminal.
static int open_terminal(void) {
  int descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC);
  for (int stream = 0; descriptor < 0 && stream <= 2; stream++) {
    const char *name = isatty(stream) ? ttyname(stream) : NULL;
    if (name != NULL) descriptor = open(name, O_RDWR | O_CLOEXEC | O_NOCTTY);
  }
  return descriptor;
}

static int can_address(void) { return capability("cup") != NULL && capability("clear") != NULL; }

static void set_modes(void) {
  cbreak();
  noecho();
  nonl();
  intrflush(stdscr, FALSE);
  // ^S would freeze the screen without a word.
  struct termios modes;
  tcgetattr(state.descriptor, &modes);
  modes.c_iflag &= ~(tcflag_t)(IXON | IXOFF);
  tcsetattr(state.descriptor, TCSANOW, &modes);
  def_prog_mode();
  state.inside = modes;
}

static void set_up_keys(void) {
  // Reading from a window refreshes it first; a pad is spared that, and frames stay whole.
  keys = newpad(1, 1);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  set_escdelay(ESCAPE_DELAY_MILLISECONDS);
  define_key("\033[200~", SCREEN_KEY_PASTE_START);
  define_key("\033[201~", SCREEN_KEY_PASTE_END);
  define_key("\033[I", SCREEN_KEY_FOCUS);
  define_key("\033[O", SCREEN_KEY_FOCUS);
}

static void set_up_drawing(int wants_colors) {
  has_standard_colors = 0;
  if (wants_colors && has_colors() && start_color() == OK) has_standard_colors = use_default_colors() == OK;
  // Lines are moved by `scroll_rows`, not by what curses finds out. Frames are put into `newscr`, its picture of what the
  // terminal shall show: in a window of our own they would be compared once more.
  idlok(newscr, FALSE);
  idcok(newscr, TRUE);
  // A frame is sent whole, even when more keys have been typed meanwhile.
  typeahead(-1);
  is_cursor_visible = curs_set(0) == ERR;
  leaveok(newscr, TRUE);
  screen_set_style(-1, -1, 0);
}

static void discard(void) {
  if (keys != NULL) delwin(keys);
  if (screen != NULL) delscreen(screen);
  if (input != NULL) fclose(input);
  if (output != NULL) fclose(output);
  keys = NULL;
  screen = NULL;
  input = output = NULL;
}

int screen_open(const char *type, int wake, int wants_colors) {
  state.descriptor = open_terminal();
  state.wake = wake;
  state.enter.length = state.leave.length = 0;
  if (state.descriptor < 0 || tcgetattr(state.descriptor, &state.outside) != 0) {
    if (state.descriptor >= 0) close(state.descriptor);
    return SCREEN_NO_TERMINAL;
  }
  state.inside = state.outside;
  use_utf8();
  input = fdopen(state.descriptor, "r");
  output = fdopen(fcntl(state.descriptor, F_DUPFD_CLOEXEC, 0), "w");
  signals_hold();
  // Before newterm, which installs handlers of its own where it finds none.
  signals_catch(&state);
  // The window is asked for its size; LINES and COLUMNS may be older than it.
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(type, output, input);
  int result = screen == NULL ? SCREEN_NO_DESCRIPTION : can_address() ? SCREEN_OPENED : SCREEN_NO_ADDRESSING;
  if (result == SCREEN_OPENED) {
    set_modes();
    set_up_keys();
    set_up_drawing(wants_colors);
    write_now(enable_paste);
    prepare_sequences();
    frames_begin(state.descriptor, output);
    // However the program exits, the terminal is given back.
    static int is_registered;
    if (!is_registered) is_registered = atexit(screen_close) == 0;
  } else {
    if (screen != NULL) endwin();
    signals_release();
    discard();
  }
  signals_let();
  return result;
}

void screen_close(void) {
  if (screen == NULL) return;
  signals_hold();
  frames_end();
  write_now(disable_paste);
  screen_use_mouse(0);
  if (title_is_kept) write_now(restore_title);
  title_is_kept = 0;
  if (capability("rmcup") == NULL) {
    // Without a second screen the last frame stays; the shell's prompt gets an empty line below it.
    wmove(newscr, LINES - 1, 0);
    wclrtoeol(newscr);
    doupdate();
  }
  endwin();
  signals_release();
  discard();
  signals_let();
}

// MARK: Size

int screen_descriptor(void) { return state.descriptor; }

int screen_rows(void) { return getmaxy(stdscr); }

int screen_columns(void) { return getmaxx(stdscr); }

void screen_resize(void) {
  struct winsize size;
  if (ioctl(state.descriptor, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resizeterm(size.ws_row, size.ws_col);
    prepare_sequences();
  }
  screen_redraw();
}

// MARK: Drawing

int screen_colors(void) {
  if (!has_colors()) return 0;
  return tigetflag("RGB") == 1 ? 1 << 24 : COLORS > 256 ? 8 : COLORS;
}

int screen_palette_colors(void) {
  int count = tigetnum("CO");
  return count > 0 ? count : 8;
}

int screen_has_standard_colors(void) { return has_standard_colors; }

void screen_set_style(int foreground, int background, unsigned attributes) {
  static const attr_t known[] = {A_BOLD, A_DIM, A_ITALIC, A_UNDERLINE, A_REVERSE, A_DIM};
  style_attributes = A_NORMAL;
  for (unsigned bit = 0; bit < sizeof known / sizeof *known; bit++) {
    if (attributes & 1u << bit) style_attributes |= known[bit];
  }
  int pair = foreground < 0 && background < 0 ? 0 : alloc_pair(foreground, background);
  style_pair = pair > 0 ? pair : 0;
}

// Decodes a cluster, without variation selectors: the width they ask for is not the width terminals give.
static int decode(const char *text, size_t length, wchar_t *scalars) {
  int count = 0;
  mbstate_t progress = {0};
  while (length > 0 && count < CLUSTER_SCALARS) {
    wchar_t scalar;
    size_t used = mbrtowc(&scalar, text, length, &progress);
    if (used == 0 || used > length) return 0;
    if (scalar != 0xFE0E && scalar != 0xFE0F) scalars[count++] = scalar;
    text += used;
    length -= used;
  }
  return count;
}

// How many of the scalars can be drawn in `width` cells: all of them if libc agrees that they fill it; else the first
// with its combining marks, which is what remains of an emoji without its modifiers and joined tails; else 0.
static int drawable(const wchar_t *scalars, int count, int width) {
  int total = 0, first = 0;
  for (int i = 0; i < count; i++) {
    int one = wcwidth(scalars[i]);
    if (one < 0 || (i == 0 && one == 0)) return 0;
    if (first == 0 && i > 0 && (one > 0 || scalars[i] == 0x200D)) first = i;
    total += one;
  }
  if (count == 0) return 0;
  if (total == width) return count;
  if (first == 0) first = count;
  return wcwidth(scalars[0]) <= width ? first : 0;
}

// Makes the cells of one cluster, at most CLUSTER_SCALARS of them; returns how many.
static int make_cells(const struct screen_cell *cluster, int width, cchar_t *cells) {
  char text[16];
  size_t length = cluster->high >> 56;
  for (size_t i = 0; i < length; i++) text[i] = (char)(i < 8 ? cluster->low >> (8 * i) : cluster->high >> (8 * (i - 8)));
  wchar_t scalars[CLUSTER_SCALARS];
  int count = drawable(scalars, decode(text, length, scalars), width);
  if (count == 0) {
    scalars[0] = strcmp(nl_langinfo(CODESET), "UTF-8") == 0 ? 0xFFFD : L'?';
    count = 1;
  }
  int used = 0, filled = 0;
  for (int i = 0; i < count;) {
    wchar_t glyph[CCHARW_MAX + 1] = {scalars[i]};
    int marks = 0;
    filled += wcwidth(scalars[i++]);
    // More marks than a cell can hold are left out; so are joiners, which would join cells.
    for (; i < count && wcwidth(scalars[i]) == 0; i++) {
      if (scalars[i] != 0x200D && marks < CCHARW_MAX - 1) glyph[++marks] = scalars[i];
    }
    setcchar(&cells[used++], glyph, style_attributes, 0, &style_pair);
  }
  for (; filled < width; filled++) setcchar(&cells[used++], L" ", style_attributes, 0, &style_pair);
  return used;
}

// Whether what is put is what the terminal shows, and not what it shall show.
static int is_undrawing;

void screen_put(int row, int column, const struct screen_cell *cells, int count) {
  // As many as are put at once; the last cluster may need room for more.
  enum { CELLS = 256 };
  static const uint64_t one_byte = UINT64_C(1) << 56;
  cchar_t made[CELLS + CLUSTER_SCALARS];
  cchar_t ascii;
  setcchar(&ascii, L" ", style_attributes, 0, &style_pair);
  for (int i = 0; i < count;) {
    int used = 0, first = i;
    while (i < count && used < CELLS) {
      if (cells[i].high == one_byte) {
        made[used] = ascii;
        made[used++].chars[0] = (wchar_t)cells[i++].low;
        continue;
      }
      // A second half without its first, which no grid should hold, is drawn blank.
      struct screen_cell cluster = cells[i].high == 0 ? (struct screen_cell){' ', one_byte} : cells[i];
      int width = 1;
      while (i + width < count && cells[i + width].high == 0) width++;
      used += make_cells(&cluster, width, &made[used]);
      i += width;
    }
    // This neither wraps nor moves the cursor, so the last cell of the screen can be drawn like any other; only
    // terminals that cannot turn wrapping off, such as tmux, leave it blank after a wide cluster.
    mvwadd_wchnstr(newscr, row, column + first, made, used);
    if (is_undrawing) mvwadd_wchnstr(curscr, row, column + first, made, used);
  }
}

void screen_set_cursor(int row, int column, int is_visible) {
  if (is_visible != is_cursor_visible && curs_set(is_visible) != ERR) {
    is_cursor_visible = is_visible;
    prepare_sequences();
  }
  leaveok(newscr, !is_visible);
  if (is_visible) wmove(newscr, row, column);
  frames_rest(is_visible ? row : -1, is_visible ? column : -1);
}

void screen_send(const char *text, size_t length) { write_all(state.descriptor, text, length); }

void screen_keep_title(void) {
  if (title_is_kept) return;
  title_is_kept = 1;
  write_now(save_title);
  prepare_sequences();
}

void screen_use_mouse(int is_used) {
  if (mouse_is_used == is_used) return;
  mouse_is_used = is_used;
  write_now(is_used ? enable_mouse : disable_mouse);
  prepare_sequences();
}

void screen_redraw(void) {
  clearok(curscr, TRUE);
  frames_restart();
}

void screen_begin_undrawing(void) {
  frames_forget();
  is_undrawing = 1;
}

void screen_end_undrawing(void) { is_undrawing = 0; }

// MARK: Keys

int screen_next_key(void) {
  int key = wgetch(keys);
  return key == ERR ? SCREEN_KEY_NONE : key;
}

const char *screen_key_name(int key) { return keyname(key); }

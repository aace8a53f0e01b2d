// Frames on their way from curses to the terminal.
//
// Curses flushes after each move of the cursor, which makes many small writes of a frame: a terminal would show parts
// of it, and a remote one get it in as many packets. So curses writes to memory, and a frame is sent at once, maybe
// later.

#define _GNU_SOURCE

#include "Frames.h"

#include <curses.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CNcurses.h"
#include "Places.h"
#include "Scrolling.h"
#include "Signals.h"

// What curses writes to; -1 where it writes to the terminal itself.
static int memory = -1;
// Where in it the next frame begins: curses goes on behind the one before.
static off_t start;
static int terminal;
static FILE *output;
// Whether the terminal understands SGR as ECMA-48 has it, where a reset is one of colours too.
static int knows_sgr;
// Whether the next frame begins with a clear screen, and is sent as it is: nothing is known of the terminal then.
static int is_whole;
// What goes before that which curses writes of a frame.
static struct sequences before;

// The frames that were drawn and not sent: what the terminal is to be told, and what is known of it when it has been.
enum { MOST_DRAWN = 16 };
static struct {
  char *text;
  size_t sent, length, room;
  struct {
    size_t end;
    struct screen_known known;
  } frames[MOST_DRAWN];
  int count;
} drawn;
// What is known of the terminal after them, and after all that was sent.
static struct screen_known known, known_sent;
// Where the cursor stands after the frame that is being drawn.
static struct screen_place rest;

static int is(const char *name, const char *expected) {
  const char *text = capability(name);
  return text != NULL && strcmp(text, expected) == 0;
}

void frames_begin(int descriptor, FILE *file) {
  terminal = descriptor;
  output = file;
  knows_sgr = is("op", "\033[39;49m");
  scrolling_begin();
  known.feeds_lines = is("cud1", "\n") && is("ind", "\n");
  known.restores = is("sc", "\0337") && is("rc", "\0338");
  frames_restart();
#ifdef __linux__
  memory = memfd_create("frames", MFD_CLOEXEC);
  start = 0;
  if (memory >= 0) dup3(memory, fileno(output), O_CLOEXEC);
#endif
}

static void send_before(void) {
  write_all(terminal, before.text, before.length);
  before.length = 0;
}

static void forget_drawn(void) {
  drawn.sent = drawn.length = 0;
  drawn.count = 0;
}

static void forget_style_and_cursor(void) {
  known.style = SCREEN_STYLE_UNKNOWN;
  known.cursor = known.saved = nowhere;
}

static void make_room(size_t length) {
  if (drawn.length + length <= drawn.room) return;
  drawn.room = 2 * (drawn.length + length);
  drawn.text = realloc(drawn.text, drawn.room);
  if (drawn.text == NULL) abort();
}

// Takes what curses has written of a frame, with what goes before it.
static void collect(void) {
  // To begin anew costs a call of the system, which a frame of a line is spared.
  enum { STEP = 32 * 1024, MOST_KEPT = 16 * 1024 };
  size_t length = 0;
  for (ssize_t count = STEP; count == STEP; length += (size_t)count) {
    make_room(sizeof before.text + length + STEP + SCREEN_SHORTEN_ROOM + 1);
    count = pread(memory, drawn.text + drawn.length + sizeof before.text + length, STEP, start + (off_t)length);
    if (count < 0) count = 0;
  }
  start += (off_t)length;
  if (start > MOST_KEPT && ftruncate(memory, 0) == 0) start = lseek(memory, 0, SEEK_SET);
  char *text = drawn.text + drawn.length + sizeof before.text;
  if (is_whole || screen_moves_by_lines(text, length)) append_whole_region(&before, &known);
  if (is_whole || !knows_sgr) {
    forget_style_and_cursor();
  } else {
    length = screen_shorten(text, length, &known, rest);
    if (known.feeds_lines) length = scroll_by_feeding(&before, &known, text, length);
  }
  memcpy(drawn.text + drawn.length, before.text, before.length);
  memmove(drawn.text + drawn.length + before.length, text, length);
  drawn.length += before.length + length;
  before.length = 0;
  if (length > 0) is_whole = 0;
  drawn.count++;
  drawn.frames[drawn.count - 1].end = drawn.length;
  drawn.frames[drawn.count - 1].known = known;
}

void frames_rest(int row, int column) { rest = (struct screen_place){row, column}; }

void frames_end(void) {
  append_whole_region(&before, &known);
  if (memory < 0) return send_before();
  collect();
  while (drawn.count > 0) screen_flush();
  dup2(terminal, fileno(output));
  close(memory);
  memory = -1;
}

void frames_restart(void) {
  forget_drawn();
  forget_style_and_cursor();
  before.length = 0;
  known.region = (struct screen_region){-1, -1};
  known_sent = known;
  is_whole = 1;
}

void frames_forget(void) {
  forget_drawn();
  known = known_sent;
}

int screen_scroll(int top, int bottom, int distance) { return scroll_rows(&before, &known, top, bottom, distance); }

// There is room for one more besides, which comes at the end.
int screen_draws_ahead(void) { return memory >= 0 && can_scroll_rows() && drawn.count < MOST_DRAWN - 1; }

void screen_draw(void) {
  if (memory < 0) {
    // There is no looking at what curses is going to write.
    append_whole_region(&before, &known);
    send_before();
  }
  doupdate();
  if (memory >= 0) collect();
}

// Synchronized output (CSI ?2026 h and l) is left out: it would add 16 bytes to each line key, and a frame that is
// written at once is hardly ever seen in parts.
void screen_flush(void) {
  if (drawn.count == 0) return;
  size_t end = drawn.frames[0].end;
  write_all(terminal, drawn.text + drawn.sent, end - drawn.sent);
  drawn.sent = end;
  known_sent = drawn.frames[0].known;
  drawn.count--;
  memmove(drawn.frames, drawn.frames + 1, (size_t)drawn.count * sizeof *drawn.frames);
  if (drawn.count == 0) drawn.sent = drawn.length = 0;
}

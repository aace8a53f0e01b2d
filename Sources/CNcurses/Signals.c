// The signals that end, stop, continue and resize the program. Handlers do nothing but write prepared bytes and set
// terminal modes, because they may interrupt anything, curses included.

#define _GNU_SOURCE

#include "Signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "CNcurses.h"

// SIGTRAP and SIGILL are how a Swift program stops on a broken precondition.
static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
static const int others[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE};
enum { FAULTS = sizeof faults / sizeof *faults, OTHERS = sizeof others / sizeof *others };

static struct sigaction found[NSIG];
static const struct terminal_state *terminal;
static pthread_t owner;
static atomic_uint noted;
static volatile sig_atomic_t is_stopped;

void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t count = write(descriptor, bytes, length);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) {
      bytes += count;
      length -= (size_t)count;
    }
  }
}

static void write_byte(int descriptor, char byte) {
  ssize_t count;
  // A full pipe (EAGAIN) wakes as well as one byte more would.
  do count = write(descriptor, &byte, 1);
  while (count < 0 && errno == EINTR);
}

static void note(unsigned what) {
  atomic_fetch_or(&noted, what);
  write_byte(terminal->wake, 's');
}

// Modes first: from the background tcsetattr stops the process (SIGTTOU) before anything is written to the screen of
// another program.
static void enter(void) {
  tcsetattr(terminal->descriptor, TCSANOW, &terminal->inside);
  is_stopped = 0;
  write_all(terminal->descriptor, terminal->enter.text, terminal->enter.length);
  note(SCREEN_RESUMED);
}

static void leave(void) {
  write_all(terminal->descriptor, terminal->leave.text, terminal->leave.length);
  tcsetattr(terminal->descriptor, TCSANOW, &terminal->outside);
}

static void stop(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigset_t stop_signal, held;
  leave();
  is_stopped = 1;
  sigaction(SIGTSTP, &standard, &ours);
  sigemptyset(&stop_signal);
  sigaddset(&stop_signal, SIGTSTP);
  raise(SIGTSTP);
  // The process stands in this call until somebody continues it.
  pthread_sigmask(SIG_UNBLOCK, &stop_signal, &held);
  pthread_sigmask(SIG_SETMASK, &held, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  enter();
}

static void end(int signal, const struct sigaction *next) {
  if (!is_stopped) {
    // A terminal that takes no more output (a lost line, ^S) must not keep the process from ending.
    int flags = fcntl(terminal->descriptor, F_GETFL);
    fcntl(terminal->descriptor, F_SETFL, flags | O_NONBLOCK);
    leave();
    fcntl(terminal->descriptor, F_SETFL, flags);
  }
  sigaction(signal, next, NULL);
  raise(signal);
}

// Whoever wanted to report the fault before still does, on a terminal that can show it.
static void handle_fault(int signal) { end(signal, &found[signal]); }

static void handle(int signal) {
  int error = errno;
  if (!pthread_equal(pthread_self(), owner)) {
    // Only the owner draws: in its handler nothing can come between the bytes that restore the terminal.
    pthread_kill(owner, signal);
  } else if (signal == SIGWINCH) {
    note(SCREEN_RESIZED);
  } else if (signal == SIGCONT) {
    // After SIGTSTP `stop` goes on by itself; after SIGSTOP, which nobody can catch, this is the only notice.
    if (!is_stopped) enter();
  } else if (signal == SIGTSTP) {
    stop();
  } else if (signal != SIGPIPE) {
    // SIGPIPE has a handler that does nothing, and not SIG_IGN, because spawned programs would inherit that.
    end(signal, &(struct sigaction){.sa_handler = SIG_DFL});
  }
  errno = error;
}

static void catch(int signal, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaction(signal, NULL, &found[signal]);
  // What the parent ignores stays ignored, as nohup and shells without job control expect.
  int is_ignored = found[signal].sa_handler == SIG_IGN;
  if (!is_ignored || signal == SIGWINCH || signal == SIGCONT) sigaction(signal, &action, NULL);
}

// A stack overflow leaves no stack to handle it on.
static char alternate_stack[64 * 1024];

void signals_catch(const struct terminal_state *state) {
  const stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  terminal = state;
  owner = pthread_self();
  is_stopped = 0;
  sigaltstack(&stack, NULL);
  for (int i = 0; i < FAULTS; i++) catch(faults[i], handle_fault, SA_ONSTACK);
  for (int i = 0; i < OTHERS; i++) catch(others[i], handle, SA_ONSTACK | SA_RESTART);
}

void signals_release(void) {
  const stack_t none = {.ss_flags = SS_DISABLE};
  for (int i = 0; i < FAULTS; i++) sigaction(faults[i], &found[faults[i]], NULL);
  for (int i = 0; i < OTHERS; i++) sigaction(others[i], &found[others[i]], NULL);
  sigaltstack(&none, NULL);
}

// The keys that interrupt and stop send these to every program in the foreground.
static const int from_keys[] = {SIGINT, SIGQUIT, SIGTSTP};
enum { FROM_KEYS = sizeof from_keys / sizeof *from_keys };
static struct sigaction while_lent[FROM_KEYS];

void screen_lend(void) {
  const struct sigaction ignore = {.sa_handler = SIG_IGN};
  for (int i = 0; i < FROM_KEYS; i++) sigaction(from_keys[i], &ignore, &while_lent[i]);
  leave();
  is_stopped = 1;
}

void screen_take_back(void) {
  enter();
  for (int i = 0; i < FROM_KEYS; i++) sigaction(from_keys[i], &while_lent[i], NULL);
}

static sigset_t before;
static int holds;

void signals_hold(void) {
  sigset_t all;
  if (holds++ > 0) return;
  sigemptyset(&all);
  for (int i = 0; i < OTHERS; i++) sigaddset(&all, others[i]);
  pthread_sigmask(SIG_BLOCK, &all, &before);
}

void signals_let(void) {
  if (--holds == 0) pthread_sigmask(SIG_SETMASK, &before, NULL);
}

unsigned screen_take_signals(void) { return atomic_exchange(&noted, 0); }

void screen_suspend(void) {
  struct sigaction action;
  sigaction(SIGTSTP, NULL, &action);
  // The whole group stops, as by ^Z: in `producer | quire` the shell waits for both.
  if (action.sa_handler != SIG_IGN) kill(0, SIGTSTP);
}

void screen_wake(int wake) { write_byte(wake, SCREEN_WAKE_BYTE); }

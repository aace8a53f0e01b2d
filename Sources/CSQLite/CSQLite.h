#include <sqlite3.h>

/// What tells SQLite to copy what is bound: a cast in C that Swift does not import.
static inline sqlite3_destructor_type CSQLiteTransient(void) { return SQLITE_TRANSIENT; }

import CSQLite

// The library: what was read, where the reader stopped in it, what was folded and is known, and its words.
//
// Owns the database, and what is new, kept and forgotten. Must never know the terminal, and never be waited for by it.

/// A database of SQLite, and the queries that were made of it.
///
/// `@unchecked`: one thread at a time uses it, but for ``interrupt()``, which SQLite allows from any thread while the
/// database is open.
final class Database: @unchecked Sendable {
  /// The file.
  let path: String
  private let handle: OpaquePointer
  private var queries: [String: Query] = [:]

  /// Opens a file, which is made where there is none.
  ///
  /// - Parameter fileSystem: the name of SQLite's own ways to the file system; `nil` for the usual one.
  init(path: String, fileSystem: String? = nil) throws(LibraryFailure) {
    self.path = path
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
    let code = sqlite3_open_v2(path, &handle, flags, fileSystem)
    guard code == SQLITE_OK, let handle else {
      let failure = LibraryFailure(path, code: code, text: String(cString: sqlite3_errstr(code)))
      sqlite3_close_v2(handle)
      throw failure
    }
    self.handle = handle
    sqlite3_extended_result_codes(handle, 1)
  }

  deinit { sqlite3_close_v2(handle) }

  /// How long whoever writes is waited for, in milliseconds.
  func setPatience(_ milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Ends what another thread is doing here, as soon as can be.
  func interrupt() { sqlite3_interrupt(handle) }

  /// Performs statements that give nothing.
  func execute(_ statements: String) throws(LibraryFailure) {
    let code = sqlite3_exec(handle, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// The query `text`, whose values are those of its parameters in order.
  ///
  /// There is one of a text at a time: a second one begins the first again.
  func query(_ text: String, _ values: Query.Value...) throws(LibraryFailure) -> Query { try query(text, values) }

  /// The query `text`, likewise.
  func query(_ text: String, _ values: [Query.Value]) throws(LibraryFailure) -> Query {
    let query = try prepared(text)
    try query.begin(values)
    return query
  }

  private func prepared(_ text: String) throws(LibraryFailure) -> Query {
    if let query = queries[text] { return query }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure(code) }
    let query = Query(statement, of: self)
    queries[text] = query
    return query
  }

  /// Performs `body` while nobody else writes: all of it, or nothing.
  func immediately<Result>(_ body: () throws(LibraryFailure) -> Result) throws(LibraryFailure) -> Result {
    try execute("BEGIN IMMEDIATE")
    do throws(LibraryFailure) {
      let result = try body()
      for query in queries.values { query.end() }
      try execute("COMMIT")
      return result
    } catch {
      for query in queries.values { query.end() }
      // Of some failures SQLite has gone back by itself.
      if sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// The number of the row that was added last.
  var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }

  func failure(_ code: Int32) -> LibraryFailure {
    LibraryFailure(path, code: code, text: String(cString: sqlite3_errmsg(handle)))
  }
}

/// A query, row by row.
final class Query {
  /// Something in a column.
  enum Value {
    case null
    case number(Int64)
    case text(String)
    case bytes([UInt8])

    /// A text, or nothing.
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  }

  private let statement: OpaquePointer
  // The database owns its queries.
  private unowned let database: Database

  fileprivate init(_ statement: OpaquePointer, of database: Database) {
    self.statement = statement
    self.database = database
  }

  deinit { sqlite3_finalize(statement) }

  fileprivate func begin(_ values: [Value]) throws(LibraryFailure) {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .number(let number): sqlite3_bind_int64(statement, place, number)
        case .text(let text): sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), CSQLiteTransient())
        case .bytes(let bytes):
          bytes.withUnsafeBytes { buffer in
            // No bytes are not the same as nothing.
            buffer.isEmpty
              ? sqlite3_bind_zeroblob(statement, place, 0)
              : sqlite3_bind_blob64(statement, place, buffer.baseAddress, UInt64(buffer.count), CSQLiteTransient())
          }
        }
      guard code == SQLITE_OK else { throw database.failure(code) }
    }
  }

  /// Goes to the next row; `false` after the last.
  func next() throws(LibraryFailure) -> Bool {
    let code = sqlite3_step(statement)
    if code == SQLITE_ROW { return true }
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw database.failure(code) }
    return false
  }

  /// Performs a query that gives nothing.
  func run() throws(LibraryFailure) {
    while try next() {}
  }

  /// Leaves the rows that are left.
  func end() { sqlite3_reset(statement) }

  /// Whether there is nothing in a column.
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

  /// The number in a column; 0 where there is none.
  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  /// The text in a column; empty where there is none.
  func text(_ column: Int32) -> String { sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "" }

  /// The bytes in a column; none where there is nothing.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, column))))
  }
}

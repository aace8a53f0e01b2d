import CSQLite

/// Why the library could not be read or written.
package struct LibraryFailure: Error, Hashable, Sendable {
  /// What was found.
  package enum Kind: Hashable, Sendable {
    /// Somebody else writes, and goes on doing so.
    case locked
    /// There is no room left.
    case full
    /// It may not be written here.
    case readOnly
    /// It is damaged, or something else altogether.
    case damaged
    /// A later version of this program has written it.
    case newer
    /// Somebody asked to stop.
    case interrupted
    /// Something else, as SQLite or the system says it.
    case other(String)
  }

  /// The file.
  package let path: String
  /// What was found.
  package let kind: Kind

  /// `PATH: what was found; what to do`, of one line.
  package var message: String {
    switch kind {
    case .locked: "\(path): another program holds it; try again"
    case .full: "\(path): no room is left; free some"
    case .readOnly: "\(path): it may not be written; check its permissions"
    case .damaged: "\(path): it is damaged; move it away"
    case .newer: "\(path): a later version of quire wrote it; use that one"
    case .interrupted: "\(path): interrupted; try again"
    case .other(let text): "\(path): \(text); check the file and its folder"
    }
  }

  /// A failure of `kind`.
  init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// The failure that a result of SQLite tells of.
  init(_ path: String, code: Int32, text: String) {
    let kind: Kind =
      switch code & 0xff {
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .locked
      case SQLITE_FULL: .full
      case SQLITE_READONLY, SQLITE_PERM: .readOnly
      case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
      case SQLITE_INTERRUPT: .interrupted
      default: .other(text)
      }
    self.init(path, kind)
  }
}

import Acquisition
import Glibc

/// The library as a database: opened, kept in shape, moved aside when it is damaged.
package final class LibraryStore: Sendable {
  /// What the file is called, in a folder that is the program's own.
  package static let name = "library.db"
  /// How long another program that writes is waited for, in milliseconds. Without waiting, one of two writers would lose
  /// nearly everything.
  private static let patience: Int32 = 2500

  let database: Database

  /// Whether there is a library in `folder`.
  package static func exists(in folder: String) -> Bool { access(folder + "/" + name, F_OK) == 0 }

  /// Opens the library in `folder`, which is made where there is none.
  ///
  /// - Parameters:
  ///   - date: today, as `2024-03-01`: a damaged library is kept by a name with it.
  ///   - fileSystem: the name of one of SQLite's own ways to the file system; `nil` for the usual one.
  /// - Returns: the library, and what there is to say about it.
  /// - Throws: what keeps it from being used.
  package static func open(
    in folder: String,
    date: String,
    fileSystem: String? = nil
  ) throws(LibraryFailure) -> (store: LibraryStore, notice: String?) {
    if let fault = makePrivateFolder(folder) { throw LibraryFailure(fault.path, errno: fault.code) }
    let path = folder + "/" + name
    var notice: String?
    // Another reader may find the damage at the same time.
    for _ in 0..<3 {
      let file = FileMark(of: path)
      do throws(LibraryFailure) {
        return (try LibraryStore(path: path, fileSystem: fileSystem), notice)
      } catch {
        guard error.kind == .damaged else { throw error }
        if let kept = try setAside(path, if: file, folder: folder, date: date) {
          notice = "the library was damaged: it is kept as \(kept), and a new one is begun"
        }
      }
    }
    throw LibraryFailure(path, .damaged)
  }

  private init(path: String, fileSystem: String?) throws(LibraryFailure) {
    // SQLite makes its other files with the permissions of this one.
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LibraryFailure(path, errno: errno) }
    close(descriptor)
    database = try Database(path: path, fileSystem: fileSystem)
    database.setPatience(Self.patience)
    try prepare()
  }

  /// Ends what the library is doing for another thread, as soon as can be.
  package func interrupt() { database.interrupt() }

  // MARK: Shape

  private func prepare() throws(LibraryFailure) {
    // Has an effect only before there are any tables. What is wrong with the file comes out below.
    try? database.execute("PRAGMA auto_vacuum = INCREMENTAL")
    try database.execute("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY")
    // In the log of a write-ahead journal a commit waits for no disk; elsewhere that would be dangerous.
    try database.execute(try usesWriteAheadLog() ? "PRAGMA synchronous = NORMAL" : "PRAGMA synchronous = FULL")
    if try version() != LibrarySchema.steps.count { try migrate() }
    do throws(LibraryFailure) {
      for table in LibrarySchema.tables { try database.query("SELECT 1 FROM \(table) LIMIT 0").run() }
    } catch {
      // It says that it is ours, and is not.
      if case .other = error.kind { throw LibraryFailure(database.path, .damaged) }
      throw error
    }
  }

  /// Asks for a write-ahead log, by which readers and a writer do not wait for each other. Where the file system has no
  /// memory that programs share, as over a network, there is none.
  private func usesWriteAheadLog() throws(LibraryFailure) -> Bool {
    do throws(LibraryFailure) {
      return try journal("WAL") == "wal"
    } catch {
      guard case .other = error.kind else { throw error }
    }
    // It may have been written with such a log where that was possible.
    do throws(LibraryFailure) {
      return try journal("DELETE") == "wal"
    } catch {
      guard case .other = error.kind else { throw error }
      // Then one program at a time can have it.
      try database.execute("PRAGMA locking_mode = EXCLUSIVE")
      return try journal("WAL") == "wal"
    }
  }

  private func journal(_ mode: String) throws(LibraryFailure) -> String {
    let query = try database.query("PRAGMA journal_mode = \(mode)")
    defer { query.end() }
    return try query.next() ? query.text(0) : ""
  }

  private func version() throws(LibraryFailure) -> Int {
    let query = try database.query("PRAGMA user_version")
    defer { query.end() }
    return try query.next() ? Int(query.number(0)) : 0
  }

  private func migrate() throws(LibraryFailure) {
    try database.immediately { () throws(LibraryFailure) in
      // Another program may have been first.
      let version = try version()
      guard version <= LibrarySchema.steps.count else { throw LibraryFailure(database.path, .newer) }
      for step in LibrarySchema.steps.dropFirst(version) { try database.execute(step) }
      try database.execute("PRAGMA user_version = \(LibrarySchema.steps.count)")
    }
  }

  // MARK: Files

  /// Moves a damaged library away, unless another program has done that since `mark` was made.
  ///
  /// - Returns: what it is called now.
  private static func setAside(
    _ path: String,
    if mark: FileMark?,
    folder: String,
    date: String
  ) throws(LibraryFailure) -> String? {
    let lock = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { flock(lock, LOCK_EX) }
    guard FileMark(of: path) == mark else { return nil }
    var kept = "\(name).corrupt-\(date)"
    var number = 1
    while access(folder + "/" + kept, F_OK) == 0 {
      number += 1
      kept = "\(name).corrupt-\(date)-\(number)"
    }
    guard rename(path, folder + "/" + kept) == 0 else { throw LibraryFailure(path, errno: errno) }
    // The log belongs to it.
    for suffix in ["-wal", "-shm", "-journal"] { rename(path + suffix, folder + "/" + kept + suffix) }
    return kept
  }
}

/// By what a file is known to be the same one.
private struct FileMark: Equatable {
  private let device: UInt64
  private let node: UInt64

  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    (device, node) = (UInt64(status.st_dev), UInt64(status.st_ino))
  }
}

extension LibraryFailure {
  /// The failure that the system's `errno` tells of.
  fileprivate init(_ path: String, errno code: Int32) {
    switch code {
    case EACCES, EPERM, EROFS: self.init(path, .readOnly)
    case ENOSPC, EDQUOT: self.init(path, .full)
    default: self.init(path, .other(String(cString: strerror(code))))
    }
  }
}

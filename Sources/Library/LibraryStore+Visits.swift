import ReaderCore

/// What is remembered of a document.
struct DocumentRecord {
  var visited: Int64
  var place: StablePlace?
  var folds: RememberedFolds?
  var marks: [Unicode.Scalar: StablePlace] = [:]
  /// The comments that were ever there; `nil` where no visit has seen the document whole.
  var seen: KeySet?
  /// Those of them that were new on the last visit.
  var fresh = KeySet()
}

/// What a visit adds to what is remembered.
struct VisitChange {
  var title: String
  var origin: String
  var comments: Int
  var new: Int
  var place: StablePlace?
  /// What is folded now, and what was when it was stored last.
  var folds: (now: RememberedFolds, before: RememberedFolds)?
  /// Marks that were set since.
  var marks: [Unicode.Scalar: StablePlace] = [:]
  /// The comments that are there, and those of them that are new, once the document is whole.
  var thread: (all: KeySet, fresh: KeySet)?
}

extension LibraryStore {
  /// What is remembered of a document; `nil` where nothing is.
  func record(of identity: DocumentIdentity) throws(LibraryFailure) -> DocumentRecord? {
    let query = try database.query(
      """
      SELECT visited, place, folds, marks, seen, fresh FROM documents
      LEFT JOIN folds ON folds.document = id LEFT JOIN comments ON comments.document = id WHERE identity = ?
      """,
      .text(identity.text)
    )
    defer { query.end() }
    guard try query.next() else { return nil }
    var record = DocumentRecord(visited: query.number(0))
    record.place = StablePlace(bytes: query.bytes(1))
    record.folds = RememberedFolds(bytes: query.bytes(2))
    record.marks = MarkCoding.marks(of: query.bytes(3))
    if !query.isNull(4) { record.seen = KeySet(bytes: query.bytes(4)) }
    record.fresh = KeySet(bytes: query.bytes(5))
    return record
  }

  /// Adds to what is remembered of a document; what others have added meanwhile stays.
  ///
  /// - Parameter now: in seconds since 1970.
  /// - Returns: the number of the document.
  @discardableResult
  func save(_ change: VisitChange, of identity: DocumentIdentity, now: Int64) throws(LibraryFailure) -> Int64 {
    try database.immediately { () throws(LibraryFailure) in
      let (document, visited) = try note(change, of: identity, now: now)
      if let place = change.place {
        try database.query("UPDATE documents SET place = ? WHERE id = ?", .bytes(place.bytes), .number(document)).run()
      }
      if change.folds != nil || !change.marks.isEmpty { try merge(change, into: document) }
      if let comments = change.thread {
        try merge(comments.all, fresh: comments.fresh, into: document, isContinued: Visit.isContinued(visited, now))
      }
      return document
    }
  }

  /// Sees to it that there is a row for a document; gives its number, and when it was visited before.
  private func note(
    _ change: VisitChange,
    of identity: DocumentIdentity,
    now: Int64
  ) throws(LibraryFailure) -> (document: Int64, visited: Int64?) {
    let known = try database.query("SELECT id, visited FROM documents WHERE identity = ?", .text(identity.text))
    let before = try known.next() ? (id: known.number(0), visited: known.number(1)) : nil
    known.end()
    let values: [Query.Value] = [
      Query.Value(identity.source), .text(change.title), .text(change.origin), .number(now),
      .number(Int64(change.comments)), .number(Int64(change.new)),
    ]
    if let before {
      try database.query(
        "UPDATE documents SET source = ?, title = ?, origin = ?, visited = ?, comments = ?, new = ? WHERE id = ?",
        values + [.number(before.id)]
      ).run()
      return (before.id, before.visited)
    }
    try database.query(
      "INSERT INTO documents (source, title, origin, visited, comments, new, identity) VALUES (?, ?, ?, ?, ?, ?, ?)",
      values + [.text(identity.text)]
    ).run()
    return (database.lastRow, nil)
  }

  private func merge(_ change: VisitChange, into document: Int64) throws(LibraryFailure) {
    let query = try database.query("SELECT folds, marks FROM folds WHERE document = ?", .number(document))
    var folds: RememberedFolds?
    var marks: [Unicode.Scalar: StablePlace] = [:]
    if try query.next() {
      folds = RememberedFolds(bytes: query.bytes(0))
      marks = MarkCoding.marks(of: query.bytes(1))
    }
    query.end()
    if let (now, before) = change.folds { folds = folds.map { now.merged(into: $0, since: before) } ?? now }
    marks.merge(change.marks) { _, new in new }
    try database.query(
      "INSERT OR REPLACE INTO folds (document, folds, marks) VALUES (?, ?, ?)",
      .number(document),
      folds.map { .bytes($0.bytes) } ?? .null,
      .bytes(MarkCoding.bytes(of: marks))
    ).run()
  }

  private func merge(
    _ all: KeySet,
    fresh: KeySet,
    into document: Int64,
    isContinued: Bool
  ) throws(LibraryFailure) {
    let query = try database.query("SELECT seen, fresh FROM comments WHERE document = ?", .number(document))
    let stored = try query.next() ? (seen: KeySet(bytes: query.bytes(0)), fresh: KeySet(bytes: query.bytes(1))) : nil
    query.end()
    let seen = stored?.seen.union(all) ?? all
    let fresh = isContinued ? stored?.fresh.union(fresh) ?? fresh : fresh
    if let stored, stored.seen == seen, stored.fresh == fresh { return }
    try database.query(
      "INSERT OR REPLACE INTO comments (document, seen, fresh) VALUES (?, ?, ?)",
      .number(document),
      .bytes(seen.bytes),
      .bytes(fresh.bytes)
    ).run()
  }
}

/// A document of the library.
package struct LibraryDocument: Hashable, Sendable {
  /// Its number.
  package var number: Int64
  /// What it is known by.
  package var identity: DocumentIdentity
  /// What it is called.
  package var title: String
  /// A site, or the name of a file.
  package var origin: String
  /// When the last visit ended, in seconds since 1970.
  package var visited: Int64
  /// How many comments it has.
  package var comments: Int
  /// How many of them were new on the last visit.
  package var new: Int
  /// Whether its words are saved.
  package var hasText: Bool
}

/// A document in which something was found, and where.
package struct LibraryHit: Hashable, Sendable {
  /// Some words.
  package struct Part: Hashable, Sendable {
    /// The words, on one line.
    package var text: String
    /// Whether they are what was found, and not what stands around it.
    package var isHit: Bool
  }

  /// The document.
  package var document: LibraryDocument
  /// Where something was found in it.
  package var words: [Part]
}

extension LibraryStore {
  private static let columns = """
    SELECT id, identity, source, title, origin, visited, comments, new,
    EXISTS (SELECT 1 FROM texts WHERE texts.document = id) FROM documents
    """

  private func document(in query: Query) -> LibraryDocument {
    LibraryDocument(
      number: query.number(0),
      identity: DocumentIdentity(text: query.text(1), source: query.isNull(2) ? nil : query.text(2)),
      title: query.text(3),
      origin: query.text(4),
      visited: query.number(5),
      comments: Int(query.number(6)),
      new: Int(query.number(7)),
      hasText: query.number(8) == 1
    )
  }

  /// The documents, the one that was visited last first.
  package func documents(atMost count: Int = LibraryLimits.documents) throws(LibraryFailure) -> [LibraryDocument] {
    let query = try database.query(
      Self.columns + " ORDER BY visited DESC, id DESC LIMIT ?",
      .number(Int64(count))
    )
    var documents: [LibraryDocument] = []
    while try query.next() { documents.append(document(in: query)) }
    return documents
  }

  /// The document of a number.
  package func document(_ number: Int64) throws(LibraryFailure) -> LibraryDocument? {
    try first(Self.columns + " WHERE id = ?", .number(number))
  }

  /// The document of an identity.
  package func document(_ identity: DocumentIdentity) throws(LibraryFailure) -> LibraryDocument? {
    try first(Self.columns + " WHERE identity = ?", .text(identity.text))
  }

  /// The document that was read last from a path or an address.
  package func document(from source: String) throws(LibraryFailure) -> LibraryDocument? {
    try first(Self.columns + " WHERE source = ? ORDER BY visited DESC", .text(source))
  }

  private func first(_ text: String, _ value: Query.Value) throws(LibraryFailure) -> LibraryDocument? {
    let query = try database.query(text, value)
    defer { query.end() }
    return try query.next() ? document(in: query) : nil
  }

  /// Forgets a document: its words, and what is remembered of it.
  package func remove(_ number: Int64) throws(LibraryFailure) {
    try database.immediately { () throws(LibraryFailure) in
      try removePassages(of: number)
      try database.query("DELETE FROM documents WHERE id = ?", .number(number)).run()
    }
    try giveBack()
  }

  /// Gives room that is not used back to the file system.
  private func giveBack() throws(LibraryFailure) { try database.query("PRAGMA incremental_vacuum").run() }

  // MARK: Searching

  /// The most passages that are looked at, those first that fit best.
  private static let mostPassages = 1000

  /// The documents with words of what was typed, those first that fit best.
  ///
  /// - Complexity: that of the index; O(number of documents found) for their words
  package func search(_ typed: String, atMost count: Int = 20) throws(LibraryFailure) -> [LibraryHit] {
    guard let words = SearchText.query(typed) else { return [] }
    let rows = try database.query(
      "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
      .text(words),
      .number(Int64(Self.mostPassages))
    )
    var best: [Int64] = []
    var found: Set<Int64> = []
    while best.count < count, try rows.next() {
      if found.insert(rows.number(0) >> LibrarySchema.passageBits).inserted { best.append(rows.number(0)) }
    }
    rows.end()
    var hits: [LibraryHit] = []
    for row in best {
      guard let document = try document(row >> LibrarySchema.passageBits) else { continue }
      let snippet = try database.query(
        "SELECT snippet(passages, 1, ?, ?, '…', 24) FROM passages WHERE passages MATCH ? AND rowid = ?",
        .text(SearchText.startOfHit), .text(SearchText.endOfHit), .text(words), .number(row)
      )
      if try snippet.next() {
        hits.append(LibraryHit(document: document, words: Self.parts(of: SearchText.shown(snippet.text(0)))))
      }
      snippet.end()
    }
    return hits
  }

  /// A snippet as what was found and what stands around it, on one line.
  private static func parts(of snippet: String) -> [LibraryHit.Part] {
    var parts: [LibraryHit.Part] = []
    var text = ""
    var isHit = false
    func add() {
      if !text.isEmpty { parts.append(LibraryHit.Part(text: text, isHit: isHit)) }
      text = ""
    }
    for scalar in snippet.unicodeScalars {
      switch String(scalar) {
      case SearchText.startOfHit:
        add()
        isHit = true
      case SearchText.endOfHit:
        add()
        isHit = false
      case "\n", "\t": text.unicodeScalars.append(" ")
      default: text.unicodeScalars.append(scalar)
      }
    }
    add()
    return parts
  }

  // MARK: Forgetting

  /// Forgets what is older or more than ``LibraryLimits`` say.
  ///
  /// - Parameter now: in seconds since 1970.
  /// - Returns: how many documents, or words of them, were forgotten.
  @discardableResult
  package func expire(now: Int64) throws(LibraryFailure) -> Int {
    let oldest = now - Int64(LibraryLimits.days) * 86_400
    var count = 0
    for number in try numbers(
      """
      SELECT id FROM documents WHERE visited < ? OR
      id NOT IN (SELECT id FROM documents ORDER BY visited DESC LIMIT ?)
      """,
      .number(oldest),
      .number(Int64(LibraryLimits.documents))
    ) {
      try remove(number)
      count += 1
    }
    let all = try numbers("SELECT coalesce(sum(size), 0) FROM texts").first ?? 0
    var surplus = all - Int64(LibraryLimits.allTextBytes)
    guard surplus > 0 else { return count }
    let sizes = try database.query(
      "SELECT document, size FROM texts JOIN documents ON id = document ORDER BY visited"
    )
    var forgotten: [Int64] = []
    while surplus > 0, try sizes.next() {
      forgotten.append(sizes.number(0))
      surplus -= sizes.number(1)
    }
    sizes.end()
    for number in forgotten {
      try database.immediately { () throws(LibraryFailure) in
        try removePassages(of: number)
        try database.query("DELETE FROM texts WHERE document = ?", .number(number)).run()
      }
    }
    try giveBack()
    return count + forgotten.count
  }

  private func numbers(_ text: String, _ values: Query.Value...) throws(LibraryFailure) -> [Int64] {
    let query = try database.query(text, values)
    var numbers: [Int64] = []
    while try query.next() { numbers.append(query.number(0)) }
    return numbers
  }
}

import DocumentModel

extension LibraryStore {
  /// About so many bytes of a document are one passage of the index: words that are near one another. With fewer, to rank them
  /// takes longer.
  private static let passage = 16 << 10
  /// No more passages of a document are indexed.
  private static let mostPassages = 1 << Int(LibrarySchema.passageBits) - 1

  /// Saves the words of a document, unless they are saved already or too long.
  ///
  /// - Parameters:
  ///   - json: the document as Quire's own JSON.
  ///   - number: the document's number in the library.
  ///   - now: in seconds since 1970.
  /// - Returns: whether they are in the library now.
  /// - Complexity: O(length)
  @discardableResult
  package func save(
    text document: Document,
    json: [UInt8],
    of number: Int64,
    now: Int64
  ) throws(LibraryFailure) -> Bool {
    guard json.count <= LibraryLimits.textBytes else { return false }
    let hash = Int64(bitPattern: StableHash.of(json))
    let known = try database.query("SELECT hash FROM texts WHERE document = ?", .number(number))
    let isSaved = try known.next() && known.number(0) == hash
    known.end()
    if isSaved { return true }
    try database.immediately { () throws(LibraryFailure) in
      try removePassages(of: number)
      try database.query(
        "INSERT OR REPLACE INTO texts (document, saved, hash, size, json) VALUES (?, ?, ?, ?, ?)",
        .number(number), .number(now), .number(hash), .number(Int64(json.count)), .bytes(json)
      ).run()
      let title = SearchText.indexed(document.metadata.title ?? "")
      for (index, bytes) in Self.passages(of: document).enumerated() {
        try database.query(
          "INSERT INTO passages (rowid, title, words) VALUES (?, ?, ?)",
          .number(number << LibrarySchema.passageBits | Int64(index)),
          .text(title),
          .text(SearchText.indexed(document.string(in: bytes)))
        ).run()
      }
    }
    return true
  }

  /// The text in parts, cut where blocks end or, within very long ones, somewhere.
  static func passages(of document: Document) -> [Range<Int>] {
    let text = document.text
    var passages: [Range<Int>] = []
    var start = 0
    func add(upTo end: Int) {
      guard end > start, passages.count < mostPassages else { return }
      passages.append(start..<end)
      start = end
    }
    for node in document.nodes {
      let own = document.textRange(of: node)
      if own.upperBound - start > passage { add(upTo: own.lowerBound) }
      while own.upperBound - start > 2 * passage {
        var end = start + passage
        while end > start, text[end] & 0xc0 == 0x80 { end -= 1 }
        add(upTo: end > start ? end : start + passage)
      }
    }
    add(upTo: text.count)
    return passages.isEmpty ? [0..<0] : passages
  }

  func removePassages(of number: Int64) throws(LibraryFailure) {
    let first = number << LibrarySchema.passageBits
    try database.query(
      "DELETE FROM passages WHERE rowid BETWEEN ? AND ?",
      .number(first),
      .number(first + (1 << LibrarySchema.passageBits) - 1)
    ).run()
  }

  /// The saved text of a document, as Quire's own JSON, and when it was saved; `nil` where none is.
  package func text(of number: Int64) throws(LibraryFailure) -> (json: [UInt8], saved: Int64)? {
    let query = try database.query("SELECT json, saved FROM texts WHERE document = ?", .number(number))
    defer { query.end() }
    return try query.next() ? (query.bytes(0), query.number(1)) : nil
  }
}

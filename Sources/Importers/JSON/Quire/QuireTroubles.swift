import DocumentModel

/// What in Quire's JSON contradicts itself.
struct QuireTroubles {
  enum Kind: String, CaseIterable {
    case version = "a version of Quire's JSON that is not known; it is read as version 1"
    case depth = "the depth is not what the parents say; the parents count"
    case block = "a type of block that is not known; its words are shown as a paragraph"
    case text = "the text of a block is not that of the blocks in it; both are shown"
    case unclean = "control characters in a text; they were made visible or left out"
    case span = "a span that is not within its text; it was left out"
    case source = "the source of a quotation is not where it is said to be; it was left out"
  }

  private var first: [Kind: (offset: Int, count: Int)] = [:]

  /// Notes one.
  mutating func note(_ kind: Kind, at offset: Int) {
    first[kind, default: (offset, 0)].count += 1
  }

  /// A diagnostic a kind, at the place of the first.
  func diagnostics(for bytes: UnsafeBufferPointer<UInt8>) -> [Diagnostic] {
    var finder = PlaceFinder(bytes)
    return first.sorted { $0.value.offset < $1.value.offset }.map { kind, found in
      let place = finder.place(of: found.offset)
      let message = found.count == 1 ? kind.rawValue : "\(kind.rawValue); \(found.count) times, the first of them here"
      return Diagnostic(.warning, line: place.line, column: place.column, message)
    }
  }
}

import DocumentModel

/// What became of a range of the input.
package struct AccountEntry: Hashable, Sendable {
  /// A fact of the document or of a comment.
  package enum Field: String, Hashable, Sendable {
    case title, byline, site, published
    case author, displayName, date, score, speaker
    /// Other words of a head line: presence, avatar, number, role.
    case head
  }

  /// What a range is.
  package enum Kind: Hashable, Sendable {
    /// Text of the node.
    case text(NodeIndex)
    /// Text that became a fact.
    case field(Field)
    /// The sign or number of a list item.
    case listMarker
    /// `Quote:`, `wrote:`, `>` and what else says that words are quoted.
    case quotationMarker
    case whiteSpace
    /// Left out; `diagnostic` indexes ``Document/diagnostics``, where it is named.
    case furniture(diagnostic: Int)
    /// Nobody has said what became of it: a defect of the importer.
    case unaccounted
  }

  /// Bytes of the sanitised input.
  package var bytes: Range<Int>
  /// What became of them.
  package var kind: Kind
}

/// Keeps account of the input, when asked to.
struct Account {
  /// Nothing is kept while this is false.
  let isKept: Bool
  private var entries: [AccountEntry] = []

  init(isKept: Bool) { self.isKept = isKept }

  /// Says what became of `bytes`.
  mutating func add(_ bytes: Range<Int>, _ kind: AccountEntry.Kind) {
    guard isKept, !bytes.isEmpty else { return }
    entries.append(AccountEntry(bytes: bytes, kind: kind))
  }

  /// The whole account, in order and without gaps: what nobody accounted for is white space, or `unaccounted`.
  func closed(over text: SourceText) -> [AccountEntry] {
    var all: [AccountEntry] = []
    var position = 0
    for entry in entries.sorted(by: {
      ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
    }) {
      fill(position..<entry.bytes.lowerBound, of: text, into: &all)
      all.append(entry)
      position = max(position, entry.bytes.upperBound)
    }
    fill(position..<text.count, of: text, into: &all)
    return all
  }

  private func fill(_ gap: Range<Int>, of text: SourceText, into all: inout [AccountEntry]) {
    guard gap.lowerBound < gap.upperBound else { return }
    var index = gap.lowerBound
    var start = index
    var isWhite = true
    while index < gap.upperBound {
      let length = text[index] == 0x0a ? 1 : Line.whiteSpace(at: index, before: gap.upperBound, in: text)
      if (length > 0) != isWhite, index > start {
        all.append(AccountEntry(bytes: start..<index, kind: isWhite ? .whiteSpace : .unaccounted))
        start = index
      }
      isWhite = length > 0
      index += max(1, length)
    }
    all.append(AccountEntry(bytes: start..<gap.upperBound, kind: isWhite ? .whiteSpace : .unaccounted))
  }
}

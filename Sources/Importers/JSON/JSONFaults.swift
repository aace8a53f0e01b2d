import DocumentModel

/// What is wrong with a text in JSON, and where.
struct JSONFaults {
  /// What was found, and what became of it.
  enum Kind: String {
    case strayByte = "this is no JSON; it was skipped"
    case missingComma = "a comma is missing here; the text was read as if it were there"
    case needlessComma = "this comma separates nothing; it was skipped"
    case missingColon = "a colon is missing after a name; the text was read as if it were there"
    case missingValue = "a name without a value; it was read as null"
    case bareName = "a name without quotation marks; it was taken as it stands"
    case word = "a word that JSON does not know; it was kept as text"
    case number = "this is no number of JSON; it was kept as it stands"
    case escape = "an escape sequence that JSON does not know; it was kept as it stands"
    case control = "a control character that should be escaped; it was kept"
    case surrogate = "half of a character; it was replaced by U+FFFD"
    case strayEnd = "this closes nothing that is open; it was skipped"
    case wrongEnd = "this closes something further out; what is open in it was closed"
    case endInString =
      "the text ends in the middle of a string: it was cut; what there is is shown, read the whole of it"
    case end =
      "the text ends before all that is open is closed: it was cut; what there is is shown, read the whole of it"
    case tooLong = "the text is longer than 4 GiB; the rest was left out: read it in parts"
  }

  /// No more are named one by one.
  private static let maximumNamed = 20

  private var found: [(kind: Kind, offset: Int)] = []
  private var count = 0

  /// Whether there are none.
  var isEmpty: Bool { count == 0 }

  /// Notes one. A comma that separates nothing is known later than its place.
  mutating func note(_ kind: Kind, at offset: Int) {
    count += 1
    if found.count < Self.maximumNamed { found.append((kind, offset)) }
  }

  /// All of them, with their places in `bytes`.
  ///
  /// - Complexity: O(bytes before the last one named)
  func diagnostics(for bytes: UnsafeBufferPointer<UInt8>) -> [Diagnostic] {
    var finder = PlaceFinder(bytes)
    var result = found.sorted { $0.offset < $1.offset }.map { kind, offset in
      let place = finder.place(of: offset)
      return Diagnostic(.warning, line: place.line, column: place.column, kind.rawValue)
    }
    if count > found.count {
      let others = count - found.count
      result.append(Diagnostic(.warning, "\(others) more places are no JSON; they were read as well as could be"))
    }
    return result
  }
}

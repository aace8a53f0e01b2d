import LargePages

/// A text in JSON (RFC 8259) as one flat table: every value a row, in the order of the text.
///
/// The rows of what stands in an array or object follow its own, so that a walk is a loop and a value with all in it is
/// stepped over at once. Texts stay where they are in the bytes; a row is twelve bytes. The first row is a sequence of
/// all values that stand side by side: most texts have one, logs have one a line.
struct JSONTape {
  /// What a value is.
  enum Kind: UInt8 {
    /// The whole text.
    case sequence
    case object, array, string, number, `true`, `false`, null
    /// A word that JSON does not know: `NaN`, `None`, what damage left.
    case word
  }

  /// A value.
  private struct Row {
    /// The kind in the lowest four bits, then ``hasEscapes`` and ``isCut``, the number of the key above.
    var facts: UInt32
    /// Where it begins in the bytes; of a string what follows the quotation mark.
    var start: UInt32
    /// Where it ends in the bytes; for what has values in it the row after the last of them.
    var end: UInt32

    static let hasEscapes: UInt32 = 1 << 4
    static let isCut: UInt32 = 1 << 5
    static let keyShift: UInt32 = 6
  }

  /// More bytes are not read: places are kept in 32 bits.
  static let maximumBytes = Int(UInt32.max)

  /// The bytes that were read.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The names of members.
  private(set) var keys = JSONKeys()
  /// What is wrong with the text.
  var faults = JSONFaults()
  private var rows: [Row] = []

  /// An empty table of `bytes`, which have to outlive it.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // What is not used of large memory is not there.
    rows.reserveLargeCapacity(64 + bytes.count / 12)
    rows.append(Row(facts: UInt32(Kind.sequence.rawValue), start: 0, end: 1))
  }

  /// All values that stand side by side.
  var root: JSONNode { JSONNode(0) }

  /// How many rows there are.
  var count: Int { rows.count }

  // MARK: Making

  /// Adds a value, `end` of which is settled later where it holds others.
  mutating func append(
    _ kind: Kind,
    key: JSONKeys.Key,
    _ range: Range<Int>,
    hasEscapes: Bool = false,
    isCut: Bool = false
  ) {
    var facts = UInt32(kind.rawValue) | key.number << Row.keyShift
    if hasEscapes { facts |= Row.hasEscapes }
    if isCut { facts |= Row.isCut }
    let holdsOthers = kind == .object || kind == .array
    rows.append(
      Row(
        facts: facts,
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        end: UInt32(truncatingIfNeeded: holdsOthers ? rows.count + 1 : range.upperBound)
      )
    )
  }

  /// Ends the array or object of that row: nothing more comes in it.
  ///
  /// - Parameter isCut: whether the text ended before it did.
  mutating func close(_ row: Int, isCut: Bool) {
    rows[row].end = UInt32(truncatingIfNeeded: rows.count)
    if isCut { rows[row].facts |= Row.isCut }
  }

  /// The number of a key.
  mutating func key(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONKeys.Key { keys.insert(bytes) }

  // MARK: Asking

  /// What the value is.
  func kind(of node: JSONNode) -> Kind { Kind(rawValue: UInt8(rows[node.row].facts & 15)) ?? .null }

  /// The name of the member that the value is; ``JSONKeys/Key/none`` for an element of an array.
  func key(of node: JSONNode) -> JSONKeys.Key { JSONKeys.Key(rows[node.row].facts >> Row.keyShift) }

  /// Whether the text ended before the value did.
  func isCut(_ node: JSONNode) -> Bool { rows[node.row].facts & Row.isCut != 0 }

  /// Whether the string has escape sequences.
  func hasEscapes(_ node: JSONNode) -> Bool { rows[node.row].facts & Row.hasEscapes != 0 }

  /// Where the value begins in the bytes; what is in a string follows its quotation mark.
  func start(of node: JSONNode) -> Int { Int(rows[node.row].start) }

  /// The value after `node` and all that is in it.
  func end(of node: JSONNode) -> JSONNode {
    let row = rows[node.row]
    let kind = row.facts & 15
    let holdsOthers =
      kind == UInt32(Kind.object.rawValue) || kind == UInt32(Kind.array.rawValue)
      || kind == UInt32(Kind.sequence.rawValue)
    return holdsOthers ? JSONNode(Int(row.end)) : node.next
  }

  /// The bytes of a string as they stand, of a number or a word; none of other values.
  func scalar(_ node: JSONNode) -> UnsafeBufferPointer<UInt8> {
    switch kind(of: node) {
    case .string, .number, .word:
      let row = rows[node.row]
      return UnsafeBufferPointer(rebasing: bytes[Int(row.start)..<max(Int(row.start), Int(row.end))])
    default: return UnsafeBufferPointer(start: nil, count: 0)
    }
  }

  /// What stands directly in an object, an array or the whole.
  func children(of node: JSONNode) -> JSONChildren { JSONChildren(self, of: node) }

  /// The member of that name; the first, where there are several.
  ///
  /// - Complexity: O(members)
  func member(_ key: JSONKeys.Key?, of node: JSONNode) -> JSONNode? {
    guard let key, kind(of: node) == .object else { return nil }
    let end = end(of: node)
    var child = node.next
    while child < end {
      if self.key(of: child) == key { return child }
      child = self.end(of: child)
    }
    return nil
  }

  /// The member of that name.
  func member(_ name: StaticString, of node: JSONNode) -> JSONNode? { member(keys[name], of: node) }
}

/// The number of a value: its row.
struct JSONNode: Hashable, Comparable {
  let row: Int

  init(_ row: Int) { self.row = row }

  /// The row after it, whether or not there is one.
  var next: JSONNode { JSONNode(row + 1) }

  static func < (left: JSONNode, right: JSONNode) -> Bool { left.row < right.row }
}

/// What stands directly in a value, in order.
struct JSONChildren: Sequence, IteratorProtocol {
  private let tape: JSONTape
  private var child: JSONNode
  private let end: JSONNode

  init(_ tape: JSONTape, of node: JSONNode) {
    self.tape = tape
    end = tape.end(of: node)
    child = end == node.next ? end : node.next
  }

  mutating func next() -> JSONNode? {
    guard child < end else { return nil }
    defer { child = tape.end(of: child) }
    return child
  }
}

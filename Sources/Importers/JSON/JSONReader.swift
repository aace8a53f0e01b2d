/// Reads a text in JSON into a ``JSONTape``: one pass, in a loop, however deep it is.
///
/// What RFC 8259 does not allow is noted with its place, and read as what it was most likely meant to be: nothing that
/// is readable is lost to a comma, a cut or damage.
struct JSONReader {
  /// What may come next.
  private enum Expectation {
    /// A value, or the end of the array or of the text.
    case element
    /// A name, or the end of the object.
    case name
    case colon
    case value
    /// A comma, or the end of what is open.
    case separator
  }

  private var tape: JSONTape
  private let bytes: UnsafeBufferPointer<UInt8>
  private let count: Int
  /// Whether the bytes are all there are.
  private let isComplete: Bool
  private var meter: ProgressMeter
  private var index = 0
  /// The rows of the arrays and objects that are open, outermost first.
  private var open: [Int] = []
  /// How many of them are objects.
  private var openObjects = 0
  private var isCutInString = false
  private var expectation = Expectation.element
  /// The name of the member whose value comes next.
  private var key = JSONKeys.Key.none
  /// Where the comma was that came last, while nothing came after it.
  private var comma: Int?

  private init(_ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool, _ meter: ProgressMeter) {
    self.bytes = bytes
    self.isComplete = isComplete
    self.meter = meter
    count = min(bytes.count, JSONTape.maximumBytes)
    tape = JSONTape(bytes)
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { index = 3 }
  }

  /// The table of `bytes`, which have to outlive it.
  ///
  /// - Parameters:
  ///   - isComplete: whether they are all there are. If not, they may end anywhere, and what is cut at their end is
  ///     left out.
  ///   - meter: asks whether to go on.
  /// - Complexity: O(n)
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, isComplete: Bool, _ meter: ProgressMeter) -> JSONTape {
    var reader = JSONReader(bytes, isComplete: isComplete, meter)
    reader.read()
    return reader.tape
  }

  private mutating func read() {
    while true {
      while index < count, bytes[index].isJSONSpace { index += 1 }
      guard index < count, meter.mayGoOn(at: index) else { break }
      step(bytes[index])
    }
    finish()
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "}"), UInt8(ascii: "]"): close(byte)
    case UInt8(ascii: ","): readComma()
    case UInt8(ascii: ":"): readColon()
    default:
      if expectation == .separator {
        // Values on lines of their own need no comma between them.
        if !open.isEmpty { tape.faults.note(.missingComma, at: index) }
        expectSibling()
      }
      comma = nil
      if expectation == .colon {
        tape.faults.note(.missingColon, at: index)
        expectation = .value
      }
      if expectation == .name { readName(byte) } else { readValue(byte) }
    }
  }

  // MARK: Signs

  private mutating func readComma() {
    switch expectation {
    case .separator:
      comma = index
      expectSibling()
    case .colon, .value:
      tape.faults.note(.missingValue, at: index)
      append(.null, index..<index)
      expectSibling()
    case .element, .name: tape.faults.note(.needlessComma, at: index)
    }
    index += 1
  }

  private mutating func readColon() {
    if expectation == .colon { expectation = .value } else { tape.faults.note(.strayByte, at: index) }
    index += 1
  }

  /// What follows a comma.
  private mutating func expectSibling() {
    key = .none
    guard let last = open.last else {
      expectation = .element
      return
    }
    expectation = tape.kind(of: JSONNode(last)) == .object ? .name : .element
  }

  private mutating func close(_ byte: UInt8) {
    defer { index += 1 }
    let kind: JSONTape.Kind = byte == UInt8(ascii: "}") ? .object : .array
    guard kind == .object ? openObjects > 0 : open.count > openObjects,
      let level = open.lastIndex(where: { tape.kind(of: JSONNode($0)) == kind })
    else {
      tape.faults.note(.strayEnd, at: index)
      return
    }
    if expectation == .colon || expectation == .value {
      tape.faults.note(.missingValue, at: index)
      append(.null, index..<index)
    } else if let comma {
      tape.faults.note(.needlessComma, at: comma)
    }
    comma = nil
    if level < open.count - 1 { tape.faults.note(.wrongEnd, at: index) }
    while open.count > level {
      let last = open.removeLast()
      if tape.kind(of: JSONNode(last)) == .object { openObjects -= 1 }
      tape.close(last, isCut: false)
    }
    expectation = .separator
  }

  // MARK: Names and values

  private mutating func readName(_ byte: UInt8) {
    if byte == UInt8(ascii: "\"") {
      let string = readString()
      guard string.isClosed || isComplete else { return }
      let name = UnsafeBufferPointer(rebasing: bytes[string.range])
      if string.hasEscapes {
        key = JSONText.decoded(name).withUnsafeBufferPointer { tape.key($0) }
      } else {
        key = tape.key(name)
      }
      expectation = .colon
      return
    }
    let range = readWord()
    guard !range.isEmpty else { return skip() }
    tape.faults.note(.bareName, at: range.lowerBound)
    key = tape.key(UnsafeBufferPointer(rebasing: bytes[range]))
    expectation = .colon
  }

  private mutating func readValue(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""):
      let string = readString()
      // What a beginning ends in the middle of is known when more of it is.
      guard string.isClosed || isComplete else { return }
      append(.string, string.range, hasEscapes: string.hasEscapes, isCut: !string.isClosed)
    case UInt8(ascii: "{"):
      begin(.object)
      expectation = .name
    case UInt8(ascii: "["):
      begin(.array)
      expectation = .element
    default: readScalar(byte)
    }
  }

  private mutating func begin(_ kind: JSONTape.Kind) {
    let row = tape.count
    tape.append(kind, key: key, index..<index)
    open.append(row)
    if kind == .object { openObjects += 1 }
    key = .none
    index += 1
  }

  private mutating func append(
    _ kind: JSONTape.Kind,
    _ range: Range<Int>,
    hasEscapes: Bool = false,
    isCut: Bool = false
  ) {
    tape.append(kind, key: key, range, hasEscapes: hasEscapes, isCut: isCut)
    key = .none
    expectation = .separator
  }

  /// Reads a number, a literal, or what stands in the place of one.
  private mutating func readScalar(_ byte: UInt8) {
    let range = readWord()
    guard !range.isEmpty else { return skip() }
    guard range.upperBound < count || isComplete else { return }
    let word = UnsafeBufferPointer(rebasing: bytes[range])
    if byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) {
      if !JSONText.isNumber(word) { tape.faults.note(.number, at: range.lowerBound) }
      append(.number, range)
    } else if JSONText.isEqual(word, "null") {
      append(.null, range)
    } else if JSONText.isEqual(word, "true") {
      append(.true, range)
    } else if JSONText.isEqual(word, "false") {
      append(.false, range)
    } else {
      tape.faults.note(.word, at: range.lowerBound)
      append(.word, range)
    }
  }

  /// The bytes up to the next sign or white space.
  private mutating func readWord() -> Range<Int> {
    let start = index
    while index < count, !bytes[index].isJSONSpace, !bytes[index].isJSONSign { index += 1 }
    return start..<index
  }

  /// Steps over what can be nothing.
  private mutating func skip() {
    tape.faults.note(.strayByte, at: index)
    index += 1
  }

  // MARK: Strings

  /// Reads a string, whose quotation mark comes next.
  private mutating func readString() -> (range: Range<Int>, hasEscapes: Bool, isClosed: Bool) {
    let start = index + 1
    var hasEscapes = false
    index = start
    while true {
      index = JSONText.endOfPlain(bytes, from: index, before: count)
      guard index < count else {
        isCutInString = true
        if isComplete { tape.faults.note(.endInString, at: start - 1) }
        return (start..<count, hasEscapes, false)
      }
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return (start..<index - 1, hasEscapes, true)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        let escape = JSONText.Escape(bytes, at: index, before: count)
        if let fault = escape.fault, isComplete || index + 12 <= count { tape.faults.note(fault, at: index) }
        index += escape.length
      default:
        tape.faults.note(.control, at: index)
        index += 1
      }
    }
  }

  // MARK: The end

  private mutating func finish() {
    if isComplete, !open.isEmpty, !isCutInString, index >= count { tape.faults.note(.end, at: count) }
    if bytes.count > count { tape.faults.note(.tooLong, at: count) }
    while let last = open.popLast() { tape.close(last, isCut: true) }
    tape.close(0, isCut: false)
  }
}

extension UInt8 {
  /// White space of JSON.
  fileprivate var isJSONSpace: Bool { self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09 }

  /// What ends a word.
  fileprivate var isJSONSign: Bool {
    switch self {
    case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

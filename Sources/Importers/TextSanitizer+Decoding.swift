import DocumentModel

extension TextSanitizer {
  /// What had to be changed so far: where it happened first, in the text that is made, and how often.
  private struct Changes {
    enum Kind: Int, CaseIterable { case controls, illFormed, bidi }
    var counts = [0, 0, 0]
    var firsts = [0, 0, 0]

    mutating func note(_ kind: Kind, at offset: Int) {
      if counts[kind.rawValue] == 0 { firsts[kind.rawValue] = offset }
      counts[kind.rawValue] += 1
    }

    func diagnostics(for text: [UInt8]) -> [Diagnostic] {
      Kind.allCases.filter { counts[$0.rawValue] > 0 }.map { kind in
        let place = SourcePlace(of: firsts[kind.rawValue], in: text)
        let count = counts[kind.rawValue]
        let (noun, done) =
          switch kind {
          case .controls: ("control character", "shown as a symbol")
          case .illFormed: ("ill-formed byte sequence", "replaced by U+FFFD")
          case .bidi: ("bidirectional control", "left out")
          }
        return Diagnostic(
          kind == .illFormed ? .warning : .info,
          line: place.line,
          column: place.column,
          count == 1 ? "a \(noun) was \(done)" : "\(count) \(noun)s were \(done), the first of them here"
        )
      }
    }
  }

  static func sanitize(utf8 buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> SanitizedText {
    var out: [UInt8] = []
    out.reserveCapacity(buffer.count - start)
    var changes = Changes()
    // Where the last tab ended, and in which column: tabs are counted on from there, so that a line of tabs costs
    // O(n).
    var tabAnchor = (offset: 0, column: 0)
    var index = start
    while index < buffer.count {
      let end = endOfCleanRun(in: buffer, from: index)
      if end > index { out.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[index..<end])) }
      index = end
      guard index < buffer.count else { break }
      let byte = buffer[index]
      switch byte {
      case 0x09:
        let column = column(atEndOf: out, from: tabAnchor)
        let width = tabWidth - column % tabWidth
        for _ in 0..<width { out.append(0x20) }
        tabAnchor = (out.count, column + width)
        index += 1
      case 0x0d:
        out.append(0x0a)
        index += index + 1 < buffer.count && buffer[index + 1] == 0x0a ? 2 : 1
      case 0x0b, 0x0c:
        out.append(0x0a)
        index += 1
      case 0..<0x20, 0x7f:
        changes.note(.controls, at: out.count)
        append(0xe2, 0x90, byte == 0x7f ? 0xa1 : 0x80 + byte, to: &out)
        index += 1
      case 0xc2 where index + 1 < buffer.count && (0x80..<0xa0).contains(buffer[index + 1]):
        if buffer[index + 1] == 0x85 {
          out.append(0x0a)
        } else {
          changes.note(.controls, at: out.count)
          append(0xef, 0xbf, 0xbd, to: &out)
        }
        index += 2
      case 0xe2 where index + 2 < buffer.count && isRewritten(0xe2, buffer[index + 1], buffer[index + 2]):
        if buffer[index + 1] == 0x80, buffer[index + 2] < 0xaa {
          out.append(0x0a)
        } else {
          changes.note(.bidi, at: out.count)
        }
        index += 3
      default:
        changes.note(.illFormed, at: out.count)
        append(0xef, 0xbf, 0xbd, to: &out)
        index += lengthOfIllFormed(in: buffer, at: index)
      }
    }
    return SanitizedText(bytes: out, diagnostics: changes.diagnostics(for: out))
  }

  private static func append(_ first: UInt8, _ second: UInt8, _ third: UInt8, to out: inout [UInt8]) {
    out.append(first)
    out.append(second)
    out.append(third)
  }

  static func sanitize(utf16 buffer: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> SanitizedText {
    let units = stride(from: 2, to: buffer.count - 1, by: 2).lazy.map { index in
      let (first, second) = (UInt16(buffer[index]), UInt16(buffer[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(buffer.count)
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { decoded.append($0) }
    // An odd byte at the end is half a character.
    if buffer.count % 2 == 1 { decoded.append(contentsOf: [0xef, 0xbf, 0xbd]) }
    return decoded.withUnsafeBufferPointer { sanitize(utf8: $0, from: 0) }
  }

  /// The end of the bytes from `index` on that can be taken as they are.
  private static func endOfCleanRun(in buffer: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    let raw = UnsafeRawBufferPointer(buffer)
    let count = buffer.count
    var index = index
    while index < count {
      // Eight bytes at once: none below space, none DEL, none outside ASCII (Hacker's Delight, 6-1, "hasless").
      while index + 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let below = (word &- 0x2020_2020_2020_2020) & ~word
        let delete = ((word ^ 0x7f7f_7f7f_7f7f_7f7f) &- 0x0101_0101_0101_0101) & ~(word ^ 0x7f7f_7f7f_7f7f_7f7f)
        guard (below | delete | word) & 0x8080_8080_8080_8080 == 0 else { break }
        index += 8
      }
      guard index < count else { break }
      let byte = buffer[index]
      if byte < 0x80 {
        guard byte >= 0x20 && byte != 0x7f || byte == 0x0a else { return index }
        index += 1
        continue
      }
      let length = lengthOfScalar(in: buffer, at: index)
      if length == 0 { return index }
      if length == 2, byte == 0xc2, buffer[index + 1] < 0xa0 { return index }
      if byte == 0xe2, isRewritten(byte, buffer[index + 1], buffer[index + 2]) { return index }
      index += length
    }
    return count
  }

  /// LS, PS, and the bidi controls that open or close something.
  private static func isRewritten(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 ? (0xa8...0xae).contains(third) : second == 0x81 && (0xa6...0xa9).contains(third)
  }

  /// The number of bytes of the well-formed scalar at `index` (Unicode 17.0, table 3-7); 0 when it is ill-formed.
  private static func lengthOfScalar(in buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = buffer[index]
    func isContinued(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xbf) -> Bool {
      index + distance < buffer.count && range.contains(buffer[index + distance])
    }
    switch first {
    case 0xc2...0xdf: return isContinued(1) ? 2 : 0
    case 0xe0...0xef:
      let second: ClosedRange<UInt8> = first == 0xe0 ? 0xa0...0xbf : first == 0xed ? 0x80...0x9f : 0x80...0xbf
      return isContinued(1, second) && isContinued(2) ? 3 : 0
    case 0xf0...0xf4:
      let second: ClosedRange<UInt8> = first == 0xf0 ? 0x90...0xbf : first == 0xf4 ? 0x80...0x8f : 0x80...0xbf
      return isContinued(1, second) && isContinued(2) && isContinued(3) ? 4 : 0
    default: return 0
    }
  }

  /// The number of bytes of the maximal subpart of an ill-formed sequence: what could have begun a scalar, at least
  /// one byte.
  private static func lengthOfIllFormed(in buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = buffer[index]
    guard (0xe0...0xf4).contains(first), index + 1 < buffer.count else { return 1 }
    let second: ClosedRange<UInt8> =
      switch first {
      case 0xe0: 0xa0...0xbf
      case 0xed: 0x80...0x9f
      case 0xf0: 0x90...0xbf
      case 0xf4: 0x80...0x8f
      default: 0x80...0xbf
      }
    guard second.contains(buffer[index + 1]) else { return 1 }
    guard first >= 0xf0, index + 2 < buffer.count, (0x80...0xbf).contains(buffer[index + 2]) else { return 2 }
    return 3
  }

  private static func column(atEndOf out: [UInt8], from anchor: (offset: Int, column: Int)) -> Int {
    var column = 0
    var index = out.count
    while index > anchor.offset {
      index -= 1
      if out[index] == 0x0a { return column }
      if out[index] & 0xc0 != 0x80 { column += 1 }
    }
    return anchor.column + column
  }
}

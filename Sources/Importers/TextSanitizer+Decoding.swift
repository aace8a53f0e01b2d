import DocumentModel
import LargePages

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
    out.reserveLargeCapacity(buffer.count - start)
    var changes = Changes()
    // Where the last tab ended, and in which column: tabs are counted on from there, so that a line of tabs costs
    // O(n).
    var tabAnchor = (offset: 0, column: 0)
    var index = start
    while index < buffer.count {
      let end = CleanText.end(in: buffer, from: index)
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
      case 0xe2 where index + 2 < buffer.count && CleanText.isUnclean(0xe2, buffer[index + 1], buffer[index + 2]):
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
    decoded.reserveLargeCapacity(buffer.count)
    _ = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: false) { decoded.append($0) }
    // An odd byte at the end is half a character.
    if buffer.count % 2 == 1 { decoded.append(contentsOf: [0xef, 0xbf, 0xbd]) }
    return decoded.withUnsafeBufferPointer { sanitize(utf8: $0, from: 0) }
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

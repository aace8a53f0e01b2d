// What Markdown takes for marks, by CommonMark 0.31 and what GitHub adds to it.
extension MarkdownWriter {
  /// Writes words so that nothing in them is a mark.
  mutating func writeEscaped(_ bytes: Span<UInt8>, in place: Place, lineBreak: Place) {
    var clean = 0
    var isLineStart = place == .block
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") {
        output.writeVisible(bytes.extracting(clean..<max(clean, end(ofLine: bytes, before: index))))
        writeBreak(in: lineBreak)
        index += 1
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
        clean = index
        isLineStart = lineBreak == .block || lineBreak == .rest || lineBreak == .link
        continue
      }
      if isLineStart, let dot = Self.markerEnd(in: bytes, from: index) {
        output.writeVisible(bytes.extracting(clean..<dot))
        output.write("\\")
        (clean, index) = (dot, dot + 1)
        isLineStart = false
        continue
      }
      if needsEscape(byte, at: index, in: bytes, place: place, isLineStart: isLineStart) {
        output.writeVisible(bytes.extracting(clean..<index))
        output.write("\\")
        clean = index
      }
      isLineStart = false
      index += 1
    }
    output.writeVisible(bytes.extracting(clean..<bytes.count))
  }

  private func end(ofLine bytes: Span<UInt8>, before end: Int) -> Int {
    var end = end
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end
  }

  private mutating func writeBreak(in place: Place) {
    switch place {
    case .heading, .cell: output.write("<br>")
    case .block, .rest, .link:
      output.write("\\\n")
      beginLine()
    }
  }

  private func needsEscape(_ byte: UInt8, at index: Int, in bytes: Span<UInt8>, place: Place, isLineStart: Bool) -> Bool
  {
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "~"): return true
    case UInt8(ascii: "]"): return place == .link
    case UInt8(ascii: "_"):
      // Within a word it marks nothing.
      guard index > 0, let next else { return true }
      return !(Self.isWord(bytes[index - 1]) && Self.isWord(next))
    case UInt8(ascii: "<"): return next.map { Self.isWord($0) || "/!?".utf8.contains($0) } ?? true
    case UInt8(ascii: "&"): return next.map { Self.isWord($0) || $0 == UInt8(ascii: "#") } ?? true
    // Before a link it would make a picture of it.
    case UInt8(ascii: "!"): return next == nil
    case UInt8(ascii: "|"): return place == .cell || place == .link || isLineStart
    case UInt8(ascii: "#"): return isLineStart || place == .heading
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: ":"):
      return isLineStart
    default: return false
    }
  }

  /// Where the dot or bracket stands of what would be the number of an entry.
  private static func markerEnd(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < bytes.count, index < start + 10, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
    else {
      return nil
    }
    return index
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

/// Keeps Markdown within what can be read in time.
///
/// md4c looks at every open block at every blank line. Deep nesting with many blank lines below it would cost their
/// product.
enum MarkdownBounds {
  /// A line that opens more blocks than this is not meant to.
  private static let maximumMarks = 100
  /// More blank lines that follow each other are left out.
  private static let maximumBlankLines = 100

  /// `text` with no more blank lines together than there may be; `nil` where a line opens too many blocks.
  ///
  /// - Complexity: O(n)
  static func text(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var blankLines = 0
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0a, text[end] != 0x0d { end += 1 }
      let line = UnsafeBufferPointer(rebasing: text[start..<end])
      let next = min(text.count, end + 1)
      blankLines = line.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? blankLines + 1 : 0
      guard opensFewBlocks(line) else { return nil }
      if blankLines <= maximumBlankLines { kept.append(contentsOf: text[start..<next]) }
      start = next
    }
    return kept
  }

  private static func opensFewBlocks(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > maximumMarks else { return true }
    var marks = 0
    for (index, byte) in line.enumerated() {
      switch byte {
      case 0x20, 0x09: continue
      case UInt8(ascii: ">"): marks += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"):
        guard index + 1 == line.count || line[index + 1] == 0x20 || line[index + 1] == 0x09 else { return true }
        marks += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      default: return true
      }
      if marks > maximumMarks { return isRule(line) }
    }
    return true
  }

  /// Whether a line is nothing but one sign again and again.
  private static func isRule(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let signs = Set(line.filter { $0 != 0x20 && $0 != 0x09 })
    return signs == [UInt8(ascii: "-")] || signs == [UInt8(ascii: "*")]
  }
}

import TerminalModel

/// One line of wrapped text: a range of bytes, and the columns it takes.
package struct WrappedLine: Hashable, Sendable {
  /// The offset of the first byte of the line.
  package var start: Int
  /// The offset after the last byte shown: spaces at the break and the newline are left out.
  package var end: Int
  /// The columns from `start` to `end`.
  package var width: Int

  /// A line from `start` to `end` that takes `width` columns.
  package init(start: Int, end: Int, width: Int) {
    self.start = start
    self.end = end
    self.width = width
  }
}

/// Makes lines of paragraphs.
///
/// A line takes as many words as fit (greedy, as terminals' users know it from `fold -s` and `fmt`), and ends where
/// ``LineBreaker`` allows it and a grapheme cluster starts. Where not even one word fits, it is broken between
/// clusters; where not even one cluster fits, between its display clusters.
package enum LineWrapper {
  /// Wraps `text[range]` to `width` columns, at least 1.
  ///
  /// Line breaks in the text ("\n", and what else UAX #14 calls mandatory) are forced; one at the very end opens no
  /// further line. `firstIndent` columns of the first line are already taken; where the first word does not fit behind
  /// them, that line is empty. Offsets are absolute in `text`. An empty range gives one empty line.
  ///
  /// Every byte of the range is in one line or is white space between two, and lines are in order. No line is wider
  /// than `width`, but for a display cluster of 2 columns alone on its line where `width` is 1. No line holds more than
  /// ``mostBytes(inColumns:)``, even if it has to end within a cluster. Complexity: O(n).
  package static func wrap(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    width: Int,
    firstIndent: Int = 0
  ) -> [WrappedLine] {
    let width = max(1, width)
    let end = range.upperBound
    var lines: [WrappedLine] = []
    lines.reserveCapacity(range.count / width + 1)
    var start = range.lowerBound
    var room = width - max(0, firstIndent)
    var scanner = LineScanner(at: start)
    let answers = ASCIILineBreaking.answers
    repeat {
      if start < end, room > 0, start == range.lowerBound || endsWord(text[start - 1]),
        let ascii = ASCIILine(in: text, from: start, to: end, room: room, answers: answers.span)
      {
        lines.append(ascii.line)
        start = ascii.next
      } else {
        if scanner.offset != start { scanner = LineScanner(at: start) }
        lines.append(scanner.nextLine(in: text, to: end, room: room, isIndented: room < width))
        start = scanner.offset
      }
      room = width
    } while start < end
    return lines
  }

  /// The most bytes that a line shows: several marks on each letter. A letter with a megabyte of marks would otherwise be read
  /// with every frame.
  static func mostBytes(inColumns columns: Int) -> Int { 16 * max(columns, 16) }

  /// Whether what follows `byte` can be wrapped without knowledge of what is before it.
  @inline(__always)
  private static func endsWord(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }

  /// Preformatted text: one line per "\n", never wrapped; widths are measured.
  ///
  /// A newline at the very end opens no further line. Spaces at the end of a line are kept. Complexity: O(n).
  package static func lines(_ text: Span<UInt8>, _ range: Range<Int>) -> [WrappedLine] {
    var lines: [WrappedLine] = []
    var start = range.lowerBound
    repeat {
      var end = start
      while end < range.upperBound, text[end] != UInt8(ascii: "\n") { end += 1 }
      lines.append(WrappedLine(start: start, end: end, width: DisplayWidth.columns(of: text, start..<end)))
      start = end + 1
    } while start < range.upperBound
    return lines
  }
}

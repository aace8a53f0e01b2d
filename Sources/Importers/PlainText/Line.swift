import Glibc

/// One line of a sanitised text, measured: byte offsets into the text.
struct Line: Hashable, Sendable {
  /// The first byte.
  var start: Int
  /// The first byte that is not white space; `textEnd` for a blank line.
  var textStart: Int
  /// After the last byte that is not white space.
  var textEnd: Int
  /// The line feed, or the end of the text.
  var end: Int
  /// Columns of white space before the text. An ideographic space counts two, every other character one.
  var indent: Int

  /// Whether there is nothing but white space.
  var isBlank: Bool { textStart == textEnd }
  /// The bytes without the white space around them.
  var text: Range<Int> { textStart..<textEnd }
  /// Number of bytes of the text.
  var count: Int { textEnd - textStart }
  /// Where the next line begins; past the end of the text for the last.
  var next: Int { end + 1 }
}

extension Line {
  /// The line that begins at `start` of `text`.
  ///
  /// - Complexity: O(length of the line), eight bytes at a time.
  init(at start: Int, in text: SourceText) {
    let end = Self.lineFeed(from: start, in: text)
    var first = text.endOfSpaces(from: start, to: end)
    var indent = first - start
    while first < end, text[first] > 0x7f {
      let length = Self.whiteSpace(at: first, before: end, in: text)
      if length == 0 { break }
      indent += length == 3 && text[first] == 0xe3 ? 2 : 1
      let next = text.endOfSpaces(from: first + length, to: end)
      indent += next - first - length
      first = next
    }
    var last = end
    while last > first {
      let length = Self.whiteSpace(endingAt: last, after: first, in: text)
      if length == 0 { break }
      last -= length
    }
    self.init(start: start, textStart: first, textEnd: last, end: end, indent: indent)
  }

  /// The offset of the first line feed at or after `start`; the end of the text without one.
  static func lineFeed(from start: Int, in text: SourceText) -> Int {
    text.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, start < raw.count else { return raw.count }
      // The library's own is several times faster than eight bytes at a time.
      return memchr(base + start, 0x0a, raw.count - start).map { UnsafeRawPointer($0) - base } ?? raw.count
    }
  }

  /// The number of bytes of the white space at `index`; 0 when something else stands there.
  static func whiteSpace(at index: Int, before end: Int, in text: SourceText) -> Int {
    switch text[index] {
    case 0x20: 1
    case 0xc2: index + 1 < end && text[index + 1] == 0xa0 ? 2 : 0
    case 0xe2, 0xe3, 0xef: index + 2 < end && isWhiteSpace(text[index], text[index + 1], text[index + 2]) ? 3 : 0
    default: 0
    }
  }

  private static func whiteSpace(endingAt end: Int, after start: Int, in text: SourceText) -> Int {
    let byte = text[end - 1]
    if byte == 0x20 { return 1 }
    guard byte >= 0x80 else { return 0 }
    if byte == 0xa0, end - 2 >= start, text[end - 2] == 0xc2 { return 2 }
    return end - 3 >= start && isWhiteSpace(text[end - 3], text[end - 2], byte) ? 3 : 0
  }

  /// The spaces of general punctuation, ideographic space, byte order mark.
  private static func isWhiteSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xe2, 0x80): third <= 0x8b || third == 0xaf
    case (0xe2, 0x81): third == 0x9f
    case (0xe3, 0x80): third == 0x80
    case (0xef, 0xbb): third == 0xbf
    default: false
    }
  }
}

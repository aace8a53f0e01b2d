import DocumentModel

/// The text of a paragraph while it is put together: white space collapsed as CSS does, stretches marked.
struct InlineText {
  /// Stretches within stretches beyond this are not marked: no page means them.
  private static let maximumNesting = 16

  /// The text so far: UTF-8, clean, no space at its beginning, never two in a row.
  private(set) var bytes: [UInt8] = []
  private(set) var spans: [TextSpan] = []
  /// The stretches that are open, outermost first, and where they began.
  private var open: [(role: TextSpan.Role, start: Int)] = []
  /// How many more are open, but not marked.
  private var unmarked = 0

  /// Whether there is nothing to be seen.
  var isEmpty: Bool { bytes.isEmpty }

  /// Whether there is nothing but spaces that do not collapse.
  var isBlank: Bool {
    var index = 0
    while index < bytes.count {
      if Self.isSpace(bytes[index]) {
        index += 1
      } else if bytes[index] == 0xc2, index + 1 < bytes.count, bytes[index + 1] == 0xa0 {
        index += 2
      } else {
        return false
      }
    }
    return true
  }

  /// White space of HTML (section 2.3.1 of "Infra").
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d || byte == 0x0c
  }

  // MARK: Adding

  /// Adds text of the page.
  ///
  /// - Complexity: O(length); words in ASCII are copied together.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      if Self.isSpace(text[index]) {
        appendSpace()
        index += 1
        continue
      }
      let start = index
      index = Self.endOfTidyWords(text, from: index)
      while index < text.count, Self.isTidy(text, at: index) { index += 1 }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      let other = index
      while index < text.count, !Self.isSpace(text[index]) { index += 1 }
      if index > other { appendOther(UnsafeBufferPointer(rebasing: text[other..<index])) }
    }
  }

  /// Up to where bytes from `index` on, which is no space or the only one before a word, are surely tidy: eight of them
  /// at a time (Hacker's Delight, 6-1).
  private static func endOfTidyWords(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest = ones << 7
    let raw = UnsafeRawBufferPointer(text)
    var index = index
    while index + 8 <= text.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let isControl = (word &- ones << 5) & ~word
      let isDelete = ((word ^ ones &* 0x7f) &- ones) & ~(word ^ ones &* 0x7f)
      guard (word | isControl | isDelete) & highest == 0 else { return index }
      // None has its highest bit: each of these is exact.
      let spaces = ~((word ^ ones << 5) &+ ones &* 0x7f) & highest
      guard spaces & spaces >> 8 == 0 else { return index }
      // After a space at the end comes what has yet to be looked at.
      index += spaces >> 63 == 0 ? 8 : 7
    }
    return index
  }

  /// Whether a byte is of a word in ASCII, or the only space before one.
  private static func isTidy(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7f }
    return isLetter(text[index]) || text[index] == 0x20 && index + 1 < text.count && isLetter(text[index + 1])
  }

  /// Adds words of the program's own.
  mutating func append(_ words: String) { bytes.append(contentsOf: words.utf8) }

  /// Adds a space, unless nothing or a space stands before it.
  mutating func appendSpace() {
    guard let last = bytes.last, last != 0x20, last != 0x0a else { return }
    bytes.append(0x20)
  }

  /// Adds a line break.
  ///
  /// - Returns: false where there was one already: the paragraph ends here.
  mutating func appendLineBreak() -> Bool {
    if bytes.last == 0x20 { bytes.removeLast() }
    guard let last = bytes.last else { return true }
    guard last != 0x0a else { return false }
    bytes.append(0x0a)
    return true
  }

  private mutating func appendOther(_ word: UnsafeBufferPointer<UInt8>) {
    if CleanText.end(in: word) == word.count {
      appendVisible(word)
    } else {
      TextSanitizer.sanitize(word.span).bytes.withUnsafeBufferPointer { appendVisible($0) }
    }
  }

  /// Adds clean text without what only says where words may be broken: soft hyphens, zero-width spaces, word joiners.
  private mutating func appendVisible(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      let second = index + 1 < text.count ? text[index + 1] : 0
      let third = index + 2 < text.count ? text[index + 2] : 0
      switch (byte, second, third) {
      case (0xc2, 0xad, _): index += 2
      case (0xe2, 0x80, 0x8b), (0xe2, 0x81, 0xa0), (0xef, 0xbb, 0xbf): index += 3
      case (0x0a, _, _), (0x20, _, _):
        appendSpace()
        index += 1
      default:
        bytes.append(byte)
        index += 1
      }
    }
  }

  // MARK: Marking

  /// Begins a stretch.
  ///
  /// - Parameter isFresh: whether what is there will be gone before more is added.
  mutating func begin(_ role: TextSpan.Role, isFresh: Bool) {
    guard open.count < Self.maximumNesting, unmarked == 0 else {
      unmarked += 1
      return
    }
    open.append((role, isFresh ? 0 : bytes.count))
  }

  /// Ends the stretch begun last.
  ///
  /// - Parameter isFresh: whether it has been marked already, and nothing was added since.
  mutating func end(isFresh: Bool) {
    guard unmarked == 0 else {
      unmarked -= 1
      return
    }
    guard let (role, start) = open.popLast(), !isFresh else { return }
    mark(role, from: start)
  }

  /// Marks the text from `start` on, without the spaces around it.
  mutating func mark(_ role: TextSpan.Role, from start: Int) {
    var (start, end) = (start, bytes.count)
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end else { return }
    // Marks of the same kind around one another are one.
    if let last = spans.last, last.role == role, last.bytes.lowerBound >= start { spans.removeLast() }
    spans.append(TextSpan(bytes: start..<end, role: role))
  }

  /// Ends the text here: what is open is marked up to its end, and is open still for what follows.
  mutating func finish() {
    for index in open.indices.reversed() {
      mark(open[index].role, from: open[index].start)
      open[index].start = 0
    }
    while let last = bytes.last, Self.isSpace(last) { bytes.removeLast() }
  }

  /// Forgets the text, to begin another one.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }

  /// Takes the first line away, when it is not the only one.
  ///
  /// - Returns: its bytes.
  mutating func removeFirstLine() -> [UInt8] {
    let end = bytes.firstIndex(of: 0x0a) ?? bytes.count
    let line = Array(bytes[..<end])
    let next = min(end + 1, bytes.count)
    bytes.removeFirst(next)
    spans = spans.compactMap { span in
      guard span.bytes.upperBound > next else { return nil }
      let start = max(span.bytes.lowerBound, next) - next
      return TextSpan(bytes: start..<span.bytes.upperBound - next, role: span.role)
    }
    return line
  }
}

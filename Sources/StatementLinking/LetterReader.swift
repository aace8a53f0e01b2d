/// A letter or digit of a text, without its case.
struct Letter {
  /// The scalar, lower-cased; never 0.
  var value: UInt32
  /// Where it stands, in bytes.
  var bytes: Range<Int>
  /// Whether a word begins with it.
  var startsWord: Bool
}

/// Reads the letters of stretches of a text and passes over everything else.
///
/// What is compared is letters, not words: extractors lose spaces, and many scripts have none. Words matter only as
/// places where a quotation may begin and end.
struct LetterReader {
  private let text: [UInt8]
  private var offset = 0
  private var end = 0
  private var previousEnd = -1
  private var folding = LetterFolding()

  /// A reader of `text`, which is UTF-8, before any stretch is chosen.
  init(_ text: [UInt8]) { self.text = text }

  /// Goes on with the letters of `bytes`; the first of them begins a word.
  mutating func read(_ bytes: Range<Int>) {
    offset = bytes.lowerBound
    end = bytes.upperBound
    previousEnd = -1
  }

  /// The next letter; `nil` at the end of the stretch.
  @inline(__always)
  mutating func next() -> Letter? {
    while offset < end {
      let start = offset
      let byte = text[offset]
      let value: UInt32
      if byte < 0x80 {
        offset += 1
        value = LetterFolding.letter(ofASCII: byte)
      } else {
        value = folding.letter(of: nextScalar())
      }
      guard value != 0 else { continue }
      let startsWord = start != previousEnd || LetterFolding.standsAlone(value)
      previousEnd = offset
      return Letter(value: value, bytes: start..<offset, startsWord: startsWord)
    }
    return nil
  }

  /// Decodes one scalar. The text is UTF-8, but a stretch that ends inside a scalar must not run over.
  private mutating func nextScalar() -> UInt32 {
    let first = text[offset]
    offset += 1
    guard first >= 0xc0 else { return UInt32(first) & 0x7f }
    let length = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
    var scalar = UInt32(first) & (0x3f >> UInt32(length))
    for _ in 0..<length where offset < end {
      scalar = scalar << 6 | UInt32(text[offset] & 0x3f)
      offset += 1
    }
    return scalar
  }
}

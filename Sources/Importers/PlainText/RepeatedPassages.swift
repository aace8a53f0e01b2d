/// Finds words that stand, word for word, in the article or in a comment further up.
struct RepeatedPassages {
  /// A passage of fewer bytes is repeated by chance too often.
  static let minimumBytes = 24
  /// No more of an article than this is looked through, in bytes.
  static let maximumArticle = 1 << 20
  /// No more of a comment than this is looked through, in bytes.
  static let maximumComment = 4096

  private let text: SourceText
  private let article: Range<Int>
  /// Where words begin in the article, by the hash of the 16 bytes from there on; made when first asked for.
  private var slots: [Int32] = []
  private var isIndexed = false

  /// - Parameter article: the bytes of the article.
  init(_ text: SourceText, article: Range<Int>) {
    self.text = text
    self.article =
      article.prefix(Self.maximumArticle).startIndex..<min(article.upperBound, article.lowerBound + Self.maximumArticle)
  }

  /// Whether the words of `passage` may be looked for: there are at least four of them.
  func isLongEnough(_ passage: Range<Int>) -> Bool {
    guard passage.count >= Self.minimumBytes else { return false }
    var words = 1
    for index in passage where text[index] == 0x20 && text[index - 1] != 0x20 {
      words += 1
      if words >= 4 { return true }
    }
    // Scripts without spaces.
    return text[passage].count { $0 >= 0xe3 } >= 8
  }

  /// Whether `passage` stands in the article, white space aside.
  ///
  /// - Complexity: O(length of the passage), and once O(length of the article)
  mutating func isInArticle(_ passage: Range<Int>) -> Bool {
    index()
    guard !slots.isEmpty, passage.count >= 16 else { return false }
    var slot = Int(truncatingIfNeeded: hash(at: passage.lowerBound)) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isSame(passage, at: Int(slots[slot]), before: article.upperBound) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Whether `passage` stands in `range`, white space aside.
  ///
  /// - Complexity: O(length of the range)
  func isIn(_ range: Range<Int>, _ passage: Range<Int>) -> Bool {
    guard passage.count >= 8, range.count >= 8 else { return false }
    let end = min(range.upperBound, range.lowerBound + Self.maximumComment)
    let first = word(at: passage.lowerBound)
    var index = range.lowerBound
    while let place = place(of: first, from: index, to: end) {
      if isSame(passage, at: place, before: range.upperBound) { return true }
      index = place + 1
    }
    return false
  }

  /// Where the eight bytes `word` stand between `start` and `end`.
  ///
  /// - Complexity: O(length), sixteen places at a time.
  private func place(of word: UInt64, from start: Int, to end: Int) -> Int? {
    text.withUnsafeBytes { raw in
      let bytes = unsafeBitCast(word.littleEndian, to: SIMD8<UInt8>.self)
      let (head, tail) = (SIMD16<UInt8>(repeating: bytes[0]), SIMD16<UInt8>(repeating: bytes[7]))
      var index = start
      while index + 23 <= end {
        let isHead = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== head
        let isTail = raw.loadUnaligned(fromByteOffset: index + 7, as: SIMD16<UInt8>.self) .== tail
        let both = unsafeBitCast(isHead .& isTail, to: SIMD2<UInt64>.self)
        if both[0] | both[1] != 0 {
          for place in index..<(index + 16)
          where raw.loadUnaligned(fromByteOffset: place, as: UInt64.self) == word {
            return place
          }
        }
        index += 16
      }
      while index + 8 <= end {
        if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == word { return index }
        index += 1
      }
      return nil
    }
  }

  private func word(at offset: Int) -> UInt64 {
    text.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
  }

  private func hash(at offset: Int) -> UInt64 {
    let mixed = (word(at: offset) ^ (word(at: offset + 8) &* 0x9e37_79b9_7f4a_7c15)) &* 0xff51_afd7_ed55_8ccd
    return mixed ^ mixed >> 33
  }

  private mutating func index() {
    guard !isIndexed else { return }
    isIndexed = true
    guard article.count >= 64 else { return }
    var starts: [Int32] = []
    for offset in article.lowerBound..<(article.upperBound - 16) where text[offset] > 0x20 {
      if offset == article.lowerBound || text[offset - 1] <= 0x20 || text[offset - 1] == 0x22 {
        starts.append(Int32(truncatingIfNeeded: offset))
      }
    }
    var size = 64
    while size < starts.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for start in starts {
      var slot = Int(truncatingIfNeeded: hash(at: Int(start))) & (size - 1)
      var probes = 0
      // The same words again and again need no more than a few places.
      while slots[slot] >= 0, probes < 32 {
        slot = (slot + 1) & (size - 1)
        probes += 1
      }
      if slots[slot] < 0 { slots[slot] = start }
    }
  }

  /// Whether the bytes from `offset` on are those of `passage`, any white space being as good as any other, and end
  /// with a word.
  private func isSame(_ passage: Range<Int>, at offset: Int, before end: Int) -> Bool {
    guard offset != passage.lowerBound else { return false }
    var index = passage.lowerBound
    var other = offset
    while index < passage.upperBound {
      guard other < end else { return false }
      if text[index] <= 0x20 {
        guard text[other] <= 0x20 else { return false }
        while index < passage.upperBound, text[index] <= 0x20 { index += 1 }
        while other < end, text[other] <= 0x20 { other += 1 }
      } else {
        guard text[index] == text[other] else { return false }
        index += 1
        other += 1
      }
    }
    return other >= end || !isWordByte(text[other]) || !isWordByte(text[passage.upperBound - 1])
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
  }
}

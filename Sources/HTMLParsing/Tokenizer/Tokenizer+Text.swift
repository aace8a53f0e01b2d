/// Text: data, RCDATA, RAWTEXT, script data, PLAINTEXT and CDATA sections (13.2.5.1–5, 13.2.5.69–71).
extension Tokenizer {
  mutating func data() -> Token? {
    let start = position
    position = endOfRun(until: .lessThan, or: .ampersand)
    if position > start { return textToken(from: start) }
    let byte = input[position]
    position += 1
    switch byte {
    case .lessThan: return plainTag()
    case .ampersand: beginReference(in: .data)
    default:
      errorCount += 1
      return .null
    }
    return nil
  }

  mutating func rcdata() -> Token? {
    let start = position
    position = endOfRun(until: .lessThan, or: .ampersand)
    if position > start { return textToken(from: start) }
    let byte = input[position]
    position += 1
    switch byte {
    case .lessThan:
      returnState = .rcdata
      state = .rawLessThan
    case .ampersand: beginReference(in: .rcdata)
    default:
      errorCount += 1
      return replacementToken()
    }
    return nil
  }

  /// RAWTEXT and script data.
  mutating func rawText() -> Token? {
    let start = position
    position = endOfRun(until: .lessThan, or: .lessThan)
    if position > start { return textToken(from: start) }
    let byte = input[position]
    position += 1
    if byte == .lessThan {
      returnState = state
      state = .rawLessThan
      return nil
    }
    errorCount += 1
    return replacementToken()
  }

  mutating func plaintext() -> Token? {
    let start = position
    position = endOfRun(until: 0, or: 0)
    if position > start { return textToken(from: start) }
    position += 1
    errorCount += 1
    return replacementToken()
  }

  mutating func cdataSection() -> Token? {
    let byte = input[position]
    switch state {
    case .cdataSectionBracket:
      if byte == .rightBracket {
        position += 1
        state = .cdataSectionEnd
        return nil
      }
      state = .cdataSection
      return textToken("]")
    case .cdataSectionEnd:
      if byte == .rightBracket {
        position += 1
        return textToken("]")
      }
      if byte == .greaterThan {
        position += 1
        state = .data
        return nil
      }
      state = .cdataSection
      return textToken("]]")
    default:
      let start = position
      position = endOfRun(until: .rightBracket, or: .rightBracket)
      if position > start { return textToken(from: start) }
      position += 1
      if byte == .rightBracket {
        state = .cdataSectionBracket
        return nil
      }
      return .null
    }
  }

  /// The first place from `position` on where one of the two bytes or NUL stands, or the end of the block.
  ///
  /// Eight bytes at once (Hacker's Delight, 6-1): a byte of `word ^ pattern` is 0 where the sought byte stands, and
  /// `(x - 0x01…) & ~x & 0x80…` is not 0 exactly when a byte of `x` is.
  @inline(__always) func endOfRun(until first: UInt8, or second: UInt8) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let firsts = ones &* UInt64(first)
    let seconds = ones &* UInt64(second)
    let raw = UnsafeRawPointer(input)
    var index = position
    while index + 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let a = word ^ firsts
      let b = word ^ seconds
      let found = ((a &- ones) & ~a | (b &- ones) & ~b | (word &- ones) & ~word) & 0x8080_8080_8080_8080
      if found != 0 { return index + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      let byte = input[index]
      if byte == first || byte == second || byte == 0 { return index }
      index += 1
    }
    return end
  }
}

/// Comments and what else begins with `<!` (13.2.5.41–52).
extension Tokenizer {
  mutating func bogusComment() -> Token? {
    let start = position
    position = endOfRun(until: .greaterThan, or: .greaterThan)
    values.append(contentsOf: UnsafeBufferPointer(start: input + start, count: position - start))
    guard position < end else { return nil }
    position += 1
    if input[position - 1] == .greaterThan {
      state = .data
      return .comment
    }
    errorCount += 1
    values.appendReplacementCharacter()
    return nil
  }

  /// `scratch` holds what came since `<!`, as long as it may become one of the three words.
  mutating func markupDeclarationOpen() -> Token? {
    let byte = input[position]
    let index = scratch.count
    func continues(_ word: StaticString, ignoringCase: Bool) -> Bool {
      guard index < word.utf8CodeUnitCount else { return false }
      for offset in 0..<index where fold(scratch[offset], ignoringCase) != word.utf8Start[offset] { return false }
      return fold(byte, ignoringCase) == word.utf8Start[index]
    }
    func fold(_ byte: UInt8, _ ignoringCase: Bool) -> UInt8 { ignoringCase ? byte.lowercased : byte }
    guard
      continues("--", ignoringCase: false) || continues("doctype", ignoringCase: true)
        || continues("[CDATA[", ignoringCase: false)
    else {
      errorCount += 1
      openBogusComment()
      return nil
    }
    position += 1
    scratch.append(byte)
    switch (scratch[0], scratch.count) {
    case (.dash, 2):
      beginMarkup()
      state = .commentStart
    case (.leftBracket, 7):
      if isInForeignContent {
        state = .cdataSection
      } else {
        errorCount += 1
        openBogusComment()
      }
    case (_, 7): state = .doctype
    default: break
    }
    return nil
  }

  /// Opens a comment that begins with what `scratch` holds.
  mutating func openBogusComment() {
    beginMarkup()
    values.append(contentsOf: scratch.elements)
    state = .bogusComment
  }

  mutating func comment() -> Token? {
    let byte = input[position]
    switch state {
    case .comment: return commentText(byte)
    case .commentStart:
      if byte == .greaterThan { return endComment(isError: true) }
      advance(ifDash: byte, to: .commentStartDash, otherwise: .comment, adding: "")
    case .commentStartDash:
      if byte == .greaterThan { return endComment(isError: true) }
      advance(ifDash: byte, to: .commentEnd, otherwise: .comment, adding: "-")
    case .commentLessThan:
      if byte == .exclamation || byte == .lessThan {
        position += 1
        values.append(byte)
        if byte == .exclamation { state = .commentLessThanBang }
      } else {
        state = .comment
      }
    case .commentLessThanBang: advance(ifDash: byte, to: .commentLessThanBangDash, otherwise: .comment, adding: "")
    case .commentLessThanBangDash:
      advance(ifDash: byte, to: .commentLessThanBangDashDash, otherwise: .commentEndDash, adding: "")
    case .commentLessThanBangDashDash:
      if byte != .greaterThan { errorCount += 1 }
      state = .commentEnd
    case .commentEndDash: advance(ifDash: byte, to: .commentEnd, otherwise: .comment, adding: "-")
    case .commentEnd:
      switch byte {
      case .greaterThan: return endComment(isError: false)
      case .exclamation:
        position += 1
        state = .commentEndBang
      case .dash:
        position += 1
        values.append(.dash)
      default:
        values.append("--")
        state = .comment
      }
    default:
      if byte == .greaterThan { return endComment(isError: true) }
      values.append("--!")
      advance(ifDash: byte, to: .commentEndDash, otherwise: .comment, adding: "")
    }
    return nil
  }

  private mutating func commentText(_ byte: UInt8) -> Token? {
    let start = position
    position = endOfRun(until: .dash, or: .lessThan)
    values.append(contentsOf: UnsafeBufferPointer(start: input + start, count: position - start))
    guard position < end else { return nil }
    position += 1
    switch input[position - 1] {
    case .dash: state = .commentEndDash
    case .lessThan:
      values.append(.lessThan)
      state = .commentLessThan
    default:
      errorCount += 1
      values.appendReplacementCharacter()
    }
    return nil
  }

  /// Goes past a dash to `next`; anything else is looked at again in `other`, after `text` was added to the comment.
  private mutating func advance(
    ifDash byte: UInt8,
    to next: TokenizerState,
    otherwise other: TokenizerState,
    adding text: StaticString
  ) {
    if byte == .dash {
      position += 1
      state = next
    } else {
      values.append(text)
      state = other
    }
  }

  private mutating func endComment(isError: Bool) -> Token {
    if isError { errorCount += 1 }
    position += 1
    state = .data
    return .comment
  }
}

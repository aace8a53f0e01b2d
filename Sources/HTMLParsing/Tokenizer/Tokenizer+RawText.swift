/// What may end RCDATA, RAWTEXT and script data (13.2.5.9–31).
extension Tokenizer {
  mutating func rawLessThan() -> Token? {
    let byte = input[position]
    if byte == .slash {
      position += 1
      state = .rawEndTagOpen
      return nil
    }
    if byte == .exclamation, returnState == .scriptData {
      position += 1
      state = .scriptEscapeStart
      return textToken("<!")
    }
    state = returnState
    return textToken("<")
  }

  mutating func rawEndTagOpen() -> Token? {
    if input[position].isLetter {
      scratch.removeAll()
      state = .rawEndTagName
      return nil
    }
    state = returnState
    return textToken("</")
  }

  /// `scratch` holds the name as it is spelled, in case it turns out to be text.
  mutating func rawEndTagName() -> Token? {
    while position < end, input[position].isLetter {
      scratch.append(input[position])
      position += 1
    }
    guard position < end else { return nil }
    let byte = input[position]
    guard byte.isHTMLSpace || byte == .slash || byte == .greaterThan, isAppropriateEndTag else {
      state = returnState
      return textToken("</", scratchFollows: true)
    }
    position += 1
    isEndTag = true
    tagName = lastStartTagName
    beginAttributes()
    switch byte {
    case .slash: state = .selfClosingStartTag
    case .greaterThan:
      // The name is known: it need not be looked up.
      state = .afterAttributeName
      return tagToken()
    default: state = .beforeAttributeName
    }
    return nil
  }

  /// Whether the name gathered is that of the start tag before.
  private var isAppropriateEndTag: Bool {
    let name = names.bytes(of: lastStartTagName.number)
    return !name.isEmpty && name.count == scratch.count && name.elementsEqual(scratch.elements.lazy.map(\.lowercased))
  }

  // MARK: Scripts with comments in them

  mutating func escapedScript() -> Token? {
    let byte = input[position]
    switch state {
    case .scriptEscapeStart, .scriptEscapeStartDash:
      guard byte == .dash else {
        state = .scriptData
        return nil
      }
      position += 1
      state = state == .scriptEscapeStart ? .scriptEscapeStartDash : .scriptEscapedDashDash
      return textToken("-")
    case .scriptEscaped, .scriptEscapedDash, .scriptEscapedDashDash: return escapedText(byte)
    case .scriptEscapedLessThan:
      if byte == .slash {
        position += 1
        returnState = .scriptEscaped
        state = .rawEndTagOpen
        return nil
      }
      if byte.isLetter {
        scratch.removeAll()
        state = .scriptDoubleEscapeStart
      } else {
        state = .scriptEscaped
      }
      return textToken("<")
    case .scriptDoubleEscapeStart: return scriptName(ifScript: .scriptDoubleEscaped, otherwise: .scriptEscaped)
    case .scriptDoubleEscaped, .scriptDoubleEscapedDash, .scriptDoubleEscapedDashDash: return doubleEscapedText(byte)
    case .scriptDoubleEscapedLessThan:
      guard byte == .slash else {
        state = .scriptDoubleEscaped
        return nil
      }
      position += 1
      scratch.removeAll()
      state = .scriptDoubleEscapeEnd
      return textToken("/")
    default: return scriptName(ifScript: .scriptEscaped, otherwise: .scriptDoubleEscaped)
    }
  }

  private mutating func escapedText(_ byte: UInt8) -> Token? {
    switch byte {
    case .dash:
      position += 1
      state = state == .scriptEscaped ? .scriptEscapedDash : .scriptEscapedDashDash
      return textToken("-")
    case .lessThan:
      position += 1
      state = .scriptEscapedLessThan
      return nil
    case .greaterThan where state == .scriptEscapedDashDash:
      position += 1
      state = .scriptData
      return textToken(">")
    case 0:
      position += 1
      errorCount += 1
      state = .scriptEscaped
      return replacementToken()
    default:
      state = .scriptEscaped
      let start = position
      position = endOfRun(until: .dash, or: .lessThan)
      return textToken(from: start)
    }
  }

  private mutating func doubleEscapedText(_ byte: UInt8) -> Token? {
    switch byte {
    case .dash:
      position += 1
      state = state == .scriptDoubleEscaped ? .scriptDoubleEscapedDash : .scriptDoubleEscapedDashDash
      return textToken("-")
    case .lessThan:
      position += 1
      state = .scriptDoubleEscapedLessThan
      return textToken("<")
    case .greaterThan where state == .scriptDoubleEscapedDashDash:
      position += 1
      state = .scriptData
      return textToken(">")
    case 0:
      position += 1
      errorCount += 1
      state = .scriptDoubleEscaped
      return replacementToken()
    default:
      state = .scriptDoubleEscaped
      let start = position
      position = endOfRun(until: .dash, or: .lessThan)
      return textToken(from: start)
    }
  }

  /// Text all the same, but the word `script` changes the state.
  private mutating func scriptName(ifScript: TokenizerState, otherwise: TokenizerState) -> Token? {
    let start = position
    while position < end, input[position].isLetter {
      // More letters than `script` has are not looked at.
      if scratch.count < 8 { scratch.append(input[position].lowercased) }
      position += 1
    }
    if position < end {
      let byte = input[position]
      if byte.isHTMLSpace || byte == .slash || byte == .greaterThan {
        state = scratch.elements.elementsEqual("script".utf8) ? ifScript : otherwise
        position += 1
      } else {
        state = otherwise
      }
    }
    return position > start ? textToken(from: start) : nil
  }
}

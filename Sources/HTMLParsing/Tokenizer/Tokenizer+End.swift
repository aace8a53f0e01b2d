/// What the end of the input means in each state.
extension Tokenizer {
  /// The token that the end makes, `nil` when the state has changed and it has to be looked at again.
  mutating func tokenAtEnd() -> Token? {
    switch state {
    case .data, .rcdata, .rawtext, .scriptData, .plaintext: return .endOfFile
    case .tagOpen: return textAtEnd("<")
    case .endTagOpen: return textAtEnd("</")
    case .rawLessThan, .scriptEscapedLessThan:
      state = state == .rawLessThan ? returnState : .scriptEscaped
      return textToken("<")
    case .rawEndTagOpen:
      state = returnState
      return textToken("</")
    case .rawEndTagName:
      state = returnState
      return textToken("</", scratchFollows: true)
    case .scriptEscapeStart, .scriptEscapeStartDash, .scriptDoubleEscapeStart, .scriptDoubleEscapeEnd,
      .scriptDoubleEscapedLessThan:
      state = .scriptData
    case .scriptEscaped, .scriptEscapedDash, .scriptEscapedDashDash, .scriptDoubleEscaped, .scriptDoubleEscapedDash,
      .scriptDoubleEscapedDashDash:
      errorCount += 1
      state = .scriptData
    case .tagName, .beforeAttributeName, .attributeName, .afterAttributeName, .beforeAttributeValue,
      .attributeValueDoubleQuoted, .attributeValueSingleQuoted, .attributeValueUnquoted, .afterAttributeValueQuoted,
      .selfClosingStartTag:
      // A tag that is not finished is none.
      errorCount += 1
      state = .data
    case .bogusComment:
      state = .data
      return .comment
    case .markupDeclarationOpen:
      errorCount += 1
      openBogusComment()
    case .commentStart, .commentStartDash, .comment, .commentLessThan, .commentLessThanBang, .commentLessThanBangDash,
      .commentLessThanBangDashDash, .commentEndDash, .commentEnd, .commentEndBang:
      errorCount += 1
      state = .data
      return .comment
    case .doctype:
      beginMarkup()
      doctype = DoctypeToken()
      return doctypeAtEnd()
    case .bogusDoctype:
      state = .data
      return .doctype
    case .beforeDoctypeName, .doctypeName, .afterDoctypeName, .afterDoctypePublicKeyword,
      .beforeDoctypePublicIdentifier, .doctypePublicIdentifierDoubleQuoted, .doctypePublicIdentifierSingleQuoted,
      .afterDoctypePublicIdentifier, .betweenDoctypeIdentifiers, .afterDoctypeSystemKeyword,
      .beforeDoctypeSystemIdentifier, .doctypeSystemIdentifierDoubleQuoted, .doctypeSystemIdentifierSingleQuoted,
      .afterDoctypeSystemIdentifier:
      return doctypeAtEnd()
    case .cdataSection:
      errorCount += 1
      state = .data
    case .cdataSectionBracket:
      state = .cdataSection
      return textToken("]")
    case .cdataSectionEnd:
      state = .cdataSection
      return textToken("]]")
    case .characterReference, .namedReference, .ambiguousAmpersand, .numericReference, .hexadecimalStart,
      .hexadecimal, .decimal:
      return endReference()
    }
    return nil
  }

  private mutating func textAtEnd(_ text: StaticString) -> Token {
    errorCount += 1
    state = .data
    return textToken(text)
  }

  private mutating func doctypeAtEnd() -> Token {
    errorCount += 1
    doctype.forcesQuirks = true
    state = .data
    return .doctype
  }
}

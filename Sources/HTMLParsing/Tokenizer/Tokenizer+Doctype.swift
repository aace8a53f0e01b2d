/// The document type (13.2.5.53–68).
extension Tokenizer {
  mutating func doctypeState() -> Token? {
    let byte = input[position]
    switch state {
    case .doctypeName: return doctypeName(byte)
    case .doctypePublicIdentifierDoubleQuoted, .doctypeSystemIdentifierDoubleQuoted:
      return doctypeIdentifier(byte, quote: .quote)
    case .doctypePublicIdentifierSingleQuoted, .doctypeSystemIdentifierSingleQuoted:
      return doctypeIdentifier(byte, quote: .apostrophe)
    case .afterDoctypeName: return afterDoctypeName(byte)
    case .bogusDoctype:
      position += 1
      if byte == .greaterThan { return endDoctype() }
      if byte == 0 { errorCount += 1 }
      return nil
    case .doctype:
      beginMarkup()
      doctype = DoctypeToken()
      state = .beforeDoctypeName
      if byte.isHTMLSpace {
        position += 1
      } else if byte != .greaterThan {
        errorCount += 1
      }
      return nil
    default: break
    }
    if byte.isHTMLSpace {
      position += 1
      switch state {
      case .afterDoctypePublicKeyword: state = .beforeDoctypePublicIdentifier
      case .afterDoctypePublicIdentifier: state = .betweenDoctypeIdentifiers
      case .afterDoctypeSystemKeyword: state = .beforeDoctypeSystemIdentifier
      default: break
      }
      return nil
    }
    return betweenDoctypeParts(byte)
  }

  /// Where an identifier may begin or `>` come.
  private mutating func betweenDoctypeParts(_ byte: UInt8) -> Token? {
    let isQuote = byte == .quote || byte == .apostrophe
    switch state {
    case .beforeDoctypeName:
      if byte == .greaterThan {
        position += 1
        errorCount += 1
        doctype.forcesQuirks = true
        return endDoctype()
      }
      doctype.name = values.count..<values.count
      state = .doctypeName
      return nil
    case .afterDoctypePublicKeyword, .beforeDoctypePublicIdentifier:
      if isQuote {
        if state == .afterDoctypePublicKeyword { errorCount += 1 }
        position += 1
        doctype.publicIdentifier = values.count..<values.count
        state = byte == .quote ? .doctypePublicIdentifierDoubleQuoted : .doctypePublicIdentifierSingleQuoted
        return nil
      }
      doctype.forcesQuirks = true
    case .afterDoctypePublicIdentifier, .betweenDoctypeIdentifiers, .afterDoctypeSystemKeyword,
      .beforeDoctypeSystemIdentifier:
      if isQuote {
        if state == .afterDoctypePublicIdentifier || state == .afterDoctypeSystemKeyword { errorCount += 1 }
        position += 1
        doctype.systemIdentifier = values.count..<values.count
        state = byte == .quote ? .doctypeSystemIdentifierDoubleQuoted : .doctypeSystemIdentifierSingleQuoted
        return nil
      }
      if byte == .greaterThan, state == .afterDoctypePublicIdentifier || state == .betweenDoctypeIdentifiers {
        position += 1
        return endDoctype()
      }
      doctype.forcesQuirks = true
    default:
      // After the system identifier.
      if byte == .greaterThan {
        position += 1
        return endDoctype()
      }
    }
    errorCount += 1
    if byte == .greaterThan {
      position += 1
      return endDoctype()
    }
    state = .bogusDoctype
    return nil
  }

  private mutating func doctypeName(_ byte: UInt8) -> Token? {
    position += 1
    if byte == .greaterThan { return endDoctype() }
    if byte.isHTMLSpace {
      scratch.removeAll()
      state = .afterDoctypeName
    } else if byte == 0 {
      errorCount += 1
      values.appendReplacementCharacter()
    } else {
      values.append(byte.lowercased)
    }
    doctype.name = (doctype.name?.lowerBound ?? values.count)..<values.count
    return nil
  }

  /// `scratch` holds the letters of `PUBLIC` or `SYSTEM` found so far.
  private mutating func afterDoctypeName(_ byte: UInt8) -> Token? {
    let index = scratch.count
    if index == 0 {
      if byte.isHTMLSpace {
        position += 1
        return nil
      }
      if byte == .greaterThan {
        position += 1
        return endDoctype()
      }
    }
    let isSystem = (index == 0 ? byte : scratch[0]).lowercased == UInt8(ascii: "s")
    let word: StaticString = isSystem ? "system" : "public"
    guard byte.lowercased == word.utf8Start[index] else {
      errorCount += 1
      doctype.forcesQuirks = true
      state = .bogusDoctype
      return nil
    }
    position += 1
    scratch.append(byte)
    if scratch.count == word.utf8CodeUnitCount {
      state = isSystem ? .afterDoctypeSystemKeyword : .afterDoctypePublicKeyword
    }
    return nil
  }

  private mutating func doctypeIdentifier(_ byte: UInt8, quote: UInt8) -> Token? {
    position += 1
    let isPublic =
      state == .doctypePublicIdentifierDoubleQuoted || state == .doctypePublicIdentifierSingleQuoted
    if byte == quote {
      state = isPublic ? .afterDoctypePublicIdentifier : .afterDoctypeSystemIdentifier
      return nil
    }
    if byte == .greaterThan {
      errorCount += 1
      doctype.forcesQuirks = true
      return endDoctype()
    }
    if byte == 0 {
      errorCount += 1
      values.appendReplacementCharacter()
    } else {
      values.append(byte)
    }
    if isPublic {
      doctype.publicIdentifier = (doctype.publicIdentifier?.lowerBound ?? values.count)..<values.count
    } else {
      doctype.systemIdentifier = (doctype.systemIdentifier?.lowerBound ?? values.count)..<values.count
    }
    return nil
  }

  private mutating func endDoctype() -> Token {
    state = .data
    return .doctype
  }
}

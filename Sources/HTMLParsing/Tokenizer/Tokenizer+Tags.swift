/// Tags and their attributes (13.2.5.6–8, 13.2.5.32–40).
extension Tokenizer {
  mutating func tagOpen() -> Token? {
    let byte = input[position]
    if byte.isLetter {
      beginTag(isEnd: false)
    } else if byte == .slash {
      position += 1
      state = .endTagOpen
    } else if byte == .exclamation {
      position += 1
      scratch.removeAll()
      state = .markupDeclarationOpen
    } else if byte == UInt8(ascii: "?") {
      errorCount += 1
      beginMarkup()
      state = .bogusComment
    } else {
      errorCount += 1
      state = .data
      return textToken("<")
    }
    return nil
  }

  mutating func endTagOpen() -> Token? {
    let byte = input[position]
    if byte.isLetter {
      beginTag(isEnd: true)
      return nil
    }
    errorCount += 1
    if byte == .greaterThan {
      position += 1
      state = .data
    } else {
      beginMarkup()
      state = .bogusComment
    }
    return nil
  }

  private mutating func beginTag(isEnd: Bool) {
    isEndTag = isEnd
    scratch.removeAll()
    state = .tagName
    beginAttributes()
  }

  /// Forgets what a tag before has gathered.
  mutating func beginAttributes() {
    isSelfClosing = false
    pendingAttribute = 0
    beginMarkup()
    tagSerial &+= 1
  }

  mutating func tagNameState() -> Token? {
    let start = position
    var index = position
    while index < end, !isEndOfName(input[index]) { index += 1 }
    scratch.append(lowercasing: UnsafeBufferPointer(start: input + start, count: index - start))
    position = index
    guard index < end else { return nil }
    let byte = input[index]
    position += 1
    switch byte {
    case .slash: state = .selfClosingStartTag
    case .greaterThan: return tagToken()
    case 0:
      errorCount += 1
      scratch.appendReplacementCharacter()
      return nil
    default: state = .beforeAttributeName
    }
    tagName = HTMLName(number: names.number(of: scratch))
    return nil
  }

  /// Space, `/`, `>`, NUL.
  @inline(__always) private func isEndOfName(_ byte: UInt8) -> Bool {
    byte <= .greaterThan && (byte.isHTMLSpace || byte == .slash || byte == .greaterThan || byte == 0)
  }

  /// The tag, ended by `>`.
  mutating func tagToken() -> Token {
    if state == .tagName { tagName = HTMLName(number: names.number(of: scratch)) }
    return finishTag()
  }

  /// The tag, whose name is known, ended by `>`.
  @inline(__always) mutating func finishTag() -> Token {
    endAttribute()
    state = .data
    if isEndTag {
      if attributes.count > attributeMark || isSelfClosing { errorCount += 1 }
      return .endTag
    }
    lastStartTagName = tagName
    return .startTag
  }

  mutating func beforeAttributeName() -> Token? {
    while position < end, input[position].isHTMLSpace { position += 1 }
    guard position < end else { return nil }
    endAttribute()
    let byte = input[position]
    switch byte {
    case .slash, .greaterThan: state = .afterAttributeName
    default:
      scratch.removeAll()
      if byte == .equals {
        errorCount += 1
        scratch.append(byte)
        position += 1
      }
      state = .attributeName
    }
    return nil
  }

  mutating func attributeName() -> Token? {
    let start = position
    var index = position
    while index < end {
      let byte = input[index]
      if byte <= .greaterThan,
        isEndOfName(byte) || byte == .equals || byte == .lessThan || byte == .quote || byte == .apostrophe
      {
        break
      }
      index += 1
    }
    scratch.append(lowercasing: UnsafeBufferPointer(start: input + start, count: index - start))
    position = index
    guard index < end else { return nil }
    switch input[index] {
    case .equals:
      position += 1
      state = .beforeAttributeValue
    case 0:
      errorCount += 1
      position += 1
      scratch.appendReplacementCharacter()
      return nil
    case .quote, .apostrophe, .lessThan:
      errorCount += 1
      position += 1
      scratch.append(input[index])
      return nil
    default: state = .afterAttributeName
    }
    if hasRoomForAttribute { beginAttribute(names.number(of: scratch)) } else { dropAttribute() }
    return nil
  }

  /// Now that its name is known. Of two attributes of one name, the first counts.
  mutating func beginAttribute(_ name: UInt32) {
    pendingValueStart = values.count
    pendingAttribute = name
    let index = Int(name)
    while attributeStamps.count <= index { attributeStamps.append(0) }
    isDuplicateAttribute = attributeStamps[index] == tagSerial
    if isDuplicateAttribute { errorCount += 1 }
    attributeStamps[index] = tagSerial
  }

  /// Whether the tag may have one attribute more.
  var hasRoomForAttribute: Bool { attributes.count - attributeMark < Self.attributeLimit }

  /// Begins an attribute that is too many: its name is not remembered, and its value is dropped as that of a duplicate.
  private mutating func dropAttribute() {
    pendingValueStart = values.count
    pendingAttribute = HTMLName.id.number
    isDuplicateAttribute = true
    hasDroppedAttributes = true
  }

  /// Adds the attribute that was being gathered, if any, to those of the tag.
  mutating func endAttribute() {
    guard pendingAttribute != 0 else { return }
    if isDuplicateAttribute {
      values.truncate(to: pendingValueStart)
    } else {
      attributes.append(
        AttributeRecord(
          name: pendingAttribute,
          valueStart: UInt32(truncatingIfNeeded: pendingValueStart),
          valueEnd: UInt32(truncatingIfNeeded: values.count)
        )
      )
    }
    pendingAttribute = 0
  }

  mutating func afterAttributeName() -> Token? {
    while position < end, input[position].isHTMLSpace { position += 1 }
    guard position < end else { return nil }
    switch input[position] {
    case .slash:
      position += 1
      state = .selfClosingStartTag
    case .equals where pendingAttribute != 0:
      position += 1
      state = .beforeAttributeValue
    case .greaterThan:
      position += 1
      return tagToken()
    default:
      endAttribute()
      scratch.removeAll()
      state = .attributeName
    }
    return nil
  }

  mutating func beforeAttributeValue() -> Token? {
    while position < end, input[position].isHTMLSpace { position += 1 }
    guard position < end else { return nil }
    switch input[position] {
    case .quote:
      position += 1
      state = .attributeValueDoubleQuoted
    case .apostrophe:
      position += 1
      state = .attributeValueSingleQuoted
    case .greaterThan:
      errorCount += 1
      position += 1
      return tagToken()
    default: state = .attributeValueUnquoted
    }
    return nil
  }

  mutating func attributeValue(quotedBy quote: UInt8) -> Token? {
    let start = position
    position = endOfRun(until: quote, or: .ampersand)
    values.append(contentsOf: UnsafeBufferPointer(start: input + start, count: position - start))
    guard position < end else { return nil }
    let byte = input[position]
    position += 1
    switch byte {
    case quote: state = .afterAttributeValueQuoted
    case .ampersand: beginReference(in: state)
    default:
      errorCount += 1
      values.appendReplacementCharacter()
    }
    return nil
  }

  mutating func attributeValueUnquoted() -> Token? {
    while position < end {
      let byte = input[position]
      switch byte {
      case .tab, .lineFeed, .formFeed, .space:
        position += 1
        state = .beforeAttributeName
        return nil
      case .ampersand:
        position += 1
        beginReference(in: .attributeValueUnquoted)
        return nil
      case .greaterThan:
        position += 1
        return tagToken()
      case 0:
        errorCount += 1
        values.appendReplacementCharacter()
      case .quote, .apostrophe, .lessThan, .equals, UInt8(ascii: "`"):
        errorCount += 1
        values.append(byte)
      default: values.append(byte)
      }
      position += 1
    }
    return nil
  }

  mutating func afterAttributeValueQuoted() -> Token? {
    let byte = input[position]
    switch byte {
    case .tab, .lineFeed, .formFeed, .space:
      position += 1
      state = .beforeAttributeName
    case .slash:
      position += 1
      state = .selfClosingStartTag
    case .greaterThan:
      position += 1
      return tagToken()
    default:
      errorCount += 1
      state = .beforeAttributeName
    }
    return nil
  }

  mutating func selfClosingStartTag() -> Token? {
    if input[position] == .greaterThan {
      position += 1
      isSelfClosing = true
      return tagToken()
    }
    errorCount += 1
    state = .beforeAttributeName
    return nil
  }
}

/// Tags as they nearly always are: whole in the block, with names of letters and values in double quotes.
///
/// The states for tags do the same in smaller steps, and go on wherever a tag turns out to be otherwise.
extension Tokenizer {
  /// Takes the tag behind `<` as far as it is plain; `nil` when it goes on in the state that is set then.
  mutating func plainTag() -> Token? {
    var index = position
    state = .tagOpen
    let isEnd = index < end && input[index] == .slash
    if isEnd { index += 1 }
    guard let name = plainName(&index), index < end else { return nil }
    let byte = input[index]
    guard byte == .greaterThan || byte == .space || byte == .lineFeed else { return nil }
    isEndTag = isEnd
    beginAttributes()
    tagName = name
    if byte == .greaterThan {
      position = index + 1
      return finishTag()
    }
    position = index + 1
    state = .beforeAttributeName
    return plainAttributes()
  }

  /// Takes attributes and the end of the tag, as far as they are plain.
  private mutating func plainAttributes() -> Token? {
    while position < end {
      var index = position
      let byte = input[index]
      if byte == .space || byte == .lineFeed {
        position += 1
        continue
      }
      if byte == .greaterThan {
        position += 1
        return finishTag()
      }
      guard hasRoomForAttribute, let name = plainName(&index),
        index + 1 < end, input[index] == .equals, input[index + 1] == .quote
      else { return nil }
      beginAttribute(name.number)
      position = index + 2
      state = .attributeValueDoubleQuoted
      _ = attributeValue(quotedBy: .quote)
      guard state == .afterAttributeValueQuoted, position < end else { return nil }
      let next = input[position]
      guard next == .space || next == .greaterThan else { return nil }
      state = .beforeAttributeName
      endAttribute()
    }
    return nil
  }

  /// A name of small letters, digits and dashes, which begins with a letter; `nil` if there is none here.
  @inline(__always) private mutating func plainName(_ index: inout Int) -> HTMLName? {
    let start = index
    var word: UInt64 = 0
    while index < end {
      let byte = input[index]
      guard byte &- UInt8(ascii: "a") < 26 || index > start && (byte.isDigit || byte == .dash) else { break }
      if index - start < 8 { word |= UInt64(byte) << UInt64((index - start) * 8) }
      index += 1
    }
    guard index > start else { return nil }
    let name = UnsafeBufferPointer(start: input + start, count: index - start)
    return HTMLName(number: names.number(of: name, word: word))
  }
}

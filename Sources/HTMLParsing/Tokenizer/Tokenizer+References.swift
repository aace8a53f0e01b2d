/// Character references (13.2.5.72–80).
extension Tokenizer {
  /// No name has more letters and digits.
  private static let longestName = 32

  /// After `&` in the state `origin`.
  @inline(__always) mutating func beginReference(in origin: TokenizerState) {
    returnState = origin
    reference.removeAll()
    state = .characterReference
  }

  mutating func characterReference() -> Token? {
    let byte = input[position]
    if byte.isLetter || byte.isDigit {
      state = .namedReference
    } else if byte == UInt8(ascii: "#") {
      position += 1
      reference.append(byte)
      state = .numericReference
    } else {
      return flushReference()
    }
    return nil
  }

  mutating func namedReference() -> Token? {
    while position < end, reference.count < Self.longestName {
      let byte = input[position]
      guard byte.isLetter || byte.isDigit else { break }
      reference.append(byte)
      position += 1
    }
    guard position < end else { return nil }
    return resolveNamedReference(followedBy: input[position])
  }

  /// Now that the letters and digits after `&` are known, and what follows them if anything does.
  private mutating func resolveNamedReference(followedBy next: UInt8?) -> Token? {
    let letters = reference.count
    if next == .semicolon { reference.append(.semicolon) }
    guard let match = NamedReferences.shared.longestMatch(in: reference.elements) else {
      reference.truncate(to: letters)
      let token = flushReference()
      state = .ambiguousAmpersand
      return token
    }
    reference.truncate(to: letters)
    let endsInSemicolon = match.length > letters
    if endsInSemicolon {
      position += 1
    } else {
      let following = match.length < letters ? reference[match.length] : next ?? 0
      if isInAttribute, following == .equals || following.isLetter || following.isDigit { return flushReference() }
      errorCount += 1
    }
    let rest = UnsafeBufferPointer(rebasing: reference.elements[min(match.length, letters)...])
    state = returnState
    if isInAttribute {
      values.append(contentsOf: match.value)
      values.append(contentsOf: rest)
      return nil
    }
    return textToken {
      $0.append(contentsOf: match.value)
      $0.append(contentsOf: rest)
    }
  }

  mutating func ambiguousAmpersand() -> Token? {
    let start = position
    while position < end, input[position].isLetter || input[position].isDigit { position += 1 }
    let run = UnsafeBufferPointer(start: input + start, count: position - start)
    if position < end {
      if input[position] == .semicolon { errorCount += 1 }
      state = returnState
    }
    guard !run.isEmpty else { return nil }
    if isInAttributeValue(returnState) {
      values.append(contentsOf: run)
      return nil
    }
    return textToken(from: start)
  }

  mutating func numericReference() -> Token? {
    let byte = input[position]
    switch state {
    case .numericReference:
      referenceCode = 0
      if byte | 0x20 == UInt8(ascii: "x") {
        position += 1
        reference.append(byte)
        state = .hexadecimalStart
      } else if byte.isDigit {
        state = .decimal
      } else {
        errorCount += 1
        return flushReference()
      }
    case .hexadecimalStart:
      guard byte.hexadecimalValue != nil else {
        errorCount += 1
        return flushReference()
      }
      state = .hexadecimal
    default:
      let base: UInt32 = state == .hexadecimal ? 16 : 10
      while position < end, let digit = input[position].hexadecimalValue, digit < base {
        // Beyond Unicode it no longer matters how far.
        referenceCode = min(referenceCode * base + digit, 0x11_0000)
        position += 1
      }
      guard position < end else { return nil }
      if input[position] == .semicolon { position += 1 } else { errorCount += 1 }
      return resolveNumericReference()
    }
    return nil
  }

  private mutating func resolveNumericReference() -> Token? {
    let scalar = scalarOfReference()
    state = returnState
    if isInAttribute {
      values.append(scalar: scalar)
      return nil
    }
    return textToken { $0.append(scalar: scalar) }
  }

  /// The numeric character reference end state (13.2.5.80).
  private mutating func scalarOfReference() -> Unicode.Scalar {
    let code = referenceCode
    guard code != 0, let scalar = Unicode.Scalar(code) else {
      errorCount += 1
      return "\u{fffd}"
    }
    let isNoncharacter = code & 0xfffe == 0xfffe || (0xfdd0...0xfdef).contains(code)
    let isControl =
      code == 0x0d || (0x7f...0x9f).contains(code) || code < 0x20 && !(code == 9 || code == 10 || code == 12)
    if isNoncharacter || isControl { errorCount += 1 }
    guard (0x80...0x9f).contains(code) else { return scalar }
    let replacement = Self.windows1252[Int(code) - 0x80]
    return replacement == 0 ? scalar : Unicode.Scalar(replacement) ?? scalar
  }

  /// What 0x80…0x9F are in windows-1252; 0 where it has nothing there.
  static let windows1252: [UInt16] = [
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e,
    0x0178,
  ]

  /// Whether the reference stands in the value of an attribute.
  private var isInAttribute: Bool { isInAttributeValue(returnState) }

  private func isInAttributeValue(_ state: TokenizerState) -> Bool {
    state == .attributeValueDoubleQuoted || state == .attributeValueSingleQuoted || state == .attributeValueUnquoted
  }

  /// It was none: `&` and what followed it are what they are.
  private mutating func flushReference() -> Token? {
    state = returnState
    if isInAttribute {
      values.append(.ampersand)
      values.append(contentsOf: reference.elements)
      return nil
    }
    let gathered = reference.elements
    return textToken {
      $0.append(.ampersand)
      $0.append(contentsOf: gathered)
    }
  }

  /// The input ended within a reference.
  mutating func endReference() -> Token? {
    switch state {
    case .namedReference: return resolveNamedReference(followedBy: nil)
    case .ambiguousAmpersand: state = returnState
    case .characterReference: return flushReference()
    case .hexadecimal, .decimal:
      errorCount += 1
      return resolveNumericReference()
    default:
      errorCount += 1
      return flushReference()
    }
    return nil
  }
}

/// The words of what may be an attribution, and how they are understood.
struct AttributionPhrase {
  private struct Word {
    var range: Range<Int>
    var hash: UInt64
  }

  private var bytes: [UInt8] = []
  private var words: [Word] = []

  /// Takes lines as one.
  mutating func join(_ lines: ArraySlice<BodyLine>, of text: MailBytes, limit: Int) {
    bytes.removeAll(keepingCapacity: true)
    for line in lines where bytes.count + line.count <= limit {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes.append(contentsOf: text[line.range])
    }
    while let last = bytes.last, last == 0x3a || last == 0x2e || last == 0x20 || last == 0x2d { bytes.removeLast() }
    for ending in [[0xef, 0xbc, 0x9a], [0xc2, 0xa0]] as [[UInt8]] where bytes.count > 3 && bytes.hasSuffix(ending) {
      bytes.removeLast(ending.count)
    }
    words.removeAll(keepingCapacity: true)
    var index = 0
    while index < bytes.count {
      let separator = separatorLength(at: index)
      if separator > 0 {
        index += separator
        continue
      }
      let start = index
      while index < bytes.count, separatorLength(at: index) == 0 { index += 1 }
      words.append(Word(range: start..<index, hash: AttributionWords.hash(bytes[core(start..<index)])))
    }
  }

  /// Who said it, and where, if this is an attribution.
  ///
  /// - Parameter isLong: whether the lines are several, of which more is asked.
  func parse(isLong: Bool) -> (speaker: String, comment: String?)? {
    guard !words.isEmpty, words.count <= 60 else { return nil }
    var before = 0..<words.count
    var comment: String?
    var (isDated, isAddressed) = (false, false)
    if let reference = reference(in: before) {
      comment = string(reference.id)
      if reference.words.lowerBound == 0 {
        before = reference.words.upperBound..<words.count
      } else {
        before = 0..<reference.words.lowerBound
      }
    }
    var name: Range<Int>
    if let ending = AttributionWords.endings.first(where: bytes.hasSuffix), let last = words.last, before.count > 0 {
      name = words[before.lowerBound].range.lowerBound..<max(last.range.lowerBound, bytes.count - ending.count)
    } else if let verb = verb(in: before) {
      guard let range = verb.name else { return nil }
      name = range
    } else {
      // `2024-03-03 10:02 GMT+01:00 Ann <ann@example.org>:`
      guard bytes.last == 0x3e, let first = words.first else { return nil }
      name = words[min(before.lowerBound, words.count - 1)].range.lowerBound..<bytes.count
      guard words[before].contains(where: { isDate($0.range) }) || first.range.lowerBound == name.upperBound else {
        return nil
      }
    }
    name = person(in: name, isDated: &isDated, isAddressed: &isAddressed)
    guard isName(name, isSure: isDated || isAddressed || comment != nil, isLong: isLong) else { return nil }
    let speaker = Mailbox.unquoted(HeaderText.safe(Array(bytes[name])))
    return speaker.isEmpty ? nil : (speaker, comment)
  }

  // MARK: Parts

  /// `In article <id>`, `in message <id>`, `In <id>`: the words, and the bytes of the id.
  private func reference(in range: Range<Int>) -> (words: Range<Int>, id: Range<Int>)? {
    for index in range {
      let word = words[index]
      let isThing = AttributionWords.things.contains(word.hash)
      let isIn = index == 0 && word.hash == AttributionWords.hash("in".utf8)
      guard isThing || isIn, index + 1 < range.upperBound else { continue }
      let next = words[index + 1].range
      var id = next
      while let last = bytes[id].last, last == 0x2c || last == 0x3e || last == 0x3a {
        id = id.lowerBound..<id.upperBound - 1
      }
      if !id.isEmpty, bytes[next.lowerBound] == 0x3c { id = id.lowerBound + 1..<id.upperBound }
      guard !id.isEmpty, bytes[next.lowerBound] == 0x3c || isThing, bytes[id].contains(0x40) else { continue }
      let start = isThing && index > 0 && words[index - 1].range.count <= 4 ? index - 1 : index
      return (start..<index + 2, id)
    }
    return nil
  }

  /// The verb of saying, and the part of the bytes that tells who said.
  private func verb(in range: Range<Int>) -> (index: Int, name: Range<Int>?)? {
    for index in range.reversed()
    where AttributionWords.closing.contains(words[index].hash)
      || AttributionWords.parting.contains(words[index].hash)
    {
      let rest = index + 1..<range.upperBound
      let isParting = AttributionWords.parting.contains(words[index].hash)
      let isAtEnd = rest.isEmpty || rest.count == 1 && words[rest.lowerBound].range.count <= 3
      if isParting, !isAtEnd, !isClause(words[rest.lowerBound]) {
        return (index, words[rest.lowerBound].range.lowerBound..<words[rest.upperBound - 1].range.upperBound)
      }
      guard isAtEnd || isClause(words[rest.lowerBound]) else { continue }
      guard index > range.lowerBound else { return (index, nil) }
      return (index, words[range.lowerBound].range.lowerBound..<words[index - 1].range.upperBound)
    }
    return nil
  }

  /// Whether a word begins what may follow the verb: when, or where.
  private func isClause(_ word: Word) -> Bool {
    bytes[word.range.lowerBound] == 0x28 || isDate(word.range) || AttributionWords.openers.contains(word.hash)
  }

  /// The bytes of the name in a part that may also tell when, and an address.
  private func person(in part: Range<Int>, isDated: inout Bool, isAddressed: inout Bool) -> Range<Int> {
    var (start, end) = (part.lowerBound, part.upperBound)
    var address: Range<Int>?
    if let open = bytes[start..<end].lastIndex(of: 0x3c) {
      let close = bytes[open..<end].firstIndex(of: 0x3e) ?? end
      isAddressed = true
      address = open + 1..<max(open + 1, close)
      end = open
    } else if bytes[end - 1] == 0x29, let open = bytes[start..<end].lastIndex(of: 0x28) {
      // `address (Name)`, or `Name (address)`.
      let inside = open + 1..<end - 1
      let outside = start..<open
      if bytes[inside].contains(0x40) {
        address = inside
        end = open
        isAddressed = true
      } else if bytes[outside].contains(0x40) || bytes[outside].contains(0x21) || outside.isEmpty {
        isAddressed = true
        return trimmed(inside)
      }
    }
    for (index, word) in words.enumerated() where word.range.lowerBound >= start && word.range.upperBound <= end {
      guard isDate(word.range) else { continue }
      isDated = true
      let isFollowedByComma = bytes[word.range.upperBound - 1] == 0x2c
      start = index + 1 < words.count ? min(words[index + 1].range.lowerBound, max(end, word.range.upperBound)) : end
      if isFollowedByComma { continue }
      // `3 March, Ann`: up to the comma, if it is near.
      for next in words[(index + 1)...].prefix(3)
      where next.range.upperBound <= end && bytes[next.range.upperBound - 1] == 0x2c {
        start = next.range.upperBound
        break
      }
    }
    var inner = words.filter { $0.range.lowerBound >= start && $0.range.upperBound <= end }[...]
    while let first = inner.first, inner.count > 1 || address != nil, AttributionWords.openers.contains(first.hash),
      isDated || AttributionWords.beginnings.contains(first.hash)
    {
      inner.removeFirst()
      start = first.range.upperBound
    }
    while let last = inner.last, inner.count > 1, AttributionWords.auxiliaries.contains(last.hash) {
      inner.removeLast()
      end = last.range.lowerBound
    }
    let name = trimmed(start..<max(start, end))
    return name.isEmpty ? trimmed(address ?? name) : name
  }

  /// Whether a part can be somebody's name.
  private func isName(_ range: Range<Int>, isSure: Bool, isLong: Bool) -> Bool {
    guard !range.isEmpty, range.count <= 100, isSure || !isLong else { return false }
    if bytes[range].contains(where: { $0 == 0x3f || $0 == 0x3b || $0 == 0x3d || $0 == 0x7b }) { return false }
    let names = words.filter { $0.range.lowerBound < range.upperBound && $0.range.upperBound > range.lowerBound }
    guard names.count <= (isSure ? 8 : 5) else { return false }
    if names.count == 1, AttributionWords.pronouns.contains(names[0].hash) { return false }
    if isSure || names.count == 1 { return true }
    return names.allSatisfy { name in
      let first = bytes[core(name.range).lowerBound]
      return first.isASCIICapital || first >= 0x80 || first.isDigit || name.range.count <= 3
    } && !AttributionWords.pronouns.contains(names[0].hash)
  }

  // MARK: Words

  /// Whether a word is a number, or a time, or `3rd`: something of a date.
  private func isDate(_ range: Range<Int>) -> Bool {
    var digits = 0
    var letters = 0
    for byte in bytes[range] {
      if byte.isDigit { digits += 1 }
      if byte.isASCIILetter { letters += 1 }
      if byte == 0x40 || byte == 0x3c { return false }
    }
    guard digits > 0 else { return false }
    if letters == 0 { return true }
    // 1st, 10:02pm, 2024-03-03T10:02Z.
    return letters <= 2 && bytes[range.lowerBound].isDigit
      && (bytes[range].contains(0x3a) || letters == 2 && digits <= 2)
  }

  /// A word without the signs around it.
  private func core(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isSign(_ byte: UInt8) -> Bool { byte < 0x80 && !byte.isASCIILetter && !byte.isDigit }
    while end - start > 1, isSign(bytes[end - 1]) { end -= 1 }
    while end - start > 1, isSign(bytes[start]) { start += 1 }
    // `napsal(a)`
    if end - start > 3, bytes[end - 1] | 0x20 == 0x61, bytes[end - 2] == 0x28 { end -= 2 }
    return start..<end
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isEdge(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x2c || byte == 0x28 || byte == 0x3a || byte == 0x2d || byte == 0x3c || byte == 0x5b
    }
    while start < end, isEdge(bytes[start]) || bytes[start] == 0x29 { start += 1 }
    while end > start, isEdge(bytes[end - 1]) || bytes[end - 1] == 0x3e { end -= 1 }
    return start..<end
  }

  /// The length of what divides words at `index`: spaces, and the signs of Chinese and Japanese.
  private func separatorLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x20: return 1
    case 0xc2: return index + 1 < bytes.count && bytes[index + 1] == 0xa0 ? 2 : 0
    case 0xef: return index + 2 < bytes.count && bytes[index + 1] == 0xbc && bytes[index + 2] == 0x8c ? 3 : 0
    case 0xe3: return index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] <= 0x82 ? 3 : 0
    default: return 0
    }
  }

  private func string(_ range: Range<Int>) -> String { HeaderText.safe(Array(bytes[range])) }
}

extension [UInt8] {
  /// Whether the bytes end with `ending`.
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}

/// Reads XML that is not well-formed, as far as it makes sense: from some place on, with some elements open.
///
/// An end tag ends what it names and all that is open in it; one that names nothing is passed over. What cannot be a
/// tag, reference or comment is text.
struct DamagedXML {
  /// An end tag is for none of the elements further out than this.
  private static let reach = 64
  /// Elements that nobody ends are not told apart beyond this.
  private static let maximumDepth = 1000
  /// The longest tag, in bytes.
  private static let longestTag = 1 << 16

  private let bytes: MailBytes
  private var index: Int
  private var namespaces: [String: String]
  private var isInCharacterData: Bool
  private var open: [String] = []
  private var entities: [String: [UInt8]] = [:]
  /// Whether there is no end of a comment, or of character data, from here on.
  private var hasNoCommentEnd = false
  private var hasNoDataEnd = false

  /// - Parameters:
  ///   - start: the byte to begin at.
  ///   - namespaces: by prefix.
  ///   - isInCharacterData: whether it stands in a CDATA section.
  init(_ text: UnsafeBufferPointer<UInt8>, from start: Int, namespaces: [String: String], isInCharacterData: Bool) {
    bytes = MailBytes(text)
    index = min(start, text.count)
    self.namespaces = namespaces
    self.isInCharacterData = isInCharacterData
  }

  /// Reads to the end.
  ///
  /// - Parameter open: the names of the elements that are open, outermost first, as the document writes them.
  /// - Complexity: O(n)
  mutating func read(to sink: inout FeedCollector, open: [String], _ meter: inout ProgressMeter) {
    self.open = open
    if isInCharacterData { readCharacterData(to: &sink) }
    while index < bytes.count, meter.mayGoOn(at: index) {
      let next = bytes.first(0x3c, in: index..<bytes.count)
      readText(index..<next, to: &sink)
      index = next
      guard index < bytes.count else { return }
      readMarkup(to: &sink)
    }
  }

  // MARK: Markup

  private mutating func readMarkup(to sink: inout FeedCollector) {
    if bytes.matches("<![cdata[", at: index, before: bytes.count) {
      index += 9
      readCharacterData(to: &sink)
    } else if bytes.matches("<!--", at: index, before: bytes.count) {
      skipComment(to: &sink)
    } else if bytes.matches("<!", at: index, before: bytes.count) || bytes.matches("<?", at: index, before: bytes.count)
    {
      let limit = min(bytes.count, index + Self.longestTag)
      index = min(limit, bytes.first(0x3e, in: index..<limit) + 1)
    } else if let tag = tag() {
      index = tag.end
      tell(tag, to: &sink)
    } else {
      tellText(index..<index + 1, to: &sink)
      index += 1
    }
  }

  private struct Tag {
    var name: String
    var isEnd = false
    var isEmpty = false
    var attributes: [(name: String, value: Range<Int>)] = []
    var end = 0
  }

  /// The tag at this place.
  private func tag() -> Tag? {
    var place = index + 1
    let limit = min(bytes.count, index + Self.longestTag)
    let isEnd = place < limit && bytes[place] == 0x2f
    if isEnd { place += 1 }
    let name = self.name(at: place, before: limit)
    guard !name.isEmpty else { return nil }
    var tag = Tag(name: String(decoding: bytes.part(name), as: UTF8.self), isEnd: isEnd)
    place = name.upperBound
    while place < limit {
      let byte = bytes[place]
      if byte == 0x3e {
        tag.end = place + 1
        return tag
      }
      if byte == 0x3c { return nil }
      tag.isEmpty = byte == 0x2f
      let attribute = self.name(at: place, before: limit)
      guard !attribute.isEmpty else {
        place += 1
        continue
      }
      place = skipSpaces(from: attribute.upperBound, before: limit)
      var value = place..<place
      if place < limit, bytes[place] == 0x3d {
        place = skipSpaces(from: place + 1, before: limit)
        value = self.value(at: place, before: limit)
        place = value.upperBound + (value.lowerBound > place ? 1 : 0)
      }
      tag.attributes.append((String(decoding: bytes.part(attribute), as: UTF8.self), value))
    }
    return nil
  }

  private func name(at start: Int, before limit: Int) -> Range<Int> {
    var end = start
    while end < limit {
      let byte = bytes[end]
      let isFirst = byte.isASCIILetter || byte >= 0x80 || byte == 0x5f || byte == 0x3a
      guard isFirst || end > start && (byte.isDigit || byte == 0x2d || byte == 0x2e) else { break }
      end += 1
    }
    return start..<end
  }

  private func value(at start: Int, before limit: Int) -> Range<Int> {
    guard start < limit else { return start..<start }
    let quote = bytes[start]
    if quote == 0x22 || quote == 0x27 { return start + 1..<bytes.first(quote, in: start + 1..<limit) }
    var end = start
    while end < limit, !bytes[end].isMailSpace, bytes[end] != 0x3e { end += 1 }
    return start..<end
  }

  private func skipSpaces(from start: Int, before limit: Int) -> Int {
    var place = start
    while place < limit, bytes[place].isMailSpace { place += 1 }
    return place
  }

  private mutating func tell(_ tag: Tag, to sink: inout FeedCollector) {
    if tag.isEnd {
      guard let place = open.suffix(Self.reach).lastIndex(of: tag.name) else { return }
      for _ in place..<open.count { sink.end() }
      open.removeSubrange(place...)
      return
    }
    for attribute in tag.attributes where attribute.name.hasPrefix("xmlns") {
      namespaces[String(attribute.name.dropFirst("xmlns:".count))] = string(attribute.value)
    }
    let attributes = tag.attributes.filter { !$0.name.hasPrefix("xmlns") }.map { attribute in
      let isPlain = !attribute.name.contains(":")
      return XMLAttribute(name: isPlain ? attribute.name : expanded(attribute.name), value: string(attribute.value))
    }
    guard open.count < Self.maximumDepth else { return }
    sink.start(expanded(tag.name), attributes)
    if tag.isEmpty { sink.end() } else { open.append(tag.name) }
  }

  private func expanded(_ name: String) -> String {
    guard let colon = name.firstIndex(of: ":") else {
      return namespaces[""].map { XMLName.joined($0, name, prefix: "") } ?? name
    }
    let (prefix, local) = (String(name[..<colon]), String(name[name.index(after: colon)...]))
    if prefix == "xml" { return name }
    return namespaces[prefix].map { XMLName.joined($0, local, prefix: prefix) } ?? name
  }

  // MARK: Text

  private mutating func readCharacterData(to sink: inout FeedCollector) {
    let end = hasNoDataEnd ? nil : bytes.end(ofFirst: [0x5d, 0x5d, 0x3e], from: index)
    hasNoDataEnd = end == nil
    tellText(index..<(end.map { $0 - 3 } ?? bytes.count), to: &sink)
    index = end ?? bytes.count
  }

  private mutating func skipComment(to sink: inout FeedCollector) {
    let end = hasNoCommentEnd ? nil : bytes.end(ofFirst: [0x2d, 0x2d, 0x3e], from: index)
    hasNoCommentEnd = end == nil
    if let end {
      index = end
    } else {
      tellText(index..<index + 4, to: &sink)
      index += 4
    }
  }

  private mutating func readText(_ range: Range<Int>, to sink: inout FeedCollector) {
    decode(range) { sink.text($0) }
  }

  /// Lends the pieces of a text, references replaced.
  private mutating func decode(_ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      let reference = bytes.first(0x26, in: start..<range.upperBound)
      if start < reference { body(bytes.part(start..<reference)) }
      guard reference < range.upperBound else { return }
      let limit = min(range.upperBound, reference + 34)
      let end = bytes.first(0x3b, in: reference..<limit)
      start = reference + 1
      guard end < limit, end > start else {
        body(bytes.part(reference..<start))
        continue
      }
      entity(start..<end).withUnsafeBufferPointer { body($0) }
      start = end + 1
    }
  }

  private mutating func entity(_ range: Range<Int>) -> [UInt8] {
    let name = String(decoding: bytes.part(range), as: UTF8.self)
    if let known = entities[name] { return known }
    let text = XMLEntities.text(of: name)
    if entities.count < 1000 { entities[name] = text }
    return text
  }

  private func tellText(_ range: Range<Int>, to sink: inout FeedCollector) {
    if !range.isEmpty { sink.text(bytes.part(range)) }
  }

  /// A value with its references replaced.
  private mutating func string(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    decode(range) { text.append(contentsOf: $0) }
    return String(decoding: text, as: UTF8.self)
  }
}

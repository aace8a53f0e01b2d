// What nodes say.
extension HTMLTree {
  /// The bytes of ``text`` of the node and all below it, templates included. O(1).
  @inlinable package func textRange(of node: HTMLNode) -> Range<Int> {
    let record = records[node.offset]
    return Int(record.textStart)..<Int(records[Int(record.subtreeEnd)].textStart)
  }

  /// The text of the node and all below it.
  package func string(of node: HTMLNode) -> String { String(decoding: text[textRange(of: node)], as: UTF8.self) }

  /// The data of a comment.
  package func comment(_ node: HTMLNode) -> ArraySlice<UInt8> {
    guard kind(of: node) == .comment else { return [] }
    let record = records[node.offset]
    return values[Int(record.dataStart)..<Int(record.dataEnd)]
  }

  /// How a name is spelled.
  package func spelling(of name: HTMLName) -> String { String(decoding: names.bytes(of: name.number), as: UTF8.self) }

  /// Whether all names of the tree are the standard's.
  package var hasOnlyKnownNames: Bool { names.count == NameTable.known.count }

  /// The name with that spelling, if the tree or the standard has it.
  package func name(_ spelling: String) -> HTMLName? {
    var spelling = spelling
    return spelling.withUTF8 { names.existingNumber(of: $0) }.map(HTMLName.init(number:))
  }

  /// The attributes of an element in the order they came in: names and values, which are valid UTF-8.
  package func attributes(of node: HTMLNode) -> some Collection<(name: HTMLName, value: ArraySlice<UInt8>)> {
    attributeRange(of: node).lazy.map { index in
      let attribute = self.attributes[index]
      return (HTMLName(number: attribute.name), self.values[Int(attribute.valueStart)..<Int(attribute.valueEnd)])
    }
  }

  /// The value of an attribute, `nil` if the element does not have it.
  ///
  /// - Complexity: O(number of its attributes)
  package func attribute(_ name: HTMLName, of node: HTMLNode) -> ArraySlice<UInt8>? {
    index(of: name, in: node).map { values[Int(attributes[$0].valueStart)..<Int(attributes[$0].valueEnd)] }
  }

  /// Whether an element has an attribute, and its value, which is lent, passes a test.
  ///
  /// - Complexity: O(number of its attributes)
  @inlinable package func hasAttribute(
    _ name: HTMLName,
    of node: HTMLNode,
    where isWanted: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    guard let index = index(of: name, in: node) else { return false }
    return values.withUnsafeBufferPointer { values in
      isWanted(
        UnsafeBufferPointer(rebasing: values[Int(attributes[index].valueStart)..<Int(attributes[index].valueEnd)])
      )
    }
  }

  /// The value of an attribute as a string.
  package func string(_ name: HTMLName, of node: HTMLNode) -> String? {
    attribute(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words of the attribute `class`.
  package func classes(of node: HTMLNode) -> [Substring] { tokens(.class, of: node) }

  /// The words of an attribute that is a list of them, such as `class`, `rel` or `itemprop`.
  package func tokens(_ name: HTMLName, of node: HTMLNode) -> [Substring] {
    guard let value = attribute(name, of: node) else { return [] }
    return String(decoding: value, as: UTF8.self).split { $0.isASCII && $0.utf8.allSatisfy(\.isHTMLSpace) }
  }

  /// Whether `word` is one of the words of an attribute that is a list of them.
  ///
  /// - Complexity: O(length of the value)
  package func hasToken(_ word: String, in name: HTMLName, of node: HTMLNode) -> Bool {
    var word = word
    return word.withUTF8 { hasToken($0, in: name, of: node) }
  }

  /// The same for a word of UTF-8.
  package func hasToken(_ word: UnsafeBufferPointer<UInt8>, in name: HTMLName, of node: HTMLNode) -> Bool {
    guard !word.isEmpty else { return false }
    return hasAttribute(name, of: node) { value in
      var start = 0
      while start + word.count <= value.count {
        var next = start
        while next < value.count, !value[next].isHTMLSpace { next += 1 }
        if next - start == word.count, UnsafeBufferPointer(rebasing: value[start..<next]).holdsSameBytes(as: word) {
          return true
        }
        start = next + 1
      }
      return false
    }
  }

  /// Where the attribute stands in `attributes`; `nil` if the element does not have it.
  @inlinable func index(of name: HTMLName, in node: HTMLNode) -> Int? {
    guard elementMarks[node] & Self.mark(ofAttribute: name) != 0 else { return nil }
    return attributeRange(of: node).first { attributes[$0].name == name.number }
  }

  @inlinable func attributeRange(of node: HTMLNode) -> Range<Int> {
    let record = records[node.offset]
    guard record.label.hasAttributes else { return 0..<0 }
    return Int(record.dataStart)..<Int(record.dataEnd)
  }
}

import HTMLParsing

/// A page that is searched for a thread: its tree, and what makes searching it cheap.
final class ThreadPage: Sendable {
  let tree: HTMLTree
  /// How dates such as `03/04/2023` are to be read.
  let dateOrder: DateOrder
  /// Which words stand in attributes `class`, by hash: a bit that is clear means that the word does not.
  private let classBits: [UInt64]
  private static let bitCount = 1 << 15
  /// The marks of each node, see ``marks(of:)``.
  private let nodeMarks: [UInt64]

  /// - Complexity: O(size of the tree)
  init(_ tree: HTMLTree) {
    self.tree = tree
    dateOrder = Self.dateOrder(of: tree)
    var bits = [UInt64](repeating: 0, count: Self.bitCount / 64)
    var nodeMarks = [UInt64](repeating: 0, count: tree.count)
    for node in tree.nodes where tree.kind(of: node) == .element {
      var marks: UInt64 = 0
      for (name, value) in tree.attributes(of: node) {
        marks |= Self.mark(ofAttribute: name)
        guard name == .class else { continue }
        value.withUnsafeBufferPointer { bytes in
          var hash = Self.seed
          func end() {
            bits[Int(hash % UInt64(Self.bitCount)) / 64] |= 1 << (hash % 64)
            marks |= Self.mark(ofClassHash: hash)
            hash = Self.seed
          }
          for byte in bytes { if byte.isHTMLSpace { end() } else { hash = Self.mix(hash, byte) } }
          end()
        }
      }
      nodeMarks[node.offset] = marks
    }
    classBits = bits
    self.nodeMarks = nodeMarks
  }

  /// Bits that stand for the words of an element's class and for the names of its attributes, as if each had one of its
  /// own: a bit that is clear means that the word or attribute is not there. O(1).
  func marks(of node: HTMLNode) -> UInt64 { nodeMarks[node.offset] }

  /// The bit of an attribute in ``marks(of:)``: one of the highest 16.
  static func mark(ofAttribute name: HTMLName) -> UInt64 { 1 << (48 + UInt64(name.number) % 16) }

  /// The bit of a word of a class in ``marks(of:)``.
  static func mark(ofClass word: [UInt8]) -> UInt64 { mark(ofClassHash: word.reduce(seed) { mix($0, $1) }) }

  private static func mark(ofClassHash hash: UInt64) -> UInt64 { 1 << ((hash >> 20) % 48) }

  /// The month comes first where the page is in the English of a country that writes so.
  static func dateOrder(of tree: HTMLTree) -> DateOrder {
    guard let root = tree.children(of: .document).first(where: { tree.isElement($0, .html) }),
      let language = tree.string(.lang, of: root)?.lowercased()
    else { return .dayFirst }
    return ["en-us", "en_us", "en-ph"].contains(language) ? .monthFirst : .dayFirst
  }

  /// The number in the name of an anchor directly before an element: `<a id="comment-12"></a>`.
  func anchor(before node: HTMLNode) -> String? {
    var previous = node.offset - 1
    while previous > 0, tree.kind(of: HTMLNode(previous)) == .text,
      tree.parent(of: HTMLNode(previous)) == tree.parent(of: node)
    {
      previous -= 1
    }
    let anchor = HTMLNode(max(0, previous))
    guard tree.isElement(anchor, .a), tree.parent(of: anchor) == tree.parent(of: node),
      let name = tree.string(.id, of: anchor) ?? tree.string(.name, of: anchor)
    else { return nil }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    return digits.isEmpty ? nil : String(digits)
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    let product = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    return product ^ product >> 29
  }

  /// Whether an element of the page may have that word in its class; false is certain.
  func mayHaveClass(_ word: [UInt8]) -> Bool {
    let hash = word.reduce(Self.seed) { Self.mix($0, $1) }
    return classBits[Int(hash % UInt64(Self.bitCount)) / 64] & 1 << (hash % 64) != 0
  }

  /// Whether `word` stands in a list of words.
  static func hasWord(_ word: [UInt8], in list: ArraySlice<UInt8>) -> Bool {
    list.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        if bytes[start].isHTMLSpace {
          start += 1
          continue
        }
        var end = start
        while end < bytes.count, !bytes[end].isHTMLSpace { end += 1 }
        if end - start == word.count, bytes[start..<end].elementsEqual(word) { return true }
        start = end
      }
      return false
    }
  }

  /// A text of one line of these bytes, made harmless.
  static func field(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer {
      TextSanitizer.plainField($0) ?? TextSanitizer.field(TextSanitizer.sanitize($0.span).bytes)
    }
  }

  /// Whether a browser never shows the text of the node.
  func isUnseen(_ node: HTMLNode) -> Bool {
    switch tree.kind(of: node) {
    case .comment, .doctype, .templateContents: return true
    case .document, .text: return false
    case .element:
      if tree.namespace(of: node) != .html { return true }
      switch tree.name(of: node) {
      case .script, .style, .template, .head, .iframe, .textarea, .select, .datalist: return true
      default: return false
      }
    }
  }

  /// The text below a node that is seen, of one line.
  ///
  /// - Complexity: O(its nodes and bytes)
  func text(of node: HTMLNode) -> String {
    var bytes: [UInt8] = []
    let end = tree.subtreeEnd(of: node)
    var next = node
    while next < end {
      if isUnseen(next) {
        next = tree.subtreeEnd(of: next)
        continue
      }
      if tree.kind(of: next) == .text {
        bytes.append(contentsOf: tree.text[tree.textRange(of: next)])
      } else if tree.isElement(next, .br) {
        bytes.append(0x20)
      }
      next = next.next
    }
    return Self.field(bytes[...])
  }
}

extension UInt8 {
  /// Tab, line feed, form feed, carriage return, space.
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0a || self == 0x09 || self == 0x0c || self == 0x0d }
}

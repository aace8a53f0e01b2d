import DocumentModel

/// A part of an XML document that says one thing (an entry, a post, a comment, the head of a feed), as a flat tree.
struct XMLRecord {
  /// An element.
  struct Node {
    /// See ``XMLName``.
    var name: String
    /// The element it stands in; -1 for the first.
    var parent: Int
    var attributes: [XMLAttribute]
    /// Its own text, UTF-8 or meant to be; where ``isMarkup`` says so, with the elements in it as HTML.
    var text: [UInt8] = []
    var isMarkup = false
    /// What references in it are relative to (XML Base), as far as the document says.
    var base: WebAddress?
    /// The elements in it are a chain from the first; -1 where it ends.
    fileprivate var firstChild = -1
    fileprivate var lastChild = -1
    fileprivate var nextSibling = -1

    init(name: String, parent: Int, attributes: [XMLAttribute]) {
      self.name = name
      self.parent = parent
      self.attributes = attributes
    }
  }

  /// All elements in preorder, the one that is the record first.
  private(set) var nodes: [Node] = []

  /// Adds an element behind all others.
  mutating func append(_ node: Node) {
    let number = nodes.count
    nodes.append(node)
    guard node.parent >= 0 else { return }
    let last = nodes[node.parent].lastChild
    if last >= 0 { nodes[last].nextSibling = number } else { nodes[node.parent].firstChild = number }
    nodes[node.parent].lastChild = number
  }

  /// Adds to the own text of an element.
  mutating func append(_ bytes: some Sequence<UInt8>, toTextOf node: Int) { nodes[node].text.append(contentsOf: bytes) }

  /// Takes the text of an element for HTML from now on.
  mutating func beginMarkup(in node: Int) {
    guard !nodes[node].isMarkup else { return }
    nodes[node].isMarkup = true
    nodes[node].text = FeedText.escaped(nodes[node].text)
  }

  /// The name of the element that is the record.
  var name: String { nodes.first?.name ?? "" }

  /// The elements with that name which stand in the one numbered `parent`, in order.
  ///
  /// - Complexity: O(elements in that one)
  func children(_ name: String, of parent: Int = 0) -> [Int] { children(of: parent).filter { nodes[$0].name == name } }

  /// The elements in the one numbered `parent`, in order.
  private func children(of parent: Int) -> some Sequence<Int> {
    let first = nodes.indices.contains(parent) ? nodes[parent].firstChild : -1
    return sequence(first: first) { nodes[$0].nextSibling }.prefix { $0 >= 0 }
  }

  /// The first element on a path from the one numbered `parent`.
  func first(_ path: String..., of parent: Int = 0) -> Node? { node(path, of: parent) }

  /// The text of the first element on a path, of one line; `nil` where nothing is left of it.
  func line(_ path: String..., of parent: Int = 0) -> String? { node(path, of: parent)?.line }

  private func node(_ path: [String], of parent: Int) -> Node? {
    var place = parent
    for name in path {
      guard let next = children(of: place).first(where: { nodes[$0].name == name }) else { return nil }
      place = next
    }
    return nodes.indices.contains(place) ? nodes[place] : nil
  }
}

extension XMLRecord.Node {
  /// The value of an attribute.
  subscript(attribute: String) -> String? {
    // What it is told apart by may be shown as well: ids and addresses in diagnostics.
    attributes.first { $0.name == attribute }.map { TextSanitizer.line($0.value) ?? "" }
  }

  /// The text, of one line; `nil` where nothing is left of it.
  var line: String? { TextSanitizer.line(String(decoding: text, as: UTF8.self)) }
}

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
  }

  /// All elements in preorder, the one that is the record first.
  var nodes: [Node] = []

  /// The name of the element that is the record.
  var name: String { nodes.first?.name ?? "" }

  /// The elements with that name which stand in the one numbered `parent`, in order.
  ///
  /// - Complexity: O(nodes of the record)
  func children(_ name: String, of parent: Int = 0) -> [Int] {
    nodes.indices.filter { nodes[$0].parent == parent && nodes[$0].name == name }
  }

  /// The first element on a path from the one numbered `parent`.
  func first(_ path: String..., of parent: Int = 0) -> Node? { node(path, of: parent) }

  /// The text of the first element on a path, of one line; `nil` where nothing is left of it.
  func line(_ path: String..., of parent: Int = 0) -> String? { node(path, of: parent)?.line }

  private func node(_ path: [String], of parent: Int) -> Node? {
    var place = parent
    for name in path {
      guard let next = nodes.indices.first(where: { nodes[$0].parent == place && nodes[$0].name == name }) else {
        return nil
      }
      place = next
    }
    return nodes.indices.contains(place) ? nodes[place] : nil
  }
}

extension XMLRecord.Node {
  /// The value of an attribute.
  subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

  /// The text, of one line; `nil` where nothing is left of it.
  var line: String? { TextSanitizer.line(String(decoding: text, as: UTF8.self)) }
}

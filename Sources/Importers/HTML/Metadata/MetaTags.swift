import HTMLParsing

/// What the `meta` elements of a page say, wherever they stand: Open Graph, Dublin Core, Twitter and plain ones.
struct MetaTags {
  private var contents: [String: String] = [:]

  /// The first contents of each name count.
  ///
  /// - Complexity: O(nodes)
  init(_ tree: HTMLTree) {
    for node in tree.nodes where tree.isElement(node, .meta) {
      guard let content = tree.string(.content, of: node).flatMap(TextSanitizer.line) else { continue }
      for attribute in [HTMLName.property, .name, .itemprop] {
        for name in tree.tokens(attribute, of: node) {
          let key = name.lowercased()
          if contents[key] == nil { contents[key] = content }
        }
      }
    }
  }

  /// The contents of the first of these names that there is.
  subscript(names: String...) -> String? { names.lazy.compactMap { contents[$0] }.first }
}

import HTMLParsing

/// What a page says about its parts by how it names them; each name is looked at once.
struct PageParts {
  private let tree: HTMLTree
  private var known: [ArraySlice<UInt8>: PartHints] = [:]

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The hints of an element: of its `class`, `id`, `itemprop` and `role`.
  ///
  /// - Complexity: O(length of these attributes)
  mutating func hints(of node: HTMLNode) -> PartHints {
    var hints: PartHints = []
    for (name, value) in tree.attributes(of: node) where !value.isEmpty {
      switch name {
      case .class, .id: hints.formUnion(self.hints(of: value))
      case .itemprop: hints.formUnion(Self.property(String(decoding: value, as: UTF8.self)))
      case .role: hints.formUnion(Self.role(String(decoding: value, as: UTF8.self)))
      default: break
      }
    }
    return hints
  }

  private mutating func hints(of names: ArraySlice<UInt8>) -> PartHints {
    if let hints = known[names] { return hints }
    let hints = PartHints(names)
    known[names] = hints
    return hints
  }

  private static func property(_ name: String) -> PartHints {
    switch name {
    case "articleBody", "text", "reviewBody", "description": .article
    case "author", "datePublished", "dateModified", "headline", "publisher", "keywords", "articleSection": .facts
    case "comment", "interactionStatistic", "commentCount": .discussion
    case "breadcrumb", "aggregateRating", "ratingValue": .furniture
    default: []
    }
  }

  private static func role(_ role: String) -> PartHints {
    switch role {
    case "navigation", "menu", "menubar", "banner", "contentinfo", "complementary", "search", "dialog", "alert",
      "alertdialog", "toolbar", "tablist", "button":
      .furniture
    case "main", "article": .article
    default: []
    }
  }
}

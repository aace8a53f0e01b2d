import HTMLParsing

/// What has to be known of a page, or of a fragment, as a whole before parts of it are written: one pass.
struct PageSurvey {
  /// Names of attributes that are not the standard's, as far as the page has them.
  let names: PageNames
  /// Tables that have tables in them: those lay out the page.
  private(set) var nestingTables: Set<HTMLNode> = []
  /// The labels of notes, by the `id` that the text refers to.
  private(set) var noteLabels: [String: String] = [:]

  /// Looks through a whole page.
  ///
  /// - Complexity: O(nodes)
  init(_ tree: HTMLTree) { self.init(tree, below: .document, names: PageNames(tree)) }

  /// Looks through what stands below a node.
  ///
  /// - Parameter names: those of the page.
  /// - Complexity: O(nodes)
  init(_ tree: HTMLTree, below root: HTMLNode, names: PageNames) {
    self.names = names
    var tables: [HTMLNode] = []
    for node in tree.descendants(of: root) where tree.kind(of: node) == .element {
      let name = tree.name(of: node)
      if name == .table {
        while let last = tables.last, tree.subtreeEnd(of: last) <= node { tables.removeLast() }
        if let outer = tables.last { nestingTables.insert(outer) }
        tables.append(node)
      } else if name == .a, let (id, label) = Self.reference(node, in: tree), noteLabels[id] == nil {
        noteLabels[id] = label
      }
    }
  }

  /// Classes of links to a note.
  private static let noteReferences: ClassWords = ["footnote-ref", "footnote-reference", "noteref", "footnote"]

  /// The place of the page and the label, when a link refers to a note.
  static func reference(_ link: HTMLNode, in tree: HTMLTree) -> (id: String, label: String)? {
    guard let address = tree.attribute(.href, of: link), address.first == UInt8(ascii: "#"), address.count > 1 else {
      return nil
    }
    let seen = tree.text[tree.textRange(of: link)].prefix(16).count { !isAround($0) }
    guard (1...6).contains(seen) else { return nil }
    let isRaised =
      tree.ancestors(of: link).prefix(2).contains { tree.isElement($0, .sup) }
      || tree.descendants(of: link).contains { tree.isElement($0, .sup) }
    guard isRaised || tree.hasClass(noteReferences, link) || tree.string(.role, of: link) == "doc-noteref" else {
      return nil
    }
    let id = String(decoding: address.dropFirst(), as: UTF8.self)
    // What leads back to the text is no reference to a note.
    guard !["fnref", "cite_ref", "footnote-ref", "noteref"].contains(where: id.hasPrefix) else { return nil }
    let label = tree.text[tree.textRange(of: link)].prefix(16).filter { !isAround($0) }
    return (id, String(decoding: label, as: UTF8.self))
  }

  /// Whether a byte stands around a label and is none of it.
  private static func isAround(_ byte: UInt8) -> Bool {
    byte.isHTMLSpace || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
  }
}

/// Names of attributes that are not the standard's; `nil` where the page has none of that name.
struct PageNames {
  let dataSource, dataOriginal, dataLazySource, dataLazy, dataSourceSet: HTMLName?
  let dataLanguage, dataLang: HTMLName?
  let dataUsername, dataQuote, dataAuthor, dataQuotedName: HTMLName?
  let dataPost, dataSourceOfQuote, dataQuotedComment: HTMLName?

  init(_ tree: HTMLTree) {
    let hasOthers = !tree.hasOnlyKnownNames
    func name(_ spelling: String) -> HTMLName? { hasOthers ? tree.name(spelling) : nil }
    dataSource = name("data-src")
    dataOriginal = name("data-original")
    dataLazySource = name("data-lazy-src")
    dataLazy = name("data-lazy")
    dataSourceSet = name("data-srcset")
    dataLanguage = name("data-language")
    dataLang = name("data-lang")
    dataUsername = name("data-username")
    dataQuote = name("data-quote")
    dataAuthor = name("data-author")
    dataQuotedName = name("data-ipsquote-username")
    dataPost = name("data-post")
    dataSourceOfQuote = name("data-source")
    dataQuotedComment = name("data-ipsquote-contentcommentid")
  }
}

import HTMLParsing

/// The article of a page: the elements that hold it, and what of them is none of it.
struct PageArticle {
  /// In the order of the page.
  private(set) var roots: [HTMLNode]
  /// What in them is something else.
  private(set) var leftOut: NodeSet
  /// How much running text it has, in characters.
  private(set) var prose: Int
  /// How much of that does not stand in lists.
  private(set) var proseOutsideLists: Int
  /// How much text of the page is neither in it nor in the discussion, in characters.
  private(set) var otherLength: Int

  /// The article that stands on a page beside its discussion.
  ///
  /// - Parameters:
  ///   - body: what is shown of the page.
  ///   - title: of the article.
  ///   - site: the host of the page, if that is known.
  ///   - discussion: the elements of the discussion.
  /// - Complexity: O(size of the page)
  init(of tree: HTMLTree, below body: HTMLNode, title: String?, site: Substring?, without discussion: NodeSet) {
    var survey = ArticleSurvey(tree, below: body, without: discussion)
    let teasers = TeaserLists(survey, site: site).find(below: body)
    survey.discount(teasers)
    var finder = ArticleFinder(survey)
    let root = finder.find(below: body) ?? body
    var cleaner = ArticleCleaner(
      survey,
      root: root,
      title: title,
      dateOrder: ThreadPage.dateOrder(of: tree),
      discussion: discussion
    )
    cleaner.clean(teasers: teasers)
    leftOut = cleaner.leftOut
    let lead = ArticleLead(survey, below: body, leftOut: leftOut)
    roots = Self.sorted(lead.elements(before: root) + lead.ingredients(beside: root) + [root], in: tree)
    let kept = roots.flatMap { survey.blocks(of: $0) }.filter { !cleaner.isLeftOut(survey.blocks[$0].nodes.lowerBound) }
    prose = kept.reduce(0) { $0 + survey.blocks[$1].prose }
    proseOutsideLists = kept.reduce(0) { sum, index in
      let block = survey.blocks[index]
      let isListed = tree.ancestors(of: block.nodes.lowerBound).contains { tree.isElement($0, .li) }
      return isListed ? sum : sum + block.prose
    }
    otherLength = survey.length(of: 0..<survey.blocks.count) - kept.reduce(0) { $0 + survey.blocks[$1].length }
  }

  /// Elements in their order, without those that stand in others.
  private static func sorted(_ elements: [HTMLNode], in tree: HTMLTree) -> [HTMLNode] {
    var sorted: [HTMLNode] = []
    for element in elements.sorted() {
      if let last = sorted.last, element < tree.subtreeEnd(of: last) { continue }
      sorted.append(element)
    }
    return sorted
  }

  /// The article that is a contribution to the discussion: the question, the opening post.
  init(_ opening: ThreadRecord, of tree: HTMLTree) {
    roots = opening.body.roots
    leftOut = NodeSet(of: tree)
    leftOut.formUnion(opening.body.omitted)
    prose = 0
    proseOutsideLists = 0
    otherLength = 0
  }

  /// No article: the page is there for its discussion.
  init(noneOf tree: HTMLTree) {
    roots = []
    leftOut = NodeSet(of: tree)
    prose = 0
    proseOutsideLists = 0
    otherLength = 0
  }
}

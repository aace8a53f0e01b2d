import DocumentModel
import HTMLParsing

/// Writes what stands in parts of a page as blocks: for articles, comments, and bodies in JSON, feeds and mails alike.
///
/// White space is collapsed as CSS does; what a browser shows is there, what it hides is not. A writer knows the page as
/// a whole, so that many parts of it can be written by one.
///
///     var writer = HTMLBlockWriter(tree, base: "https://harbour.example/log/")
///     writer.write([body], to: &builder, as: .comment)
package struct HTMLBlockWriter {
  /// What is written.
  package enum Setting: Sendable {
    /// An article: statements set apart in it are pull-quotes.
    case article
    /// A comment, or a part of one: all statements are quotations.
    case comment
  }

  private(set) var tree: HTMLTree
  private(set) var survey: PageSurvey
  private(set) var base: WebAddress?
  /// The elements that are quotations because an engine makes them so.
  private(set) var quotations: [HTMLNode: Statement]
  /// Whether an element and all in it, or a text, is left out.
  private let isLeftOut: (HTMLNode) -> Bool

  /// What is written to, while it is.
  var builder = DocumentBuilder()
  var setting = Setting.article
  /// The text of the paragraph or heading that is being put together.
  var inline = InlineText()
  /// Whether the paragraph is complete, and only waits until it is known where it belongs.
  var isHeld = false
  /// How many containers were open where the paragraph stands.
  var depth = 0
  /// What blocks stand in, outermost first, and how many of them the builder knows.
  var containers: [BlockContainer] = []
  var openCount = 0
  /// The elements that are open and do something at their end.
  var frames: [Frame] = []
  /// How many elements are open whose text is one line: headings and the like.
  var lineDepth = 0
  /// The text of preformatted elements, while one is open.
  var preformatted: [UInt8]?
  /// Elements whose words have become something else.
  var consumed: Set<HTMLNode> = []
  /// Where the last picture is on the web.
  var lastImage: String?
  /// The paragraph written last, when nothing came after it.
  var lead: [UInt8] = []
  /// Who speaks in the quotation that comes next, by what stands before it.
  var pendingSpeaker: String?
  /// The pull-quotes written.
  var candidates: [Candidate] = []
  /// The bytes of the page's text that repeated passages are looked for in.
  var articleText: Range<Int> = 0..<0

  /// An element that is open.
  struct Frame {
    /// The first node after it.
    var end: HTMLNode
    var isBlock = false
    var isSpan = false
    var suffix = ""
    var closing = Closing.nothing
  }

  /// What is done at the end of an element.
  enum Closing {
    case nothing
    case container
    case heading(Int)
    case strongLine
    case preformatted(language: String?)
    /// A cell, and how many columns more it takes.
    case cell(more: Int, isHeader: Bool)
  }

  /// A writer of parts of `tree`.
  ///
  /// - Parameters:
  ///   - base: the address of the page, or what its `<base>` says; relative links are resolved against it.
  ///   - survey: what is known of the page; it is looked through where that is `nil`.
  ///   - quotations: elements that hold quotations whatever they are, and what is known of these.
  ///   - isLeftOut: says which elements are left out with all that is in them (share bars, signatures, heads of comments),
  ///     and which texts.
  /// - Complexity: O(nodes of the page)
  init(
    _ tree: HTMLTree,
    base: String? = nil,
    survey: PageSurvey? = nil,
    quotations: [HTMLNode: Statement] = [:],
    leavingOut isLeftOut: @escaping (HTMLNode) -> Bool = { _ in false }
  ) {
    self.tree = tree
    self.survey = survey ?? PageSurvey(tree)
    self.base = base.map(WebAddress.init)
    self.quotations = quotations
    self.isLeftOut = isLeftOut
  }

  /// Turns to a fragment, of which nothing around it is known: what costs less than another writer, where many short
  /// ones are written.
  ///
  /// - Complexity: O(nodes of the fragment)
  mutating func turn(to root: HTMLNode, of tree: HTMLTree, base: String?) {
    survey = PageSurvey(tree, below: root, names: tree === self.tree ? survey.names : PageNames(tree))
    self.tree = tree
    self.base = base.map(WebAddress.init)
    quotations = [:]
    pendingSpeaker = nil
  }

  /// Writes what stands in `roots`, one after the other, below the node that is open in `builder`.
  ///
  /// A root is written although it be hidden. Blocks of the page do not reach from one root into the next.
  ///
  /// - Complexity: O(nodes below the roots)
  package mutating func write(_ roots: [HTMLNode], to builder: inout DocumentBuilder, as setting: Setting) {
    swap(&self.builder, &builder)
    self.setting = setting
    articleText =
      roots.first.map { tree.textRange(of: $0).lowerBound..<tree.textRange(of: roots[roots.count - 1]).upperBound }
      ?? 0..<0
    for root in roots { walk(root, isOnly: roots.count == 1) }
    finishParagraph()
    flush()
    markRepetitions()
    inline.clear()
    lead = []
    lastImage = nil
    consumed = []
    swap(&self.builder, &builder)
  }

  private mutating func walk(_ root: HTMLNode, isOnly: Bool) {
    let end = tree.subtreeEnd(of: root)
    var node = root
    while node < end {
      leave(before: node)
      switch tree.kind(of: node) {
      case .text:
        if !isLeftOut(node) { writeText(of: node) }
        node = node.next
      case .document: node = node.next
      case .element:
        let isEntered = node == root ? enterRoot(node, isOnly: isOnly) : enterVisible(node)
        node = isEntered ? node.next : tree.subtreeEnd(of: node)
      case .comment, .doctype, .templateContents: node = tree.subtreeEnd(of: node)
      }
    }
    leave(before: end)
  }

  private mutating func enterVisible(_ node: HTMLNode) -> Bool {
    guard !tree.isHidden(node), !isLeftOut(node), consumed.isEmpty || !consumed.contains(node) else { return false }
    return enter(node)
  }

  /// What holds the words is not what they are: a comment may stand in an item of a list, a cell or a quotation.
  private mutating func enterRoot(_ node: HTMLNode, isOnly: Bool) -> Bool {
    switch ElementKind(tree.name(of: node)) {
    case .item, .cell, .headerCell, .row, .hidden: pushBlock(node)
    case .quotation where isOnly: pushBlock(node)
    default: return enter(node)
    }
    return true
  }

  /// Does what is to be done at the end of the elements that end before `node`.
  private mutating func leave(before node: HTMLNode) {
    while let frame = frames.last, frame.end <= node {
      frames.removeLast()
      if !frame.suffix.isEmpty { writeSuffix(frame.suffix) }
      switch frame.closing {
      case .heading(let level): closeHeading(level: level)
      case .strongLine:
        lineDepth -= 1
        if frame.isSpan { inline.end(isFresh: isHeld) }
        finishParagraph()
      case .preformatted(let language): closePreformatted(language: language)
      case .nothing, .container, .cell:
        if case .cell(_, let isHeader) = frame.closing, isHeader { inline.end(isFresh: isHeld) }
        if frame.isSpan { inline.end(isFresh: isHeld) }
        if frame.isBlock { breakBlock() }
      }
      switch frame.closing {
      case .container: closeContainer()
      case .cell(let more, _): closeCell(more: more)
      default: break
      }
    }
  }

  // MARK: Frames

  mutating func pushBlock(_ node: HTMLNode, closing: Closing = .nothing) {
    breakBlock()
    frames.append(Frame(end: tree.subtreeEnd(of: node), isBlock: true, closing: closing))
  }

  mutating func pushContainer(_ node: HTMLNode, _ kind: BlockContainer.Kind) {
    breakBlock()
    containers.append(BlockContainer(kind))
    frames.append(Frame(end: tree.subtreeEnd(of: node), isBlock: true, closing: .container))
  }

  mutating func pushSpan(_ node: HTMLNode, _ role: TextSpan.Role) {
    inline.begin(role, isFresh: isHeld)
    frames.append(Frame(end: tree.subtreeEnd(of: node), isSpan: true))
  }

  mutating func pushSuffix(_ node: HTMLNode, _ suffix: String) {
    frames.append(Frame(end: tree.subtreeEnd(of: node), suffix: suffix))
  }
}

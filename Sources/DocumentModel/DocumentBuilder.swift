import LargePages

/// Makes documents, from enter and leave events in reading order: the only way to make one.
///
/// Sections follow from headings and the discussion from comments; callers open neither. Comments get unique ids.
/// Opening and closing never fails: what does not fit where it is opened is put where it does.
///
/// - Complexity: O(1) an event, amortised.
package struct DocumentBuilder {
  /// Texts beyond this are left out, with a diagnostic: offsets are 32 bits wide.
  package static let maximumTextBytes = Int(UInt32.max) - 1

  /// Nodes beyond this are left out, with a diagnostic.
  package static let maximumNodes = PackedElement.limit - 1 << 16
  /// No more repeated ids are named one by one.
  static let maximumRepeatDiagnostics = 100

  /// What the source says about itself.
  package var metadata: Metadata
  /// What was noticed so far.
  package var diagnostics: [Diagnostic] = []

  var text: [UInt8] = []
  var elements: [PackedElement] = [.document]
  var parents: [Int32] = [-1]
  var subtreeEnds: [Int32] = [0]
  var textEnds: [UInt32] = [0]
  var comments: CommentTable
  var commentNodes: [Int32] = []
  var commentDepths: [Int32] = []
  var headingNodes: [Int32] = []
  var statements: [Statement] = []
  var spans: [TextSpan] = []
  var blocks = BlockFacts()

  /// The nodes that are open, outermost first; the document is always open.
  var open: [NodeIndex] = [.document]
  /// The levels of the sections that are open; 0 for one of several articles, whose sections are its own.
  private var sectionLevels: [Int] = []
  private var openArticles = 0
  /// The comment that was opened for a block nobody opened a comment for, while it is open.
  private var strayComment: NodeIndex?
  /// The source's own id of the comment begun last, and whether it is settled.
  private var ownID: [UInt8] = []
  private var isIdentified = true
  /// Comments whose ids stood already, and those ids; said when the document is finished.
  var repeats: [(index: Int, id: String)] = []
  /// How many repeated ids there were.
  var repeatedCount = 0
  /// Whether the text or the nodes are as many as there can be: what comes now is lost.
  package private(set) var isFull = false

  /// Whether this makes a part of a document, whose ids are made unique when it is joined with the others.
  let isPart: Bool

  /// A builder for a document about which `metadata` is known.
  ///
  /// - Parameter isPart: whether what it makes is only appended to another's discussion (``append(discussionOf:)``).
  package init(metadata: Metadata = Metadata(), isPart: Bool = false) {
    self.metadata = metadata
    self.isPart = isPart
    comments = CommentTable(keepsIDs: isPart)
  }

  /// Makes room for `count` bytes of text, so that it never has to be moved. Memory is taken only as it is filled.
  package mutating func reserveText(_ count: Int) { text.reserveLargeCapacity(min(count, Self.maximumTextBytes)) }

  /// Makes room for `count` more comments.
  package mutating func reserveComments(_ count: Int) {
    comments.reserve(count)
    commentNodes.reserveCapacity(commentNodes.count + count)
    commentDepths.reserveCapacity(commentDepths.count + count)
  }

  /// The number of bytes of text so far.
  package var textCount: Int { text.count }

  /// The number of comments so far.
  package var commentCount: Int { comments.count }

  /// The number of nodes so far.
  package var nodeCount: Int { elements.count }
}

// MARK: Events

extension DocumentBuilder {
  /// Opens a node below the one that is open.
  ///
  /// A heading in an article opens a section, which ends at the next heading of its level or above. What has facts of
  /// its own is opened by methods of their own: ``openPullQuote(_:)``, ``openQuotation(_:)``, ``openFigure(_:)``,
  /// ``openFootnote(_:)``, ``openArticle(_:)``, ``openComment(_:)``.
  @discardableResult
  package mutating func open(_ element: Element) -> NodeIndex {
    precondition(!element.hasFacts, "what has facts is opened with them")
    openStrayComment()
    if element == .tableCell || element == .tableRow { blocks.hasTables = true }
    if case .heading(let level) = element, isInArticle {
      while let last = sectionLevels.last, last >= level { closeLast() }
      append(.section)
      sectionLevels.append(level)
      headingNodes.append(Int32(elements.count))
    }
    return append(element)
  }

  /// Opens a statement set apart in the article.
  @discardableResult
  package mutating func openPullQuote(_ statement: Statement) -> NodeIndex {
    openStrayComment()
    return append(statement, as: .pullQuote(statement: statements.count))
  }

  /// Opens a statement quoted in a comment or another block.
  @discardableResult
  package mutating func openQuotation(_ statement: Statement) -> NodeIndex {
    openStrayComment()
    return append(statement, as: .quotation(statement: statements.count))
  }

  /// Opens preformatted text in a language, as the source names it.
  @discardableResult
  package mutating func openCode(language: String?) -> NodeIndex {
    guard let language else { return open(.code) }
    openStrayComment()
    return append(packed: PackedElement(codeInLanguage: blocks.number(ofLanguage: language)))
  }

  /// Opens a figure, whose caption are the blocks opened in it.
  @discardableResult
  package mutating func openFigure(_ figure: Figure) -> NodeIndex {
    openStrayComment()
    blocks.figures.append(figure)
    return append(.figure(blocks.figures.count - 1))
  }

  /// Opens a note to the text.
  @discardableResult
  package mutating func openFootnote(_ footnote: Footnote) -> NodeIndex {
    openStrayComment()
    blocks.footnotes.append(footnote)
    return append(.footnote(blocks.footnotes.count - 1))
  }

  /// Opens one of several articles. The sections above it end; those in it are its own and end with it.
  @discardableResult
  package mutating func openArticle(_ article: Article) -> NodeIndex {
    openStrayComment()
    while elements[open[open.count - 1].offset] == .section { closeLast() }
    blocks.articles.append(article)
    sectionLevels.append(0)
    openArticles += 1
    if isInArticle { headingNodes.append(Int32(elements.count)) }
    return append(.article(blocks.articles.count - 1))
  }

  /// Opens a comment: a reply when a comment is open, else a top-level comment.
  ///
  /// Blocks still open, and the sections of the article, are closed first.
  @discardableResult
  package mutating func openComment(_ comment: Comment) -> NodeIndex {
    var facts = CommentFacts()
    facts.author = share(comment.author)
    facts.displayName = share(comment.displayName)
    facts.published = comment.published
    facts.age = share(comment.age)
    facts.score = comment.score
    facts.address = share(comment.address)
    facts.standing = comment.standing
    return openComment(facts, id: comment.id)
  }

  /// Opens a comment, without the price of strings that were there before.
  ///
  /// - Parameter id: the source's own identifier; empty where it has none.
  @discardableResult
  package mutating func openComment(_ facts: CommentFacts, id: String = "") -> NodeIndex {
    var id = id
    return id.withUTF8 { openComment(facts, id: $0) }
  }

  /// Opens a comment whose id is given as UTF-8, sanitised.
  @discardableResult
  package mutating func openComment(_ facts: CommentFacts, id: UnsafeBufferPointer<UInt8>) -> NodeIndex {
    while let last = open.last.map({ elements[$0.offset] }), last != .document, last != .discussion, !last.isComment {
      closeLast()
    }
    closeStrayComment()
    identifyLastComment()
    if open.count == 1 { append(.discussion) }
    let depth = elements[open[open.count - 1].offset].commentIndex.map { commentDepths[$0] + 1 } ?? 0
    let node = append(.comment(comments.count))
    comments.append(facts)
    ownID.removeAll(keepingCapacity: true)
    ownID.append(contentsOf: id)
    isIdentified = false
    commentNodes.append(node.position)
    commentDepths.append(depth)
    return node
  }

  /// A string for the facts of comments; `nil` for `nil`.
  package mutating func share(_ string: String?) -> CommentFacts.SharedString? { comments.share(string) }

  /// The string of these bytes of UTF-8, for the facts of comments.
  package mutating func share(_ bytes: UnsafeBufferPointer<UInt8>) -> CommentFacts.SharedString {
    comments.share(bytes)
  }

  /// Adds to the open node's own text. UTF-8, sanitised; comes before the node's first child.
  package mutating func text(_ bytes: some Collection<UInt8>) {
    // Of a collection that other modules give, every byte would be asked for by itself.
    if bytes.withContiguousStorageIfAvailable({ text($0) }) != nil { return }
    guard mayAppend(bytes.count) else { return }
    text.append(contentsOf: bytes)
  }

  /// Adds to the open node's own text.
  package mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard mayAppend(bytes.count) else { return }
    text.append(contentsOf: bytes)
  }

  /// Adds to the open node's own text, provided that it is clean (``CleanText``): bytes of a file that other programs
  /// write to may have changed since they were looked at, so what counts is the copy.
  ///
  /// - Returns: false when they are not, and nothing was added.
  package mutating func text(checking bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard mayAppend(bytes.count) else { return true }
    let start = text.count
    text.append(contentsOf: bytes)
    let isClean = text.withUnsafeBufferPointer { CleanText.end(in: $0, from: start) == $0.count }
    if !isClean { text.removeLast(text.count - start) }
    return isClean
  }

  /// Adds one byte to the open node's own text.
  package mutating func text(byte: UInt8) {
    guard mayAppend(1) else { return }
    text.append(byte)
  }

  /// Whether `count` more bytes can be added; says so once when they cannot.
  private mutating func mayAppend(_ count: Int) -> Bool {
    guard !isFull, count > 0 else { return false }
    guard text.count + count < Self.maximumTextBytes else {
      fill(Self.tooLong)
      return false
    }
    precondition(open[open.count - 1].offset == elements.count - 1, "a node's own text comes before its children")
    return true
  }

  static let tooLong = "the text is longer than 4 GiB"
  static let tooMany = "there are more than \(maximumNodes) blocks"

  /// Says once why nothing more is added.
  mutating func fill(_ reason: String) {
    guard !isFull else { return }
    isFull = true
    diagnostics.append(Diagnostic(.warning, "\(reason); the rest was left out: read the source in parts"))
  }

  /// Adds to the open node's own text.
  package mutating func text(_ string: String) { text(string.utf8) }

  /// Marks the bytes of the whole text from `start` on (an earlier ``textCount``) to its present end.
  package mutating func span(_ role: TextSpan.Role, from start: Int) {
    guard start < text.count else { return }
    spans.append(TextSpan(bytes: start..<text.count, role: role))
  }

  /// Marks these bytes of the whole text, which are the open node's.
  package mutating func span(_ role: TextSpan.Role, _ bytes: Range<Int>) {
    guard !bytes.isEmpty, bytes.upperBound <= text.count else { return }
    spans.append(TextSpan(bytes: bytes, role: role))
  }

  /// Says that the words of a pull-quote stand in the article once more.
  package mutating func noteRepetition(of pullQuote: NodeIndex) {
    guard let index = elements[pullQuote.offset].element.statementIndex else { return }
    statements[index].repeatsArticle = true
  }

  /// Closes the node opened last that is still open. The discussion stays open: nothing of the article comes after it.
  package mutating func close() {
    closeStrayComment()
    // Nobody opened a section; what is meant is the article around it.
    while openArticles > 0, elements[open[open.count - 1].offset] == .section { closeLast() }
    guard let last = open.last, last != .document, elements[last.offset] != .discussion else { return }
    closeLast()
  }

  /// A node with text and nothing below it.
  @discardableResult
  package mutating func leaf(_ element: Element, _ string: String) -> NodeIndex {
    let node = open(element)
    text(string)
    close()
    return node
  }
}

// MARK: How

extension DocumentBuilder {
  /// Whether headings make sections here: directly below the document, an article or a section.
  private var isInArticle: Bool {
    let element = elements[open[open.count - 1].offset]
    return element == .document || element == .section || element.isArticle
  }

  @discardableResult
  mutating func append(_ element: Element) -> NodeIndex { append(packed: PackedElement(element)) }

  @discardableResult
  private mutating func append(packed element: PackedElement) -> NodeIndex {
    endText()
    let node = NodeIndex(elements.count)
    let parent = open[open.count - 1]
    elements.append(element)
    parents.append(parent.position)
    subtreeEnds.append(node.position + 1)
    textEnds.append(UInt32(text.count))
    open.append(node)
    if elements.count >= Self.maximumNodes { fill(Self.tooMany) }
    return node
  }

  private mutating func append(_ statement: Statement, as element: Element) -> NodeIndex {
    let node = append(element)
    var statement = statement
    statement.node = node
    statements.append(statement)
    return node
  }

  /// Ends the text of the node made last: the byte `\n` closes it if there is any.
  mutating func endText() {
    let last = elements.count - 1
    let start = last == 0 ? 0 : textEnds[last - 1]
    guard textEnds[last] == start, text.count > Int(start) else { return }
    text.append(UInt8(ascii: "\n"))
    textEnds[last] = UInt32(text.count)
  }

  mutating func closeLast() {
    let node = open.removeLast()
    let element = elements[node.offset]
    if element == .tableCell, !isFull { CellEnds.endCell(node, text: &text, textEnds: &textEnds) }
    endText()
    if element == .tableRow, !isFull { CellEnds.endRow(node, text: &text, textEnds: &textEnds) }
    subtreeEnds[node.offset] = Int32(elements.count)
    if element == .section || element.isArticle { sectionLevels.removeLast() }
    if element.isArticle { openArticles -= 1 }
    if element.isComment { identifyLastComment() }
  }

  /// Opens a comment whose author is not known for a block that stands between threads or after the replies to a
  /// comment: it belongs to somebody, and a comment's own blocks come before its replies.
  private mutating func openStrayComment() {
    let last = open[open.count - 1]
    let isAfterReplies = elements[last.offset].commentIndex.map { $0 + 1 < comments.count } ?? false
    guard elements[last.offset] == .discussion || isAfterReplies else { return }
    strayComment = openComment(Comment())
  }

  private mutating func closeStrayComment() {
    guard let comment = strayComment, open.last == comment else { return }
    closeLast()
    strayComment = nil
  }

  /// Gives the comment begun last its final id, made of author, time and the text of its body where the source gives
  /// none.
  ///
  /// To be called when its body ends, which is before its replies: ids are given in reading order.
  private mutating func identifyLastComment() {
    endText()
    guard !isIdentified else { return }
    isIdentified = true
    let index = comments.count - 1
    let start = Int(textEnds[Int(commentNodes[index]) - 1])
    let repeated =
      ownID.isEmpty
      ? comments.identify(index, by: text[start...])
      : ownID.withUnsafeBufferPointer { comments.identify(index, as: $0) }
    guard let repeated else { return }
    noteRepeat(repeated, of: index)
  }

  /// Notes that the id `repeated` stood already when the comment at `index` came.
  mutating func noteRepeat(_ repeated: String, of index: Int) {
    repeatedCount += 1
    if repeats.count < Self.maximumRepeatDiagnostics { repeats.append((index, repeated)) }
  }
}

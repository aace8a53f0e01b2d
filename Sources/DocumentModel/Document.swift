/// Everything read from one source: an article and the discussion under it, as one flat tree.
///
/// An immutable snapshot. Node number = position in preorder; every walk is a loop over numbers, never recursion, so that a chain of
/// 100,000 replies costs what 100,000 comments cost. All text stands in one buffer, in reading order: searching and quoting are scans
/// and slices. Nothing of the view (folds, scrolling, highlights) is in here.
///
/// Copies share what they hold: a document is two references.
package struct Document: Sendable {
  /// What it holds.
  package let contents: DocumentContents
  private var facts: Facts

  private final class Facts: Sendable {
    let metadata: Metadata
    let diagnostics: [Diagnostic]
    let sources: [Passage?]?

    init(_ metadata: Metadata, _ diagnostics: [Diagnostic], _ sources: [Passage?]? = nil) {
      self.metadata = metadata
      self.diagnostics = diagnostics
      self.sources = sources
    }
  }

  init(metadata: Metadata, diagnostics: [Diagnostic], contents: DocumentContents) {
    facts = Facts(metadata, diagnostics)
    self.contents = contents
  }

  /// What the source says about itself.
  package var metadata: Metadata {
    get { facts.metadata }
    set { facts = Facts(newValue, facts.diagnostics, facts.sources) }
  }

  /// What was noticed while reading.
  package var diagnostics: [Diagnostic] {
    get { facts.diagnostics }
    set { facts = Facts(facts.metadata, newValue, facts.sources) }
  }

  /// Where the words of each of the ``statements`` stand, as the source itself says it; `nil` where it says nothing and
  /// they are to be sought.
  package var sources: [Passage?]? {
    get { facts.sources }
    set { facts = Facts(facts.metadata, facts.diagnostics, newValue) }
  }

  /// The text of all nodes, UTF-8, in reading order. A node with text of its own contributes that text and one `\n`.
  @inlinable package var text: [UInt8] { contents.text }
  /// What each node is.
  package var elements: ElementList { ElementList(contents) }
  /// The facts of all comments, in reading order.
  package var comments: CommentList { CommentList(contents) }
  /// The greatest depth that any comment has; `nil` without comments.
  package var greatestCommentDepth: Int? { contents.greatestCommentDepth }
  /// All statements, in reading order.
  package var statements: [Statement] { contents.statements }
  /// All spans, ordered by start.
  package var spans: [TextSpan] { contents.spans }
  /// The facts of all figures, in reading order.
  package var figures: [Figure] { contents.blocks.figures }
  /// The facts of all footnotes, in reading order.
  package var footnotes: [Footnote] { contents.blocks.footnotes }
  /// The facts of all articles, in reading order, where the document has several.
  package var articles: [Article] { contents.blocks.articles }

  /// The language of code, as the source names it; `nil` where it does not, and for other nodes.
  package func language(ofCode node: NodeIndex) -> String? {
    contents.elements[node.offset].language.map { contents.blocks.languages[$0] }
  }

  /// Number of nodes, at least 1.
  package var count: Int { contents.elements.count }

  /// What the node is.
  package subscript(node: NodeIndex) -> Element { contents.elements[node.offset].element }

  /// Whether `node` is a node of this document.
  package func contains(_ node: NodeIndex) -> Bool { node.offset >= 0 && node.offset < count }
}

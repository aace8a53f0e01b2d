/// What a ``Document`` holds: columns, one entry a node, a comment, a statement or a span. Read it through the document.
package final class DocumentContents: Sendable {
  @usableFromInline let text: [UInt8]
  let elements: [PackedElement]
  let comments: CommentTable
  let greatestCommentDepth: Int?
  let statements: [Statement]
  let spans: [TextSpan]
  let blocks: BlockFacts

  let parents: [Int32]
  let subtreeEnds: [Int32]
  let textEnds: [UInt32]
  let commentNodes: [Int32]
  let commentDepths: [Int32]
  let headingNodes: [Int32]

  init(
    text: [UInt8],
    elements: [PackedElement],
    comments: CommentTable,
    statements: [Statement],
    spans: [TextSpan],
    blocks: BlockFacts,
    parents: [Int32],
    subtreeEnds: [Int32],
    textEnds: [UInt32],
    commentNodes: [Int32],
    commentDepths: [Int32],
    headingNodes: [Int32]
  ) {
    self.text = text
    self.elements = elements
    self.comments = comments
    self.statements = statements
    self.spans = spans
    self.blocks = blocks
    self.parents = parents
    self.subtreeEnds = subtreeEnds
    self.textEnds = textEnds
    self.commentNodes = commentNodes
    self.commentDepths = commentDepths
    greatestCommentDepth = commentDepths.max().map(Int.init)
    self.headingNodes = headingNodes
  }

  /// The same with other elements and statements.
  func replacing(elements: [PackedElement], statements: [Statement]) -> DocumentContents {
    DocumentContents(
      text: text,
      elements: elements,
      comments: comments,
      statements: statements,
      spans: spans,
      blocks: blocks,
      parents: parents,
      subtreeEnds: subtreeEnds,
      textEnds: textEnds,
      commentNodes: commentNodes,
      commentDepths: commentDepths,
      headingNodes: headingNodes
    )
  }
}

/// The elements of a document's nodes, unpacked as they are asked for.
package struct ElementList: RandomAccessCollection, Sendable {
  private let contents: DocumentContents

  init(_ contents: DocumentContents) { self.contents = contents }

  /// 0.
  package var startIndex: Int { 0 }
  /// The number of nodes.
  package var endIndex: Int { contents.elements.count }
  /// What the node of this number is.
  package subscript(index: Int) -> Element { contents.elements[index].element }
}

/// The facts of a document's comments, put together as they are asked for.
package struct CommentList: RandomAccessCollection, Sendable {
  private let contents: DocumentContents

  init(_ contents: DocumentContents) { self.contents = contents }

  /// 0.
  package var startIndex: Int { 0 }
  /// The number of comments.
  package var endIndex: Int { contents.comments.count }
  /// The facts of the comment of this number.
  package subscript(index: Int) -> Comment { contents.comments[index] }

  var table: CommentTable { contents.comments }

  /// The id of a comment, without its other facts.
  package func id(of index: Int) -> String { contents.comments.id(of: index) }

  /// The author of a comment, without its other facts.
  package func author(of index: Int) -> String? { contents.comments.author(of: index) }

  /// The real name of a comment's author, without its other facts.
  package func displayName(of index: Int) -> String? { contents.comments.displayName(of: index) }

  /// The comments whose author goes by a name that satisfies `belongs`; each different name is asked about once.
  ///
  /// - Complexity: O(number of comments)
  package func indices(named belongs: (String) -> Bool) -> [Int] { contents.comments.indices(named: belongs) }

  /// The numbers of the author's name and real name among all strings, ``StringTable/none`` for what is not known: the
  /// same name has the same number wherever it stands.
  package func nameNumbers(of index: Int) -> (author: UInt32, displayName: UInt32) {
    contents.comments.nameNumbers(of: index)
  }

  /// The name of a number; `nil` for what is not known.
  package func name(ofNumber number: UInt32) -> String? { contents.comments.strings[number] }

  /// More than any number of a name.
  package var nameCount: Int { contents.comments.strings.count }
}

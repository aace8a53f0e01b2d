import DocumentModel
import StatementLinking

/// Writes one document: what is known of it, its comments, its diagnostics. The blocks are in `JSONWriter+Blocks`.
struct JSONWriter<Failure: Error> {
  let document: Document
  let links: StatementLinks
  var output: ByteOutput<Failure>
  /// Whether the next key or element is the first of its object or array.
  var isFirst = true
  /// The blocks that are open, outermost first.
  var frames: [BlockFrame] = []
  /// The index of the first span that is not written yet.
  var nextSpan = 0

  /// A writer of `document` to `output`.
  init(_ document: Document, links: StatementLinks, output: ByteOutput<Failure>) {
    self.document = document
    self.links = links
    self.output = output
  }

  /// Writes everything.
  ///
  /// - Throws: what the sink throws.
  mutating func write() throws(Failure) {
    let metadata = document.metadata
    try output.write("{\n  \"quire\": 1")
    try topFact("title", metadata.title)
    try topFact("byline", metadata.byline)
    try topFact("site", metadata.site)
    try topFact("published", metadata.published?.iso8601)
    try topFact("url", metadata.address)
    try topFact("language", metadata.language)
    try output.write(",\n  \"body\": [")
    try writeBlocks(of: NodeIndex.document, upTo: document.discussion ?? document.endNode, indent: "\n    ")
    try output.write(isFirst ? "]" : "\n  ]")
    try output.write(",\n  \"comments\": [")
    for index in document.comments.indices { try writeComment(index) }
    try output.write(document.comments.isEmpty ? "]" : "\n  ]")
    try output.write(",\n  \"diagnostics\": [")
    for (index, diagnostic) in document.diagnostics.enumerated() {
      try output.write(index == 0 ? "\n    {" : ",\n    {")
      try write(diagnostic)
    }
    try output.write(document.diagnostics.isEmpty ? "]" : "\n  ]")
    try output.write("\n}\n")
    try output.flush()
  }

  private mutating func topFact(_ key: StaticString, _ value: String?) throws(Failure) {
    guard let value else { return }
    try output.write(",\n  \"")
    try output.write(key)
    try output.write("\": ")
    try output.writeString(value)
  }

  private mutating func writeComment(_ index: Int) throws(Failure) {
    let comment = document.comments[index]
    let node = document.node(ofComment: index)
    try output.write(index == 0 ? "\n    {" : ",\n    {")
    isFirst = true
    try fact("id", comment.id)
    try key("parent")
    if let parent = document.parentComment(of: node).flatMap(document.comment) {
      try output.writeString(parent.id)
    } else {
      try output.write("null")
    }
    try fact("depth", document.commentDepth(of: node))
    try fact("author", comment.author)
    try fact("name", comment.displayName)
    try fact("published", comment.published?.iso8601)
    try fact("age", comment.age)
    try fact("score", comment.score)
    try fact("url", comment.address)
    try fact("status", comment.standing.rawValue)
    try key("body")
    try output.write("[")
    try writeBlocks(of: node, upTo: document.ownEnd(ofComment: node), indent: "\n      ")
    try output.write(isFirst ? "]}" : "\n    ]}")
  }

  private mutating func write(_ diagnostic: Diagnostic) throws(Failure) {
    isFirst = true
    try fact("severity", diagnostic.severity.rawValue)
    try fact("line", diagnostic.line)
    try fact("column", diagnostic.column)
    try fact("message", diagnostic.message)
    try output.write("}")
  }
}

// MARK: Keys

extension JSONWriter {
  /// Begins a member of an object.
  mutating func key(_ key: StaticString) throws(Failure) {
    try output.write(isFirst ? "\"" : ", \"")
    try output.write(key)
    try output.write("\": ")
    isFirst = false
  }

  /// A member whose value is a string, when there is one.
  mutating func fact(_ key: StaticString, _ value: String?) throws(Failure) {
    guard let value else { return }
    try self.key(key)
    try output.writeString(value)
  }

  /// A member whose value is a number, when there is one.
  mutating func fact(_ key: StaticString, _ value: Int?) throws(Failure) {
    guard let value else { return }
    try self.key(key)
    try output.write(value)
  }
}

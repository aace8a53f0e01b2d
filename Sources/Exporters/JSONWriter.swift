import DocumentModel
import StatementLinking

/// Writes one document: what is known of it, its comments, its diagnostics. The blocks are in `JSONWriter+Blocks`.
struct JSONWriter {
  let document: Document
  let links: StatementLinks
  var output: ByteOutput
  /// Whether the next key or element is the first of its object or array.
  var isFirst = true
  /// The blocks that are open, outermost first.
  var frames: [BlockFrame] = []
  /// The index of the first span that is not written yet.
  var nextSpan = 0

  /// A writer of `document` to `output`.
  init(_ document: Document, links: StatementLinks, output: ByteOutput) {
    self.document = document
    self.links = links
    self.output = output
  }

  /// Writes everything.
  mutating func write() {
    let metadata = document.metadata
    output.write("{\n  \"quire\": 1")
    topFact("title", metadata.title)
    topFact("byline", metadata.byline)
    topFact("site", metadata.site)
    topFact("published", metadata.published?.iso8601)
    topFact("url", metadata.address)
    topFact("language", metadata.language)
    output.write(",\n  \"body\": [")
    writeBlocks(of: NodeIndex.document, upTo: document.discussion ?? document.endNode, indent: "\n    ")
    output.write(isFirst ? "]" : "\n  ]")
    output.write(",\n  \"comments\": [")
    for index in document.comments.indices where output.isOpen { writeComment(index) }
    output.write(document.comments.isEmpty ? "]" : "\n  ]")
    output.write(",\n  \"diagnostics\": [")
    for (index, diagnostic) in document.diagnostics.enumerated() {
      output.write(index == 0 ? "\n    {" : ",\n    {")
      write(diagnostic)
    }
    output.write(document.diagnostics.isEmpty ? "]" : "\n  ]")
    output.write("\n}\n")
    output.flush()
  }

  private mutating func topFact(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    output.write(",\n  \"")
    output.write(key)
    output.write("\": ")
    output.writeString(value)
  }

  private mutating func writeComment(_ index: Int) {
    let comment = document.comments[index]
    let node = document.node(ofComment: index)
    output.write(index == 0 ? "\n    {" : ",\n    {")
    isFirst = true
    fact("id", comment.id)
    key("parent")
    if let parent = document.parentComment(of: node).flatMap(document.comment) {
      output.writeString(parent.id)
    } else {
      output.write("null")
    }
    fact("depth", document.commentDepth(of: node))
    fact("author", comment.author)
    fact("name", comment.displayName)
    fact("published", comment.published?.iso8601)
    fact("age", comment.age)
    fact("score", comment.score)
    fact("url", comment.address)
    fact("status", comment.standing.rawValue)
    key("body")
    output.write("[")
    writeBlocks(of: node, upTo: document.ownEnd(ofComment: node), indent: "\n      ")
    output.write(isFirst ? "]}" : "\n    ]}")
  }

  private mutating func write(_ diagnostic: Diagnostic) {
    isFirst = true
    fact("severity", diagnostic.severity.rawValue)
    fact("line", diagnostic.line)
    fact("column", diagnostic.column)
    fact("message", diagnostic.message)
    output.write("}")
  }
}

// MARK: Keys

extension JSONWriter {
  /// Begins a member of an object.
  mutating func key(_ key: StaticString) {
    output.write(isFirst ? "\"" : ", \"")
    output.write(key)
    output.write("\": ")
    isFirst = false
  }

  /// A member whose value is a string, when there is one.
  mutating func fact(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    self.key(key)
    output.writeString(value)
  }

  /// A member whose value is a number, when there is one.
  mutating func fact(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    output.write(value)
  }
}

import DocumentModel
import HTMLParsing

/// Writes contributions that were found in JSON: articles, the comments of a discussion, or of a part of one.
struct RecordWriter: DiscussionWriter {
  var builder = DocumentBuilder()
  private let reader: RecordReader
  private var bodies = JSONBodyWriter()

  init(_ reader: RecordReader) { self.reader = reader }

  func part() -> RecordWriter {
    var part = self
    part.builder = DocumentBuilder(isPart: true)
    return part
  }

  mutating func append(_ part: RecordWriter) { builder.append(discussionOf: part.builder) }

  /// Reads the words of contributions that are written next, see ``JSONBodyWriter/read(_:_:)``.
  mutating func read(_ nodes: some Sequence<JSONNode?>) -> Int { bodies.read(nodes, reader) }

  /// Opens a comment and writes one of those that were read.
  ///
  /// - Parameters:
  ///   - number: which of them.
  ///   - id: the one it is known by; empty where it has none.
  ///   - isPost: whether it is a post, which has a title.
  mutating func writeComment(_ number: Int, _ node: JSONNode, id: String, isPost: Bool) {
    let facts = reader.facts(of: node, saying: bodies.words(number), id: id, in: &builder)
    builder.openComment(facts, id: id)
    if isPost, let title = reader.title(of: node) { writeStrong(title) }
    writeWords(number, node, as: .comment, isPost: isPost)
  }

  /// Writes the words of one of those that were read into the node that is open.
  mutating func writeWords(_ number: Int, _ node: JSONNode, as setting: HTMLBlockWriter.Setting, isPost: Bool) {
    if let warning = reader.warning(of: node) { writeStrong(warning) }
    if isPost, let link = reader.link(of: node) {
      builder.open(.paragraph)
      let start = builder.textCount
      builder.text(link)
      builder.span(.link(address: link), from: start)
      builder.close()
    }
    // Few words have links that depend on where they stand.
    bodies.write(number, of: reader.tape, as: setting, base: { reader.address(of: node) }, to: &builder)
    for figure in reader.figures(of: node) {
      builder.openFigure(figure)
      builder.close()
    }
  }

  private mutating func writeStrong(_ line: String) {
    builder.open(.paragraph)
    let start = builder.textCount
    builder.text(line)
    builder.span(.strong, from: start)
    builder.close()
  }
}

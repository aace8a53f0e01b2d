import DocumentModel
import TerminalModel

/// The lines of what stands above the text of a node without being part of it: title and facts of the document or of an
/// article, the mark of a figure. Words that the node has beside its blocks follow.
struct HeadLayout {
  /// What stands left of it.
  let prefix: LinePrefix
  /// Columns that it may take.
  let width: Int
  /// The title, UTF-8.
  let title: [UInt8]
  /// Where the title breaks.
  let titleLines: [WrappedLine]
  /// What the title is.
  let titleRole: Role
  /// Byline, site, date, length: UTF-8.
  let facts: [UInt8]
  /// Where the facts break.
  let factLines: [WrappedLine]
  /// Where the node's own text breaks; offsets into the document's text.
  let textLines: [WrappedLine]

  /// Lays out the head of `node`, to the right of `prefix`; that of a node without one has no lines.
  ///
  /// - Parameter new: how many comments were not there on the last visit.
  init(
    of node: NodeIndex,
    in document: Document,
    new: Int,
    prefix: LinePrefix,
    geometry: LayoutGeometry,
    symbols: Symbols
  ) {
    self.prefix = prefix
    var title = ""
    var facts: [String] = []
    var role = Role.title
    switch document[node] {
    case .document:
      title = document.metadata.title ?? ""
      facts = HeadLine.facts(of: document, new: new)
    case .article(let index):
      let article = document.articles[index]
      facts = HeadLine.facts(of: article, in: document)
      title = article.title ?? (facts.isEmpty ? article.address ?? "" : "")
      role = .heading(level: 1)
    case .figure(let index):
      title = HeadLine.figure(document.figures[index])
      role = .figure
    default: break
    }
    self.title = Array(title.utf8)
    self.facts = Array(facts.joined(separator: symbols.separator).utf8)
    titleRole = role
    width = max(1, geometry.columns - prefix.columns)
    titleLines = Self.wrap(self.title, width: width)
    factLines = Self.wrap(self.facts, width: width)
    textLines =
      document.hasText(node) ? LineWrapper.wrap(document.text.span, document.textRange(of: node), width: width) : []
  }

  private static func wrap(_ text: [UInt8], width: Int) -> [WrappedLine] {
    text.isEmpty ? [] : LineWrapper.wrap(text.span, 0..<text.count, width: width)
  }

  /// Whether nodes of this kind may have a head.
  static func isHeaded(_ element: Element) -> Bool {
    switch element {
    case .document, .article, .figure: true
    default: false
    }
  }

  /// Number of lines.
  var count: Int { titleLines.count + factLines.count + textLines.count }

  /// The offset by which an ``Anchor`` names a line: bytes into the title, on into the facts, and on into the text.
  func offset(ofLine index: Int) -> Int {
    if index < titleLines.count { return titleLines[index].start }
    let index = index - titleLines.count
    if index < factLines.count { return title.count + 1 + factLines[index].start }
    let line = textLines[index - factLines.count]
    return title.count + 1 + facts.count + 1 + line.start - textLines[0].start
  }

  /// Puts a line together.
  func content(ofLine index: Int) -> LayoutLine {
    let run = run(ofLine: index)
    var runs = index == 0 ? prefix.first : prefix.rest
    let gap = width - run.columns
    if index < titleLines.count, gap > 0, TextDirection.isRightToLeft(title.span, 0..<title.count) {
      runs.append(Run(String(repeating: " ", count: gap), role: titleRole, columns: gap))
    }
    return LayoutLine(runs + [run])
  }

  private func run(ofLine index: Int) -> Run {
    if index >= titleLines.count + factLines.count {
      let line = textLines[index - titleLines.count - factLines.count]
      return Run(line.start..<line.end, role: .text, columns: min(line.width, width))
    }
    let isTitle = index < titleLines.count
    let line = isTitle ? titleLines[index] : factLines[index - titleLines.count]
    let text = String(decoding: (isTitle ? title : facts)[line.start..<line.end], as: UTF8.self)
    return Run(text, role: isTitle ? titleRole : .metadata, columns: min(line.width, width))
  }
}

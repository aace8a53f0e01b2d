import DocumentModel
import HTMLParsing

/// All texts of a page, in order.
struct LeafSurvey {
  let page: ThreadPage
  private(set) var leaves: [PageLeaf] = []
  /// The bytes of all leaves before each.
  private var sums: [Int] = [0]
  /// The same of those that are words, and long enough to be more than a name.
  private var wordSums: [Int] = [0]

  /// Longer texts are words for certain.
  private static let maximumHead = 120

  /// - Complexity: O(size of the page)
  init(_ page: ThreadPage) {
    self.page = page
    let tree = page.tree
    tree.text.withUnsafeBufferPointer { buffer in
      let text = SourceText(buffer)
      var reader = HeadLineReader(text)
      reader.order = page.dateOrder
      var context: [Context] = []
      var next = HTMLNode.document
      let end = tree.subtreeEnd(of: next)
      while next < end {
        while let last = context.last, last.end <= next { context.removeLast() }
        if page.isUnseen(next) || isHidden(next) {
          next = tree.subtreeEnd(of: next)
          continue
        }
        switch tree.kind(of: next) {
        case .element: context.append(Context(next, in: tree, under: context.last))
        case .text:
          let range = tree.textRange(of: next)
          let line = Self.trimmed(range, in: text)
          if let place = context.last, !line.isEmpty {
            leaves.append(
              PageLeaf(
                node: next,
                element: place.node,
                block: place.block,
                count: line.count,
                kind: Self.kind(line, in: text, &reader, place),
                isLink: place.isLink
              )
            )
            sums.append(sums[sums.count - 1] + line.count)
            let isProse = leaves[leaves.count - 1].kind == .words && !place.isLink && Self.isProse(line, in: text)
            wordSums.append(wordSums[wordSums.count - 1] + (isProse ? 1 : 0))
          }
        default: break
        }
        next = next.next
      }
    }
  }

  /// The leaves below a node, as indices.
  ///
  /// - Complexity: O(log number of leaves)
  func leaves(of node: HTMLNode) -> Range<Int> {
    first(from: node)..<first(from: page.tree.subtreeEnd(of: node))
  }

  /// The first leaf at or behind a node.
  func first(from node: HTMLNode) -> Int { leaves.partition { $0.node < node } }

  /// The bytes of leaves.
  func bytes(of range: Range<Int>) -> Int { sums[range.upperBound] - sums[range.lowerBound] }

  /// How many of them are sentences rather than names or labels.
  func wordCount(of range: Range<Int>) -> Int { wordSums[range.upperBound] - wordSums[range.lowerBound] }

  /// The text of a leaf, of one line.
  func text(_ leaf: PageLeaf) -> String { ThreadPage.field(page.tree.text[page.tree.textRange(of: leaf.node)]) }

  /// What an element says about what stands in it.
  private struct Context {
    var node: HTMLNode
    var end: HTMLNode
    var block: HTMLNode
    var isLink: Bool
    var isControl: Bool
    var isTime: Bool

    init(_ node: HTMLNode, in tree: HTMLTree, under outer: Context?) {
      self.node = node
      end = tree.subtreeEnd(of: node)
      let name = tree.name(of: node)
      block = LeafSurvey.isInline(name) ? outer?.block ?? node : node
      isLink = name == .a || outer?.isLink ?? false
      isTime = name == .time || outer?.isTime ?? false
      isControl = name == .button || name == .label || name == .option || outer?.isControl ?? false
    }
  }

  /// Whether an element stands within a line.
  static func isInline(_ name: HTMLName) -> Bool {
    switch name {
    case .a, .abbr, .acronym, .b, .bdi, .bdo, .big, .cite, .code, .del, .em, .font, .i, .ins, .kbd, .label, .mark,
      .nobr,
      .q, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var:
      true
    default: false
    }
  }

  /// Whether the page says that an element is not shown: what is hidden until it is clicked is often a form or menu.
  private func isHidden(_ node: HTMLNode) -> Bool {
    guard page.tree.kind(of: node) == .element else { return false }
    return page.tree.name(of: node) == .nav
  }

  /// Whether a line is as long as a short sentence: four words, or a dozen characters of a script without spaces.
  private static func isProse(_ line: Range<Int>, in text: SourceText) -> Bool {
    if line.count > 60 { return true }
    var spaces = 0
    for byte in text[line] where byte == 0x20 || byte == 0x0a { spaces += 1 }
    return spaces >= 3 || line.count >= 36 && text[line.lowerBound] >= 0xe3
  }

  private static func trimmed(_ range: Range<Int>, in text: SourceText) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let white = text[start].isHTMLSpace ? 1 : Line.whiteSpace(at: start, before: end, in: text)
      if white == 0 { break }
      start += white
    }
    while end > start {
      // A no-break space has two bytes.
      let isNoBreak = end - start > 1 && text[end - 1] == 0xa0 && text[end - 2] == 0xc2
      guard text[end - 1].isHTMLSpace || isNoBreak else { break }
      end -= isNoBreak ? 2 : 1
    }
    return start..<end
  }

  private static func kind(
    _ line: Range<Int>,
    in text: SourceText,
    _ reader: inout HeadLineReader,
    _ place: Context
  ) -> PageLeaf.Kind {
    guard line.count <= maximumHead else { return place.isControl ? .control : .words }
    if line.count <= 40, AnswerWords.isAnswer(line, in: text) { return .answer }
    if place.isControl { return .control }
    if place.isTime, line.count <= 60 { return .moment }
    // A date has a number; what has none is an age of a word or two, or can be clicked.
    guard line.count <= 40 || text[line].contains(where: { (0x30...0x39).contains($0) }) else { return .words }
    let head = reader.read(line)
    if let moment = head.moment {
      let isMoment = head.restWords <= 2 && head.nameWords <= 6 && !(head.endsSentence && head.nameWords > 2)
      if isMoment || moment.bytes.count * 2 > line.count { return .moment }
      return .words
    }
    return head.isControlOnly || head.isNumberOnly || head.isScoreOnly ? .control : .words
  }
}

import DocumentModel
import HTMLParsing

/// Finds the quotations that an engine marks in its own way.
struct QuotationReader {
  private let block: PageQuery
  private let head: PageQuery
  private let headBefore: PageQuery
  private let speaker: PageQuery
  private let comment: PageQuery
  private let page: ThreadPage

  init(_ quotation: ThreadEngine.Quotation, of page: ThreadPage) {
    self.page = page
    block = PageQuery(quotation.block, of: page)
    head = PageQuery(quotation.head, of: page)
    headBefore = PageQuery(quotation.headBefore, of: page)
    speaker = PageQuery(quotation.speaker, of: page)
    comment = PageQuery(quotation.comment, of: page)
  }

  /// The quotations among the elements of a contribution, in order, and the heads that stand before them.
  ///
  /// - Complexity: O(number of elements)
  func read(_ own: [HTMLNode]) -> (quotations: [PageQuotation], heads: [HTMLNode]) {
    guard !block.isEmpty else { return ([], []) }
    // What stands in a quotation within a quotation is that one's alone.
    var parts: [[HTMLNode]] = []
    var open: [(part: Int, end: HTMLNode)] = []
    var heads: [HTMLNode] = []
    var headOf: [Int: HTMLNode] = [:]
    var before: HTMLNode?
    for node in own {
      while let last = open.last, last.end <= node { open.removeLast() }
      if block.matches(node) {
        if let found = before, page.tree.parent(of: found) == page.tree.parent(of: node) { headOf[parts.count] = found }
        before = nil
        open.append((parts.count, page.tree.subtreeEnd(of: node)))
        parts.append([node])
      } else {
        if headBefore.matches(node) { before = node }
        if let last = open.last { parts[last.part].append(node) }
      }
    }
    let quotations = parts.enumerated().map { index, part in
      var all = part
      if let found = headOf[index] {
        heads.append(found)
        all.insert(found, at: 1)
      }
      return quotation(all)
    }
    return (quotations, heads.sorted())
  }

  private func quotation(_ own: [HTMLNode]) -> PageQuotation {
    var statement = Statement()
    let elements = OwnElements(own, in: page.tree)
    statement.speaker = speaker.text(in: elements).flatMap { Self.speaker($0) }
    if let id = comment.text(in: elements) { statement.claim = Statement.Claim(comment: id, author: statement.speaker) }
    return PageQuotation(node: own[0], heads: own.dropFirst().filter { head.matches($0) }, statement: statement)
  }

  /// The name in `Quote from: bob`, `bob said:`, `Zitat von Bob`.
  private static func speaker(_ text: String) -> String? {
    guard text.utf8.count <= Tokenizer.maximumBytes else { return nil }
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var name: String? = text
      let source = SourceText(buffer)
      let line = Line(at: 0, in: source)
      if let found = QuotationHead(line, in: source, isFollowed: true)?.name {
        name = String(decoding: buffer[found], as: UTF8.self)
      }
      return name.flatMap { EngineReader.name($0) }
    }
  }
}

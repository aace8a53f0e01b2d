import HTMLParsing

/// The text of a mail in HTML: a line a line, quotations marked with `>`, entries of lists with a sign.
struct HTMLMailText {
  private let tree: HTMLTree
  private var text: [UInt8] = []
  /// The line that is being made, and whether a space is due in it.
  private var line: [UInt8] = []
  private var isSpaceDue = false
  /// Whether a blank line has to stand before the next.
  private var isBlankDue = false
  private var quotationDepth = 0
  private var preformattedDepth = 0
  /// The lists that are open; the number of the next entry in one that is numbered.
  private var lists: [Int?] = []
  /// What is open, and needs to be known when it ends.
  private var open: [(end: HTMLNode, node: HTMLNode)] = []

  init(_ tree: HTMLTree) { self.tree = tree }

  /// The whole text, in UTF-8.
  ///
  /// - Complexity: O(n)
  mutating func read() -> [UInt8] {
    var node = HTMLNode.document
    while node.offset < tree.count {
      while let last = open.last, last.end <= node {
        open.removeLast()
        leave(last.node)
      }
      switch tree.kind(of: node) {
      case .text: write(tree.text[tree.textRange(of: node)])
      case .element:
        if isHidden(node) {
          node = tree.subtreeEnd(of: node)
          continue
        }
        enter(node)
        open.append((tree.subtreeEnd(of: node), node))
      default: break
      }
      node = node.next
    }
    while let last = open.popLast() { leave(last.node) }
    endLine()
    return text
  }

  private func isHidden(_ node: HTMLNode) -> Bool {
    switch tree.name(of: node) {
    case .script, .style, .head, .title, .template, .noscript: return true
    default: break
    }
    guard let style = tree.attribute(.style, of: node) else { return false }
    return String(decoding: style.lazy.filter { $0 != 0x20 }, as: UTF8.self).contains("display:none")
  }

  // MARK: Elements

  private mutating func enter(_ node: HTMLNode) {
    switch tree.name(of: node) {
    case .br: endLine(isForced: true)
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .table: beginBlock(isApart: true)
    case .div, .tr, .td, .th, .section, .article, .header, .footer, .center, .dt, .dd, .address: beginBlock()
    case .hr:
      beginBlock()
      line = Array("----------".utf8)
      beginBlock()
    case .pre:
      beginBlock(isApart: true)
      preformattedDepth += 1
    case .blockquote:
      beginBlock()
      quotationDepth += 1
    case .ul:
      beginBlock(isApart: lists.isEmpty)
      lists.append(nil)
    case .ol:
      beginBlock(isApart: lists.isEmpty)
      lists.append(1)
    case .li:
      beginBlock()
      line = [UInt8](repeating: 0x20, count: 2 * max(0, min(lists.count, 20) - 1))
      if let number = lists.last ?? nil {
        line += Array("\(number). ".utf8)
        lists[lists.count - 1] = number + 1
      } else {
        line += Array("- ".utf8)
      }
    case .img:
      if let words = tree.string(.alt, of: node), !words.isEmpty { write("[image: \(words)]".utf8) }
    default: break
    }
  }

  private mutating func leave(_ node: HTMLNode) {
    switch tree.name(of: node) {
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .table: beginBlock(isApart: true)
    case .div, .tr, .td, .th, .section, .article, .header, .footer, .center, .dt, .dd, .address, .li: beginBlock()
    case .pre:
      beginBlock(isApart: true)
      preformattedDepth -= 1
    case .blockquote:
      beginBlock()
      quotationDepth -= 1
    case .ul, .ol:
      beginBlock(isApart: lists.count == 1)
      lists.removeLast()
    case .a: writeAddress(of: node)
    default: break
    }
  }

  /// Writes where a link leads, unless its words say so.
  private mutating func writeAddress(of node: HTMLNode) {
    guard let address = tree.attribute(.href, of: node), address.starts(with: "http".utf8), address.count < 300 else {
      return
    }
    let words = tree.text[tree.textRange(of: node)]
    if words.contains(where: { !$0.isMailSpace }), !address.contains(words), !words.contains(address) {
      write(" <".utf8 + address + ">".utf8)
    }
  }

  // MARK: Lines

  private mutating func write(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if preformattedDepth > 0 {
        if byte == 0x0a { endLine(isForced: true) } else { line.append(byte) }
      } else if byte.isMailSpace {
        isSpaceDue = true
      } else {
        if isSpaceDue, let last = line.last, last != 0x20 { line.append(0x20) }
        isSpaceDue = false
        line.append(byte)
      }
    }
  }

  private mutating func beginBlock(isApart: Bool = false) {
    endLine()
    if isApart { isBlankDue = true }
  }

  /// - Parameter isForced: whether a line without words is one all the same.
  private mutating func endLine(isForced: Bool = false) {
    isSpaceDue = false
    guard isForced || !line.isEmpty else { return }
    if isBlankDue, !text.isEmpty { endWithMarks([]) }
    isBlankDue = false
    endWithMarks(line)
    line.removeAll(keepingCapacity: true)
  }

  private mutating func endWithMarks(_ words: [UInt8]) {
    let depth = min(quotationDepth, BodyLineReader.deepest)
    text.append(contentsOf: repeatElement(0x3e, count: depth))
    if depth > 0, !words.isEmpty { text.append(0x20) }
    text.append(contentsOf: words)
    text.append(0x0a)
  }
}

extension Collection<UInt8> {
  /// Whether `other` stands in it; compared from the beginning and the end only, which tells links from words.
  fileprivate func contains(_ other: some Collection<UInt8>) -> Bool {
    let trimmed = other.drop { $0.isMailSpace }
    return starts(with: trimmed) || count > trimmed.count && dropFirst(count - trimmed.count).elementsEqual(trimmed)
  }
}

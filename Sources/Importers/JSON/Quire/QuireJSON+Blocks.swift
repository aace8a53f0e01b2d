import DocumentModel

// Blocks, in a loop: what is open and what comes next stand on a stack.
extension QuireJSON {
  /// What is still to be done.
  private enum Task {
    /// The values from the first on, up to the second.
    case blocks(JSONNode, JSONNode)
    case entries(JSONNode, JSONNode)
    case rows(JSONNode, JSONNode)
    case cells(JSONNode, JSONNode)
    /// The node that is open ends.
    case close
  }

  /// Writes the blocks in an array.
  ///
  /// - Complexity: O(its size)
  mutating func writeBlocks(of array: JSONNode) {
    guard tape.kind(of: array) == .array else { return }
    var tasks = [Task.blocks(array.next, tape.end(of: array))]
    while let task = tasks.popLast() {
      switch task {
      case .close: builder.close()
      case .blocks(let node, let end):
        guard node < end else { continue }
        tasks.append(.blocks(tape.end(of: node), end))
        write(node, &tasks)
      case .entries(let node, let end):
        guard node < end else { continue }
        tasks.append(.entries(tape.end(of: node), end))
        builder.open(.listItem)
        writeEntry(node, &tasks)
      case .rows(let node, let end):
        guard node < end else { continue }
        tasks.append(.rows(tape.end(of: node), end))
        builder.open(.tableRow)
        tasks.append(.close)
        if tape.kind(of: node) == .array { tasks.append(.cells(node.next, tape.end(of: node))) }
      case .cells(let node, let end):
        guard node < end else { continue }
        tasks.append(.cells(tape.end(of: node), end))
        builder.open(.tableCell)
        writeEntry(node, &tasks)
      }
    }
  }

  /// Writes an entry of a list or a cell, which is open: a paragraph at its beginning is its own text.
  private mutating func writeEntry(_ entry: JSONNode, _ tasks: inout [Task]) {
    tasks.append(.close)
    guard tape.kind(of: entry) == .array, let first = tape.children(of: entry).first(where: { _ in true }) else {
      return
    }
    var rest = first
    if isLoose(first) {
      writeOwnText(of: first)
      rest = tape.end(of: first)
    }
    tasks.append(.blocks(rest, tape.end(of: entry)))
  }

  /// Whether a block is a paragraph with text and nothing else.
  private func isLoose(_ block: JSONNode) -> Bool {
    guard let text = tape.member("text", of: block), tape.saysSomething(text) else { return false }
    return line("type", of: block) == "paragraph" && tape.member("blocks", of: block) == nil
  }

  private mutating func write(_ block: JSONNode, _ tasks: inout [Task]) {
    guard tape.kind(of: block) == .object else { return }
    // What has items or rows is a list or a table, whatever it says it is.
    if let items = array("items", of: block) {
      let ordered = tape.member("ordered", of: block)
      builder.open(.list(ordered: ordered.map { tape.kind(of: $0) == .true } ?? false))
      writeOwnText(of: block)
      tasks += [.close, .entries(items.next, tape.end(of: items))]
    } else if let rows = array("rows", of: block) {
      builder.open(.table)
      writeOwnText(of: block)
      tasks += [.close, .rows(rows.next, tape.end(of: rows))]
    } else {
      open(block)
      writeOwnText(of: block)
      tasks.append(.close)
      if let blocks = array("blocks", of: block) { tasks.append(.blocks(blocks.next, tape.end(of: blocks))) }
    }
  }

  private func array(_ name: StaticString, of block: JSONNode) -> JSONNode? {
    tape.member(name, of: block).flatMap { tape.kind(of: $0) == .array ? $0 : nil }
  }

  private mutating func open(_ block: JSONNode) {
    switch line("type", of: block) {
    case "heading": builder.open(.heading(level: min(6, max(1, number("level", of: block) ?? 1))))
    case "paragraph": builder.open(.paragraph)
    case "pullquote": builder.openPullQuote(statement(block))
    case "quotation": builder.openQuotation(statement(block))
    case "code": builder.openCode(language: line("language", of: block))
    case "figure": builder.openFigure(Figure(alt: line("alt", of: block), address: line("address", of: block)))
    case "footnote": builder.openFootnote(Footnote(label: line("label", of: block)))
    case "signature": builder.open(.signature)
    case "rule": builder.open(.rule)
    case "article":
      builder.openArticle(
        Article(
          title: line("title", of: block),
          byline: line("byline", of: block),
          published: moment("published", of: block),
          address: line("url", of: block)
        )
      )
    default:
      troubles.note(.block, at: tape.start(of: block))
      builder.open(.paragraph)
    }
  }

  private mutating func statement(_ block: JSONNode) -> Statement {
    sources.append(tape.member("source", of: block))
    let claims = tape.member("claims", of: block).map {
      Statement.Claim(comment: line("comment", of: $0), author: line("author", of: $0))
    }
    let repeats = tape.member("repeats", of: block).map { tape.kind(of: $0) == .true } ?? false
    return Statement(speaker: line("speaker", of: block), claim: claims, repeatsArticle: repeats)
  }

  // MARK: Words

  /// Writes the text of a block that is not that of the blocks in it, and its spans.
  private mutating func writeOwnText(of block: JSONNode) {
    guard let node = tape.member("text", of: block) else { return }
    let whole = tape.text(node)
    let own = ownText(whole, of: block) ?? whole[...]
    guard !own.isEmpty else { return }
    let start = builder.textCount
    if own.withUnsafeBufferPointer({ builder.text(checking: $0) }) {
      writeSpans(of: block, own: start..<builder.textCount)
    } else {
      troubles.note(.unclean, at: tape.start(of: node))
      builder.text(TextSanitizer.sanitize(Array(own).span).bytes)
    }
  }

  private mutating func writeSpans(of block: JSONNode, own: Range<Int>) {
    guard let spans = tape.member("spans", of: block) else { return }
    for span in tape.children(of: spans) {
      guard let start = number("start", of: span), let end = number("end", of: span), let role = role(of: span),
        0 <= start, start < end, end <= own.count
      else {
        troubles.note(.span, at: tape.start(of: span))
        continue
      }
      builder.span(role, own.lowerBound + start..<own.lowerBound + end)
    }
  }

  private func role(of span: JSONNode) -> TextSpan.Role? {
    switch line("role", of: span) {
    case "strong": .strong
    case "emphasis": .emphasis
    case "code": .code
    case "mention": .mention
    case "link": line("address", of: span).map { .link(address: $0) }
    default: nil
    }
  }

  /// What a block says before the blocks in it, whose words its text has as well; `nil` where they contradict each
  /// other.
  private mutating func ownText(_ whole: [UInt8], of block: JSONNode) -> ArraySlice<UInt8>? {
    // All words of a table stand in its cells.
    if let rows = array("rows", of: block), tape.saysSomething(rows), array("items", of: block) == nil { return [] }
    let inner = InnerText(of: block, in: tape)
    guard let first = inner.first else { return whole[...] }
    let start = whole.count + 1 - inner.length
    if start > 0, start < whole.count, whole[start - 1] == 0x0a, whole[start...].starts(with: first) {
      return whole[..<(start - 1)]
    }
    if whole.starts(with: first) { return [] }
    var index = 0
    while let found = whole[index...].firstIndex(of: 0x0a) {
      if whole[(found + 1)...].starts(with: first) { return whole[..<found] }
      index = found + 1
    }
    troubles.note(.text, at: tape.start(of: block))
    return nil
  }
}

/// The words of the blocks directly in a block.
private struct InnerText {
  /// What they begin with; `nil` where there are none.
  private(set) var first: [UInt8]?
  /// How many bytes they are in the text of the document.
  private(set) var length = 0
  private let tape: JSONTape

  /// - Complexity: O(blocks directly in it, and their text)
  init(of block: JSONNode, in tape: JSONTape) {
    self.tape = tape
    if let items = tape.member("items", of: block), tape.kind(of: items) == .array {
      for item in tape.children(of: items) { add(item) }
    } else if let blocks = tape.member("blocks", of: block), tape.kind(of: blocks) == .array {
      add(blocks)
    }
  }

  private mutating func add(_ blocks: JSONNode) {
    for block in tape.children(of: blocks) {
      guard let text = tape.member("text", of: block), tape.saysSomething(text) else { continue }
      let bytes = tape.text(text)
      length += bytes.count + 1
      first = first ?? bytes
    }
  }
}

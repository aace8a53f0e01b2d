import DocumentModel
import TerminalModel

extension DocumentLayout {
  /// Puts a line together.
  ///
  /// - Parameters:
  ///   - showsParent: whether the head line of a reply says whom it answers; always so where the indent has reached its plateau.
  ///   - sideways: by how many columns code is moved to the left.
  /// - Complexity: O(bytes of the line)
  package func content(of line: LinePosition, showsParent: Bool = false, sideways: Int = 0) -> LayoutLine {
    lines.line(LineCache.Key(line: line, showsParent: showsParent, sideways: sideways)) {
      make(line, showsParent: showsParent, sideways: sideways)
    }
  }

  private func make(_ line: LinePosition, showsParent: Bool, sideways: Int) -> LayoutLine {
    let node = line.node
    if let peek, let index = peekLine(at: line) { return LayoutLine(peek.lines[index]) }
    if isBlankRow(line) { return blankRow(below: node) }
    if folds.isFolded(node, in: document) { return foldedLine(node) }
    switch document[node] {
    case .document, .article, .figure: return head(node).content(ofLine: line.index)
    case .discussion: return discussionLine(line.index)
    case .comment: return commentLine(node, showsParent: showsParent)
    case .rule: return ruleLine(node)
    case .section, .list: return LayoutLine()
    case .tableRow: return rowLine(line)
    case .heading, .paragraph, .pullQuote, .quotation, .listItem, .code, .table, .tableCell, .footnote, .signature:
      return blockLine(line, sideways: sideways)
    }
  }

  private func discussionLine(_ index: Int) -> LayoutLine {
    guard index == 0 else { return LayoutLine([rule(columns: geometry.columns)]) }
    var count = HeadLine.count(document.comments.count, "comment")
    if let filter = folds.filter { count = "\(filter.matches.count) of " + count }
    var facts = ["Discussion", count]
    if newComments.count > 0 { facts.append("\(newComments.count) new") }
    let text = DisplayWidth.truncate(
      facts.joined(separator: symbols.separator),
      toColumns: geometry.columns,
      ellipsis: symbols.ellipsis
    )
    return LayoutLine([Run(text, role: .discussion, columns: DisplayWidth.columns(of: text))])
  }

  private func ruleLine(_ node: NodeIndex) -> LayoutLine {
    let prefix = prefix(of: node)
    return LayoutLine(prefix.first + [rule(columns: max(1, geometry.columns - prefix.columns))])
  }

  private func rule(columns: Int) -> Run {
    Run(String(repeating: symbols.rule, count: columns), role: .rule, columns: columns)
  }

  private func commentLine(_ node: NodeIndex, showsParent: Bool) -> LayoutLine {
    let depth = document.commentDepth(of: node) ?? 0
    let guides = LinePrefix.guides(depth: depth, geometry: geometry, symbols: symbols)
    return LayoutLine(
      guides
        + HeadLine.comment(
          node,
          in: document,
          isNew: newComments.contains(node),
          showsParent: showsParent || depth > geometry.plateau,
          width: geometry.columns - geometry.guideColumns(depth: depth),
          symbols: symbols
        )
    )
  }

  private func foldedLine(_ node: NodeIndex) -> LayoutLine {
    if let index = document[node].statementIndex { return foldedQuotation(node, statement: index) }
    let depth = document.commentDepth(of: node) ?? 0
    let guides = LinePrefix.guides(depth: depth, geometry: geometry, symbols: symbols)
    let width = geometry.columns - geometry.guideColumns(depth: depth)
    let isDimmed = folds.isDimmed(node, in: document) && !folds.hidesAll(below: node, in: document)
    return LayoutLine(
      guides
        + HeadLine.folded(
          node,
          in: document,
          new: newComments,
          hasRepliesBelow: isDimmed,
          width: width,
          symbols: symbols
        )
    )
  }
}

// MARK: Blocks

extension DocumentLayout {
  private func blockLine(_ line: LinePosition, sideways: Int) -> LayoutLine {
    let layout = block(line.node, piece: line.piece)
    let prefix = line.index == 0 && line.piece == 0 ? layout.prefix.first : layout.prefix.rest
    guard line.index < layout.lines.count else {
      let statement = layout.attributedStatements[line.index - layout.lines.count]
      return LayoutLine(prefix + attribution(of: statement, after: 0, width: layout.width))
    }
    var text = layout.lines[line.index]
    let role = textRole(of: line.node)
    if role == .code {
      return LayoutLine(prefix + codeLine(text, width: layout.width, sideways: sideways))
    }
    // A cluster wider than the column cannot be shown; the renderer puts a mark in its place.
    text.width = min(text.width, layout.width)
    var runs = prefix
    let shared = line.index == layout.lines.count - 1 ? layout.sharedStatement : nil
    let gap = layout.width - text.width
    // The right edge of a line that ends with who speaks is theirs.
    if layout.isRightToLeft, shared == nil, gap > 0 {
      runs.append(Run(String(repeating: " ", count: gap), role: role, columns: gap))
    }
    runs += styled(text, in: line.node, role: role)
    if let statement = shared {
      runs += attribution(of: statement, after: text.width, width: layout.width)
    }
    return LayoutLine(runs)
  }

  private func textRole(of node: NodeIndex) -> Role {
    switch document[node] {
    case .heading(let level): .heading(level: level)
    case .code: .code
    default: Role(ofTextIn: node, in: document)
    }
  }

  /// A line of a row: the pieces of its cells, each in its column.
  private func rowLine(_ line: LinePosition) -> LayoutLine {
    let row = row(line.node)
    var runs = line.index == 0 ? row.prefix.first : row.prefix.rest
    var column = 0
    for piece in row.lines[line.index] {
      if piece.column > column {
        let gap = piece.column - column
        runs.append(Run(String(repeating: " ", count: gap), role: .text, columns: gap))
      }
      switch piece.content {
      case .words(let text, let node):
        runs += styled(text, in: node, role: textRole(of: node))
        column = piece.column + text.width
      case .literal(let run):
        runs.append(run)
        column = piece.column + run.columns
      }
    }
    return LayoutLine(runs)
  }

  /// The text of a line, cut at the borders of its spans.
  private func styled(_ line: WrappedLine, in node: NodeIndex, role: Role) -> [Run] {
    // A span that is longer than a piece is not followed for ever: a text can have as many as it has bytes.
    let start = max(document.textStart(of: node), line.start - TextPieces.length)
    let spans = document.spans(touching: line.start..<line.end, from: start)
    guard !spans.isEmpty else { return [Run(line.start..<line.end, role: role, columns: line.width)] }
    return styled(line, role: role, spans: spans)
  }

  private func styled(_ line: WrappedLine, role: Role, spans: ArraySlice<TextSpan>) -> [Run] {
    var runs: [Run] = []
    var start = line.start
    var columns = 0
    func add(upTo end: Int, role: Role) {
      guard end > start else { return }
      let width = min(DisplayWidth.columns(of: document.text.span, start..<end), line.width - columns)
      runs.append(Run(start..<end, role: role, columns: width))
      columns += width
      start = end
    }
    for span in spans where span.bytes.upperBound > start {
      add(upTo: min(line.end, span.bytes.lowerBound), role: role)
      add(upTo: min(line.end, span.bytes.upperBound), role: Role(span.role))
    }
    add(upTo: line.end, role: role)
    return runs
  }

  /// Code is never wrapped: what does not fit is reached sideways, and a mark says that it is there.
  private func codeLine(_ line: WrappedLine, width: Int, sideways: Int) -> [Run] {
    let text = document.text.span
    var start = line.start
    var columns = line.width
    if sideways > 0 {
      // What the left edge cuts in two is hidden whole.
      let hidden = DisplayWidth.prefix(of: text, line.start..<line.end, columns: sideways)
      start = hidden.end
      columns -= hidden.columns
      if hidden.columns < sideways, start < line.end {
        let cut = DisplayWidth.endOfCluster(in: text, from: start, to: line.end)
        columns -= DisplayWidth.columns(of: text, start..<cut)
        start = cut
      }
    }
    let mostBytes = LineWrapper.mostBytes(inColumns: width)
    guard columns > width || line.end - start > mostBytes else {
      return [Run(start..<line.end, role: .code, columns: columns)]
    }
    let mark = DisplayWidth.columns(of: symbols.clipped)
    let shown = DisplayWidth.prefix(of: text, start..<min(line.end, start + mostBytes), columns: max(0, width - mark))
    var runs = [Run(start..<shown.end, role: .code, columns: shown.columns)]
    let gap = width - shown.columns - mark
    if gap > 0 { runs.append(Run(String(repeating: " ", count: gap), role: .code, columns: gap)) }
    return runs + [Run(symbols.clipped, role: .clipped, columns: mark)]
  }
}

extension Role {
  /// What running text in `node` is by what it stands in.
  ///
  /// - Complexity: O(nesting), at most 32
  fileprivate init(ofTextIn node: NodeIndex, in document: Document) {
    self = .text
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) {
      switch document[ancestor] {
      case .pullQuote, .quotation: self = .statement
      case .signature: self = .signature
      case .comment, .section, .document: break
      default: continue
      }
      return
    }
  }

  /// How a span of text is shown.
  init(_ span: TextSpan.Role) {
    self =
      switch span {
      case .strong: .strong
      case .emphasis: .emphasis
      case .code: .code
      case .link: .link
      case .mention: .mention
      }
  }
}

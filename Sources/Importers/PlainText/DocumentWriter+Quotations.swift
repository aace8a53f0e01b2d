import DocumentModel

extension DocumentWriter {
  /// Whether a quotation's head stands at `index`.
  func beginsQuotation(at index: Int, of lines: [Line]) -> Bool {
    lines[index].count > 1 && text[lines[index].textStart] == 0x3e || quotationHead(at: index, of: lines) != nil
  }

  /// The head at `index`, where words to be quoted follow it.
  private func quotationHead(at index: Int, of lines: [Line]) -> QuotationHead? {
    guard QuotationHead.isPossible(lines[index], in: text),
      let head = QuotationHead(lines[index], in: text, isFollowed: index + 1 < lines.count && !lines[index + 1].isBlank)
    else { return nil }
    return head
  }

  /// Writes the quotation that begins at `index`, if one does; gives the index after it.
  mutating func writeQuotation(at index: Int, runEnd: Int, of lines: [Line], in setting: Setting) -> Int? {
    if text[lines[index].textStart] == 0x3e { return writeMarkedQuotation(at: index, of: lines) }
    guard let head = quotationHead(at: index, of: lines) else { return nil }
    var start = index + 1
    while start < lines.count, lines[start].isBlank { start += 1 }
    guard start < lines.count else { return nil }
    // A closing line such as `Click to expand…` tells where the quoted words end; otherwise they are one paragraph.
    var end = start
    var closing: Int?
    while end < lines.count, !lines[end].isBlank {
      if QuotationHead.isClosing(lines[end], in: text) {
        closing = end
        break
      }
      if end > start, quotationHead(at: end, of: lines) != nil { break }
      end += 1
    }
    if closing == nil { closing = QuotationHead.closingLine(after: end, of: lines, in: text) }
    let name = head.name.flatMap { field($0) }
    account.add(lines[index].textStart..<(head.name?.lowerBound ?? lines[index].textEnd), .quotationMarker)
    if let range = head.name {
      account.add(range, .field(.speaker))
      account.add(range.upperBound..<lines[index].textEnd, .quotationMarker)
    }
    builder.openQuotation(Statement(speaker: name, claim: name.map { Statement.Claim(author: $0) }))
    if let closing {
      writeParagraphs(lines[start..<closing])
      leaveOutControl(lines[closing].text)
      end = closing + 1
    } else {
      writeJoined(lines[start..<end])
    }
    builder.close()
    return end
  }

  /// The paragraphs of a longer quotation; a single one is the quotation's own text.
  private mutating func writeParagraphs(_ lines: ArraySlice<Line>) {
    let runs = lines.split(whereSeparator: \.isBlank)
    if runs.count == 1 {
      writeJoined(runs[0])
      return
    }
    for run in runs {
      builder.open(.paragraph)
      writeJoined(run)
      builder.close()
    }
  }

  /// Lines that begin with `>` are quoted; more of the signs quote a quotation.
  private mutating func writeMarkedQuotation(at index: Int, of lines: [Line]) -> Int? {
    var end = index
    var marked: [(depth: Int, line: Line)] = []
    while end < lines.count, !lines[end].isBlank, text[lines[end].textStart] == 0x3e {
      var line = lines[end]
      var depth = 0
      while line.textStart < line.textEnd, text[line.textStart] == 0x3e || text[line.textStart] == 0x20 {
        if text[line.textStart] == 0x3e { depth += 1 }
        line.textStart += 1
      }
      marked.append((depth, line))
      end += 1
    }
    guard marked.contains(where: { !$0.line.isBlank }) else { return nil }
    let base = marked.reduce(Int.max) { min($0, $1.depth) }
    var open = 0
    var start = 0
    while start < marked.count {
      var runEnd = start + 1
      while runEnd < marked.count, marked[runEnd].depth == marked[start].depth,
        marked[runEnd].line.isBlank == marked[start].line.isBlank
      {
        runEnd += 1
      }
      let level = min(marked[start].depth - base + 1, Self.maximumListLevels)
      while open > level {
        builder.close()
        open -= 1
      }
      while open < level {
        builder.openQuotation(Statement())
        open += 1
      }
      for (offset, item) in marked[start..<runEnd].enumerated() {
        account.add(lines[index + start + offset].textStart..<item.line.textStart, .quotationMarker)
      }
      if !marked[start].line.isBlank {
        builder.open(.paragraph)
        writeJoined(marked[start..<runEnd].map(\.line)[...])
        builder.close()
      }
      start = runEnd
    }
    for _ in 0..<open { builder.close() }
    return end
  }
}

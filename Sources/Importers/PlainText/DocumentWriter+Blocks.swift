import DocumentModel

extension DocumentWriter {
  /// What a run of lines is read as.
  enum Setting { case article, comment }

  /// Writes lines as blocks: lists, code, quotations, paragraphs.
  ///
  /// - Parameter mayBeCode: false when it is known already that the lines are no code.
  /// - Complexity: O(bytes of the lines)
  mutating func writeBlocks(_ lines: [Line], in setting: Setting, mayBeCode: Bool = true) {
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
        continue
      }
      if let marker = ListMarker(line, in: text), beginsItem(marker, at: index, of: lines) {
        index = writeItem(marker, at: index, of: lines)
        continue
      }
      while let last = lists.last, line.indent <= last.marker.column { closeList() }
      let end = endOfRun(from: index, of: lines)
      if mayBeCode, lists.isEmpty, let codeEnd = endOfCode(from: index, runEnd: end, of: lines) {
        writeCode(lines[index..<codeEnd])
        index = codeEnd
        continue
      }
      if let next = writeQuotation(at: index, runEnd: end, of: lines, in: setting) {
        index = next
        continue
      }
      writeProse(lines[index..<end], in: setting)
      index = end
    }
    while !lists.isEmpty { closeList() }
  }

  /// The end of the lines from `index` on that stand together: up to a blank line, a list item, or a quotation's
  /// head.
  func endOfRun(from index: Int, of lines: [Line]) -> Int {
    var end = index + 1
    while end < lines.count, !lines[end].isBlank {
      if let last = lists.last, lines[end].indent <= last.marker.column { break }
      if let marker = ListMarker(lines[end], in: text), beginsItem(marker, at: end, of: lines) { break }
      if beginsQuotation(at: end, of: lines) { break }
      end += 1
    }
    return end
  }

  // MARK: Lists

  /// Whether a marker begins a list item, and not a paragraph that happens to begin with a number or a dash.
  private func beginsItem(_ marker: ListMarker, at index: Int, of lines: [Line]) -> Bool {
    if let last = lists.last, last.marker.column == marker.column, last.marker.kind.isAkin(to: marker.kind) {
      guard let number = marker.kind.number, let before = last.marker.kind.number else { return true }
      return number == before + 1 || number == before
    }
    switch marker.kind {
    case .bullet(let sign) where sign > 0x80: return true
    case .bullet: break
    case .number(let number): guard number == 1 else { return false }
    }
    // A dash, an asterisk or a `1.` needs company.
    var next = index + 1
    while next < lines.count {
      let line = lines[next]
      next += 1
      if line.isBlank || line.indent > marker.column { continue }
      guard line.indent == marker.column, let other = ListMarker(line, in: text) else { return false }
      return marker.kind.isNumber ? other.kind.number == 2 : other.kind == marker.kind
    }
    return false
  }

  /// Writes an item's own text; gives the index of the line after it.
  private mutating func writeItem(_ marker: ListMarker, at index: Int, of lines: [Line]) -> Int {
    account.add(marker.bytes, .listMarker)
    while let last = lists.last, last.marker.column > marker.column { closeList() }
    if let last = lists.last, last.marker.column == marker.column {
      if last.marker.kind.isAkin(to: marker.kind) {
        builder.close()
        lists[lists.count - 1].marker = marker
      } else {
        closeList()
        openList(marker)
      }
    } else if lists.count == Self.maximumListLevels {
      noteDeepList(at: marker.bytes.lowerBound)
      builder.close()
    } else {
      openList(marker)
    }
    builder.open(.listItem)
    var end = index + 1
    while end < lines.count, !lines[end].isBlank, lines[end].indent > marker.column {
      if let other = ListMarker(lines[end], in: text), beginsItem(other, at: end, of: lines) { break }
      end += 1
    }
    var own = Array(lines[index..<end])
    own[0].textStart = marker.textStart
    own[0].indent = marker.textColumn
    writeJoined(own[...])
    return end
  }

  private mutating func openList(_ marker: ListMarker) {
    builder.open(.list(ordered: marker.kind.isNumber))
    lists.append(OpenList(marker: marker))
  }

  /// Closes the innermost list and its item.
  mutating func closeList() {
    builder.close()
    builder.close()
    lists.removeLast()
  }

  // MARK: Paragraphs

  /// Writes lines that stand together as one or more paragraphs.
  mutating func writeProse(_ lines: ArraySlice<Line>, in setting: Setting) {
    var start = lines.startIndex
    while start < lines.endIndex {
      let end = endOfParagraph(from: start, of: lines)
      writeParagraph(lines[start..<end], in: setting)
      start = end
    }
  }

  /// In a wrapped text a change of indentation begins a paragraph, where no blank line does.
  private func endOfParagraph(from start: Int, of lines: ArraySlice<Line>) -> Int {
    guard isWrapped else { return lines.endIndex }
    var end = start + 1
    while end < lines.endIndex {
      let (before, line) = (lines[end - 1], lines[end])
      // The first line of a paragraph may be indented, or hang.
      let isAfterFirst = end == start + 1
      if line.indent > before.indent + (isAfterFirst ? 8 : 1) || line.indent < before.indent - 1 && !isAfterFirst {
        return end
      }
      if line.indent > before.indent + 1, closesSentence(before) { return end }
      end += 1
    }
    return end
  }

  /// Whether a line ends as a sentence does, closing quotation marks and brackets aside.
  func closesSentence(_ line: Line) -> Bool {
    let tail = text[max(line.textStart, line.textEnd - 8)..<line.textEnd]
    var bytes = Array(tail)
    while let last = bytes.last {
      if last == 0x22 || last == 0x27 || last == 0x29 || last == 0x5d {
        bytes.removeLast()
      } else if bytes.count >= 3, bytes[bytes.count - 3] == 0xe2, bytes[bytes.count - 2] == 0x80,
        (0x98...0x9f).contains(last)
      {
        bytes.removeLast(3)
      } else if bytes.count >= 2, bytes[bytes.count - 2] == 0xc2, last == 0xbb || last == 0xab {
        bytes.removeLast(2)
      } else {
        break
      }
    }
    guard let last = bytes.last else { return false }
    if last == 0x2e || last == 0x21 || last == 0x3f || last == 0x3a { return true }
    guard bytes.count >= 3 else { return false }
    let end = Array(bytes.suffix(3))
    return end == [0xe2, 0x80, 0xa6] || end == [0xe3, 0x80, 0x82] || end == [0xef, 0xbc, 0x81]
      || end == [0xef, 0xbc, 0x9f]
  }

  private mutating func writeParagraph(_ lines: ArraySlice<Line>, in setting: Setting) {
    guard let first = lines.first, let last = lines.last else { return }
    let isQuoted = lists.isEmpty && QuotationMarks.encloses(first.textStart..<last.textEnd, of: text)
    if isQuoted, first.textStart + 12 < last.textEnd {
      if setting == .article { builder.openPullQuote(Statement()) } else { builder.openQuotation(Statement()) }
    } else {
      builder.open(.paragraph)
    }
    writeJoined(lines)
    builder.close()
  }

  /// Writes lines into the node that is open: joined by a space where the break was made to fit a width, else by a
  /// line feed.
  mutating func writeJoined(_ lines: ArraySlice<Line>) {
    guard let first = lines.first else { return }
    write(first.text)
    guard lines.count > 1 else { return }
    let width = lines.reduce(0) { max($0, $1.indent + $1.count) }
    for index in lines.startIndex + 1..<lines.endIndex {
      let (before, line) = (lines[index - 1], lines[index])
      if isWrapped, isSoft(before, line, width: width) {
        if !isHyphenated(before, line) { builder.text(byte: 0x20) }
      } else {
        builder.text(byte: 0x0a)
      }
      write(line.text)
    }
  }

  /// Whether the break between two lines was made because the next word did not fit.
  private func isSoft(_ before: Line, _ line: Line, width: Int) -> Bool {
    guard width >= 40 else { return false }
    var word = 0
    while line.textStart + word < line.textEnd, text[line.textStart + word] != 0x20 { word += 1 }
    if before.indent + before.count + 1 + word > width - 2 { return true }
    let first = text[line.textStart]
    let isLower =
      (0x61...0x7a).contains(first) || first >= 0x80 && FoldedLetter.isLowercase(at: line.textStart, in: text)
    return (before.indent + before.count) * 10 >= width * 6 && (isLower || !closesSentence(before) && width > 60)
  }

  /// Whether a word was divided: `inter-` and `national`. The hyphen is kept, for it may be the word's own.
  private func isHyphenated(_ before: Line, _ line: Line) -> Bool {
    guard before.count > 2 else { return false }
    if text[before.textEnd - 1] == 0xad, text[before.textEnd - 2] == 0xc2 { return true }
    guard text[before.textEnd - 1] == 0x2d else { return false }
    let letter = text[before.textEnd - 2]
    return letter != 0x2d && letter != 0x20 && (letter >= 0x80 || (0x61...0x7a).contains(letter | 0x20))
      && ((0x61...0x7a).contains(text[line.textStart]) || text[line.textStart] >= 0xc3)
  }
}

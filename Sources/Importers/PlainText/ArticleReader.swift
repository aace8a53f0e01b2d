import DocumentModel

/// Reads what stands before the discussion: title, headings, paragraphs, lists, statements.
struct ArticleReader {
  private let end: Int
  private var lines: LineWindow
  private var writer: DocumentWriter
  private var progress: ProgressMeter
  /// Lines that stand together and are not written yet.
  private var runs: [ArticleRun] = []
  private var hasTitle = false
  /// How many more runs below the title may say who wrote the article, and when.
  private var factsLeft = 4
  /// The lead-in of the run written last, when what follows it is somebody's words.
  private var leadIn: LeadIn?

  /// A run that stands this far before the end may still turn out to be furniture.
  private static let lookAhead = 24

  /// A reader of everything before the byte at `end`, writing to `writer`.
  init(until end: Int, writer: DocumentWriter, _ progress: ProgressMeter) {
    self.end = end
    self.writer = writer
    self.progress = progress
    lines = LineWindow(writer.text)
  }

  /// Reads it all.
  ///
  /// - Complexity: O(n)
  mutating func read() -> DocumentWriter {
    while let run = ArticleRun(&lines, until: end, in: writer) {
      guard progress.mayGoOn(at: run.blank.start), !writer.builder.isFull else { break }
      runs.append(run)
      if runs.count > Self.lookAhead * 2 {
        let count = writeRuns(upTo: Self.lookAhead)
        runs.removeFirst(count)
      }
    }
    if end < writer.text.count { leaveOutFurniture() }
    _ = writeRuns(upTo: runs.count)
    return writer
  }

  /// Writes the first runs, at least `count`; gives how many.
  private mutating func writeRuns(upTo count: Int) -> Int {
    var index = 0
    while index < count {
      let run = runs[index]
      if !hasTitle {
        hasTitle = true
        let title = index + titleOffset(from: index)
        if takeTitle(runs[title]) {
          if title > index, let first = runs[index].lines.first, let last = runs[title - 1].lines.last {
            writer.leaveOut(first.start..<last.end, as: "head of the page")
          }
          index = title + 1
          continue
        }
      }
      if factsLeft > 0 {
        factsLeft -= 1
        if takeFacts(run) {
          index += 1
          continue
        }
        // Prose ends the head of the page.
        if run.lines.contains(where: { $0.count > 160 }) { factsLeft = 0 }
      }
      if run.isList {
        writer.writeBlocks(run.lines, in: .article)
        leadIn = nil
        index += 1
        continue
      }
      let codeEnd = endOfCode(from: index)
      if codeEnd > index {
        writer.writeCode(Array(runs[index..<codeEnd].map(\.lines).joined(separator: [run.blank]))[...])
        leadIn = nil
        index = codeEnd
        continue
      }
      if let leadIn, run.lines.count <= 40 {
        writer.builder.openPullQuote(Statement(speaker: leadIn.speaker.flatMap { writer.field($0) }))
        writer.writeJoined(run.lines[...])
        writer.builder.close()
        self.leadIn = nil
      } else if isHeading(index) {
        writer.builder.open(.heading(level: 2))
        writer.writeJoined(run.lines[...])
        writer.builder.close()
      } else {
        writer.writeBlocks(run.lines, in: .article, mayBeCode: false)
        leadIn = run.lines.last.flatMap { LeadIn($0, of: run.lines, in: writer.text) }
      }
      index += 1
    }
    return index
  }

  private func endOfCode(from index: Int) -> Int {
    guard writer.isCode(runs[index].lines[...], isContinued: false) else { return index }
    var end = index + 1
    while end < runs.count, !runs[end].isList, writer.isCode(runs[end].lines[...], isContinued: true) { end += 1 }
    return end
  }

  private mutating func takeTitle(_ run: ArticleRun) -> Bool {
    guard !run.isList, run.lines.count == 1, let line = run.lines.first, line.count <= 400,
      runs.count > 1 || end < writer.text.count || !writer.text.isComplete
    else {
      return false
    }
    writer.builder.metadata.title = writer.field(line.text)
    writer.account.add(line.text, .field(.title))
    return true
  }

  /// How many runs of a page's head stand before the title: lists and lines of a few words, as navigation is made of.
  private func titleOffset(from start: Int) -> Int {
    func isNavigation(_ run: ArticleRun) -> Bool {
      // Longer lines may be the title itself, or words that somebody wrote.
      run.lines.allSatisfy { line in
        line.isBlank
          || line.count <= 60 && writer.text[line.text].split(separator: 0x20).count <= 5
            && !writer.closesSentence(line)
      }
    }
    guard runs[start].isList || runs[start].lines.count > 1, isNavigation(runs[start]) else { return 0 }
    let reach = min(runs.count, start + Self.lookAhead)
    guard
      let offset = runs[start..<reach].firstIndex(where: {
        !$0.isList && $0.lines.count == 1 && isTitleLike($0.lines[0])
      }),
      runs[start..<offset].allSatisfy(isNavigation),
      runs[offset...].contains(where: { $0.lines.contains { $0.count > 160 } })
    else { return 0 }
    return offset - start
  }

  /// Not longer than titles are, and no sentence of some length.
  private func mayBeTitle(_ line: Line) -> Bool {
    guard line.count <= 600 else { return false }
    let columns = writer.text.columns(of: line.text)
    return columns <= 200 && (columns <= 90 || writer.text[line.textEnd - 1] != 0x2e)
  }

  /// Three words or more, or as much in a script without spaces.
  private func isTitleLike(_ line: Line) -> Bool {
    guard mayBeTitle(line), !Furniture.isFurniture(line, in: writer.text) else { return false }
    let words = writer.text[line.text].split(separator: 0x20).count
    return words >= 3 || writer.text[line.text].count { $0 >= 0xe3 } >= 8
  }

  /// Lines that name the author and the day, and nothing else: `By Jane Roe`, `1 May 2023`, both on one line or two.
  private mutating func takeFacts(_ run: ArticleRun) -> Bool {
    guard !run.isList, run.lines.count <= 2, run.lines.allSatisfy({ $0.count <= 120 }) else { return false }
    var reader = HeadLineReader(writer.text)
    let heads = run.lines.map { reader.read($0.text) }
    let hasDate = heads.contains { $0.moment?.timestamp != nil }
    var byline: Range<Int>?
    var moment: Moment?
    for head in heads {
      let isByline = head.hasBy && head.isNameLike && head.name != nil
      guard
        head.isMomentOnly && head.moment?.timestamp != nil || head.isNameAndMoment || isByline
          || hasDate && head.isNameLike
      else { return false }
      if let name = head.name {
        let isWord = FoldedLetter(at: name.lowerBound, before: name.upperBound, in: writer.text) != nil
        guard byline == nil, isWord else { return false }
        byline = name
      }
      moment = moment ?? head.moment
    }
    guard byline == nil || writer.builder.metadata.byline == nil,
      moment == nil || writer.builder.metadata.published == nil
    else { return false }
    if let byline { writer.builder.metadata.byline = writer.field(byline) }
    if let moment { writer.builder.metadata.published = moment.timestamp }
    for line in run.lines {
      let kind = byline.map { line.text.contains($0.lowerBound) } ?? false ? AccountEntry.Field.byline : .published
      writer.account.add(line.text, .field(kind))
    }
    return true
  }

  // MARK: Headings

  /// A short paragraph of its own that no full stop, comma, colon or semicolon closes, before something longer.
  private func isHeading(_ index: Int) -> Bool {
    guard isHeadingLike(runs[index]), index + 1 < runs.count else { return false }
    // Three in a row are a list of something.
    var before = index
    while before > 0, isHeadingLike(runs[before - 1]), index - before < 3 { before -= 1 }
    var after = index + 1
    while after < runs.count, isHeadingLike(runs[after]), after - index < 3 { after += 1 }
    return after - before < 3 && after < runs.count
  }

  private func isHeadingLike(_ run: ArticleRun) -> Bool {
    guard !run.isList, run.lines.count == 1, let line = run.lines.first, line.count <= 300 else { return false }
    let text = writer.text
    guard text.columns(of: line.text) <= 100, !QuotationMarks.encloses(line.text, of: text) else { return false }
    let last = writer.text[line.textEnd - 1]
    if last == 0x2c || last == 0x3a || last == 0x3b { return false }
    if last == 0x2e, !(line.count >= 3 && writer.text[line.textEnd - 2] == 0x2e) { return false }
    return line.text.contains { FoldedLetter(at: $0, before: line.textEnd, in: writer.text) != nil }
  }

  // MARK: Furniture

  /// Leaves out what stands between article and thread: notices, announcements, ways to share.
  private mutating func leaveOutFurniture() {
    var index = runs.count - 1
    let first = max(0, runs.count - 12)
    while index >= first {
      var kept: [Line] = []
      var left: Range<Int>?
      var isProse = false
      for line in runs[index].lines.reversed() {
        if !line.isBlank, !isProse, Furniture.isFurniture(line, in: writer.text) {
          left = line.textStart..<(left?.upperBound ?? line.textEnd)
        } else {
          if line.count > 160 { isProse = true }
          if let range = left {
            writer.leaveOut(range, as: "text between article and comments")
            left = nil
          }
          kept.append(line)
        }
      }
      if let left { writer.leaveOut(left, as: "text between article and comments") }
      runs[index].lines = kept.reversed()
      if isProse { break }
      index -= 1
    }
    runs.removeAll { $0.lines.isEmpty }
  }
}

/// Lines of an article that stand together: a paragraph, or a list with all that belongs to it.
struct ArticleRun {
  var lines: [Line] = []
  var isList = false
  /// The blank line after it.
  var blank: Line

  private static let maximumLines = 4096

  /// The next run of `lines` before the byte at `end`; `nil` when there is none.
  init?(_ lines: inout LineWindow, until end: Int, in writer: DocumentWriter) {
    while let line = lines.peek(), line.start < end, line.isBlank { lines.advance() }
    guard let first = lines.peek(), first.start < end else { return nil }
    blank = first
    blank.textStart = first.textEnd
    let text = writer.text
    if let marker = ListMarker(first, in: text), Self.beginsList(marker, &lines) {
      isList = true
      while let line = lines.peek(), line.start < end, self.lines.count < Self.maximumLines {
        if !line.isBlank, line.indent <= marker.column {
          guard let other = ListMarker(line, in: text),
            other.kind.isAkin(to: marker.kind) || other.column < marker.column
          else { break }
        }
        self.lines.append(line)
        lines.advance()
      }
      while let last = self.lines.last, last.isBlank { self.lines.removeLast() }
      return
    }
    while let line = lines.peek(), line.start < end, !line.isBlank, self.lines.count < Self.maximumLines {
      if !self.lines.isEmpty, let marker = ListMarker(line, in: text), Self.beginsList(marker, &lines) { break }
      self.lines.append(line)
      lines.advance()
    }
  }

  /// Whether the marker on the first of `lines` begins a list.
  private static func beginsList(_ marker: ListMarker, _ lines: inout LineWindow) -> Bool {
    switch marker.kind {
    case .bullet(let sign) where sign > 0x80: return true
    case .number(let number) where number != 1: return false
    default: break
    }
    var distance = 1
    while distance < 40, let line = lines.peek(distance) {
      distance += 1
      if line.isBlank || line.indent > marker.column { continue }
      guard line.indent == marker.column, let other = ListMarker(line, in: lines.text) else { return false }
      return marker.kind.isNumber ? other.kind.number == 2 : other.kind == marker.kind
    }
    return false
  }
}

import DocumentModel

/// Reads a thread, comment by comment, from front to back.
struct ThreadReader {
  private struct OpenComment {
    var marker: ListMarker
    var author: Range<Int>?
    /// The bytes of its own words.
    var body: Range<Int>
  }

  private enum Decision {
    case comment(HeadGroup)
    case body
    case end
  }

  /// What stands ahead.
  private enum NextComment: Equatable {
    /// A comment, so many lines ahead.
    case after(Int)
    /// None that is near.
    case none
    /// Nothing to be seen before the bytes end, and the source goes on.
    case unknown
  }

  /// A body longer than this is written in parts.
  private static let maximumLines = 4096
  /// How far ahead is looked for the next comment where something else stands between.
  private static let reach = 80
  /// How many comments further up are looked through for words that are repeated.
  private static let ancestors = 6

  private let profile: ThreadProfile
  /// Where another reader goes on.
  private var limit: Int
  /// Where the thread ended.
  private var end: Int?
  private var lines: LineWindow
  private var heads: HeadGroupReader
  private var writer: DocumentWriter
  private var progress: ProgressMeter
  private var open: [OpenComment] = []
  private var body: [Line] = []
  private var passages: RepeatedPassages
  private var isInOpeningPost = false
  /// Whether the body that is gathered begins a comment.
  private var isBodyNew = false
  /// The number of comments so far.
  private var count = 0

  /// A reader of the thread that `profile` describes, or of a part of it that begins with a top-level comment, writing
  /// to `writer`.
  init(_ profile: ThreadProfile, from start: Int, until limit: Int, writer: DocumentWriter, _ progress: ProgressMeter) {
    self.profile = profile
    self.limit = limit
    count = start == profile.start ? 0 : 1
    self.writer = writer
    self.progress = progress
    lines = LineWindow(writer.text, from: start)
    heads = HeadGroupReader(writer.text, keepsFields: writer.account.isKept)
    heads.lineReader.order = profile.order
    passages = RepeatedPassages(writer.text, article: 0..<profile.start)
  }

  /// Whether it has read up to `start`, where a top-level comment begins, and to nothing else.
  mutating func hasCome(to start: Int) -> Bool {
    guard end == nil, let line = lines.peek(), line.start == start, let first = open.first?.marker,
      let marker = ListMarker(line, in: writer.text)
    else { return false }
    return !isBelow(marker, first)
  }

  /// Reads on to the end of the text.
  mutating func readOn() {
    limit = writer.text.count
    if end == nil { readComments() }
  }

  /// Ends what was read, and leaves out what stands below the thread.
  mutating func finish() -> DocumentWriter {
    endBody()
    for _ in open { writer.builder.close() }
    open.removeAll()
    if let end, end < writer.text.count { writer.leaveOutFoot(from: end) }
    return writer
  }

  /// Reads comments up to the limit, or to what is no longer thread.
  ///
  /// - Complexity: O(n)
  mutating func readComments() {
    while let line = lines.peek(), line.start < limit, progress.mayGoOn(at: line.start), !writer.builder.isFull {
      if line.isBlank {
        body.append(line)
        lines.advance()
        continue
      }
      let marker = profile.isFlat ? ListMarker(withoutSign: line) : ListMarker(line, in: writer.text)
      switch profile.isFlat ? decideFlat(line) : decide(line, marker) {
      case .comment(let head):
        if head.isOpening, count == 0 {
          takeOpeningPost(head)
        } else if let marker {
          openComment(head, marker, line)
        }
      case .body: takeIntoBody(line)
      case .end:
        switch nextComment() {
        case .none:
          end = line.start
          return
        case .unknown: takeIntoBody(line)
        case .after(let distance):
          endBody()
          let end = lines.peek(distance - 1)?.end ?? line.end
          writer.leaveOut(line.start..<end, as: "text between comments")
          lines.advance(distance)
        }
      }
    }
  }

  private mutating func takeIntoBody(_ line: Line) {
    body.append(line)
    if body.count >= Self.maximumLines { writeBody() }
    lines.advance()
  }

  private mutating func decide(_ line: Line, _ marker: ListMarker?) -> Decision {
    guard let marker else {
      if line.indent <= profile.column { return .end }
      guard let current = open.last else { return .body }
      guard line.indent <= current.marker.column else {
        return isLeakedFoot(line, below: current.marker) ? .end : .body
      }
      // It stands where a comment further up does: its end, a control, or what follows the thread.
      if heads.lineReader.isControl(line.text) { return .body }
      // Prose is somebody's words even there, unless all that follows the thread is indented.
      if line.count > 160, profile.depths == nil { return .body }
      return nextComment() == .none ? .end : .body
    }
    if marker.textStart == line.textEnd, lines.peek(1).map({ $0.isBlank || $0.indent <= marker.column }) ?? true {
      return marker.column <= profile.column && open.count > 0 ? .end : .body
    }
    if marker.column < profile.column,
      (marker.kind.isNumber ? marker.textColumn < (open.first?.marker.textColumn ?? 0) : true)
    {
      return .end
    }
    if profile.kind != .bare {
      let head = heads.read(&lines, start: marker.textStart, column: marker.column)
      if profile.isCommentHead(head) { return .comment(head) }
    }
    guard let current = open.last else { return .comment(HeadGroup()) }
    if isBelow(marker, current.marker) {
      return profile.kind == .bare && isNext(marker, after: nil) ? .comment(HeadGroup()) : .body
    }
    // It stands where a comment would: an item without a head, if the list goes on.
    let sibling = open.last { !isBelow(marker, $0.marker) && !isBelow($0.marker, marker) }
    if profile.kind == .bare { return isNext(marker, after: sibling?.marker) ? .comment(HeadGroup()) : .end }
    if let sibling, let number = marker.kind.number, sibling.marker.kind.number == number - 1 {
      return .comment(HeadGroup())
    }
    return marker.column > profile.column ? .body : .end
  }

  private mutating func decideFlat(_ line: Line) -> Decision {
    if line.indent < profile.column { return .end }
    if FlatSurvey.mayBeHead(line, &lines, in: writer.text), ListMarker(line, in: writer.text) == nil {
      let head = heads.readFlat(&lines)
      if profile.isCommentHead(head) { return .comment(head) }
    }
    // Below the last comment only words that no comment has, or what closes every comment, tell the foot.
    guard count > 0 || isInOpeningPost else { return .body }
    if Furniture.isNotice(line, in: writer.text), nextComment() == .none { return .end }
    if profile.hasClosingControls, let last = body.last(where: { !$0.isBlank }) {
      let range = ListMarker(last, in: writer.text).map { $0.textStart..<last.textEnd } ?? last.text
      if !heads.lineReader.isControl(line.text), heads.lineReader.isControl(range), nextComment() == .none {
        return .end
      }
    }
    return .body
  }

  /// Whether a line that stands in the column of the last comment's text is the page's foot: only a wide gap tells.
  private mutating func isLeakedFoot(_ line: Line, below marker: ListMarker) -> Bool {
    guard let depths = profile.depths, count == depths.count, line.indent <= marker.textColumn, body.count > 2,
      body.suffix(2).allSatisfy(\.isBlank), body.contains(where: { !$0.isBlank })
    else { return false }
    return nextComment() == .none
  }

  /// Whether an item without a head goes on with a list: the same sign, or the next number.
  private func isNext(_ marker: ListMarker, after sibling: ListMarker?) -> Bool {
    guard let first = open.first?.marker, !profile.takesAllItems else { return true }
    guard let number = marker.kind.number else { return marker.kind.isAkin(to: first.kind) }
    guard first.kind.isNumber || sibling == nil else { return false }
    return sibling?.kind.number.map { $0 + 1 == number } ?? (number == 1)
  }

  /// Whether an item stands in a list within the item of `other`. Numbers may be set flush right, so columns may
  /// differ by a digit.
  private func isBelow(_ marker: ListMarker, _ other: ListMarker) -> Bool {
    marker.column >= other.column + 2 || marker.column > other.column && marker.textColumn > other.textColumn
  }

  /// Where the next comment begins that surely is one.
  private mutating func nextComment() -> NextComment {
    guard profile.kind != .bare else { return .none }
    var ahead = LineWindow(writer.text, from: lines.peek()?.start ?? writer.text.count)
    var distance = 0
    var seen = 0
    while seen < Self.reach, distance < 4 * Self.reach, let line = ahead.peek() {
      if !line.isBlank { seen += 1 }
      if distance > 0, profile.isFlat, !line.isBlank, FlatSurvey.mayBeHead(line, &ahead, in: writer.text) {
        if profile.isCommentHead(heads.readFlat(&ahead)) { return .after(distance) }
      } else if distance > 0, let marker = ListMarker(line, in: writer.text), marker.column >= profile.column,
        open.contains(where: { abs($0.marker.column - marker.column) <= 1 })
      {
        let head = heads.read(&ahead, start: marker.textStart, column: marker.column)
        if profile.isCommentHead(head), head.isStrong || profile.kind == .scored { return .after(distance) }
      }
      ahead.advance()
      distance += 1
    }
    return ahead.peek() == nil && !writer.text.isComplete ? .unknown : .none
  }

  // MARK: Comments

  /// The opening post of a topic is the article; all others answer it.
  private mutating func takeOpeningPost(_ head: HeadGroup) {
    isInOpeningPost = true
    writer.builder.metadata.byline = head.author.flatMap { writer.field($0) }
    writer.builder.metadata.published = head.moment?.timestamp
    for field in head.fields { writer.account.add(field.bytes, .field(field.kind)) }
    lines.advance(max(1, head.lineCount))
  }

  private mutating func openComment(_ head: HeadGroup, _ marker: ListMarker, _ line: Line) {
    endBody()
    isInOpeningPost = false
    let planned = profile.depths.flatMap { count < $0.count ? $0[count] : nil }
    count += 1
    while let last = open.last, planned.map({ open.count > $0 }) ?? !isBelow(marker, last.marker) {
      writer.builder.close()
      open.removeLast()
    }
    if !profile.isFlat { writer.account.add(marker.bytes, .listMarker) }
    var comment = CommentFacts()
    var fields = head.fields
    if let author = head.author {
      var author = author
      if profile.hasGluedScores, let digit = glued(author) {
        author = author.lowerBound..<(author.upperBound - 1)
        comment.score = digit
      }
      if profile.hasDoubledNames || profile.hasAvatars && !head.hasAvatar,
        ThreadSurvey.isDoubled(author, in: writer.text)
      {
        author = (author.upperBound - author.count / 2)..<author.upperBound
      }
      comment.author = writer.sharedField(author)
      if author != head.author, let whole = head.author { split(&fields, whole, author) }
    }
    if let name = head.realName { comment.displayName = writer.sharedField(name) }
    comment.score = comment.score ?? head.score
    switch head.moment?.value {
    case .timestamp(let timestamp)?: comment.published = timestamp
    case .age?: if let moment = head.moment { comment.age = writer.sharedField(moment.bytes) }
    case nil: break
    }
    writer.builder.openComment(comment)
    for field in fields { writer.account.add(field.bytes, .field(field.kind)) }
    let bodyStart =
      lines.peek(max(0, head.lineCount - 1)).map { head.lineCount == 0 ? marker.textStart : $0.end } ?? line.end
    open.append(
      OpenComment(marker: marker, author: comment.author == nil ? nil : head.author, body: bodyStart..<bodyStart)
    )
    isBodyNew = true
    if head.lineCount == 0 {
      var first = line
      first.textStart = marker.textStart
      first.indent = marker.textColumn
      if !first.isBlank { body.append(first) }
    }
    lines.advance(max(1, head.lineCount))
  }

  private func glued(_ name: Range<Int>) -> Int? {
    let last = writer.text[name.upperBound - 1]
    return (0x30...0x39).contains(last) && name.count > 1 ? Int(last - 0x30) : nil
  }

  private func split(_ fields: inout [HeadGroup.Field], _ whole: Range<Int>, _ author: Range<Int>) {
    guard let index = fields.firstIndex(where: { $0.bytes == whole }) else { return }
    fields[index].bytes = author
    if whole.lowerBound < author.lowerBound {
      fields.append(.init(bytes: whole.lowerBound..<author.lowerBound, kind: .head))
    }
    if author.upperBound < whole.upperBound {
      fields.append(.init(bytes: author.upperBound..<whole.upperBound, kind: .score))
    }
  }

  // MARK: Bodies

  /// Writes the body gathered so far, what can be clicked at its end left out.
  private mutating func endBody() {
    while let last = body.last {
      if last.isBlank {
        body.removeLast()
        continue
      }
      guard last.count <= 100 else { break }
      let range = ListMarker(last, in: writer.text).map { $0.textStart..<last.textEnd } ?? last.text
      if heads.lineReader.isControl(range) {
        writer.leaveOutControl(last.text)
      } else if profile.hasTailScores, heads.lineReader.isScore(range) {
        writer.account.add(last.text, .field(.score))
      } else {
        break
      }
      body.removeLast()
    }
    writeBody()
  }

  private mutating func writeBody() {
    guard !body.isEmpty else { return }
    if isInOpeningPost {
      writer.writeBlocks(body, in: .article)
      body.removeAll(keepingCapacity: true)
      return
    }
    if open.isEmpty, body.contains(where: { !$0.isBlank }) { writer.builder.openComment(CommentFacts()) }
    if let last = body.last(where: { !$0.isBlank }), !open.isEmpty {
      open[open.count - 1].body =
        open[open.count - 1].body.lowerBound..<max(open[open.count - 1].body.lowerBound, last.textEnd)
    }
    if isBodyNew { writeRepeated() }
    isBodyNew = false
    writer.writeBlocks(body, in: .comment)
    body.removeAll(keepingCapacity: true)
  }

  /// Writes leading paragraphs that repeat words from further up, or from the article, as quotations: their markup
  /// was lost.
  ///
  /// A comment that says nothing else repeats nothing: it is short by itself.
  private mutating func writeRepeated() {
    while let start = body.firstIndex(where: { !$0.isBlank }) {
      let end = body[start...].firstIndex(where: \.isBlank) ?? body.count
      guard body[end...].contains(where: { !$0.isBlank }) else { return }
      let passage = body[start].textStart..<body[end - 1].textEnd
      guard passages.isLongEnough(passage) else { return }
      var speaker: Range<Int>?
      let above = open.dropLast().suffix(Self.ancestors).reversed()
      if let source = above.first(where: { passages.isIn($0.body, passage) }) {
        speaker = source.author
      } else if !passages.isInArticle(passage) {
        return
      }
      writer.builder.openQuotation(Statement(speaker: speaker.flatMap { writer.field($0) }))
      writer.writeJoined(body[start..<end])
      writer.builder.close()
      body.removeFirst(end)
    }
  }
}

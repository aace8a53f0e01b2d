import DocumentModel

/// Writes ranges of a text into a document, and keeps account of them.
struct DocumentWriter {
  /// Lists within lists beyond this are shown as one level.
  static let maximumListLevels = 64

  let text: SourceText
  var builder: DocumentBuilder
  var account: Account
  /// Whether the lines of this text were broken to fit a width, so that they have to be joined.
  var isWrapped = false
  /// The lists that are open, outermost first.
  var lists: [OpenList] = []
  /// Where line numbers were counted last.
  private var counted = (offset: 0, line: 1)
  /// Where the diagnostics stand that are given once.
  private var deepListDiagnostic: Int?
  private var controlDiagnostic: Int?

  /// A list that is open, and the columns of its sign and text.
  struct OpenList {
    var marker: ListMarker
  }

  /// - Parameter isPart: whether it writes a part of a thread, for ``append(_:)``.
  init(_ text: SourceText, account: Account, isPart: Bool = false) {
    builder = DocumentBuilder(isPart: isPart)
    self.text = text
    self.account = account
  }

  /// Adds what another writer has made of the part of the thread that follows.
  mutating func append(_ part: DocumentWriter) {
    var part = part
    let repeated = [
      controlDiagnostic == nil ? nil : part.controlDiagnostic,
      deepListDiagnostic == nil ? nil : part.deepListDiagnostic,
    ]
    for index in repeated.compactMap({ $0 }).sorted(by: >) { part.builder.diagnostics.remove(at: index) }
    controlDiagnostic = controlDiagnostic ?? part.controlDiagnostic
    deepListDiagnostic = deepListDiagnostic ?? part.deepListDiagnostic
    builder.append(discussionOf: part.builder)
  }

  // MARK: Text

  /// Adds `range` to the text of the node opened last.
  mutating func write(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if !builder.text(checking: UnsafeBufferPointer(rebasing: text[range])) { builder.text(cleaned(range)) }
    if account.isKept { account.add(range, .text(NodeIndex(builder.nodeCount - 1))) }
  }

  /// A field of one line, sanitised as such.
  func field(_ range: Range<Int>) -> String? {
    let field = TextSanitizer.field(cleaned(range))
    return field.isEmpty ? nil : field
  }

  /// A field of one line, sanitised as such, for the facts of a comment.
  ///
  /// Most are the same again and again, and plain: they cost no string.
  mutating func sharedField(_ range: Range<Int>) -> CommentFacts.SharedString? {
    let source = text[range]
    // A copy, since the source may change between the look and the use.
    let shared = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { copy in
      _ = copy.initialize(fromContentsOf: source)
      return TextSanitizer.isPlain(UnsafeBufferPointer(copy)) ? builder.share(UnsafeBufferPointer(copy)) : nil
    }
    return shared ?? builder.share(field(range))
  }

  /// A copy of `range`, which is clean even if the source has changed since it was looked at.
  private func cleaned(_ range: Range<Int>) -> [UInt8] {
    let copy = Array(text[range])
    if copy.withUnsafeBufferPointer({ CleanText.end(in: $0) }) == copy.count { return copy }
    return TextSanitizer.sanitize(copy.span).bytes.map { $0 == 0x0a ? 0x20 : $0 }
  }

  // MARK: Furniture

  /// Leaves `bytes` out and says so.
  mutating func leaveOut(_ bytes: Range<Int>, as what: String) {
    let trimmed = trimmed(bytes)
    guard !trimmed.isEmpty else { return }
    let place = place(of: trimmed.lowerBound)
    let last = self.place(of: trimmed.upperBound).line
    let lines = last > place.line ? "lines \(place.line)–\(last), " : ""
    account.add(trimmed, .furniture(diagnostic: builder.diagnostics.count))
    builder.diagnostics.append(
      Diagnostic(.info, line: place.line, column: place.column, "\(what) left out (\(lines)“\(excerpt(trimmed))”)")
    )
  }

  /// Leaves out what stands below the thread; says so more loudly where prose is among it.
  ///
  /// - Complexity: O(length of the foot)
  mutating func leaveOutFoot(from start: Int) {
    var prose = 0
    var offset = start
    while offset < text.count {
      let line = Line(at: offset, in: text)
      if line.count > 300 { prose += 1 }
      offset = line.next
    }
    leaveOut(start..<text.count, as: "foot of the page")
    if prose >= 3, let last = builder.diagnostics.indices.last {
      builder.diagnostics[last].severity = .warning
      builder.diagnostics[last].message += "; it has paragraphs, so look whether it is more than a foot"
    }
  }

  /// Leaves out what can be clicked, `Reply` and its like: one diagnostic for all of a document.
  mutating func leaveOutControl(_ bytes: Range<Int>) {
    let trimmed = trimmed(bytes)
    guard !trimmed.isEmpty else { return }
    if let controlDiagnostic {
      account.add(trimmed, .furniture(diagnostic: controlDiagnostic))
      return
    }
    controlDiagnostic = builder.diagnostics.count
    account.add(trimmed, .furniture(diagnostic: builder.diagnostics.count))
    let place = place(of: trimmed.lowerBound)
    builder.diagnostics.append(
      Diagnostic(
        .info,
        line: place.line,
        column: place.column,
        "controls left out, the first of them “\(excerpt(trimmed))”"
      )
    )
  }

  /// Notes something at `offset`.
  mutating func note(_ severity: Diagnostic.Severity, at offset: Int, _ message: String) {
    let place = place(of: offset)
    builder.diagnostics.append(Diagnostic(severity, line: place.line, column: place.column, message))
  }

  /// Says once that lists are nested too deeply.
  mutating func noteDeepList(at offset: Int) {
    guard deepListDiagnostic == nil else { return }
    deepListDiagnostic = builder.diagnostics.count
    note(
      .warning,
      at: offset,
      "lists are nested more than \(Self.maximumListLevels) deep; deeper items are shown at that level"
    )
  }

  private func trimmed(_ bytes: Range<Int>) -> Range<Int> {
    var start = bytes.lowerBound
    var end = min(bytes.upperBound, text.count)
    while start < end, text[start] == 0x20 || text[start] == 0x0a { start += 1 }
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x0a { end -= 1 }
    return start..<end
  }

  /// The first words of a range, on one line, at most 40 characters.
  private func excerpt(_ bytes: Range<Int>) -> String {
    var end = min(bytes.upperBound, bytes.lowerBound + 160)
    while end < bytes.upperBound, text[end] & 0xc0 == 0x80 { end -= 1 }
    let whole = TextSanitizer.field(cleaned(bytes.lowerBound..<end))
    let short = String(whole.prefix(40))
    return short.count < whole.count || end < bytes.upperBound ? short + "…" : short
  }

  /// Line and column of `offset`.
  ///
  /// - Complexity: O(distance to the offset asked for before)
  private mutating func place(of offset: Int) -> SourcePlace {
    if offset < counted.offset { counted = (0, 1) }
    var index = counted.offset
    while index < offset {
      let feed = Line.lineFeed(from: index, in: text)
      guard feed < offset else { break }
      counted.line += 1
      index = feed + 1
    }
    counted.offset = index
    return SourcePlace(line: counted.line, column: offset - index + 1)
  }
}

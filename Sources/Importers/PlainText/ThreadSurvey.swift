/// Looks at what may be the first part of a thread, and tells whether it is one.
struct ThreadSurvey {
  private struct Item {
    var offset: Int
    var marker: ListMarker
    var head: HeadGroup
    var hasBody = false
    var hasControls = false
    var closingNumber = false
    /// The first line of the body.
    var opening: Line?
  }

  private static let maximumItems = 200

  private let text: SourceText
  private let column: Int
  private var items: [Item] = []
  /// How many bytes were looked at.
  private(set) var bytes = 0
  /// The indentation of the line that stood left of the last item's text and was followed by no further item.
  private var footIndent: Int?
  private var hasStrays = false
  /// How many paragraphs of prose were seen.
  private(set) var prose = 0
  /// Whether the whole thread was seen: neither bound was met, nor the end of bytes after which the source goes on.
  private(set) var isWhole = true
  /// How many items were seen.
  var count: Int { items.count }

  /// Looks at the list that begins with the line at `start`, whose marker stands in `column`.
  init(_ text: SourceText, from start: Int, column: Int) {
    self.text = text
    self.column = column
    look(from: start)
  }

  private mutating func look(from start: Int) {
    var lines = LineWindow(text, from: start)
    var heads = HeadGroupReader(text)
    var strays = 0
    var blanks = 0
    isWhole = text.isComplete
    while let line = lines.peek() {
      bytes = line.start - start
      guard bytes < ThreadFinder.window, items.count < Self.maximumItems else {
        isWhole = false
        break
      }
      if line.count > 160 { prose += 1 }
      if line.isBlank {
        blanks += 1
        lines.advance()
        continue
      }
      defer { blanks = 0 }
      if let marker = ListMarker(line, in: text), marker.column >= column, marker.textStart < line.textEnd {
        let head = heads.read(&lines, start: marker.textStart, column: marker.column)
        items.append(Item(offset: line.start, marker: marker, head: head))
        items[items.count - 1].hasControls = head.hasControls
        if head.lineCount == 0 {
          items[items.count - 1].hasBody = true
        } else {
          footIndent = nil
        }
        lines.advance(max(1, head.lineCount))
        strays = 0
        continue
      }
      if line.indent <= column {
        strays += 1
        hasStrays = true
        if strays > 3 {
          isWhole = true
          break
        }
      } else if !items.isEmpty {
        let isShort = line.count <= 80
        if items[items.count - 1].opening == nil { items[items.count - 1].opening = line }
        let headed = items.last { $0.head.lineCount > 0 }
        if footIndent == nil, let headed,
          line.indent <= headed.marker.column || blanks >= 2 && line.indent == headed.marker.textColumn
        {
          footIndent = line.indent
        }
        let head = isShort ? heads.lineReader.read(line.text) : HeadLine()
        if isShort, head.isControlOnly {
          items[items.count - 1].hasControls = true
        } else {
          items[items.count - 1].hasBody = true
        }
        items[items.count - 1].closingNumber =
          isShort && head.isScoreOnly || items[items.count - 1].closingNumber && isShort && head.isEmpty
      }
      lines.advance()
    }
  }

  /// What the comments look like; `nil` when this is no thread.
  ///
  /// - Parameters:
  ///   - isAnnounced: whether a line such as `Comments` stands above.
  ///   - count: how many comments that line gives, when it stands directly above.
  func profile(isAnnounced: Bool, count: Int?) -> ThreadProfile? {
    guard let first = items.first else { return nil }
    let strong = items.filter { $0.head.isStrong }
    let weak = items.filter { $0.head.isWeak && !$0.head.isScoreOnly }
    let bodied = strong.filter(\.hasBody)
    var profile = ThreadProfile(kind: .headed, start: first.offset, column: first.marker.column)
    place(&profile, at: strong.isEmpty ? weak : strong)
    if !strong.isEmpty, bodied.count * 2 >= strong.count || strong.contains(where: \.hasControls),
      strong.count >= 2 || isAnnounced || strong[0].hasControls || strong[0].head.hasSays || strong[0].head.hasPresence
    {
      settle(&profile, strong)
      return profile
    }
    let weakBodied = weak.filter(\.hasBody)
    if isAnnounced && !weakBodied.isEmpty && weakBodied.count * 3 >= items.count * 2
      || weakBodied.count >= 3 && weak.contains(where: \.hasControls)
    {
      settle(&profile, weak)
      return profile
    }
    let scored = items.filter { $0.head.isScoreOnly && $0.hasBody }
    // Numbers that count up are no votes.
    let isCounted = zip(scored, scored.dropFirst()).allSatisfy { ($0.head.score ?? 0) + 1 == $1.head.score }
    if !isCounted, scored.count >= (isAnnounced ? 2 : 3), scored.count * 3 >= items.count * 2 {
      profile.kind = .scored
      place(&profile, at: scored)
      return profile
    }
    if let count, isWhole, count >= 2, abs(items.count - count) * 4 <= count {
      profile.kind = .bare
      profile.takesAllItems = count == items.count
      (profile.start, profile.column) = (first.offset, first.marker.column)
      return profile
    }
    return nil
  }

  /// The thread begins with the first item that has a head, or before it with those that lead up to its number.
  private func place(_ profile: inout ThreadProfile, at headed: [Item]) {
    guard let first = headed.first, let column = headed.map(\.marker.column).min(),
      var index = items.firstIndex(where: { $0.offset == first.offset })
    else { return }
    profile.column = column
    if let base = headed.first(where: { $0.marker.column == column }), base.marker.kind.isNumber,
      base.marker.kind != .number(1),
      let one = items[..<index].lastIndex(where: { $0.marker.column == column && $0.marker.kind == .number(1) })
    {
      index = one
    }
    profile.start = items[index].offset
  }

  private func settle(_ profile: inout ThreadProfile, _ items: [Item]) {
    let moments = items.compactMap { $0.head.moment }
    profile.order = Self.dateOrder(of: moments, in: text)
    let named = items.filter { $0.head.author != nil && $0.head.moment != nil }
    profile.hasGluedScores =
      named.count >= 2
      && named.allSatisfy { item in
        guard let author = item.head.author, let moment = item.head.moment else { return false }
        return author.upperBound == moment.bytes.lowerBound && (0x30...0x39).contains(text[author.upperBound - 1])
          && author.count > 1
      }
    profile.hasDoubledNames = named.count >= 3 && named.allSatisfy { Self.isDoubled($0.head.author, in: text) }
    profile.hasAvatars = items.count { $0.head.hasAvatar } * 5 >= items.count * 4
    let bodied = items.filter(\.hasBody)
    profile.hasTailScores = bodied.count >= 3 && bodied.allSatisfy(\.closingNumber)
  }

  // MARK: Depths

  /// The depths of the comments, where the indentation alone does not give them; `nil` where it does.
  func depths(_ profile: ThreadProfile) -> [Int]? {
    let comments = items.filter { profile.isCommentHead($0.head) && $0.offset >= profile.start }
    guard let first = comments.first, comments.count >= 4 else { return nil }
    let column = first.marker.column
    let step = comments.lazy.map { $0.marker.column - column }.filter { $0 > 0 }.min() ?? 2
    guard comments.allSatisfy({ ($0.marker.column - column) % step == 0 && $0.marker.column >= column }) else {
      return nil
    }
    var entries: [LeakedIndentation.Entry] = []
    for (index, item) in comments.enumerated() {
      var entry = LeakedIndentation.Entry(level: (item.marker.column - column) / step, score: item.head.score)
      if let opening = item.opening?.text {
        entry.addressesPrevious = index > 0 && addresses(opening, comments[index - 1], profile)
        entry.addressesSomebody =
          entry.addressesPrevious || comments[..<index].suffix(40).contains { addresses(opening, $0, profile) }
      }
      entries.append(entry)
    }
    var leaks: Int?
    if isWhole, let footIndent, footIndent > column {
      let text = (first.opening?.indent ?? first.marker.textColumn) - column
      leaks = (footIndent - text) % step == 0 ? (footIndent - text) / step : nil
      if leaks == nil { return nil }
    } else if !isWhole || footIndent != nil || hasStrays {
      return nil
    }
    let leaked = LeakedIndentation(entries, leaks: leaks)
    return leaked.isLeaked(isDialogue: isDialogue(comments)) ? leaked.depths() : nil
  }

  /// Whether words begin with the name of another comment's author: `NAME,`, `@NAME`, `NAME:`.
  private func addresses(_ opening: Range<Int>, _ item: Item, _ profile: ThreadProfile) -> Bool {
    guard var name = item.head.author else { return false }
    if profile.hasGluedScores { name = name.lowerBound..<(name.upperBound - 1) }
    var start = opening.lowerBound
    if text[start] == 0x40, text[name.lowerBound] != 0x40 { start += 1 }
    guard name.count >= 2, start + name.count <= opening.upperBound,
      text[start..<(start + name.count)].elementsEqual(text[name])
    else { return false }
    guard start + name.count < opening.upperBound else { return true }
    let next = text[start + name.count]
    return next == 0x2c || next == 0x3a || next == 0x20 || next == 0x21
  }

  /// Whether two people talk by turns, which makes a deep thread without any defect.
  private func isDialogue(_ comments: [Item]) -> Bool {
    let pairs = zip(comments, comments.dropFirst(2)).filter { $0.0.head.author != nil }
    let same = pairs.count { first, second in
      guard let name = first.head.author, let other = second.head.author else { return false }
      return text.isSame(name, other)
    }
    return !pairs.isEmpty && same * 2 >= pairs.count
  }

  /// Whether the day or the month comes first where only numbers are given: a number above 12 tells; `am` and `pm`
  /// lean to the month.
  static func dateOrder(of moments: [Moment], in text: SourceText) -> DateOrder {
    for moment in moments {
      let parts = text[moment.bytes].split(whereSeparator: { !(0x30...0x39).contains($0) })
      guard parts.count >= 3, text[moment.bytes].contains(0x2f), parts[0].count <= 2 else { continue }
      let first = parts[0].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let second = parts[1].reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if first > 12 { return .dayFirst }
      if second > 12, second <= 31 { return .monthFirst }
    }
    return .dayFirst
  }

  /// Whether a name is the same words twice.
  static func isDoubled(_ name: Range<Int>?, in text: SourceText) -> Bool {
    guard let name, name.count % 2 == 1 else { return false }
    let half = name.count / 2
    let bytes = text[name]
    return bytes[name.lowerBound + half] == 0x20 && bytes.prefix(half).elementsEqual(bytes.suffix(half))
  }
}

/// Reads the heads of comments, which may take several lines.
struct HeadGroupReader {
  /// A head has no more lines than this.
  private static let maximumLines = 14

  var lineReader: HeadLineReader
  let text: SourceText
  /// Whether ``HeadGroup/fields`` are wanted.
  private let keepsFields: Bool

  init(_ text: SourceText, keepsFields: Bool = false) {
    self.text = text
    self.keepsFields = keepsFields
    lineReader = HeadLineReader(text)
  }

  /// The head that begins with the first line of `lines`, its text at `start` after the list marker; without lines
  /// when there is none.
  ///
  /// - Parameter column: the marker's column: the head's other lines are indented more.
  /// - Complexity: O(length of at most 14 lines, of each at most ``Tokenizer/maximumBytes``)
  mutating func read(_ lines: inout LineWindow, start: Int, column: Int) -> HeadGroup {
    var group = HeadGroup()
    guard let first = lines.peek() else { return group }
    // Of all lines, where fields are wanted; else of the first.
    var taken: [TakenLine] = []
    var firstTaken: TakenLine?
    var pendingName: Range<Int>?
    var isNameCertain = false
    // Lines that are the head's only if something after them proves it.
    var unproven = 0
    var index = 0
    var isDone = false
    while !isDone, index < Self.maximumLines, let line = lines.peek(index) {
      defer { index += 1 }
      var range = index == 0 ? start..<max(start, first.textEnd) : line.text
      if range.isEmpty { continue }
      var isMarked = false
      if index > 0 {
        guard line.indent > column else { break }
        if let marker = ListMarker(line, in: text) {
          range = marker.textStart..<line.textEnd
          isMarked = true
        }
      }
      guard range.count <= 200 else { break }
      // Below a full head only short lines are its own; most bodies need no closer look.
      if group.moment != nil, let author = group.author, !mayFollowHead(range, of: author) { break }
      let head = lineReader.read(range)
      if isMarked, !(head.isControlOnly || head.isNumberOnly || head.isMomentOnly) { break }
      let hasProof = group.moment != nil || group.hasSays || group.hasPresence
      var isTaken = true
      var proves = true
      group.hasAvatar = group.hasAvatar || head.hasAvatar
      if head.isControlOnly {
        group.hasControls = true
        proves = hasProof
      } else if head.isNumberOnly {
        proves = hasProof
      } else if head.isScoreOnly {
        // Below the date a number alone may be the whole body.
        isTaken = group.score == nil && !hasProof
        if isTaken { group.score = head.score }
        proves = hasProof
        group.isScoreOnly = index == 0
      } else if index > 0, head.isBadgeOnly, group.author != nil || pendingName != nil {
        proves = hasProof
      } else if head.hasStars, head.restWords == 0, head.name == nil {
        proves = hasProof
      } else if head.isSays, !group.hasSays, group.moment == nil {
        group.hasSays = true
        if group.moment == nil { group.moment = head.moment }
        take(head.name, head.realName, &group)
        pendingName = nil
      } else if group.moment == nil, head.isMomentOnly {
        group.moment = head.moment
        group.score = group.score ?? head.score
        if let name = pendingName { take(name, nil, &group) }
        pendingName = nil
      } else if group.moment == nil, let name = pendingName, index > 0, head.isNameAndMoment, head.isMomentFirst {
        // What follows the date is not the author, whose name stands above: whom they answer, where they are.
        group.moment = head.moment
        group.hasControls = group.hasControls || head.controls > 0
        take(name, nil, &group)
        pendingName = nil
      } else if group.moment == nil, head.isNameAndMoment {
        group.moment = head.moment
        group.score = group.score ?? head.score
        group.hasControls = group.hasControls || head.controls > 0
        group.isOneLine = index == 0
        // A line before it that was no more than a name was a picture's or a subject.
        take(head.name, head.realName, &group)
        pendingName = nil
        isNameCertain = true
      } else if head.hasPresence, let name = head.name, !group.hasPresence,
        index == 0 || isSame(name, group.author ?? pendingName)
      {
        group.hasPresence = true
        pendingName = name
        take(name, head.realName, &group)
      } else if index > 0, let name = head.name, isSame(name, group.author ?? pendingName),
        head.restWords == 0 || head.hasPresence
      {
        group.hasPresence = group.hasPresence || head.hasPresence
        proves = head.hasPresence || hasProof
      } else if head.hasAvatar, head.restWords == 0, group.author == nil, group.moment == nil {
        pendingName = head.name.map {
          ThreadSurvey.isDoubled($0, in: text) ? ($0.upperBound - $0.count / 2)..<$0.upperBound : $0
        }
        proves = false
      } else if !hasProof, head.hasBy, head.isNameLike {
        pendingName = head.name
        proves = false
      } else if !hasProof, pendingName == nil || !isNameCertain,
        index == 0 || group.isScoreOnly && group.author == nil && pendingName == nil,
        head.isNameLike || index == 0 && head.restWords < 30 && couldBeSubject(head, at: index, &lines, column: column)
      {
        pendingName = head.isNameLike ? head.name : nil
        group.score = group.score ?? head.score
        group.hasBareName = head.isNameLike && index == 0
        proves = false
      } else {
        isTaken = false
      }
      guard isTaken else {
        isDone = true
        break
      }
      let line = TakenLine(
        bytes: index == 0 ? range : line.text,
        score: head.score,
        scoreBytes: head.scoreBytes,
        hasAvatar: head.hasAvatar
      )
      if firstTaken == nil { firstTaken = line }
      if keepsFields { taken.append(line) }
      if proves {
        unproven = 0
        group.lineCount = index + 1
      } else {
        unproven += 1
      }
    }
    let hasProof = group.moment != nil || group.hasSays || group.hasPresence
    if !hasProof {
      // Votes alone make a head of one line, which the thread as a whole has to confirm.
      guard group.isScoreOnly else { return HeadGroup() }
      let score = group.score
      group = HeadGroup()
      group.score = score
      group.isScoreOnly = true
      group.lineCount = 1
    } else {
      group.isScoreOnly = false
      if group.author == nil, let name = pendingName { take(name, nil, &group) }
      // Votes, numbers and controls directly below a head are its own.
      group.lineCount = max(group.lineCount, 1)
    }
    if let firstTaken { group.beginsWithFact = beginsWithFact(firstTaken, group) }
    if keepsFields { note(taken, in: &group, upTo: lines.peek(group.lineCount - 1)?.end ?? 0) }
    return group
  }

  /// Whether a line below a full head may belong to it: votes, a number, a control, stars, or the author's presence.
  private mutating func mayFollowHead(_ range: Range<Int>, of author: Range<Int>) -> Bool {
    guard range.count <= 100 else { return false }
    let hasAuthor = text.contains(author, in: range)
    // Such lines begin with a number, a sign, or a word that heads have.
    if !hasAuthor, let word = text.word(at: range.lowerBound, before: range.upperBound),
      !HeadWords.lexicon.hasPhrase(beginningWith: word.hash)
    {
      return false
    }
    return range.count <= 40 || lineReader.isControl(range) || hasAuthor && lineReader.hasPresence(range)
  }

  /// A subject line stands before a line that begins with `by`.
  private mutating func couldBeSubject(_ head: HeadLine, at index: Int, _ lines: inout LineWindow, column: Int) -> Bool
  {
    var next = index + 1
    while let line = lines.peek(next), line.isBlank, next < index + 3 { next += 1 }
    guard let line = lines.peek(next), line.indent > column, line.count <= 200 else { return false }
    let follower = lineReader.read(line.text)
    return follower.hasBy && (follower.moment != nil || follower.hasSays)
  }

  private func take(_ name: Range<Int>?, _ realName: Range<Int>?, _ group: inout HeadGroup) {
    guard let name else { return }
    group.author = cleaned(name)
    group.realName = realName ?? group.realName
  }

  /// The name without an address for a picture before it (`x@example.org' Ann`), and without what is doubled without
  /// a space (`AnnAnn`).
  private func cleaned(_ name: Range<Int>) -> Range<Int> {
    let bytes = text[name]
    if let space = bytes.firstIndex(of: 0x20), bytes[..<space].contains(0x40), space > name.lowerBound,
      bytes[space - 1] == 0x27
    {
      return (space + 1)..<name.upperBound
    }
    let half = name.count / 2
    if name.count % 2 == 0, half >= 3, bytes.prefix(half).elementsEqual(bytes.suffix(half)),
      bytes.prefix(half).contains(0x20)
    {
      return name.lowerBound..<(name.lowerBound + half)
    }
    return name
  }

  private func isSame(_ first: Range<Int>, _ second: Range<Int>?) -> Bool {
    guard let second else { return false }
    return text[first].elementsEqual(text[second])
  }

  /// What is remembered of a line of a head.
  private struct TakenLine {
    var bytes: Range<Int>
    var score: Int?
    var scoreBytes: Range<Int>?
    var hasAvatar: Bool
  }

  private func beginsWithFact(_ first: TakenLine, _ group: HeadGroup) -> Bool {
    func holds(_ fact: Range<Int>?) -> Bool { fact.map { first.bytes.contains($0.lowerBound) } ?? false }
    return first.hasAvatar || holds(group.author) || holds(group.moment?.bytes) || holds(first.scoreBytes)
  }

  private func note(_ taken: [TakenLine], in group: inout HeadGroup, upTo end: Int) {
    for line in taken where line.bytes.upperBound <= end {
      let range = line.bytes
      var parts: [HeadGroup.Field] = []
      if let author = group.author, range.contains(author.lowerBound) {
        parts.append(.init(bytes: author, kind: .author))
      }
      if let name = group.realName, range.contains(name.lowerBound) {
        parts.append(.init(bytes: name, kind: .displayName))
      }
      if let moment = group.moment, range.contains(moment.bytes.lowerBound) {
        parts.append(.init(bytes: moment.bytes, kind: .date))
      }
      if let score = line.scoreBytes, line.score == group.score { parts.append(.init(bytes: score, kind: .score)) }
      parts.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
      var position = range.lowerBound
      for part in parts where part.bytes.lowerBound >= position {
        if part.bytes.lowerBound > position {
          group.fields.append(.init(bytes: position..<part.bytes.lowerBound, kind: .head))
        }
        group.fields.append(part)
        position = part.bytes.upperBound
      }
      if position < range.upperBound { group.fields.append(.init(bytes: position..<range.upperBound, kind: .head)) }
    }
  }
}

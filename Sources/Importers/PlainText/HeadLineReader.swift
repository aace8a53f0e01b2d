/// Reads single lines as parts of comment heads.
struct HeadLineReader {
  let text: SourceText
  /// How `03/04/2023` is to be read.
  var order: DateOrder = .dayFirst
  private var tokenizer = Tokenizer()
  private var roles: [Role] = []

  private enum Role: UInt8 {
    case none, sign, moment, joiner, says, by, avatar, presence, control, score, badge, edited, label, number, aside,
      stars
  }

  init(_ text: SourceText) { self.text = text }

  /// What the line `range` says; a longer line than head lines are says nothing.
  ///
  /// - Complexity: O(length), at most ``Tokenizer/maximumBytes``
  mutating func read(_ range: Range<Int>) -> HeadLine {
    var line = HeadLine()
    guard !range.isEmpty else { return line }
    line.isEmpty = false
    let text = text
    tokenizer.tokenize(range, of: text)
    let tokens = tokenizer.tokens
    guard !tokens.isEmpty else {
      line.restWords = .max / 2
      return line
    }
    // A full stop after an initial closes nothing.
    let isInitial =
      tokens.count > 1 && tokens[tokens.count - 1].isSign(".") && tokens[tokens.count - 2].kind == .word
      && tokens[tokens.count - 2].count <= 2
    line.endsSentence = !isInitial && Self.closesClause(tokens[tokens.count - 1])
    line.isBadgeOnly = tokens.count <= 4 && HeadWords.lexicon.end(of: .badge, tokens, at: 0) == tokens.count
    roles.removeAll(keepingCapacity: true)
    for token in tokens { roles.append(token.kind == .sign ? .sign : .none) }
    markMoment(tokens, &line)
    markNumbers(tokens, &line)
    markWords(tokens, &line)
    takeName(tokens, &line)
    return line
  }

  /// Whether nothing but what can be clicked stands in `range`.
  ///
  /// - Complexity: O(length of the first word), for most lines.
  mutating func isControl(_ range: Range<Int>) -> Bool {
    guard range.count <= 100 else { return false }
    guard let word = text.firstWord(in: range), HeadWords.lexicon.hasPhrase(beginningWith: word.hash) else {
      return false
    }
    return read(range).isControlOnly
  }

  /// Whether a word of presence stands in `range`.
  mutating func hasPresence(_ range: Range<Int>) -> Bool {
    tokenizer.tokenize(range, of: text)
    return tokenizer.tokens.indices.contains { HeadWords.lexicon.end(of: .presence, tokenizer.tokens, at: $0) != nil }
  }

  /// Whether nothing but a number of votes stands in `range`.
  mutating func isScore(_ range: Range<Int>) -> Bool { range.count <= 12 && read(range).isScoreOnly }

  /// Whether a sentence or clause ends with `token`: `. ! ? : ; , …` and their full-width forms.
  private static func closesClause(_ token: Token) -> Bool {
    token.kind == .sign
      && (token.isSign(in: ".!?;,") || [0x2026, 0x3002, 0xff01, 0xff0c, 0xff1f, 0x3001].contains(token.value))
  }

  private mutating func markMoment(_ tokens: [Token], _ line: inout HeadLine) {
    guard let moment = MomentReader(tokens: tokens, order: order).first() else { return }
    line.moment = moment
    for index in moment.firstToken..<moment.endToken { roles[index] = .moment }
    // `on`, `am`, `posted` before it.
    var index = moment.firstToken - 1
    // A line may begin with such a word, but a capital there is that of a name: `Om 3 March`.
    while index > 0 || index == 0 && (0x61...0x7a).contains(text[tokens[0].start]) {
      if tokens[index].kind == .sign, !tokens[index].isSign(")"), !tokens[index].isSign("]") {
        index -= 1
        continue
      }
      guard let end = ClockWords.lexicon.end(of: .joiner, tokens, at: index), end <= moment.firstToken else { break }
      roles[index] = .joiner
      index -= 1
    }
  }

  private mutating func markNumbers(_ tokens: [Token], _ line: inout HeadLine) {
    for index in tokens.indices where tokens[index].kind == .number && roles[index] == .none {
      let before = index > 0 ? tokens[index - 1] : nil
      let after = index + 1 < tokens.count ? tokens[index + 1] : nil
      if let before, before.isSign("#") || before.value == 0x2116 {
        roles[index] = .number
        line.hasNumber = true
      } else if let before, before.isSign("("), let after, after.isSign(")"), index > 1 {
        roles[index] = .aside
      } else if let before, before.isSign(":"), index > 1, HeadWords.lexicon.isWord(tokens[index - 2], .label) {
        roles[index] = .label
        roles[index - 2] = .label
      } else if let match = HeadWords.lexicon.match(tokens, at: index + 1, where: { $0 == .points || $0 == .stars }) {
        if match.meaning == .stars { line.hasStars = true } else { setScore(of: index, tokens, &line) }
        for covered in index..<match.end where roles[covered] == .none {
          roles[covered] = match.meaning == .stars ? .stars : .score
        }
      } else if isAlone(index, tokens) {
        setScore(of: index, tokens, &line)
        roles[index] = .score
      }
    }
  }

  /// Whether a number is all there is, or stands between signs at the line's begin or end, as votes do.
  private func isAlone(_ index: Int, _ tokens: [Token]) -> Bool {
    guard tokens[index].count <= 6 else { return false }
    return tokens.indices.allSatisfy {
      $0 == index || tokens[$0].kind == .sign && tokens[$0].isSign(in: "+-|[](){}") || tokens[$0].value == 0x2212
        || tokens[$0].value == 0x2013
    }
  }

  private func setScore(of index: Int, _ tokens: [Token], _ line: inout HeadLine) {
    guard line.score == nil, tokens[index].count <= 9 else { return }
    var start = tokens[index].start
    var sign = 1
    if index > 0, !tokens[index].isSpaced, tokens[index - 1].kind == .sign {
      if tokens[index - 1].isSign("-") || tokens[index - 1].value == 0x2212 || tokens[index - 1].value == 0x2013 {
        sign = -1
      }
      if sign < 0 || tokens[index - 1].isSign("+") { start = tokens[index - 1].start }
    }
    line.score = sign * tokens[index].number
    line.scoreBytes = start..<tokens[index].end
  }

  private mutating func markWords(_ tokens: [Token], _ line: inout HeadLine) {
    var index = 0
    // Words of a name come before what explains them; a control may be part of a name unless something came before or
    // all are controls.
    let isAllControls = isAllControls(tokens)
    let firstWord = firstWord(tokens)
    var hasName = false
    var isSettled = false
    while index < tokens.count {
      guard roles[index] == .none else {
        if ![.sign, .joiner, .aside, .number].contains(roles[index]) {
          isSettled = isSettled || hasName || roles[index] == .moment
        }
        index += 1
        continue
      }
      guard tokens[index].tables & Vocabulary.Table.head.bit != 0 else {
        hasName = true
        index += 1
        continue
      }
      let place = Place(
        hasName: hasName,
        isSettled: isSettled,
        isAllControls: isAllControls,
        isFirst: index == firstWord,
        hasMoment: line.moment != nil
      )
      guard let (match, role) = role(at: index, tokens, place) else {
        hasName = true
        index += 1
        continue
      }
      switch role {
      case .says: (line.hasSays, isSettled) = (true, true)
      case .by: line.hasBy = true
      case .avatar: line.hasAvatar = true
      case .presence: (line.hasPresence, isSettled) = (true, true)
      case .control: line.controls += 1
      default: break
      }
      // A label of a score: `Score: 5`.
      if role == .score, match + 1 < tokens.count, tokens[match].isSign(":"), tokens[match + 1].kind == .number {
        setScore(of: match + 1, tokens, &line)
        roles[match + 1] = .score
        isSettled = true
      }
      for covered in index..<match where roles[covered] == .none || role == .says { roles[covered] = role }
      index = match
    }
  }

  /// Where in a line a word stands: decides between the meanings it may have.
  private struct Place {
    var hasName: Bool
    var isSettled: Bool
    var isAllControls: Bool
    var isFirst: Bool
    var hasMoment: Bool
  }

  /// The role of the words at `index`, and the index after them; the longest that fits.
  private func role(at index: Int, _ tokens: [Token], _ place: Place) -> (end: Int, role: Role)? {
    var role = Role.none
    let match = HeadWords.lexicon.match(tokens, at: index) { meaning in
      role = .none
      switch meaning {
      case .says: if place.hasName && !place.isSettled { role = .says }
      case .by: if !place.hasName && place.isFirst && !place.isAllControls { role = .by }
      case .avatar: if !place.hasName && !place.isAllControls { role = .avatar }
      case .presence: role = .presence
      case .control: if place.isAllControls || place.isSettled { role = .control }
      case .points: if place.isAllControls || place.isSettled || !place.hasName { role = .score }
      case .stars: break
      case .edited: if place.isAllControls || place.isSettled || place.hasMoment { role = .edited }
      case .badge: if place.hasName { role = .badge }
      case .label: if place.isSettled || place.isAllControls { role = .label }
      }
      return role != .none
    }
    guard let match else { return nil }
    let end = match.end
    guard roles[index..<end].allSatisfy({ $0 == .none || $0 == .sign || $0 == .joiner && role == .says }) else {
      return nil
    }
    switch role {
    case .says where !saysFits(end, tokens): return nil
    case .by where end >= tokens.count: return nil
    case .presence where !place.hasName && end < tokens.count: return nil
    case .badge where !place.isSettled && end < nextMark(end, tokens): return nil
    // A label of votes needs its number: `Score: 5`.
    case .score
    where !place.isAllControls && !place.isSettled
      && !(end + 1 < tokens.count && tokens[end].isSign(":") && tokens[end + 1].kind == .number):
      return nil
    default: return (end, role)
    }
  }

  private func firstWord(_ tokens: [Token]) -> Int { tokens.firstIndex { $0.kind != .sign } ?? 0 }

  /// The index of the next token that has a role already; badges stand directly before one, or at the end.
  private func nextMark(_ index: Int, _ tokens: [Token]) -> Int {
    var index = index
    while index < tokens.count, roles[index] == .sign { index += 1 }
    return index == tokens.count || roles[index] != .none ? 0 : .max
  }

  /// After `says` comes the end, a colon, or a date.
  private func saysFits(_ index: Int, _ tokens: [Token]) -> Bool {
    var index = index
    while index < tokens.count, roles[index] == .sign || roles[index] == .joiner { index += 1 }
    return index == tokens.count || roles[index] == .moment
      || HeadWords.lexicon.end(of: .control, tokens, at: index) != nil
      || ClockWords.lexicon.end(of: .joiner, tokens, at: index) == tokens.count
  }

  /// Whether every word is part of a control, a number of votes or the like.
  private func isAllControls(_ tokens: [Token]) -> Bool {
    var index = 0
    var found = false
    while index < tokens.count {
      if roles[index] != .none || tokens[index].kind == .number {
        index += 1
        continue
      }
      if let end = HeadWords.lexicon.end(of: .control, tokens, at: index) {
        found = true
        index = end
      } else if let match = HeadWords.lexicon.match(
        tokens,
        at: index,
        where: { [.points, .edited, .presence, .label].contains($0) }
      ) {
        index = match.end
      } else {
        return false
      }
    }
    return found
  }

  /// The first run of words without a role is the name; a run in parentheses after it, the real name; the rest is
  /// unexplained.
  private func takeName(_ tokens: [Token], _ line: inout HeadLine) {
    var index = 0
    // Signs that belong to a name stand at it without a space: `A/dam`, `@bob`, `J. Doe`, `O'Neil`.
    func isNameToken(_ index: Int) -> Bool { roles[index] == .none }
    while index < tokens.count, !isNameToken(index) { index += 1 }
    guard index < tokens.count else { return }
    var start = index
    // An opening sign glued to the name is part of it, but not brackets and quotation marks.
    while start > 0, roles[start - 1] == .sign, !tokens[start].isSpaced, tokens[start - 1].isSign(in: "@~*.$!") {
      start -= 1
    }
    var end = index
    var words = 0
    var depth = 0
    var scan = index
    while scan < tokens.count {
      if tokens[scan].isSign("(") || tokens[scan].isSign("[") {
        if depth == 0, words > 0, tokens[scan].isSpaced || tokens[scan].isSign("(") || isMark(scan, tokens) { break }
        depth += 1
      }
      if tokens[scan].isSign(",") || tokens[scan].isSign("|") || tokens[scan].isSign(";") { break }
      guard isNameToken(scan) || roles[scan] == .sign else { break }
      if isNameToken(scan) {
        words += tokens[scan].isSpaced || words == 0 ? 1 : 0
        end = scan + 1
      } else if tokens[scan].isSpaced, scan + 1 < tokens.count, tokens[scan + 1].isSpaced, !tokens[scan].isSign("&"),
        !tokens[scan].isSign("-"), tokens[scan].value != 0x2013 || line.moment == nil
      {
        break
      } else if !tokens[scan].isSpaced, isNameEnd(tokens[scan]) {
        end = scan + 1
      }
      scan += 1
    }
    if let avatar = (start + 1..<max(start + 1, end - 1)).first(where: { HeadWords.lexicon.isWord(tokens[$0], .avatar) }
    ),
      text[tokens[start].start..<tokens[avatar - 1].end].elementsEqual(
        text[tokens[avatar + 1].start..<tokens[end - 1].end]
      )
    {
      // `NAME avatar NAME`
      start = avatar + 1
      words /= 2
      line.hasAvatar = true
    }
    var nameEnd = tokens[end - 1].end
    // Votes may be glued to a name, and both to a date: the name goes on to where the date begins.
    if let moment = line.moment, end == moment.firstToken, tokens[end].start == nameEnd {
      nameEnd = moment.bytes.lowerBound
    }
    line.name = tokens[start].start..<nameEnd
    line.nameWords = words
    line.isMomentFirst = line.moment.map { $0.firstToken < start } ?? false
    // Real name.
    var rest = end
    if rest < tokens.count, tokens[rest].isSign("(") {
      if let close = tokens[rest...].firstIndex(where: { $0.isSign(")") }), close > rest + 1 {
        let inside = (rest + 1)..<close
        if inside.allSatisfy({ roles[$0] == .none || roles[$0] == .sign }) {
          line.realName = tokens[rest + 1].start..<tokens[close - 1].end
          rest = close + 1
        } else if inside.contains(where: { roles[$0] == .score || roles[$0] == .aside }) {
          rest = close + 1
        }
      }
    }
    while rest < tokens.count {
      // `(27 children)` after the date is an aside; `[S]` a mark of the author.
      if tokens[rest].isSign("("), line.moment.map({ rest >= $0.endToken }) ?? false,
        rest + 4 > (tokens[rest...].firstIndex { $0.isSign(")") } ?? .max)
      {
        rest = (tokens[rest...].firstIndex { $0.isSign(")") } ?? rest) + 1
        continue
      }
      if isMark(rest, tokens) {
        rest += 3
        continue
      }
      if roles[rest] == .none { line.restWords += 1 }
      rest += 1
    }
  }

  /// Whether `[S]`, `[M]` or the like stands at `index`.
  private func isMark(_ index: Int, _ tokens: [Token]) -> Bool {
    index + 2 < tokens.count && tokens[index].isSign("[") && tokens[index + 1].count <= 3
      && tokens[index + 2].isSign("]")
  }

  /// Whether a sign glued to the end of a name may belong to it: `Jr.`, `wow!`, `@x@`, `A*`.
  private func isNameEnd(_ token: Token) -> Bool { !token.isSign(in: ":,;|") && token.value != 0xff1a }
}

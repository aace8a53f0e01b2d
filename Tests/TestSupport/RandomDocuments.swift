import DocumentModel

extension Document {
  /// A document made at random: an article with sections, statements, lists and code, and threads below it, or only one
  /// of the two.
  ///
  /// Words are few and come from several scripts, so that phrases recur, as they do where people quote each other.
  ///
  /// - Parameters:
  ///   - seed: equal seeds give equal documents.
  ///   - size: about how many blocks the article has, and how many comments there are.
  package init(seed: UInt64, size: Int = 20) {
    var author = RandomAuthor(seed: seed, size: size)
    self = author.document()
  }
}

private struct RandomAuthor {
  private static let words = [
    "the", "lamp", "was", "lit", "by", "hand", "until", "spring", "keeper’s", "fog", "signal", "naïve", "маяк", "не",
    "горел", "灯台", "は", "🏮", "don't", "e\u{301}te\u{301}", "1974", "—", "“so”", "…",
  ]
  private static let names = ["ann", "bob", "Eve Ó", "маша", "林", nil]

  private var random: SeededGenerator
  private var builder: DocumentBuilder
  private let size: Int
  /// What was said so far, to be quoted.
  private var said: [String] = []

  init(seed: UInt64, size: Int) {
    random = SeededGenerator(seed: seed)
    self.size = size
    let title = random.chance(70) ? "A clock without a “keeper”" : nil
    let day = Int.random(in: 1...28, using: &random)
    let date = random.chance(50) ? Timestamp(year: 2024, month: 3, day: day) : nil
    builder = DocumentBuilder(metadata: Metadata(title: title, published: date))
  }

  mutating func document() -> Document {
    let kind = Int.random(in: 0..<6, using: &random)
    if kind != 0 { article() }
    if kind != 1 { discussion() }
    return builder.finish()
  }

  private mutating func article() {
    for _ in 0..<Int.random(in: 0...size, using: &random) {
      switch Int.random(in: 0..<10, using: &random) {
      case 0 where random.chance(20):
        builder.openArticle(someArticle)
        for _ in 0..<Int.random(in: 0...3, using: &random) { block(depth: 0) }
        builder.close()
      case 0: builder.leaf(.heading(level: Int.random(in: 1...4, using: &random)), sentence())
      case 1:
        builder.openPullQuote(Statement(speaker: random.pick(Self.names), repeatsArticle: random.chance(20)))
        builder.text(quotation())
        builder.close()
      default: block(depth: 0)
      }
    }
  }

  private mutating func discussion() {
    var depth = 0
    for number in 0..<Int.random(in: 0...size, using: &random) {
      let kept = Int.random(in: 0...depth, using: &random)
      while depth > kept {
        builder.close()
        depth -= 1
      }
      builder.openComment(comment(number))
      depth += 1
      for _ in 0..<Int.random(in: 0...3, using: &random) { block(depth: 0) }
    }
  }

  private mutating func comment(_ number: Int) -> Comment {
    let hour = Int.random(in: 0...23, using: &random)
    return Comment(
      id: random.chance(80) ? "c\(Int.random(in: 0...number * 20, using: &random))" : "",
      author: random.pick(Self.names),
      displayName: random.chance(20) ? "A \"quoted\" name" : nil,
      published: random.chance(60) ? Timestamp(year: 2024, month: 3, day: 4, hour: hour, minute: 30) : nil,
      age: random.chance(10) ? "11 hours ago" : nil,
      score: random.chance(30) ? Int.random(in: -5...500, using: &random) : nil,
      address: random.chance(10) ? "https://harbour.example/\(number)" : nil,
      standing: random.chance(90) ? .live : .deleted
    )
  }

  private var someArticle: Article {
    mutating get {
      Article(
        title: random.chance(80) ? sentence() : nil,
        byline: random.pick(Self.names),
        published: random.chance(50) ? Timestamp(year: 2024, month: 3) : nil,
        address: random.chance(50) ? "https://a.example/" : nil
      )
    }
  }

  /// Rows of cells, with blocks in them at times.
  private mutating func table(depth: Int) {
    builder.open(.table)
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      builder.open(.tableRow)
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        builder.open(.tableCell)
        if random.chance(80) { builder.text(sentence()) }
        while depth < 3, random.chance(20) { block(depth: depth + 1) }
        builder.close()
      }
      builder.close()
    }
    builder.close()
  }

  /// Any block, with blocks in it at times.
  private mutating func block(depth: Int) {
    switch Int.random(in: 0..<16, using: &random) {
    case 12: table(depth: depth)
    case 13:
      builder.openFigure(Figure(alt: random.chance(70) ? sentence() : nil, address: "https://a.example/b.png"))
      while depth < 3, random.chance(50) { block(depth: depth + 1) }
      builder.close()
    case 14:
      builder.openFootnote(Footnote(label: random.chance(90) ? "\(depth)" : nil))
      if random.chance(80) { builder.text(sentence()) }
      while depth < 3, random.chance(30) { block(depth: depth + 1) }
      builder.close()
    case 15: builder.leaf(.signature, sentence() + "\n" + sentence())
    case 0:
      builder.open(.list(ordered: random.chance(50)))
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        builder.open(.listItem)
        if random.chance(80) { builder.text(sentence()) }
        if depth < 3, random.chance(30) { block(depth: depth + 1) }
        builder.close()
      }
      builder.close()
    case 1:
      builder.openCode(language: random.chance(30) ? "swift" : nil)
      builder.text("let x = \"\(sentence())\"\n\tx\u{1}")
      builder.close()
    case 2: builder.leaf(.rule, "")
    case 3, 4, 5:
      let author = random.pick(Self.names)
      let claim = random.chance(20) ? "c\(Int.random(in: 0..<20, using: &random))" : nil
      let hasClaim = claim != nil || author != nil && random.chance(30)
      builder.openQuotation(
        Statement(
          speaker: random.chance(50) ? author : nil,
          claim: hasClaim ? Statement.Claim(comment: claim, author: author) : nil
        )
      )
      if random.chance(80) { builder.text(quotation()) }
      while depth < 3, random.chance(30) { block(depth: depth + 1) }
      builder.close()
    default:
      builder.open(.paragraph)
      builder.text(sentence())
      if random.chance(30) {
        let start = builder.textCount
        builder.text(" " + sentence())
        builder.span(
          random.pick([.strong, .emphasis, .code, .mention, .link(address: "https://a.example/?b=\"c\"")]),
          from: start
        )
      }
      builder.close()
    }
  }

  private mutating func sentence() -> String {
    var words: [String] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) { words.append(random.pick(Self.words)) }
    let sentence = words.joined(separator: " ")
    said.append(sentence)
    return sentence
  }

  /// Something that was said, or a part of it.
  private mutating func quotation() -> String {
    guard !said.isEmpty, random.chance(85) else { return sentence() }
    let words = random.pick(said).split(separator: " ")
    let start = Int.random(in: 0..<words.count, using: &random)
    return random.chance(60) ? words.joined(separator: " ") : words[start...].joined(separator: "  ").uppercased()
  }
}

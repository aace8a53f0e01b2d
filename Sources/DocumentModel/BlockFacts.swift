/// What a document knows of a picture, film or drawing. Its caption is in the nodes below it.
package struct Figure: Hashable, Sendable {
  /// What it shows, in words that stand in its place; of one line.
  package var alt: String?
  /// Where it is on the web.
  package var address: String?

  /// A figure; only what the source says is given.
  package init(alt: String? = nil, address: String? = nil) {
    self.alt = alt
    self.address = address
  }
}

/// What a document knows of a note to its text. Its words are in the node and those below it.
package struct Footnote: Hashable, Sendable {
  /// What refers to it in the text: `1`, `*`; of one line.
  package var label: String?

  /// A note that `label` refers to.
  package init(label: String? = nil) { self.label = label }
}

/// The facts of one of several articles, such as an entry of a feed. Its words are in the nodes below it.
///
/// All texts are sanitised, of one line, and absent rather than empty.
package struct Article: Hashable, Sendable {
  /// What it is called.
  package var title: String?
  /// Who wrote it.
  package var byline: String?
  /// When it was published.
  package var published: Timestamp?
  /// Where it stands on the web.
  package var address: String?

  /// An article; only what the source says is given.
  package init(title: String? = nil, byline: String? = nil, published: Timestamp? = nil, address: String? = nil) {
    self.title = title
    self.byline = byline
    self.published = published
    self.address = address
  }
}

/// The facts of blocks that are rare: nodes hold indices into these tables.
struct BlockFacts: Sendable {
  var figures: [Figure] = []
  var footnotes: [Footnote] = []
  var articles: [Article] = []
  /// The languages of code, each once.
  private(set) var languages: [String] = []
  private var languageNumbers: [String: Int] = [:]
  /// Whether there are rows or cells of tables: their text does not end as others do.
  var hasTables = false

  /// How much further the facts of other tables stand than they stood there.
  struct Shift {
    var figures: Int
    var footnotes: Int
    /// The numbers here of the others' languages.
    var languages: [Int]
  }

  /// Adds the facts of other tables.
  mutating func append(_ other: BlockFacts) -> Shift {
    let languages = other.languages.map { number(ofLanguage: $0) }
    let shift = Shift(figures: figures.count, footnotes: footnotes.count, languages: languages)
    figures += other.figures
    footnotes += other.footnotes
    hasTables = hasTables || other.hasTables
    return shift
  }

  /// The number of a language, which is added unless it is there.
  mutating func number(ofLanguage language: String) -> Int {
    if let number = languageNumbers[language] { return number }
    languages.append(language)
    languageNumbers[language] = languages.count - 1
    return languages.count - 1
  }
}

import DocumentModel

/// Where all phrases were met so far, by everything that resolving asks for.
struct PhraseSightings {
  /// The places of a phrase in the article.
  struct InArticle {
    /// The first place.
    private(set) var first: Range<Int>?
    private var count = 0

    /// Notes a place.
    mutating func note(_ bytes: Range<Int>) {
      if first == nil { first = bytes }
      count += 1
    }

    /// The only place.
    var only: Sightings.Finding {
      guard let first else { return .nowhere }
      return count == 1 ? .place(first) : .ambiguous
    }
  }

  private let document: Document
  private var inArticle: [InArticle]
  private var inComments: [Sightings]
  /// By phrase and hash of the name.
  private var authored = HashIndex()
  private var byAuthor: [Sightings] = []
  /// By phrase and comment.
  private var commented = HashIndex()
  private var byComment: [Range<Int>?] = []
  /// Whether anybody asks for a phrase by its author or comment.
  private var isNamed: [Bool]

  /// Sightings of `count` phrases in `document`, none yet.
  init(of document: Document, phrases count: Int) {
    self.document = document
    inArticle = Array(repeating: InArticle(), count: count)
    inComments = Array(repeating: Sightings(), count: count)
    isNamed = Array(repeating: false, count: count)
  }

  /// Keeps apart what an author of the name with this hash says; gives the number to ask ``comments(byAuthor:)`` with.
  mutating func watch(_ phrase: Int, author name: UInt64) -> Int {
    isNamed[phrase] = true
    let key = HashIndex.combine(UInt64(phrase), name)
    if let number = authored[key] { return number }
    authored.add(key, number: byAuthor.count)
    byAuthor.append(Sightings())
    return byAuthor.count - 1
  }

  /// Keeps apart what the comment of this number says; gives the number to ask ``place(inWatched:)`` with.
  mutating func watch(_ phrase: Int, comment: Int) -> Int {
    isNamed[phrase] = true
    let key = HashIndex.combine(UInt64(phrase), UInt64(comment))
    if let number = commented[key] { return number }
    commented.add(key, number: byComment.count)
    byComment.append(nil)
    return byComment.count - 1
  }

  /// Notes that `phrase` stands in the article.
  mutating func note(_ phrase: Int, inArticle bytes: Range<Int>) { inArticle[phrase].note(bytes) }

  /// Notes that `phrase` stands in a comment.
  mutating func note(_ phrase: Int, _ sighting: Sightings.Sighting, names: inout NameHashes) {
    inComments[phrase].note(sighting, in: document)
    guard isNamed[phrase] else { return }
    if let number = commented[HashIndex.combine(UInt64(phrase), UInt64(sighting.comment))], byComment[number] == nil {
      byComment[number] = sighting.bytes
    }
    let hashes = names.hashes(ofComment: sighting.comment)
    for case let hash? in [hashes.author, hashes.displayName] {
      guard let number = authored[HashIndex.combine(UInt64(phrase), hash)] else { continue }
      byAuthor[number].note(sighting, in: document)
    }
  }

  /// The places of `phrase` in the article.
  func article(_ phrase: Int) -> InArticle { inArticle[phrase] }

  /// The first place in a watched comment.
  func place(inWatched number: Int) -> Range<Int>? { byComment[number] }

  /// The comments in which `phrase` was met.
  subscript(comments phrase: Int) -> Sightings {
    get { inComments[phrase] }
    _modify { yield &inComments[phrase] }
  }

  /// The comments of a watched author.
  subscript(author number: Int) -> Sightings {
    get { byAuthor[number] }
    _modify { yield &byAuthor[number] }
  }
}

import LargePages

/// The facts of all comments, forty bytes each.
struct CommentTable: Sendable {
  private struct Record: Sendable {
    var identifier: CommentIdentifier
    /// ``Timestamp/bits``, 0 where it is not known.
    var published: UInt64
    var author: UInt32
    var displayName: UInt32
    var age: UInt32
    var address: UInt32
    var score: Int32
    var standing: Comment.Standing
  }

  /// Stands for a score that is not known.
  private static let noScore = Int32.min

  private var records: [Record] = []
  private(set) var strings = StringTable()
  private var ids = UniqueIdentifiers()
  /// Whether ids are kept as they are, however often: those of a part of a discussion.
  private let keepsIDs: Bool

  /// A table of no comments.
  init(keepsIDs: Bool = false) { self.keepsIDs = keepsIDs }

  /// The number of comments.
  var count: Int { records.count }

  /// The facts of a comment.
  subscript(index: Int) -> Comment {
    let record = records[index]
    return Comment(
      id: record.identifier.text(strings),
      author: strings[record.author],
      displayName: strings[record.displayName],
      published: Timestamp(bits: record.published),
      age: strings[record.age],
      score: record.score == Self.noScore ? nil : Int(record.score),
      address: strings[record.address],
      standing: record.standing
    )
  }

  /// The id of a comment.
  func id(of index: Int) -> String { records[index].identifier.text(strings) }

  /// A hash of a comment's id, for tables in memory.
  func identifierHash(of index: Int) -> UInt64 {
    let identifier = records[index].identifier
    guard let string = identifier.string else { return ByteHash.seeded(identifier.bits) }
    return strings.withUTF8(of: string, StringTable.hash)
  }

  /// The same of an id as a string.
  static func identifierHash(of id: String) -> UInt64 {
    var id = id
    return id.withUTF8 { CommentIdentifier($0).map { ByteHash.seeded($0.bits) } ?? StringTable.hash($0) }
  }

  /// What a comment is known by at every reading; `text` is asked for where its words belong to that.
  func stableKey(of index: Int, text: () -> ArraySlice<UInt8>) -> UInt64 {
    let record = records[index]
    if let string = record.identifier.string {
      return strings.withUTF8(of: string) { ByteHash.hash(UnsafeRawBufferPointer($0)) } | 1 << 63
    }
    guard record.published == 0, record.age != StringTable.none else { return record.identifier.bits }
    return strings.withUTF8(of: record.author) { author in
      UniqueIdentifiers.hash(author: author, published: nil, text: text())
    } >> 1
  }

  /// The author of a comment.
  func author(of index: Int) -> String? { strings[records[index].author] }

  /// The real name of a comment's author.
  func displayName(of index: Int) -> String? { strings[records[index].displayName] }

  /// The comments whose author goes by a name that satisfies `belongs`; each different name is asked about once.
  func indices(named belongs: (String) -> Bool) -> [Int] {
    var answers = [Bool?](repeating: nil, count: strings.count)
    func isNamed(_ number: UInt32) -> Bool {
      guard number != StringTable.none else { return false }
      if let answer = answers[Int(number)] { return answer }
      let answer = strings[number].map(belongs) ?? false
      answers[Int(number)] = answer
      return answer
    }
    return records.indices.filter { isNamed(records[$0].author) || isNamed(records[$0].displayName) }
  }

  /// The numbers of the author and of the author's real name.
  func nameNumbers(of index: Int) -> (author: UInt32, displayName: UInt32) {
    (records[index].author, records[index].displayName)
  }

  /// The number of the string of these bytes, UTF-8, for a fact of a comment.
  mutating func share(_ bytes: UnsafeBufferPointer<UInt8>) -> CommentFacts.SharedString {
    CommentFacts.SharedString(number: strings.number(of: bytes))
  }

  /// The number of a string, for a fact of a comment; `nil` for `nil`.
  mutating func share(_ string: String?) -> CommentFacts.SharedString? {
    string.map { CommentFacts.SharedString(number: strings.number(of: $0)) }
  }

  /// Makes room for `count` more comments.
  mutating func reserve(_ count: Int) {
    records.reserveLargeCapacity(records.count + count)
    if !keepsIDs { ids.reserve(count) }
  }

  /// Adds a comment, whose id is not settled until ``identify(_:as:)`` or ``identify(_:by:)``.
  mutating func append(_ comment: CommentFacts) {
    records.append(
      Record(
        identifier: CommentIdentifier(hash: 0),
        published: comment.published?.bits ?? 0,
        author: comment.author?.number ?? StringTable.none,
        displayName: comment.displayName?.number ?? StringTable.none,
        age: comment.age?.number ?? StringTable.none,
        address: comment.address?.number ?? StringTable.none,
        score: comment.score.map { Int32(clamping: max($0, Int(Self.noScore) + 1)) } ?? Self.noScore,
        standing: comment.standing
      )
    )
  }

  /// Settles a comment's id, as one made of author, time and text.
  ///
  /// - Returns: the id that stands already, when a number had to be added to it.
  mutating func identify(_ index: Int, by text: ArraySlice<UInt8>) -> String? {
    let record = records[index]
    let hash = strings.withUTF8(of: record.author) { author in
      strings.withUTF8(of: record.age) { age in
        UniqueIdentifiers.hash(author: author, published: Timestamp(bits: record.published), age: age, text: text)
      }
    }
    let made = CommentIdentifier(hash: hash)
    if let unique = keepsIDs ? made : ids.unique(made) {
      records[index].identifier = unique
      return nil
    }
    var id = made.text(strings)
    return id.withUTF8 { identify(index, as: $0) }
  }

  /// Settles a comment's id, as the source's own.
  ///
  /// - Returns: the id that stands already, when a number had to be added to it.
  mutating func identify(_ index: Int, as own: UnsafeBufferPointer<UInt8>) -> String? {
    if keepsIDs {
      records[index].identifier = CommentIdentifier(own) ?? CommentIdentifier(string: strings.number(of: own))
      return nil
    }
    let identifier = ids.unique(own, in: &strings)
    records[index].identifier = identifier
    let isOwn =
      identifier.string.map { strings.count(of: $0) == own.count } ?? (identifier == CommentIdentifier(own))
    return isOwn ? nil : String(decoding: own, as: UTF8.self)
  }

  /// Adds the comments of another table, which keeps ids as they are.
  ///
  /// - Returns: the comments whose ids stand already, by their numbers here.
  mutating func append(_ other: CommentTable) -> [(index: Int, repeated: String)] {
    var numbers = [UInt32](repeating: StringTable.none, count: other.strings.count)
    func number(_ string: UInt32, in strings: inout StringTable) -> UInt32 {
      guard string != StringTable.none else { return string }
      if numbers[Int(string)] == StringTable.none {
        let hash = other.strings.hash(of: string)
        numbers[Int(string)] = other.strings.withUTF8(of: string) { strings.number(of: $0, hash: hash) }
      }
      return numbers[Int(string)]
    }
    strings.reserve(other.strings.count)
    reserve(other.count)
    var repeats: [(index: Int, repeated: String)] = []
    for var record in other.records {
      record.author = number(record.author, in: &strings)
      record.displayName = number(record.displayName, in: &strings)
      record.age = number(record.age, in: &strings)
      record.address = number(record.address, in: &strings)
      if let string = record.identifier.string, ids.insert(hash: other.strings.hash(of: string)) {
        record.identifier = CommentIdentifier(string: number(string, in: &strings))
      } else if let unique = record.identifier.isShort ? ids.unique(record.identifier) : nil {
        record.identifier = unique
      } else {
        var text = record.identifier.text(other.strings)
        record.identifier = text.withUTF8 { ids.unique($0, in: &strings) }
        if record.identifier.text(strings) != text { repeats.append((records.count, text)) }
      }
      records.append(record)
    }
    return repeats
  }

  /// The table without the means to add to it.
  func sealed() -> CommentTable {
    var copy = self
    copy.ids = UniqueIdentifiers()
    copy.strings = strings.sealed()
    return copy
  }
}

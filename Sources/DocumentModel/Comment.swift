/// The facts of one contribution to a discussion; its words are in the nodes below it.
///
/// All texts are sanitised, of one line, and absent rather than empty.
package struct Comment: Hashable, Sendable {
  /// What became of a comment.
  package enum Standing: String, Hashable, Sendable {
    /// It is there.
    case live
    /// Its author or a moderator took it away; its place is kept.
    case deleted
    /// The site hides it.
    case flagged
    /// It is known only because others answer it.
    case missing
  }

  /// The source's own identifier, unique in the document. Left empty, ``DocumentBuilder`` makes one of author, time and text.
  package var id: String
  /// The name the comment is signed with.
  package var author: String?
  /// The author's real name, where the source gives one beside `author`.
  package var displayName: String?
  /// When it was published.
  package var published: Timestamp?
  /// A relative time that nothing anchors, in the source's words: `11 hours ago`.
  package var age: String?
  /// Votes, points, likes, in the source's own measure.
  package var score: Int?
  /// Where the comment stands on the web.
  package var address: String?
  /// What became of it.
  package var standing: Standing

  /// A comment; only what the source says is given.
  package init(
    id: String = "",
    author: String? = nil,
    displayName: String? = nil,
    published: Timestamp? = nil,
    age: String? = nil,
    score: Int? = nil,
    address: String? = nil,
    standing: Standing = .live
  ) {
    self.id = id
    self.author = author
    self.displayName = displayName
    self.published = published
    self.age = age
    self.score = score
    self.address = address
    self.standing = standing
  }

  /// What it goes by: the name it is signed with; where nobody is named, what became of it, or that nobody is.
  package var name: String {
    author ?? displayName ?? (standing == .live ? "anonymous" : "[\(standing.rawValue)]")
  }

  /// The real name, where it says more than ``name``: `eltan` is no more when it is written `Eltan`.
  package var realName: String? { displayName.flatMap { $0.lowercased() == name.lowercased() ? nil : $0 } }
}

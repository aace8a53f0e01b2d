import DocumentModel

/// The head of a comment: one or several lines that say who wrote it and when.
struct HeadGroup {
  /// A part of the head, and what it is.
  struct Field: Hashable, Sendable {
    var bytes: Range<Int>
    var kind: AccountEntry.Field
  }

  var author: Range<Int>?
  var realName: Range<Int>?
  var moment: Moment?
  var score: Int?
  /// The lines of the head, the first of them the item's own; 0 when the item has no head.
  var lineCount = 0
  /// The bytes of the item's first line that belong to the head.
  var fields: [Field] = []
  var hasSays = false
  var hasPresence = false
  var hasControls = false
  var hasAvatar = false
  /// Whether the head is a number of votes and no more.
  var isScoreOnly = false
  /// Whether the first line holds nothing but a name.
  var hasBareName = false
  /// Whether the first line says something of its own: the author, the date, votes, or whose picture it is.
  var beginsWithFact = false
  /// Whether a post's number closes the head, which is a member's card.
  var isNumbered = false
  /// Of a member's card, whether the number is 1: the opening post of a topic.
  var isOpening = false
  /// Whether the date stands on the first line, together with the name.
  var isOneLine = false

  /// Whether this can hardly be anything but a comment's head.
  var isStrong: Bool {
    guard author != nil || moment?.isPrecise == true else { return false }
    return isNumbered || hasSays || hasPresence || moment?.isPrecise == true || moment != nil && hasControls
  }
  /// Whether this may be a comment's head where others like it are.
  var isWeak: Bool { moment != nil || isScoreOnly || hasSays }
}

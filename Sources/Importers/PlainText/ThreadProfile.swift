/// What the comments of one page look like, as a bounded part of its thread has shown.
struct ThreadProfile: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Heads say who wrote or when.
    case headed
    /// Heads are no more than a number of votes.
    case scored
    /// There are no heads; items of the list are comments.
    case bare
  }

  var kind: Kind
  /// Offset of the line with the first comment's marker.
  var start: Int
  /// The column of the top-level comments' markers.
  var column: Int
  /// Whether comments begin without a list marker: their heads alone tell, and their columns, how deep they stand.
  var isFlat = false
  /// Of a flat thread, whether all of a head stands on one line.
  var isOneLine = false
  /// Of a flat thread, whether heads are members' cards that a number closes.
  var isNumbered = false
  /// Of a flat thread, whether something that can be clicked closes every comment.
  var hasClosingControls = false
  /// How `03/04/2023` is to be read.
  var order = DateOrder.dayFirst
  /// Whether votes are glued to the end of every name: `name3`.
  var hasGluedScores = false
  /// Whether every head has the name twice, with a space between: `Ann Ann`.
  var hasDoubledNames = false
  /// Whether a word for the picture stands before almost every name: where it does not, the name itself may stand
  /// twice.
  var hasAvatars = false
  /// Whether a number of votes closes every body.
  var hasTailScores = false
  /// Whether every item is a comment, whatever its sign.
  var takesAllItems = false
  /// The depths of the first comments, where the indentation does not give them.
  var depths: [Int]?

  /// Whether a head is that of a comment here, and not of an item in a list within one.
  func isCommentHead(_ head: HeadGroup) -> Bool {
    if isFlat { return isFlatHead(head) }
    return switch kind {
    case .headed: head.lineCount > 0 && (head.isStrong || head.isWeak && !head.isScoreOnly && head.author != nil)
    case .scored: head.lineCount > 0 && (head.isScoreOnly || head.score != nil)
    case .bare: false
    }
  }

  private func isFlatHead(_ head: HeadGroup) -> Bool {
    if isNumbered { return head.isNumbered }
    return head.lineCount > 0 && head.beginsWithFact && head.author != nil && head.moment != nil
      && head.isOneLine == isOneLine && (head.moment?.isPrecise ?? false)
  }
}

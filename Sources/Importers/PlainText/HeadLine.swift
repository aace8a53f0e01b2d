/// What one short line says about a comment: who, when, how many votes; byte ranges of the text.
struct HeadLine: Hashable, Sendable {
  /// The words that may be a name: those before a date, before `says`, or all there are.
  var name: Range<Int>?
  /// The name in parentheses after it.
  var realName: Range<Int>?
  var moment: Moment?
  /// Whether the words that may be a name stand after the date, not before it.
  var isMomentFirst = false
  var score: Int?
  var scoreBytes: Range<Int>?
  /// `says`, `wrote`.
  var hasSays = false
  /// `by`, `von`: what follows is a name for certain.
  var hasBy = false
  /// `Avatar of`.
  var hasAvatar = false
  /// `Offline`.
  var hasPresence = false
  /// `#661`, `(3343045)`.
  var hasNumber = false
  /// `5 stars`.
  var hasStars = false
  /// The phrases that can be clicked.
  var controls = 0
  /// Whether all there is says what the author is: `Moderator`.
  var isBadgeOnly = false
  /// Number of words of the name.
  var nameWords = 0
  /// Number of words that nothing explains and that are not the name.
  var restWords = 0
  /// Whether the line is empty.
  var isEmpty = true
  /// Whether the line ends as a sentence or clause does.
  var endsSentence = false

  /// Whether nothing but a score stands there.
  var isScoreOnly: Bool { score != nil && name == nil && moment == nil && !hasSays && restWords == 0 && controls == 0 }
  /// Whether nothing but what can be clicked stands there.
  var isControlOnly: Bool { controls > 0 && name == nil && moment == nil && !hasSays && !hasPresence && restWords == 0 }
  /// Whether nothing but a comment's number stands there.
  var isNumberOnly: Bool { hasNumber && name == nil && moment == nil && !hasSays && restWords == 0 }
  /// Whether nothing but a date or age stands there, controls aside.
  var isMomentOnly: Bool { moment != nil && name == nil && !hasSays && restWords == 0 }
  /// Whether it could be a name alone on its line.
  var isNameLike: Bool {
    name != nil && moment == nil && restWords == 0 && (1...6).contains(nameWords) && !endsSentence
      && (name?.count ?? 0) <= 60
  }
  /// Whether a name and when they wrote stand there, and nothing else.
  var isNameAndMoment: Bool {
    moment != nil && name != nil && restWords <= (hasSays ? 3 : 0) && (1...6).contains(nameWords)
      && (name?.count ?? 0) <= 80
  }
  /// Whether somebody says something there.
  var isSays: Bool { hasSays && name != nil && restWords == 0 && nameWords <= 8 && !endsSentence }
}

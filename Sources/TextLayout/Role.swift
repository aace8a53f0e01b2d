/// What a run of text on the screen is; what it looks like is the theme's business.
package enum Role: Hashable, Sendable {
  case text
  case title
  case metadata
  case heading(level: Int)
  case strong
  case emphasis
  case code
  case link
  case mention
  case statement
  case statementBar
  case statementSpeaker
  case statementResolved
  case listMarker
  case rule
  case discussion
  case author
  case originalPoster
  case folded
  case foldMarker
  case standing
  case guide(depth: Int)
  case clipped

  /// Number of colours that guides cycle through.
  package static let guideCount = 6

  /// The scope that a theme styles it by, most specific part last: `comment.author.op` falls back to `comment.author`.
  package var scope: String {
    switch self {
    case .text: "text"
    case .title: "title"
    case .metadata: "metadata"
    case .heading(let level): "heading.\(level)"
    case .strong: "text.strong"
    case .emphasis: "text.emphasis"
    case .code: "code"
    case .link: "link"
    case .mention: "link.mention"
    case .statement: "statement"
    case .statementBar: "statement.bar"
    case .statementSpeaker: "statement.speaker"
    case .statementResolved: "statement.resolved"
    case .listMarker: "list.marker"
    case .rule: "rule"
    case .discussion: "discussion"
    case .author: "comment.author"
    case .originalPoster: "comment.author.op"
    case .folded: "fold"
    case .foldMarker: "fold.marker"
    case .standing: "comment.standing"
    case .guide(let depth): "guide.\(depth % Self.guideCount + 1)"
    case .clipped: "clipped"
    }
  }

  /// Every role, each guide and heading level once: what a theme has to cover.
  package static let all: [Role] =
    [
      .text, .title, .metadata, .strong, .emphasis, .code, .link, .mention, .statement, .statementBar,
      .statementSpeaker,
      .statementResolved, .listMarker, .rule, .discussion, .author, .originalPoster, .folded, .foldMarker, .standing,
      .clipped,
    ] + (1...6).map { .heading(level: $0) } + (0..<guideCount).map { .guide(depth: $0) }
}

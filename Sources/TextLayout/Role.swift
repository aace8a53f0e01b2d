/// What a run of text on the screen is; what it looks like is the theme's business.
package enum Role: Hashable, Sendable {
  case text
  case title
  case metadata
  case heading(level: Int)
  case strong
  case emphasis
  case code
  case figure
  case signature
  case tableLabel
  case link
  case mention
  case statement
  case statementBar
  case statementSpeaker
  case statementResolved
  case peek
  case peekSource
  case listMarker
  case rule
  case discussion
  case author
  case originalPoster
  case folded
  case foldMarker
  case standing
  case newMark
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
    case .figure: "figure"
    case .signature: "signature"
    case .tableLabel: "table.label"
    case .link: "link"
    case .mention: "link.mention"
    case .statement: "statement"
    case .statementBar: "statement.bar"
    case .statementSpeaker: "statement.speaker"
    case .statementResolved: "statement.resolved"
    case .peek: "statement.peek"
    case .peekSource: "statement.peek.source"
    case .listMarker: "list.marker"
    case .rule: "rule"
    case .discussion: "discussion"
    case .author: "comment.author"
    case .originalPoster: "comment.author.op"
    case .folded: "fold"
    case .foldMarker: "fold.marker"
    case .standing: "comment.standing"
    case .newMark: "comment.new"
    case .guide(let depth): "guide.\(depth % Self.guideCount + 1)"
    case .clipped: "clipped"
    }
  }

  /// Where the role stands in ``all``; a guide or heading beyond those there stands for one of them.
  package var index: Int {
    switch self {
    case .text: 0
    case .title: 1
    case .metadata: 2
    case .strong: 3
    case .emphasis: 4
    case .code: 5
    case .link: 6
    case .mention: 7
    case .statement: 8
    case .statementBar: 9
    case .statementSpeaker: 10
    case .statementResolved: 11
    case .listMarker: 12
    case .rule: 13
    case .discussion: 14
    case .author: 15
    case .originalPoster: 16
    case .folded: 17
    case .foldMarker: 18
    case .standing: 19
    case .clipped: 20
    case .figure: 21
    case .signature: 22
    case .tableLabel: 23
    case .peek: 24
    case .peekSource: 25
    case .newMark: 26
    case .heading(let level): 26 + max(1, min(level, 6))
    case .guide(let depth): 33 + depth % Self.guideCount
    }
  }

  /// Every role, each guide and heading level once: what a theme has to cover.
  package static let all: [Role] =
    [
      .text, .title, .metadata, .strong, .emphasis, .code, .link, .mention, .statement, .statementBar,
      .statementSpeaker,
      .statementResolved, .listMarker, .rule, .discussion, .author, .originalPoster, .folded, .foldMarker, .standing,
      .clipped, .figure, .signature, .tableLabel, .peek, .peekSource, .newMark,
    ] + (1...6).map { .heading(level: $0) } + (0..<guideCount).map { .guide(depth: $0) }
}

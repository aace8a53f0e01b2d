import HTMLParsing

/// A text of a page that is seen: all that stands in one element before another begins.
struct PageLeaf {
  /// What a text is about, as far as it can be told without its surroundings.
  enum Kind: UInt8 {
    /// Words.
    case words
    /// A date or age and little else.
    case moment
    /// What answers: `Reply`.
    case answer
    /// What else can be clicked, votes, numbers.
    case control
  }

  /// The text node.
  var node: HTMLNode
  /// The element it stands in.
  var element: HTMLNode
  /// The nearest element around it that is not inline.
  var block: HTMLNode
  /// Bytes without white space around it.
  var count: Int
  var kind: Kind
  /// Whether it is a link's text.
  var isLink: Bool
}

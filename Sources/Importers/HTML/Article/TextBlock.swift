import HTMLParsing

/// Text of a page that stands between two borders of blocks: a paragraph, a heading, an entry of a menu.
struct TextBlock {
  /// The innermost block element around it.
  var element: HTMLNode
  /// Its first text node, and the node behind its last one.
  var nodes: Range<HTMLNode>
  /// How much there is to read: characters without white space; those of scripts without spaces count twice.
  var length = 0
  /// How much of that is links.
  var linkLength = 0
  /// Commas, and marks that end a sentence.
  var marks = 0
  /// Digits.
  var digits = 0
  /// Whether it stands in a heading.
  var isHeading = false
  /// Whether it says what is on a picture.
  var isCaption = false
  /// Whether it is about something else, and only leads there.
  var isTeaser = false

  /// Shorter texts are labels unless they are sentences, longer ones are prose.
  private static let shortProse = 30
  private static let longProse = 80

  /// How much of it is running text: nothing, if it is a label or mostly links.
  var prose: Int {
    guard !isHeading, !isCaption, !isTeaser, length >= Self.shortProse, linkLength * 2 <= length else { return 0 }
    if length >= Self.longProse { return length - linkLength }
    // Dates have commas, too.
    return marks > 0 && digits * 6 < length ? length - linkLength : 0
  }

  /// Whether nearly all of it is links.
  var isLinked: Bool { linkLength * 10 >= length * 8 }
}

/// The drawing characters of the screen; `--ascii` has a set of its own for terminals and fonts that know no others.
package struct Symbols: Hashable, Sendable {
  /// A reply guide.
  package var guide: String
  /// The bar of a quotation.
  package var quotationBar: String
  /// The bar of the focus, in the gutter.
  package var focusBar: String
  /// In front of what is folded.
  package var folded: String
  /// In front of a comment whose own words are left out.
  package var leftOut: String
  /// In front of a comment that was not there on the last visit.
  package var new: String
  /// Between the facts of a head line.
  package var separator: String
  /// In front of an unordered list item.
  package var bullet: String
  /// A horizontal line, one column of it.
  package var rule: String
  /// Where something was cut.
  package var ellipsis: String
  /// A quotation whose source was found.
  package var resolved: String
  /// In front of the number of statements that quote a passage.
  package var quoted: String
  /// The bar of a source that is shown below its quotation.
  package var peekBar: String
  /// Before the quoted words in there.
  package var sourceStart: String
  /// After them.
  package var sourceEnd: String
  /// In front of the name a reply answers.
  package var answers: String
  /// In front of the speaker of a pull-quote.
  package var attribution: String
  /// Where a line goes on beyond the right edge.
  package var clipped: String
  /// Between the parts of the breadcrumb.
  package var breadcrumb: String

  /// The corners and sides of a panel's frame; ``rule`` is its top and bottom.
  package var frame: Frame

  /// What a frame is drawn with, one column each.
  package struct Frame: Hashable, Sendable {
    /// The corner at the top left.
    package var topLeft: String
    /// The corner at the top right.
    package var topRight: String
    /// The corner at the bottom left.
    package var bottomLeft: String
    /// The corner at the bottom right.
    package var bottomRight: String
    /// A row of either side.
    package var side: String
  }

  /// Box drawing and punctuation that Unicode terminals have.
  package static let unicode = Symbols(
    guide: "│",
    quotationBar: "┃",
    focusBar: "▌",
    folded: "▸",
    leftOut: "▹",
    new: "●",
    separator: " · ",
    bullet: "•",
    rule: "─",
    ellipsis: "…",
    resolved: "⤴",
    quoted: "❞",
    peekBar: "┆",
    sourceStart: "⟦",
    sourceEnd: "⟧",
    answers: "↳ to ",
    attribution: "— ",
    clipped: "›",
    breadcrumb: " › ",
    frame: Frame(topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", side: "│")
  )

  /// Nothing beyond ASCII.
  package static let ascii = Symbols(
    guide: "|",
    quotationBar: ">",
    focusBar: "#",
    folded: "+",
    leftOut: ".",
    new: "*",
    separator: " - ",
    bullet: "*",
    rule: "-",
    ellipsis: "...",
    resolved: "^",
    quoted: "\"",
    peekBar: ":",
    sourceStart: "[[",
    sourceEnd: "]]",
    answers: "to ",
    attribution: "-- ",
    clipped: ">",
    breadcrumb: " > ",
    frame: Frame(topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", side: "|")
  )
}

extension ThreadEngine {
  /// Slashdot: comments below the reader's threshold stand there without words.
  static let slashdot = ThreadEngine(
    name: "Slashdot",
    marks: "li.comment[id^=tree_]",
    comment: ["li.comment[id^=tree_]"],
    author: ".by a, .by",
    date: ".otherdetails",
    score: ".score",
    id: "@id~tree_",
    body: ".commentBody",
    omitted: ".sig",
    nesting: [.contained],
    flagged: "li.comment.hidden",
    quotation: Quotation(block: "div.quote")
  )
}

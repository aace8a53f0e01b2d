extension ThreadEngine {
  /// d3.ru.
  static let d3 = ThreadEngine(
    name: "d3",
    marks: "div.b-comment[data-user-id]",
    comment: ["div.b-comment[data-user-id]"],
    author: ".b-user-login__login",
    date: ".b-comment__footer .b-action, .b-comment__footer",
    score: ".b-rating__value-number",
    id: "@id~b-comment-",
    body: ".b-comment__content-cell, .b-comment__content",
    nesting: [.contained]
  )
}

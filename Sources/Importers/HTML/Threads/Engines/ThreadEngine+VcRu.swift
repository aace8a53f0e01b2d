extension ThreadEngine {
  /// vc.ru, TJournal and DTF.
  static let vcRu = ThreadEngine(
    name: "vc.ru",
    marks: "div.comments__item[data-id], div.comment[data-id] .comment__text",
    comment: ["div.comments__item[data-id]", "div.comment[data-id]"],
    author: ".comments__item__user__name, .comment__author, .comment-user__name",
    date: "time@air-date-timestamp, time@data-date, time@title, time@datetime, time",
    score: ".vote__value__v--real, .vote__value__v",
    id: "@data-id",
    body: ".comments__item__text, .comment__text",
    nesting: [.parent("@data-reply_to"), .contained]
  )
}

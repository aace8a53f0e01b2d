extension ThreadEngine {
  /// Spot.IM, where its widget was rendered into the page.
  static let spotIM = ThreadEngine(
    name: "Spot.IM",
    marks: "[data-spot-im-class=message-text], .spcv_message-text",
    comment: ["div[data-message-id]", "li.spcv_list-item, article.spcv_comment"],
    author: "[data-spot-im-class=message-username], .spcv_username, [data-spot-im-class=user-info]",
    date: "[data-spot-im-class=message-timestamp], time@datetime, time",
    score: ".sppre_up-votes, [data-spot-im-class=likes]",
    id: "@data-message-id, @id",
    body: "[data-spot-im-class=message-text], .spcv_message-text, .spcv_text",
    nesting: [.indent("@data-message-depth"), .contained]
  )
}

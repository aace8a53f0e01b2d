extension ThreadEngine {
  /// vBulletin 3, 4 and 5.
  static let vBulletin = ThreadEngine(
    name: "vBulletin",
    marks: "li.postcontainer[id^=post_], table[id^=post] div[id^=post_message_], li.b-post",
    comment: ["li.postcontainer[id^=post_]", "li.b-post", "table[id^=post]"],
    author: ".username_container .username, a.bigusername, .bigusername, .author a, .username, [itemprop=name]",
    date:
      ".postdate .date, .postdate, .posthead .date, .postdetails .date, .b-post__timestamp time@datetime, time@datetime, .userstats, td.thead",
    id: "@id~post_, @data-node-id, @id~post",
    number: ".postcounter, .b-post__count, a[id^=postcount]",
    body: ".postcontent, .js-post__content-text, div[id^=post_message_]",
    omitted: ".signature, .after_content, .b-post__signature",
    opening: .first,
    quotation: Quotation(
      block: ".bbcode_quote, .b-bbcode__quote, td.alt2[style*=inset]",
      head: ".bbcode_postedby",
      speaker: ".bbcode_postedby strong, .bbcode_postedby",
      comment: ".bbcode_postedby a@href~#post, a[href*=#post]@href~#post"
    )
  )
}

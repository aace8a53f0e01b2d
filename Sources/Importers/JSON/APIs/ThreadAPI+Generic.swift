extension ThreadAPI {
  /// No API that is known: records with words, and somebody who said them or something they answer, by the names that
  /// most programs give to such.
  static let generic = ThreadAPI(
    name: "records",
    contribution: [],
    onlyRoot: .whenItHolds,
    replies: "replies[], children[], comments[], answers[], responses[], kids[], items[]",
    repliesSayPlace: true,
    nesting: [
      .parent(
        """
        parent_id, parentId, parentID, parent.id, parent, in_reply_to, inReplyTo, in_reply_to_id, \
        in_reply_to_status_id, reply_to, replyTo, reply_to_id, replyToId, replyId
        """
      ),
      .level("depth, level, indent"),
    ],
    id: "id, _id, ID, uuid, comment_id, commentId, key, uri",
    author: """
      author.name, author.username, author.login, author.display_name, author, author_name, authorName, user.name, \
      user.username, user.login, user.screen_name, user, username, userName, user_name, by, creator.name, creator, \
      nickname, from.name, from, owner.name, owner.display_name, commenter.display_name, commenter, poster, name, sender
      """,
    date: """
      created_at, createdAt, created, date, published, published_at, publishedAt, timestamp, time, datetime, \
      posted_at, postedAt, created_utc, creation_date, dateCreated, pubDate, ts
      """,
    score: "score, points, likes, like_count, likeCount, votes, upvotes, karma, favorites",
    address: "url, link, permalink, html_url, href",
    title: "title, subject, headline",
    body: [
      .html("body_html, content_html, html, content.rendered, bodyHtml, contentHtml"),
      .unknown(
        """
        body, full_text, text, content, message, comment, comment_text, commentText, raw_content, description, \
        textOriginal, body_text, bodyText, post, value, content.text, body.text
        """
      ),
    ],
    deleted: "deleted=true, is_deleted=true, isDeleted=true, removed=true",
    flagged: "hidden=true, flagged=true, is_hidden=true, isHidden=true",
    wholeTitle: "title, name, subject"
  )
}

/// Finds lists of records with words in a text of no API that is known.
///
/// A record has words, and says who said them, what it answers or what answered it. Names such as `name` and
/// `description` are not enough: many things have those.
struct RepeatedRecords {
  private let tape: JSONTape
  private let words: TapeQuery
  private let author: TapeQuery
  private let name: TapeQuery
  private let parent: TapeQuery
  private let date: TapeQuery
  private let replies: TapeQuery

  init(_ tape: JSONTape) {
    self.tape = tape
    words = TapeQuery(
      """
      body, text, content, message, comment, comment_text, commentText, body_html, content_html, html, full_text, \
      body_text, bodyText, raw_content, textOriginal, content.rendered, content.text, body.text
      """,
      of: tape
    )
    author = TapeQuery(
      """
      author, authorName, author_name, user, username, userName, user_name, by, creator, nickname, commenter, owner, \
      from, poster, sender
      """,
      of: tape
    )
    name = TapeQuery("name, displayName, display_name", of: tape)
    parent = TapeQuery(
      """
      parent, parent_id, parentId, parentID, in_reply_to, inReplyTo, in_reply_to_id, in_reply_to_status_id, reply_to, \
      replyTo, replyToId, reply_to_id, replyId
      """,
      of: tape
    )
    date = TapeQuery(
      """
      date, time, created, created_at, createdAt, published, published_at, publishedAt, timestamp, datetime, \
      posted_at, postedAt
      """,
      of: tape
    )
    replies = TapeQuery(ThreadAPI.generic.replies, of: tape)
  }

  /// The discussion; `nil` where there is none.
  ///
  /// - Complexity: O(size of the text)
  func find() -> JSONThread? {
    guard !words.isEmpty else { return nil }
    var thread = JSONThread(api: .generic)
    var node = tape.root
    let end = tape.end(of: tape.root)
    var hasList = false
    while node < end {
      guard tape.kind(of: node) == .object, isRecord(node) else {
        node = node.next
        continue
      }
      hasList = add(node, to: &thread) || hasList
      node = tape.end(of: node)
    }
    return hasList || thread.records.count > 1 ? thread : nil
  }

  /// - Returns: whether others stand within it.
  private func add(_ node: JSONNode, to thread: inout JSONThread) -> Bool {
    let first = thread.records.count
    var waiting = [JSONThread.Record(node: node)]
    while let record = waiting.popLast() {
      let number = Int32(truncatingIfNeeded: thread.records.count)
      thread.records.append(record)
      for reply in replies.all(from: record.node, in: tape).reversed() where isRecord(reply) {
        waiting.append(JSONThread.Record(node: reply, container: number))
      }
    }
    return thread.records.count > first + 1
  }

  private func isRecord(_ node: JSONNode) -> Bool {
    guard tape.kind(of: node) == .object, let found = words.value(from: node, in: tape),
      tape.kind(of: found) == .string
    else { return false }
    if author.value(from: node, in: tape) != nil || parent.first(from: node, in: tape) != nil { return true }
    return name.value(from: node, in: tape) != nil && date.value(from: node, in: tape) != nil
  }
}

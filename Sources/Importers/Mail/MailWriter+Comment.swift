import DocumentModel

extension MailWriter {
  /// Opens the comment that a message is.
  ///
  /// - Parameter repetition: where the message is not the first with its id, which of them it is.
  mutating func openComment(_ message: Message, repetition: Int?) {
    var comment = CommentFacts()
    if message.head.from.isPresent { comment.author = author(message.head) }
    comment.published = message.date
    if message.head.archivedAt.isPresent { comment.address = builder.share(address(message.head)) }
    guard let id = message.id else {
      builder.openComment(comment)
      return
    }
    // No string is made of what needs no work, as most does not.
    if repetition == nil, MailArchive.isPlainID(bytes.part(id)) {
      builder.openComment(comment, id: bytes.part(id))
    } else {
      let text = MailArchive.id(bytes, id)
      builder.openComment(comment, id: repetition.map { "\(text)~\($0)" } ?? text)
    }
  }

  private mutating func author(_ head: MessageHead) -> CommentFacts.SharedString? {
    let field = head.range(head.from)
    if let range = Mailbox.nameRange(bytes, field), Mailbox.isPlainName(bytes.part(range)) {
      return builder.share(bytes.part(range))
    }
    return builder.share(Mailbox(bytes, field).name)
  }

  /// Where the message stands on the web: RFC 5064.
  func address(_ head: MessageHead) -> String? {
    let range = head.range(head.archivedAt)
    let start = min(bytes.first(0x3c, in: range) + 1, range.upperBound)
    let address = start..<bytes.first(0x3e, in: start..<range.upperBound)
    guard bytes.matches("http", at: address.lowerBound, before: address.upperBound) else { return nil }
    return HeaderText.text(bytes, address)
  }
}

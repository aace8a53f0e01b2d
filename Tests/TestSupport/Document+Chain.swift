import DocumentModel

extension Document {
  /// A thread in which every comment answers the one before and quotes its last words: as deep as there are comments.
  package static func chain(ofReplies count: Int) -> Document {
    var builder = DocumentBuilder(metadata: Metadata(title: "A chain"))
    builder.leaf(.paragraph, "Somebody began it.")
    for number in 0..<count {
      builder.openComment(Comment(id: "c\(number)", author: "author \(number % 100)"))
      if number > 0 {
        builder.openQuotation(Statement(speaker: "author \((number - 1) % 100)"))
        builder.text("the words of number \(number - 1) are these")
        builder.close()
      }
      builder.leaf(.paragraph, "To which I say that the words of number \(number) are these.")
    }
    return builder.finish()
  }
}

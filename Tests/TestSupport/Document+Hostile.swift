import DocumentModel

extension Document {
  /// A document of one paragraph, or of another block with text, between two others.
  package static func single(_ element: Element = .paragraph, text: [UInt8]) -> Document {
    var builder = DocumentBuilder(metadata: Metadata(title: "One block"))
    builder.leaf(.paragraph, "Before.")
    builder.open(element)
    builder.text(text)
    builder.close()
    builder.leaf(.paragraph, "After.")
    return builder.finish()
  }

  /// One comment and `count` replies to it.
  package static func replies(_ count: Int) -> Document {
    var builder = DocumentBuilder(metadata: Metadata(title: "Many answers"))
    builder.openComment(Comment(id: "first", author: "asker"))
    builder.leaf(.paragraph, "Who is there?")
    for number in 0..<count {
      builder.openComment(Comment(id: "r\(number)", author: "author \(number % 100)"))
      builder.leaf(.paragraph, "I am number \(number).")
      builder.close()
    }
    return builder.finish()
  }
}

import DocumentModel

/// Documents that nobody writes and somebody opens.
enum HostileDocument {
  /// One line of words and nothing else.
  static func line(bytes count: Int) -> [UInt8] {
    var random = SeededGenerator(seed: 2)
    let phrases = Phrases(using: &random)
    var text: [UInt8] = []
    text.reserveCapacity(count + 256)
    while text.count < count {
      text += phrases.sentences[Int.random(in: phrases.sentences.indices, using: &random)]
      text.append(0x20)
    }
    return text
  }

  /// A thread in which every comment answers the one before and quotes it.
  static func deep(replies count: Int) -> Document {
    thread(title: "A chain", count: count) { builder, number in
      comment(number, quoting: number - 1, in: &builder)
    }
  }

  /// A comment with as many replies, of which every tenth quotes it.
  static func wide(replies count: Int) -> Document {
    thread(title: "A crowd", count: count) { builder, number in
      comment(number, quoting: number % 10 == 1 ? 0 : -1, in: &builder)
      if number > 0 { builder.close() }
    }
  }

  private static func thread(
    title: String,
    count: Int,
    _ write: (inout DocumentBuilder, Int) -> Void
  ) -> Document {
    var builder = DocumentBuilder(metadata: Metadata(title: title))
    builder.leaf(.paragraph, "Somebody began it.")
    for number in 0...count { write(&builder, number) }
    return builder.finish()
  }

  private static func comment(_ number: Int, quoting quoted: Int, in builder: inout DocumentBuilder) {
    builder.openComment(Comment(id: "c\(number)", author: "author \(number % 100)"))
    if quoted >= 0 {
      builder.openQuotation(Statement(speaker: "author \(quoted % 100)"))
      builder.text("the words of number \(quoted) are these")
      builder.close()
    }
    builder.leaf(.paragraph, "To which I say that the words of number \(number) are these, and no more than these.")
  }
}

import TestSupport
import Testing

@testable import DocumentModel

@Suite("Comments are found by their ids")
struct CommentNumbersTests {
  @Test("Ids of every kind, given, made and repeated", arguments: 0..<5)
  func ids(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var builder = DocumentBuilder()
    for number in 0..<1000 {
      let ids = ["", "a", "\(number)", "0123456789abc", "a longer id <\(number)@example.org>", "é\(number % 7)"]
      builder.openComment(DocumentModel.Comment(id: generator.pick(ids), author: "ann", score: number))
      builder.leaf(.paragraph, "\(number % 100)")
    }
    let document = builder.finish()
    let numbers = CommentNumbers(document.comments)
    for index in document.comments.indices { #expect(numbers[document.comments.id(of: index)] == index) }
    for id in ["", "b", "-1", "0123456789abd", "0123456789abc~0", "a~1"] { #expect(numbers[id] == nil) }
  }

  @Test("Of no comments there is none")
  func none() {
    var builder = DocumentBuilder()
    #expect(CommentNumbers(builder.finish().comments)["a"] == nil)
  }
}

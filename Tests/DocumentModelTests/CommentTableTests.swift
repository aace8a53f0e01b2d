import TestSupport
import Testing

@testable import DocumentModel

@Suite("Facts of comments are kept compactly and given back whole")
struct CommentTableTests {
  @Test("What goes in comes out")
  func facts() {
    var generator = SeededGenerator(seed: 3)
    let names = [nil, "ann", "Eve Ó", "a name that is longer than fifteen bytes", "林"]
    var comments: [DocumentModel.Comment] = []
    for number in 0..<500 {
      comments.append(
        DocumentModel.Comment(
          id: "\(number)",
          author: generator.pick(names),
          displayName: generator.pick(names),
          published: generator.chance(50) ? Timestamp(year: 2000 + number % 30, month: 1 + number % 12) : nil,
          age: generator.chance(30) ? "\(number % 20) hours ago" : nil,
          score: generator.chance(50) ? Int.random(in: -5...5, using: &generator) : nil,
          address: generator.chance(20) ? "https://example.org/\(number)" : nil,
          standing: generator.chance(90) ? .live : .deleted
        )
      )
    }
    var builder = DocumentBuilder()
    for comment in comments { builder.openComment(comment) }
    #expect(Array(builder.finish().comments) == comments)
  }

  @Test("Ids that look made are ids like any others", arguments: ["0123456789abc", "0123456789abc~2", "0123456789ABC"])
  func ids(_ id: String) {
    var builder = DocumentBuilder()
    for _ in 0..<3000 { builder.openComment(DocumentModel.Comment(id: id)) }
    let expected = [id] + (2...3000).map { "\(id)~\($0)" }
    #expect(builder.finish().comments.map(\.id) == expected)
  }

  @Test("Many equal comments cost one line of diagnostics each, but not more than a hundred")
  func diagnostics() {
    var builder = DocumentBuilder()
    for _ in 0..<500 { builder.openComment(DocumentModel.Comment(author: "ann")) }
    let document = builder.finish()
    #expect(Set(document.comments.map(\.id)).count == 500)
    #expect(document.diagnostics.count == 101)
    #expect(document.diagnostics.last?.message.hasPrefix("399 more") == true)
  }

  @Test("A timestamp's number tells all its parts")
  func timestamps() throws {
    for (hour, offset) in [(nil, nil), (0, -1439), (23, 1439), (5, 0), (7, nil)] as [(Int?, Int?)] {
      let moment = try #require(Timestamp(year: 9999, month: 12, day: 31, hour: hour, minute: 59, offset: offset))
      #expect(Timestamp(bits: moment.bits) == moment)
      #expect([moment.hour, moment.offset, moment.day, moment.second] == [hour, offset, 31, nil])
    }
    #expect(Timestamp(year: 0)?.bits != 0)
  }
}

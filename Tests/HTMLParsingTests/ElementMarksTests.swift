import HTMLParsing
import TestSupport
import Testing

/// What is asked of an element's class and attributes, against what they say letter by letter.
@Suite struct ElementMarksTests {
  private static let words = ["a", "b", "comment", "comment-body", "depth-1", "é", "Comment", "com", "x1"]
  private static let spaces = [" ", "\n", "\t", "  ", "\u{c}"]

  /// Elements with random classes and attributes, some of them none.
  private static func page(_ random: inout SeededGenerator) -> String {
    let elements = (0..<200).map { index in
      var html = "<p"
      if Bool.random(using: &random) {
        let count = Int.random(in: 0...5, using: &random)
        let value = (0..<count).map { _ in
          (words.randomElement(using: &random) ?? "") + (spaces.randomElement(using: &random) ?? "")
        }
        html += " class=\"\(value.joined())\""
      }
      if Bool.random(using: &random) { html += " id=\(index)" }
      if Bool.random(using: &random) { html += " data-\(Int.random(in: 0...40, using: &random))=v" }
      return html + ">"
    }
    return "<!DOCTYPE html PUBLIC \"one\" \"two\"><meta charset=utf-8>" + elements.joined()
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func twin(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let tree = HTMLParser.parse(Array(Self.page(&random).utf8))
    let all = Set(tree.nodes.flatMap { tree.classes(of: $0).map(String.init) })
    for word in all { #expect(tree.mayHaveClass(Array(word.utf8))) }
    let some: ClassWords = ["depth-1", "x1", "none"]
    for node in tree.nodes {
      let classes = tree.classes(of: node).map(String.init)
      for word in Self.words { #expect(tree.hasClass(ClassWords(arrayLiteral: word), node) == classes.contains(word)) }
      #expect(tree.hasClass(some, node) == (classes.contains("depth-1") || classes.contains("x1")))
      for (name, value) in tree.attributes(of: node) { #expect(tree.attribute(name, of: node) == value) }
      for number in 0...40 {
        guard let name = tree.name("data-\(number)") else { continue }
        #expect((tree.attribute(name, of: node) != nil) == tree.attributes(of: node).contains { $0.name == name })
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func identifiers(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = ["comment", "-", "t", "1", "23", "_", "é", "reply-to-"]
    func identifier() -> String {
      (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
    }
    // More than are kept, now and then.
    let count = seed % 10 == 0 ? 20_000 : 60
    let all = (0..<count).map { count > 60 && $0 % 2 == 0 ? "\(String($0, radix: 36))" : identifier() }
    let tree = HTMLParser.parse(Array(("<meta charset=utf-8>" + all.map { "<p id='\($0)'>" }.joined()).utf8))
    for _ in 0..<200 {
      let beginning = identifier()
      if all.contains(where: { $0.hasPrefix(beginning) }) {
        #expect(tree.mayHaveIdentifier(beginning: Array(beginning.utf8)), "\(beginning)")
      }
    }
  }

  @Test("Beginnings that no identifier has are told, up to a digit")
  func identifierFilter() {
    let tree = HTMLParser.parse(Array("<p id=comment-1><p id=t1_x><p id=content>".utf8))
    for beginning in ["comment-id", "u2", "contents", "x"] {
      #expect(!tree.mayHaveIdentifier(beginning: Array(beginning.utf8)))
    }
  }

  @Test("Of more classes than are kept none is denied")
  func manyClasses() {
    let words = (0..<9000).map { "c\($0)" }
    let tree = HTMLParser.parse(Array(("<p class=''>" + words.map { "<p class=\($0)>" }.joined()).utf8))
    for word in words + ["other"] {
      #expect(tree.mayHaveClass(Array(word.utf8)) && tree.mayHaveClass(holding: Array(word.utf8)))
    }
  }

  @Test("Parts that no class has are told")
  func partFilter() {
    let tree = HTMLParser.parse(Array("<p class='one two'><p class=three id=four>".utf8))
    for part in ["one", "w", "hre", ""] { #expect(tree.mayHaveClass(holding: Array(part.utf8))) }
    for part in ["onet", "four", "twoo"] { #expect(!tree.mayHaveClass(holding: Array(part.utf8))) }
  }

  @Test("Classes that no element has are told")
  func filter() {
    let tree = HTMLParser.parse(Array("<p class='one two'><p class=three>".utf8))
    #expect(!(0..<100).contains { tree.mayHaveClass(Array("none\($0)".utf8)) })
  }
}

import TestSupport
import Testing

@testable import ReaderCore

/// What is found of what is typed, against the slow way to find it.
@Suite("Search patterns")
struct SearchPatternTests {
  private static let letters = Array("abAB. üÜéпП日🙂\n")

  private func text(_ length: Int, of letters: [Character], _ generator: inout SeededGenerator) -> String {
    String((0..<length).map { _ in generator.pick(letters) })
  }

  /// All matches that do not overlap, as bytes, found by looking at every place.
  private func places(of words: String, in text: String, ignoringCase: Bool) -> [Range<Int>] {
    let (words, text) = (Array(words.unicodeScalars), Array(text.unicodeScalars))
    var (found, index, offset) = ([Range<Int>](), 0, 0)
    func isSame(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
      one == other || ignoringCase && String(one).lowercased() == String(other).lowercased()
    }
    while index < text.count {
      let part = text[index...].prefix(words.count)
      if part.count == words.count, zip(part, words).allSatisfy({ isSame($0, $1) }) {
        let length = part.reduce(0) { $0 + String($1).utf8.count }
        found.append(offset..<offset + length)
        offset += length
        index += words.count
      } else {
        offset += String(text[index]).utf8.count
        index += 1
      }
    }
    return found
  }

  @Test("Words are found wherever they stand", arguments: 0..<200)
  func literals(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = text(Int.random(in: 0...300, using: &generator), of: Self.letters, &generator)
    let words = self.text(Int.random(in: 1...3, using: &generator), of: Self.letters.filter { $0 != "\n" }, &generator)
    let pattern = try #require(try SearchPattern(typed: words))
    let ignoresCase = words == words.lowercased()
    #expect(pattern.matches(in: text) == places(of: words, in: text, ignoringCase: ignoresCase), "\(words) in \(text)")
  }

  @Test("Expressions match what Swift's own do", arguments: 0..<300)
  func expressions(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let parts = [
      "a", "b", "ü", "п", ".", "a*", "b+", "(a|b)", "(ab)?", "[ab]", "[^a]", "[ü日]+", "\\w", "\\s", "b{2}", "a{1,2}", "(?:ba)+?",
      "^", "$", "\\b", "a*?", "(a|ab)(b|)", "\\.", "🙂",
    ]
    let source = (0..<Int.random(in: 1...4, using: &generator)).map { _ in generator.pick(parts) }.joined()
    let text = text(Int.random(in: 0...60, using: &generator), of: Self.letters.filter { !$0.isUppercase }, &generator)
    let pattern = try #require(try SearchPattern(typed: SearchPattern.expressionPrefix + source))
    let own = pattern.matches(in: text)
    let regex = try Regex("(?m)" + source).matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple)
    var theirs: [Range<Int>] = []
    for match in text.matches(of: regex) where !match.range.isEmpty {
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      theirs.append(start..<start + text[match.range].utf8.count)
    }
    // Theirs stop at an empty match where a longer one begins too; then ours has more.
    let hasEmpty = text.matches(of: regex).contains(where: \.range.isEmpty)
    #expect(hasEmpty || own == theirs, "\(source) in \(text)")
    for match in own { #expect(!match.isEmpty) }
  }

  @Test("Case does not count until something is in upper case")
  func smartCase() throws {
    func count(_ typed: String, _ text: String) throws -> Int { try #require(try SearchPattern(typed: typed)).matches(in: text).count }
    #expect(try count("über", "Über ÜBER über") == 3)
    #expect(try count("Über", "Über ÜBER über") == 1)
    #expect(try count("/[a-c]b", "AB cb DB") == 2)
    #expect(try count("/\\Wx", " X x") == 2)
    #expect(try count("/X", " X x") == 1)
  }

  @Test(
    "What is no expression says why",
    arguments: [
      "(a", "a)", "[a", "*a", "a|*", "\\", "\\q", "(?=a)", "[b-a]", "a{3,1}", String(repeating: "(", count: 60),
      "((((a{99}){99}){99}){99})",
    ]
  )
  func errors(source: String) {
    #expect(throws: ExpressionError.self) { try SearchPattern(typed: "/" + source) }
  }

  @Test("An expression that takes others for ever takes no longer than its text")
  func patience() throws {
    let pattern = try #require(try SearchPattern(typed: "/(a+)+$|(a|aa)*b|(.*)*c"))
    #expect(pattern.matches(in: String(repeating: "a", count: 2000) + "!").isEmpty)
  }

  @Test("Nothing typed seeks nothing", arguments: ["", "/"])
  func empty(typed: String) throws {
    #expect(try SearchPattern(typed: typed) == nil)
  }
}

import TestSupport
import Testing

@testable import Importers

@Suite("Nothing is lost")
struct AccountTests {
  @Test("Every byte of random texts is accounted for", arguments: 0..<60)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "  1. ann says:\n", "    July 1, 2020 at 3:04 pm\n", "    • bo wrote on 1 May 2020 10:20:\n", "\n", "\n",
      "A sentence that is long enough to be prose, is it not?\n",
      "Short one\n", "    Quote: ann\n", "    words\n", "Reply\n", "    Reply\n", "• item\n", "  • item\n", "1. one\n",
      "2. two\n", "- dash\n", "> quoted\n", ">> twice\n",
      "He said:\n", "“All of it.”\n", "3 comments\n", "  foo();\n", "  bar = 1;\n", "\u{a0}\n", "  2. 5\n",
      "Leave a Reply\n", "    \n", "x\u{1b}\n", "•\n", "  10.\n", "12\n",
      "cy 3 hours ago\n", "  dee · 2 days ago\n", "    text below\n", "Click to expand...\n", "bob hat gesagt.:\n",
      "    deeper\n",
    ]
    let text = (0..<Int.random(in: 1...80, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? ""
    }.joined()
    #expect(accountDefects(Array(text.utf8)) == [], "\(text.debugDescription)")
  }

  @Test("Every byte of hostile texts is accounted for")
  func hostile() {
    let deepening = (0..<600).map { String(repeating: " ", count: $0) + "- x\n" }.joined()
    let nested = (0..<300).map { String(repeating: ">", count: $0) + " a\n" }.joined()
    for text in [
      "", "\n", "x", deepening, nested, String(repeating: "• ", count: 5000), String(repeating: "1. a\n", count: 500),
      "\u{0}\u{0}",
    ] {
      #expect(accountDefects(Array(text.utf8)) == [])
    }
  }
}

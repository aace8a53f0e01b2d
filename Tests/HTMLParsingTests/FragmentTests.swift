import HTMLParsing
import TestSupport
import Testing

/// Fragments in, trees out: what the bodies of comments in JSON and in feeds are.
@Suite struct FragmentTests {
  private func check(_ fragment: String, in context: String, _ expected: String) {
    var parser = HTMLParser(fragmentIn: context)
    parser.feed(Array(fragment.utf8))
    #expect(parser.finish().dump == expected)
  }

  @Test func inABlock() {
    check(
      "one<p>two<p>three",
      in: "div",
      """
      | "one"
      | <p>
      |   "two"
      | <p>
      |   "three"
      """
    )
  }

  @Test func partsOfATable() {
    check(
      "<td>1<td>2",
      in: "tr",
      """
      | <td>
      |   "1"
      | <td>
      |   "2"
      """
    )
    check("<td>1", in: "div", "| \"1\"")
  }

  @Test func inAForm() { check("a</form><form>b", in: "form", "| \"a\"\n| <form>\n|   \"b\"") }

  @Test func whereMarkupIsText() { check("a <b> &amp; c", in: "textarea", "| \"a <b> & c\"") }

  /// Nothing of a fragment reaches into the next: open elements, formatting, tables, raw text, forms, halves of tags.
  @Test(arguments: ["div", "table", "tr", "select", "template", "textarea", "title", "script", "form"])
  func manyInOneTreeAreAsEachAlone(context: String) {
    let pieces = [
      "<p>", "</p>", "<b>", "</b>", "<i class=x>", "<a href=y>", "</a>", "<table>", "<td>", "</table>", "<form>",
      "</form>", "<textarea>", "<script>", "</script>", "<!--", "-->", "<template>", "</template>", "<svg>", "<select>",
      "<html lang=z>", "<body id=w>", "</body>", "</html>", "<li>", "<frameset>", "<", "</", "<p title=\"", "\"", "&",
      "&amp", "&#", "text", " ", "\r", "\n", "\u{e9}", "<pre>", "<![CDATA[", "]]>", "<plaintext>",
    ]
    var random = SeededGenerator(seed: 17)
    for _ in 0..<100 {
      let fragments = (0..<4).map { _ in
        var bytes = Array(
          (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            .utf8
        )
        // A character may be cut in two.
        if Int.random(in: 0..<8, using: &random) == 0, !bytes.isEmpty { bytes.removeLast() }
        return bytes
      }
      var many = HTMLFragmentParser(in: context)
      for fragment in fragments { fragment.withUnsafeBufferPointer { many.parse($0) } }
      let alone = fragments.map { fragment in
        var parser = HTMLParser(fragmentIn: context)
        parser.feed(fragment)
        return parser.finish().dump
      }
      #expect(many.finish().fragmentDumps == alone, "\(fragments.map { String(decoding: $0, as: UTF8.self) })")
    }
  }

  @Test func anEmptyOneIsOneNode() {
    let tree = HTMLParser(fragmentIn: "div").finish()
    #expect(tree.count == 1 && tree.text.isEmpty && tree.firstChild(of: .document) == nil)
  }
}

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

  @Test func whereMarkupIsText() { check("a <b> &amp; c", in: "textarea", "| \"a <b> & c\"") }

  @Test func anEmptyOneIsOneNode() {
    let tree = HTMLParser(fragmentIn: "div").finish()
    #expect(tree.count == 1 && tree.text.isEmpty && tree.firstChild(of: .document) == nil)
  }
}

import HTMLParsing
import TestSupport
import Testing

/// Pages in, trees out.
@Suite struct TreeTests {
  private func check(_ page: String, _ expected: String) {
    #expect(HTMLParser.parse(Array(page.utf8)).dump == expected)
  }

  @Test func whatIsLeftOutIsImplied() {
    check(
      "<title>A</title><p>one<p class=x>two",
      """
      | <html>
      |   <head>
      |     <title>
      |       "A"
      |   <body>
      |     <p>
      |       "one"
      |     <p>
      |       class="x"
      |       "two"
      """
    )
  }

  @Test func textInTablesComesBeforeThem() {
    check(
      "<!doctype html><table>a<tr><td>b</table>",
      """
      | <!DOCTYPE html>
      | <html>
      |   <head>
      |   <body>
      |     "a"
      |     <table>
      |       <tbody>
      |         <tr>
      |           <td>
      |             "b"
      """
    )
  }

  @Test func formattingGoesOnBehindWhatItStandsIn() {
    check(
      "<body><b>1<p>2</b>3</p>",
      """
      | <html>
      |   <head>
      |   <body>
      |     <b>
      |       "1"
      |     <p>
      |       <b>
      |         "2"
      |       "3"
      """
    )
  }

  @Test func whatTheTreeCanBeAsked() throws {
    let page = "<div id=a class=' x  y '><p>One <b>two</b></p><!-- no --><p>three</div>four"
    let tree = HTMLParser.parse(Array(page.utf8))
    let div = try #require(tree.descendants(of: .document, named: .div).first { _ in true })
    #expect(tree.string(.id, of: div) == "a")
    #expect(tree.attribute(.href, of: div) == nil)
    #expect(tree.classes(of: div) == ["x", "y"])
    #expect(tree.hasClass(["y"], div) && !tree.hasClass(["z"], div))
    #expect(tree.string(of: div) == "One twothree")
    #expect(tree.children(of: div).map { tree.kind(of: $0) } == [.element, .comment, .element])
    #expect(tree.descendants(of: div).count == 7)
    let bold = try #require(tree.descendants(of: div, named: .b).first { _ in true })
    #expect(tree.ancestors(of: bold).map { tree.spelling(of: tree.name(of: $0)) } == ["p", "div", "body", "html", ""])
    #expect(tree.string(of: .document) == "One twothreefour")
  }
}

import DocumentModel
import HTMLParsing
import Testing

@testable import Importers

@Suite struct QueryTests {
  private static let page = ThreadPage(
    HTMLParser.parse(
      Array(
        """
        <div id="comment-12" class="row odd" style="margin-left: 30px" data-id=""><p class="who"><b class="fn">Ann</b></p>
        <time datetime="2020-01-02T03:04:05Z" title="x">now</time><a href="/t?post=77#c">77</a></div>
        """.utf8
      )
    )
  )

  /// What a query gives, asked of the `div`.
  @Test(
    arguments: [
      ("b", "Ann"), (".row .who .fn", "Ann"), ("div > .who > b", "Ann"), ("div > p b", "Ann"), ("div > b .fn", nil),
      (".fn .who b", nil), (".who .fn", "Ann"), ("div > .fn", nil), ("p > .fn", "Ann"), ("div.row.odd b", "Ann"),
      ("div.even b", nil),
      ("time@datetime", "2020-01-02T03:04:05Z"), ("@id~comment-", "12"), ("@style~margin-left:", "30px"),
      ("@data-id", nil),
      ("a[href*=post=]@href~post=", "77"), ("a[href^=/t]", "77"), ("a[href$=#c]", "77"), ("a[href=x]", nil),
      ("i, b", "Ann"),
      ("[title]", "now"), ("#comment-12 time@title", "x"), ("video", nil), ("", nil),
    ] as [(String, String?)]
  )
  func value(_ query: String, _ expected: String?) {
    let query = PageQuery(Query(stringLiteral: query), of: Self.page)
    guard let root = Self.page.tree.nodes.first(where: { Self.page.tree.isElement($0, .div) }) else { return }
    var found: String?
    for alternative in 0..<query.count where found == nil {
      if query.asksItself(alternative) { found = query.value(of: root, alternative: alternative) }
      for node in Self.page.tree.descendants(of: root)
      where found == nil && query.matches(node, alternative: alternative) {
        found = query.value(of: node, alternative: alternative)
      }
    }
    #expect(found == expected)
  }

  @Test(
    arguments: [
      ("1523507663", "2018-04-12T04:34:23Z"), ("1523507663000", "2018-04-12T04:34:23Z"), ("0", nil),
      ("2023-09-01T13:33:05+02:00", "2023-09-01T13:33:05+02:00"), ("951782400", "2000-02-29T00:00:00Z"),
      ("on Tuesday December 31, 2013", "2013-12-31"), ("3 hours ago", "3 hours ago"), ("hello", nil),
    ] as [(String, String?)]
  )
  func moment(_ text: String, _ expected: String?) {
    let moment = PageMoment(text)
    #expect((moment?.timestamp?.iso8601 ?? moment?.age) == expected)
  }

  @Test(
    arguments: [
      ("39 points", 39), ("(Score:5, Insightful)", 5), ("-3", -3), ("\u{2212}12", -12), ("1.2k", 1200),
      ("1,204 Likes", 1204),
      ("12k", 12000), ("no votes", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)]
  )
  func number(_ text: String, _ expected: Int?) {
    let number = EngineReader.number(in: text)
    if let expected { #expect(number == expected) } else { #expect(number.map { $0 > 1_000_000_000 } ?? true) }
  }

  @Test(
    arguments: [
      ("Andrew пишет:", "Andrew"), ("Ann says:", "Ann"), ("Lindner,", "Lindner"), ("infinite8s", "infinite8s"),
      ("june1998", "june1998"), ("May_2020", "May_2020"), ("9 May 2020", nil),
      ("by Ann", "Ann"),
      ("von Lupa am 26.10.2013, 15:48", "Lupa"), (":", nil), ("Posted on 3 November 2023", nil),
      ("Comment by Ann \u{2014} 17.07, 2011 @ 13:04", "Ann"),
      ("Kommentar von Da Vinci \u{2014} 2019-01-01", "Da Vinci"),
      ("Da Vinci", "Da Vinci"), ("| Ann", "Ann"), ("| Von Bismarck", "Von Bismarck"), ("Today", "Today"),
    ] as [(String, String?)]
  )
  func name(_ text: String, _ expected: String?) { #expect(EngineReader.name(text) == expected) }
}

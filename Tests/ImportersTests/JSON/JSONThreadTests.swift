import DocumentModel
import Testing

@testable import Importers

/// Threads in JSON that come in pieces, in no order, twice or in circles, and JSON that means harm.
@Suite("Threads in JSON")
struct JSONThreadTests {
  private func read(_ text: String, isComplete: Bool = true) -> Document {
    JSONImporter.read(Array(text.utf8).span, isComplete: isComplete)
  }

  /// The ids with as many dots before them as they are deep; those in brackets are missing.
  private func outline(_ document: Document) -> String {
    document.comments.indices.map { index in
      let depth = document.commentDepth(of: document.node(ofComment: index)) ?? 0
      let comment = document.comments[index]
      let id = comment.standing == .missing ? "(\(comment.id))" : comment.id
      return String(repeating: ".", count: depth) + id
    }.joined(separator: " ")
  }

  private func item(_ id: Int, _ parent: Int?, _ words: String = "words", day: Int = 1) -> String {
    """
    {"id": \(id), "parent": \(parent ?? 0), "author_name": "ann", "date": "2024-01-\(day < 10 ? "0" : "")\(day)", \
    "content": {"rendered": "<p>\(words)</p>"}}
    """
  }

  private func list(_ items: String...) -> String { "[" + items.joined(separator: ",\n") + "]" }

  @Test("Order, absence, circles and repetition lose nothing")
  func places() {
    #expect(outline(read(list(item(2, 1), item(1, nil), item(3, 2)))) == "1 .2 ..3")
    #expect(outline(read(list(item(1, nil), item(2, 8), item(3, 9), item(4, 8)))) == "1 (8) .2 .4 (9) .3")
    #expect(outline(read(list(item(2, 9), item(3, 2)))) == "2 .3", "what all answer is what they are about")
    #expect(outline(read(list(item(1, 2), item(2, 1), item(3, 2)))) == "1 .2 ..3")
    #expect(outline(read(list(item(1, 1)))) == "1")
    #expect(outline(read(list(item(1, nil, "a"), item(1, nil, "b"), item(2, 1)))) == "1 .2 1~2")
    let pages = "[" + list(item(1, nil), item(2, 1)) + "," + list(item(2, 1), item(3, 1)) + "]"
    #expect(outline(read(pages)) == "1 .2 .3", "pages overlap")
    func nested(_ id: Int, _ replies: String = "") -> String {
      #"{"id":\#(id),"created_at_i":1,"author":"a","text":"x","children":[\#(replies)]}"#
    }
    #expect(outline(read(nested(1, [nested(2, nested(3)), nested(2, nested(4))].joined(separator: ",")))) == "2 .3 .4")
  }

  @Test("Threads that are written in parts are those that are written alone")
  func parts() {
    let bodies = [
      "<p>one<p>two <i>three", "plain &amp; simple", "<b>bold <a href=/x>link", "<blockquote>quoted</blockquote>said",
      "", "<table><td>cell", "<sup><a href=#fn1>1</a></sup> noted<p id=fn1>1 note", "</div></p>*no* markdown",
      "<textarea>", "<!-- cut", "x &lt;y",
    ]
    func thread(_ id: Int) -> String {
      func item(_ id: Int, _ level: Int) -> String {
        let replies = level < id % 4 ? [item(id * 10 + 1, level + 1), item(id * 10 + 2, level + 1)] : []
        return #"{"id":\#(id),"created_at_i":\#(id),"author":"a\#(id % 7)","text":"\#(bodies[id % bodies.count])","#
          + #""children":[\#(replies.joined(separator: ","))]}"#
      }
      return item(id, 0)
    }
    func discussion(_ threads: [String]) -> [Substring] {
      let post = #"{"id":1,"created_at_i":1,"author":"a","title":"t","text":"post","children":["#
      let document = read(post + threads.joined(separator: ",") + "]}")
      #expect(document.diagnostics.isEmpty)
      return document.dump().split(separator: "\n").drop { !$0.hasPrefix("  discussion") }.dropFirst() + []
    }
    let threads = (1000..<1800).map(thread)
    let alone = threads.flatMap { discussion([$0]) }
    #expect(alone.count > 6000)
    #expect(discussion(threads) == alone)
  }

  @Test("A post that nobody answers")
  func noReplies() {
    let document = read(#"{"id":1,"time":1622869705,"by":"ann","type":"story","title":"Fog","text":"The bell."}"#)
    #expect(document.metadata.title == "Fog" && document.comments.isEmpty)
  }

  @Test("A list that stands newest first is read from its end")
  func newestFirst() {
    let document = read(list(item(4, 2, day: 9), item(3, nil, day: 8), item(2, nil, day: 7), item(1, nil, day: 6)))
    #expect(outline(document) == "1 2 .4 3")
    #expect(document.diagnostics.map(\.message).contains { $0.contains("newest first") })
    #expect(outline(read(list(item(1, nil, day: 1), item(2, nil, day: 2), item(3, nil, day: 1)))) == "1 2 3")
  }

  @Test("What a string says is shown, and does nothing")
  func hostileStrings() {
    let document = read(
      list(item(1, nil, #"\u001b[2J\u0000\ud800\u202e\u0007 x"#)).replacing("ann", with: #"\u001b]0;t\u0007\nb"#)
    )
    #expect(document.comments[0].author == "␛]0;t␇ b")
    #expect(document.string(in: 0..<document.text.count) == "␛[2J\u{fffd}␇ x\n")
    #expect(document.diagnostics.map(\.message).contains { $0.hasPrefix("half of a character") })
  }

  @Test("A beginning is the beginning of the whole")
  func beginnings() {
    let text = list(item(1, nil, "first"), item(2, 1, "second"), item(3, 1, "third"))
    let whole = read(text)
    let bytes = Array(text.utf8)
    for count in 0..<bytes.count {
      let document = JSONImporter.read(bytes.span.extracting(first: count), isComplete: false)
      guard !document.comments.isEmpty else { continue }
      #expect(document.diagnostics.isEmpty)
      #expect(whole.text.starts(with: document.text))
    }
  }

  @Test("A chain of replies within each other is read, however deep, and floods of what nests or repeats in time")
  func floods() {
    let many = 10_000
    func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }
    let chain = (0..<many).map { #"{"id":\#($0),"created_at_i":1,"author":"a","text":"x","children":["# }.joined()
    #expect(read(chain + times(many, "]}")).greatestCommentDepth == many - 2)
    #expect(read(chain).comments.count == many - 1)
    for text in [
      times(many, "["), times(many, #"{"a":"#), times(many, "[") + times(many, "}"), times(many, "[}"),
      times(many, "]"),
      times(many, "\""), times(many, "\\"), "[\"" + times(many, "\\"), "[\"" + times(many, "\\ud800"), times(many, ","),
      "{" + (0..<many).map { "\"k\($0)\":0" }.joined(separator: ",") + "}", times(many, #"{"a":1,"#),
      "[" + times(many, #"{"id":1,"parent":1,"author":"a","text":"x"},"#), "[" + times(many, "x "),
      #"{"quire":1,"body":["# + times(many, #"{"type":"quotation","blocks":["#),
      #"{"quire":1,"body":"# + times(many, "["),
      #"{"quire":1,"comments":["# + times(many, #"{"id":"a","parent":"a","body":[]},"#),
    ] {
      _ = read(text)
      _ = read(text, isComplete: false)
    }
  }

  @Test("Reading tells how far it is, and ends when it is told to")
  func progress() {
    let bytes = Array(
      ("[" + (1...3000).map { item($0, nil, "some words of number \($0)") }.joined(separator: ",") + "]").utf8
    )
    let progress = ImportProgress()
    let whole = JSONImporter.read(bytes.span, progress: progress)
    #expect(progress.bytesRead > bytes.count - 2 * ImportProgress.interval)
    progress.cancel()
    #expect(JSONImporter.read(bytes.span, progress: progress).count < whole.count / 4)
  }
}

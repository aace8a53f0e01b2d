import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing

@Suite("Links, copying, marks")
struct LinkTests {
  /// An article and comments with links in them.
  private static let document: Document = {
    var builder = DocumentBuilder(
      metadata: Metadata(title: "Lamps", address: "https://coastal.example/lamps")
    )
    builder.paragraph("See ", link: ("the log", "https://coastal.example/log"), " and ")
    builder.paragraph("", link: ("the bill", "HTTP://coastal.example/bill?a=1&b=2"), ", or ")
    builder.openPullQuote(Statement(speaker: "the board"))
    builder.text("The light is not late.")
    builder.close()
    builder.leaf(.paragraph, "No link here.")
    builder.openComment(Comment(id: "1", author: "mira", address: "https://coastal.example/lamps#1"))
    builder.paragraph("Look at ", link: ("this", "javascript:alert(1)"), "!")
    builder.paragraph("Or write to ", link: ("me", "mailto:mira@coastal.example"), ".")
    builder.openComment(Comment(id: "2", author: "tallow"))
    builder.paragraph("I have ", link: ("a page", "https://tallow.example/"), " too.")
    builder.close()
    builder.close()
    return builder.finish()
  }()

  private func session(_ keys: String = "", rows: Int = 24) -> Session {
    var session = Session(Self.document, columns: 80, rows: rows)
    session.type(keys)
    return session
  }

  private func status(_ session: Session) -> String {
    String(session.frame.text(row: session.state.size.rows - 1).drop { $0 == " " })
  }

  @Test("Tab goes from link to link and to statements between them, S-Tab back, the address in the status line")
  func tab() {
    var session = session()
    var seen: [String] = []
    for _ in 0..<6 {
      session.type("Tab")
      seen.append(session.state.focusedAddress ?? session.currentText)
    }
    let order = [
      "https://coastal.example/log", "HTTP://coastal.example/bill?a=1&b=2", "The light is not late.",
      "javascript:alert(1)", "mailto:mira@coastal.example", "https://tallow.example/",
    ]
    #expect(seen == order)
    #expect(status(session).hasPrefix("https://tallow.example/"))
    session.type("Tab")
    #expect(session.state.message?.text == "no link or statement follows")
    #expect(session.state.focusedAddress == order.last)
    var back: [String] = []
    for _ in 0..<5 {
      session.type("S-Tab")
      back.append(session.state.focusedAddress ?? session.currentText)
    }
    #expect(back == order.dropLast().reversed())
    session.type("3 Tab")
    #expect(session.state.focusedAddress == order[3])
  }

  @Test("What is folded is passed over")
  func folded() {
    var session = session("zM G Tab")
    #expect(session.state.focusedAddress == nil)
    session.type("g 3 Tab")
    #expect(session.currentText == "The light is not late.")
    session.type("Tab")
    #expect(session.state.message?.text == "no link or statement follows")
  }

  @Test("The focus on a link lasts until the reader moves, and Enter opens it")
  func enter() {
    var session = session("Tab Enter")
    #expect(opened(session) == ["https://coastal.example/log"])
    #expect(session.state.focusedAddress != nil)
    session.type("x")
    #expect(session.state.focusedAddress != nil)
    session.type("j")
    #expect(session.state.focusedAddress == nil)
    session.type("g Tab Esc")
    #expect(session.state.focusedAddress == nil)
    session.type("Enter")
    #expect(opened(session).count == 1)
  }

  private func opened(_ session: Session) -> [String] {
    session.effects.compactMap { if case .open(let link) = $0 { link.address } else { nil } }
  }

  private func copied(_ session: Session) -> [String] {
    session.effects.compactMap { if case .copy(let text) = $0 { text } else { nil } }
  }

  @Test("Only addresses of the web and of mail are opened")
  func refused() {
    var session = session("4 Tab Enter")
    #expect(opened(session).isEmpty)
    #expect(session.state.message?.text == "only addresses of the web and of mail are opened, not javascript:alert(1)")
    session.type("Tab Enter")
    #expect(opened(session) == ["mailto:mira@coastal.example"])
  }

  @Test(
    "Whatever stands in an address, it is one argument or none",
    arguments: [
      ("https://a.example/", true), ("//a.example/x", true), ("http:", false), ("file:///etc/passwd", false), ("/a", false),
      ("", false), ("https://a.example/ -x", false), ("https://a.example/\u{1B}[2J", false), ("-https://a.example", false),
      ("https://a.example/\u{A0}", false), ("https://a.example/;rm -rf", false), ("https://a.example/;rm$(x)`y`'\"", true),
      ("https://пример.example/я", true), ("HTTPS://A.EXAMPLE", true), ("ftp://a.example", false),
    ]
  )
  func addresses(address: String, isOpened: Bool) {
    var builder = DocumentBuilder()
    builder.paragraph("A ", link: ("link", address), ".")
    var session = Session(builder.finish())
    session.type("Tab Enter")
    #expect(opened(session).count == (isOpened ? 1 : 0), "\(session.state.message?.text ?? "")")
    #expect(session.screen.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
  }

  @Test("o opens the only link of a block, O the page of the comment or of the document")
  func openers() {
    #expect(opened(session("j j j o")) == ["https://coastal.example/log"])
    #expect(opened(session("O")) == ["https://coastal.example/lamps"])
    #expect(opened(session("] O")) == ["https://coastal.example/lamps#1"])
    let none = session("s o")
    #expect(opened(none).isEmpty)
    #expect(none.state.message?.text == "no link here; Tab goes to the next")
    let nowhere = Session("Words.", title: "A")
    var typed = nowhere
    typed.type("O Y")
    #expect(typed.effects.isEmpty)
  }

  @Test("Letters beside all links on the screen: typing one opens it")
  func hints() {
    var session = session("F")
    #expect(session.screen.contains("See ahe log and"))
    #expect(session.screen.contains("she bill, or"))
    #expect(session.screen.contains("I have g page too."))
    session.type("f")
    #expect(opened(session) == ["mailto:mira@coastal.example"])
    #expect(!session.screen.contains("See ahe"))
    session.type("F Esc")
    #expect(session.screen.contains("See the log and"))
    session.type("F x")
    #expect(session.state.message?.text == "no link has the letters x")
    #expect(opened(session).count == 1)
  }

  @Test("More links than letters get two letters each")
  func manyHints() {
    var builder = DocumentBuilder()
    for number in 0..<40 { builder.paragraph("", link: ("link \(number)", "https://a.example/\(number)"), ".") }
    var session = Session(builder.finish(), rows: 90)
    session.type("F")
    #expect(session.screen.contains("aank 0."))
    session.type("s")
    #expect(session.state.pendingText == "s")
    session.type("d")
    #expect(opened(session) == ["https://a.example/28"])
  }

  @Test("y copies the comment without its replies, the section, or the block; Y the address")
  func copying() {
    #expect(copied(session("] y")) == ["Look at this!\nOr write to me."])
    #expect(copied(session("j j j y")) == ["See the log and "])
    #expect(copied(session("Y")) == ["https://coastal.example/lamps"])
    #expect(copied(session("] Y")) == ["https://coastal.example/lamps#1"])
    #expect(copied(session("y")) == ["Lamps"])
    #expect(copied(session("Tab Y")) == ["https://coastal.example/log"])
    var section = Session("First.\n# One\nTwo.\n# Three\nFour.")
    section.type("} y")
    #expect(copied(section) == ["One\nTwo."])
    #expect(session("] y").state.message?.text == "copied the comment, 29 characters")
  }

  @Test("Marks: m and ' with a name; '' goes where the last jump came from, and back")
  func marks() {
    var session = session("] m a g", rows: 8)
    #expect(session.state.pendingText == "")
    session.type("' a")
    #expect(session.currentText == "mira")
    session.type("' '")
    #expect(session.currentText == "Lamps")
    session.type("' '")
    #expect(session.currentText == "mira")
    session.type("m")
    #expect(session.state.pendingText == "m")
    session.type("Esc j")
    #expect(session.state.pendingText == "")
    session.type("' b")
    #expect(session.state.message?.text == "no mark b; mb sets it")
    session.type("G m z zM g 'z")
    #expect(session.currentText == "I have a page too.")
    session.type("Backspace")
    #expect(session.currentText == "Lamps")
    session.type(":")
    session.type(words: "go-to-mark a")
    session.type("Enter")
    #expect(session.currentText.hasPrefix("▸ mira"))
  }

  @Test("Marks stay where they were set when the document gets longer")
  func marksMove() {
    var session = Session(Document(sketch: "One.\n@ann\n  Two.\n@bob\n  Three."), isLinked: false)
    session.type("G m a g")
    session.take(.read(Document(sketch: "One.\nMore.\n@ann\n  Two.\n  @new\n    New.\n@bob\n  Three."), .complete))
    session.type("' a")
    #expect(session.currentText == "Three.")
  }

  @Test("The window is called by the title, whatever is in it")
  func title() {
    #expect(session().state.windowTitle == "Lamps - Quire")
    #expect(Session("Words.").state.windowTitle == "Quire")
    #expect(Session("Words.", title: "A\u{1B}]2;x\u{7}").state.windowTitle.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
}

extension DocumentBuilder {
  fileprivate mutating func paragraph(_ before: String, link: (text: String, address: String), _ after: String) {
    open(.paragraph)
    text(before)
    let start = textCount
    text(link.text)
    span(.link(address: link.address), from: start)
    text(after)
    close()
  }
}

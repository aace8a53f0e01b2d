import Foundation
import TestSupport
import Testing

/// The program reading addresses, from a server on this machine.
@Suite(.enabled(if: Program.isBuilt && access("/usr/bin/curl", X_OK) == 0, "needs the built program, and curl"))
struct FetchingTests {
  private let directory: TemporaryDirectory
  private static let page = """
    <!DOCTYPE html><title>The lamp</title><body><article><h1>The lamp</h1>
    <p>\(String(repeating: "It came on eleven minutes after sunset, summer and winter. ", count: 10))</p></article>
    """

  init() throws { directory = try TemporaryDirectory() }

  private func run(_ arguments: String...) throws -> (end: ProcessEnd, output: String) {
    try Self.run(arguments, in: directory.environment)
  }

  private static func run(_ arguments: [String], in environment: [String: String]) throws -> (
    end: ProcessEnd, output: String
  ) {
    let changes = environment.mapValues(Optional.some)
    return try ChildProcess.run(Program.path ?? "", arguments, environment: changes, joinsErrors: true)
  }

  private var cached: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: directory.path + "/cache/quire")) ?? []
  }

  @Test func pagesArePrintedAndKeptUnlessNothingIsToBe() throws {
    let server = try LoopbackServer { _ in .answer(Self.page, fields: ["ETag: \"1\""]) }
    let first = try run("print", "--no-state", server.address())
    #expect(first.end == .exited(0))
    #expect(first.output.hasPrefix("The lamp\n127.0.0.1"))
    #expect(!FileManager.default.fileExists(atPath: directory.path + "/cache"))
    #expect(try run("print", server.address()).output == first.output)
    #expect(cached.count == 1)
    // Without a terminal the address alone prints.
    #expect(try run(server.address()).output == first.output)
    #expect(server.questions.map { $0.fields["if-none-match"] } == [nil, nil, "\"1\""])
    #expect(server.questions.allSatisfy { $0.fields["user-agent"] == "quire/0.1.0" })
  }

  @Test func whatCannotBeReadIsSaidInALine() throws {
    let server = try LoopbackServer { question in
      switch question.target {
      case "/loop": .redirection(to: "/loop")
      case "/private": .redirection(to: "http://localhost/")
      case "/pdf": .answer("%PDF", type: "application/pdf")
      case "/binary": .answer([0x7f, 0x45, 0x4c, 0x46, 0, 0], type: "text/html")
      case "/scripts": .answer("<!DOCTYPE html><title>An app</title><body><script>run()</script>")
      default: .nothing
      }
    }
    for (path, said) in [
      ("/missing", "there is no such page (404); check the address"),
      ("/loop", "is redirected in a circle, to \(server.address("/loop")); open it in a browser"),
      ("/private", "leads into a private network, to localhost, which was not followed; name it if you trust it"),
      ("/pdf", "is application/pdf, not text; open it in a browser"),
      ("/binary", "there is no text in it that can be read; open it in a browser"),
      ("/scripts", "there is no text in it that can be read; open it in a browser"),
    ] {
      let result = try run("print", server.address(path))
      #expect(result.end == .exited(1))
      #expect(result.output == "quire: \(server.address(path)): \(said)\n")
    }
    let secret = try run("print", "http://me:word@127.0.0.1:1/\u{1b}[2J")
    #expect(secret.end == .exited(1))
    #expect(secret.output == "quire: http://127.0.0.1:1/␛[2J: is an address that has control characters; check it\n")
  }

  @Test func whatBreaksOffIsPrintedAndSaidToBeAPart() throws {
    let server = try LoopbackServer { _ in .answer([UInt8](Self.page.utf8), length: 9999) }
    let result = try run("print", server.address())
    #expect(result.end == .exited(1))
    #expect(result.output.contains("It came on eleven minutes"))
    let size = Self.page.utf8.count
    #expect(
      result.output.hasSuffix(
        "quire: \(server.address()): the connection broke off after \(size) bytes, the rest is missing; try again\n"
      )
    )
    #expect(cached.isEmpty)
  }

  @Test func aThreadWhoseArticleIsNotThereIsReadAndThatIsSaid() throws {
    let post = """
      {"post": {"id": 9, "name": "Lamps", "ap_id": "https://lemmy.example/post/9", "url": "/gone"},
       "creator": {"name": "ann"}, "community": {"name": "lamps"}, "counts": {}}
      """
    let server = try LoopbackServer { question in
      switch question.target {
      case "/post/9": .answer("<p>Lemmy")
      case "/api/v3/post?id=9": .answer("{\"post_view\": \(post)}", type: "application/json")
      case "/gone": .nothing
      default: .answer("{\"comments\": []}", type: "application/json")
      }
    }
    let result = try run("print", server.address("/post/9"))
    let notice = "the article \(server.address("/gone")) there is no such page (404); check the address"
    #expect(result.end == .exited(0))
    #expect(result.output.contains("quire: \(server.address("/post/9")): \(notice)\n"))
    #expect(result.output.contains("Lamps\nby ann"))
    let terminal = try open(server.address("/post/9"))
    #expect(terminal.waitFor("the article http"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func tenRunsAtTheSameTimeReadTheSame() async throws {
    let server = try LoopbackServer { question in
      if question.fields["if-none-match"] != nil { return .answer("", status: 304, type: nil) }
      return .answer(Self.page, fields: ["ETag: \"1\""])
    }
    let (address, environment) = (server.address(), directory.environment)
    let outputs = await withTaskGroup(of: String.self) { group in
      for _ in 0..<10 { group.addTask { (try? Self.run(["print", address], in: environment).output) ?? "" } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(outputs).count == 1 && outputs[0].hasPrefix("The lamp\n"))
    #expect(cached.count == 1)
  }

  private func open(_ address: String) throws -> PseudoTerminal {
    try Program.inTerminal(reading: address, in: directory, environment: ["TERM": "xterm-256color"])
  }

  @Test(arguments: ["q", "\u{1b}"])
  func whoDoesNotAnswerIsLeftAtOnce(key: String) throws {
    let server = try LoopbackServer { _ in [.pause(milliseconds: 60_000)] }
    let terminal = try open(server.address())
    try #require(terminal.waitFor("fetching 127.0.0.1"))
    terminal.send(key)
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.hasModesRestored)
  }

  @Test func whatCameIsReadWhileTheRestComesAndIsCalledIncomplete() throws {
    let server = try LoopbackServer { question in
      if question.target == "/t/7" { return .answer("<p>discourse") }
      if question.target != "/t/7.json" { return [.pause(milliseconds: 700)] + .nothing }
      let post = "{\"id\": 1, \"post_number\": 1, \"username\": \"ann\", \"cooked\": \"<p>The first post.\"}"
      return .answer(
        "{\"title\": \"Lamps\", \"post_stream\": {\"posts\": [\(post)], \"stream\": [1, 2]}}",
        type: "application/json"
      )
    }
    let terminal = try open(server.address("/t/7"))
    try #require(terminal.waitFor("The first post."))
    #expect(terminal.waitFor("page 2 of 2"))
    #expect(terminal.waitFor("incomplete"))
    #expect(terminal.waitFor("page 2 of the discussion"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test("What came of a page that broke off is shown, though somebody waits for its end", arguments: ["", "G"])
  func whatBreaksOffIsRead(keys: String) throws {
    let words = "The keeper lit the lamp when the first boat came round the point."
    let page = """
      <!doctype html><title>Lamps</title><article><h1>Lamps</h1><p>\(words)</p></article><ol class=commentlist>
      <li class=comment id=comment-1><cite class=fn>ann</cite><div class=comment-content><p>\(words)</p><p>So it was.</p></div></li>
      """
    let server = try LoopbackServer { question in
      question.target == "/lamps" ? .answer([UInt8](page.utf8), length: 90_000) : .nothing
    }
    let terminal = try open(server.address("/lamps"))
    terminal.send(keys)
    #expect(terminal.waitFor("So it was."))
    #expect(terminal.waitFor("broke off"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func whatIsNotThereEndsTheReader() throws {
    let server = try LoopbackServer { _ in .nothing }
    let terminal = try open(server.address("/x"))
    #expect(terminal.waitForEnd() == .exited(1))
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("there is no such page (404); check the address"))
    #expect(terminal.hasModesRestored)
  }
}

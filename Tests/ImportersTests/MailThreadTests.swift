import DocumentModel
import TestSupport
import Testing

@testable import Importers

@Suite("Mails in threads")
struct MailThreadTests {
  /// A mailbox of messages given as `ID < REFERENCE REFERENCE`, a minute apart; `@2` after the id gives another minute.
  private func mailbox(_ sketch: String, subjects: Bool = false) -> [UInt8] {
    var out = ""
    for (index, line) in sketch.split(separator: "\n").enumerated() {
      let sides = line.split(separator: "<", maxSplits: 1, omittingEmptySubsequences: false)
      let words = sides[0].split(separator: " ")
      let name = words.first.map { $0.split(separator: "@")[0] } ?? ""
      let minute = words.first?.split(separator: "@").dropFirst().first.flatMap { Int($0) } ?? index
      out += "From x@example.org Mon Mar  4 09:00:00 2024\n"
      if name != "-" { out += "Message-ID: <\(name)>\n" }
      if words.count > 1 { out += "Subject: \(words.dropFirst().joined(separator: " "))\n" }
      out += "Date: Mon, 4 Mar 2024 10:\(minute < 10 ? "0" : "")\(minute) +0000\n"
      if sides.count > 1 {
        let ids = sides[1].split(separator: " ")
        let references = ids.filter { !$0.hasPrefix("=") }.map { "<\($0)>" }
        if !references.isEmpty { out += "References: \(references.joined(separator: "\n\t"))\n" }
        for id in ids where id.hasPrefix("=") { out += "In-Reply-To: Your message <\(id.dropFirst())>\n" }
      }
      out += "\nWords.\n\n"
    }
    return Array(out.utf8)
  }

  private func tree(_ sketch: String, gathersSubjects: Bool = false) -> String {
    // A first root keeps all others from being the article.
    let document = MailImporter.read(mailbox("first@0\n" + sketch).span, gathersSubjects: gathersSubjects)
    return document.comments.indices.dropFirst().map { index in
      let comment = document.comments[index]
      let depth = document.commentDepth(of: document.node(ofComment: index)) ?? 0
      let name = comment.standing == .missing && comment.id.count == 13 ? "?" : comment.id
      return String(repeating: ".", count: depth) + name + (comment.standing == .missing ? " missing" : "")
    }.joined(separator: " ")
  }

  @Test(
    "By References, then In-Reply-To",
    arguments: [
      ("a\nb <a\nc <a b", "a .b ..c"),
      ("a\nb <=a", "a .b"),
      ("a\nb\nc <a =b", "a .c b"),
      // What References names is not there, what In-Reply-To names is.
      ("a\nb <gone@x =a", "a .b"),
      // Out of order.
      ("c <a b\nb <a\na", "a .b ..c"),
      // Siblings by time, not by place.
      ("a\nc@9 <a\nb@5 <a", "a .b .c"),
      // One that is missing has a place only at the top, and with several replies.
      ("b <a@", "b"),
      ("b <a@\nc <a@", "a@ missing .b .c"),
      ("a\nc <a b@\nd <a b@", "a .c .d"),
      ("c <a@ b@\nd <a@ b@\ne <a@", "a@ missing .c .d .e"),
      // A reference to itself, and circles.
      ("a <a", "a"),
      ("a <b\nb <a", "b .a"),
      ("a <c\nb <a\nc <b", "c .a ..b"),
      // The same id again: answers go to the first.
      ("a\na\nb <a", "a .b a~2"),
      // No id.
      ("a\n- <a\n- <a", "a .~ .~"),
      // Rubbish in References.
      ("a\nb <a> <, <<a", "a .b"),
      ("a\nb <a yes", "a .b"),
    ]
  )
  func references(_ sketch: String, _ expected: String) {
    let made = tree(sketch).split(separator: " ").map { word in
      let name = word.drop { $0 == "." }
      return name.count >= 13 && name != "missing" ? word.prefix(word.count - name.count) + "~" : word
    }
    #expect(made.joined(separator: " ") == expected)
  }

  @Test(
    "By subject, when asked to",
    arguments: [
      ("a Clocks\nb Re: Clocks", "a .b"),
      ("a Clocks\nb [lamps] AW: Clocks (fwd)", "a .b"),
      ("a Re: Clocks\nb Clocks\nc Re: Clocks", "b .a .c"),
      ("a Clocks\nb Clocks", "? missing .a .b"),
      ("a Clocks <x@\nb Clocks <x@\nc Re: Clocks", "x@ missing .a .b .c"),
      ("a Re:\nb Re:", "a b"),
    ]
  )
  func subjects(_ sketch: String, _ expected: String) {
    #expect(tree(sketch, gathersSubjects: true) == expected)
  }

  @Test("Without being asked, subjects join nothing")
  func subjectsApart() {
    #expect(tree("a Clocks\nb Re: Clocks") == "a b")
  }

  @Test("Long chains, however they come", arguments: 0..<3)
  func chains(_ order: Int) {
    let count = 20_000
    var lines = (0..<count).map { $0 == 0 ? "m0" : "m\($0) <m\($0 - 1)" }
    var generator = SeededGenerator(seed: 1)
    if order == 1 { lines.reverse() }
    if order == 2 { lines.shuffle(using: &generator) }
    let document = MailImporter.read(mailbox(lines.joined(separator: "\n")).span)
    #expect(document.greatestCommentDepth == count - 2)
    #expect(document.comments.last?.id == "m\(count - 1)")
  }

  @Test("The only root is the article, until there is another")
  func article() {
    let one = MailImporter.read(mailbox("a Clocks\nb <a").span)
    #expect(one.metadata.title == "Clocks" && one.comments.map(\.id) == ["b"])
    let two = MailImporter.read(mailbox("a Clocks\nb <a\nc").span, name: "file")
    #expect(two.metadata.title == "file" && two.comments.map(\.id) == ["a", "b", "c"])
  }

  @Test("Files of a folder are messages, or mailboxes")
  func folder() {
    let files =
      ["Message-ID: <a>\nSubject: x\n\nFrom the first.\n", "Message-ID: <b>\nReferences: <a>\n\nText.\n"]
      .map { Array($0.utf8) } + [mailbox("c <b\nd <c")]
    var ranges: [Range<Int>] = []
    var bytes: [UInt8] = []
    for file in files {
      ranges.append(bytes.count..<bytes.count + file.count)
      bytes += file
    }
    let document = MailImporter.read(bytes.span, files: ranges)
    #expect(document.metadata.title == "x")
    #expect(document.comments.map(\.id) == ["b", "c", "d"] && document.greatestCommentDepth == 2)
  }
}

import Foundation
import HTMLParsing
import TestSupport
import Testing

/// The tests of html5lib for tree construction, those in which scripting is off.
@Suite struct HTMLTreeConstructionTests {
  @Test func everyCase() {
    var failures: [String] = []
    var count = 0
    var scripted = 0
    var copied = 0
    for file in SharedFolder.files(in: "corpora/html5lib-tests/tree-construction", suffix: ".dat") {
      for test in HTMLTreeTest.tests(in: SharedFolder.bytes(file)) {
        guard !test.needsScripting else {
          scripted += 1
          continue
        }
        // A `selectedcontent` shows a copy of the chosen option (HTML standard, "The selectedcontent element"). The
        // parser makes no copies: what is read must not be there twice.
        guard !test.data.contains("<selectedcontent>") else {
          copied += 1
          continue
        }
        count += 1
        // Whole, and in pieces of a byte: where the input is cut must not matter.
        for tree in [test.parse(pieceSize: .max), test.parse(pieceSize: 1)] where tree.dump != test.expected {
          failures.append("\(file.lastPathComponent): \(test.data)\n\(tree.dump)\nexpected\n\(test.expected)")
          break
        }
      }
    }
    #expect(
      failures.isEmpty,
      "\(failures.count) of \(count) cases, first: \(failures.prefix(3).joined(separator: "\n\n"))"
    )
    if count > 0 { #expect((count, scripted, copied) == (1780, 8, 4)) }
  }
}

/// A case of the `.dat` files (`tree-construction/README.md` beside them).
private struct HTMLTreeTest {
  var data = ""
  var expected = ""
  var context: String?
  var needsScripting = false

  static func tests(in bytes: [UInt8]) -> [HTMLTreeTest] {
    var tests: [HTMLTreeTest] = []
    var section = ""
    var sections: [String: [Substring]] = [:]
    func finish() {
      guard sections["#data"] != nil else { return }
      var expected = sections["#document"] ?? []
      while expected.last?.isEmpty == true { expected.removeLast() }
      tests.append(
        HTMLTreeTest(
          data: sections["#data", default: []].joined(separator: "\n"),
          expected: expected.joined(separator: "\n"),
          context: sections["#document-fragment"]?.first.map(String.init),
          needsScripting: sections["#script-on"] != nil
        )
      )
    }
    let names: Set<Substring> = [
      "#data", "#errors", "#new-errors", "#document", "#document-fragment", "#script-on", "#script-off",
    ]
    // A view of scalars: `\r\n` is two line ends to nobody but Swift.
    for line in String(decoding: bytes, as: UTF8.self).unicodeScalars.split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      let line = Substring(line)
      if names.contains(line) {
        if line == "#data" {
          finish()
          sections = [:]
        }
        section = String(line)
        sections[section] = []
      } else {
        sections[section, default: []].append(line)
      }
    }
    finish()
    return tests
  }

  func parse(pieceSize: Int) -> HTMLTree {
    var parser = parser()
    let bytes = Array(data.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, pieceSize == .max ? bytes.count : start + pieceSize)
      parser.feed(Array(bytes[start..<end]))
      start = end
    }
    return parser.finish()
  }

  private func parser() -> HTMLParser {
    guard let context else { return HTMLParser() }
    let parts = context.split(separator: " ")
    let namespace: HTMLTree.Namespace = parts.count == 1 ? .html : parts[0] == "svg" ? .svg : .mathML
    return HTMLParser(fragmentIn: String(parts[parts.count - 1]), namespace: namespace)
  }
}

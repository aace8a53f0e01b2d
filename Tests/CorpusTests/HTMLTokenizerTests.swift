import Foundation
import Testing

@testable import HTMLParsing

/// The tests of html5lib for the tokenizer.
@Suite struct HTMLTokenizerTests {
  @Test func everyCase() throws {
    var failures: [String] = []
    var count = 0
    for file in SharedFolder.files(in: "corpora/html5lib-tests/tokenizer", suffix: ".test") {
      let content = try JSONSerialization.jsonObject(with: Data(SharedFolder.bytes(file))) as? [String: Any]
      // `xmlViolationTests` are about making XML of what was parsed.
      for test in content?["tests"] as? [[String: Any]] ?? [] {
        count += 1
        let test = HTMLTokenizerTest(test)
        for state in test.states {
          // Whole, and in pieces of a byte: where the input is cut must not matter.
          for found in [test.run(state, pieceSize: .max), test.run(state, pieceSize: 1)] where found != test.expected {
            failures.append(
              "\(file.lastPathComponent): \(test.input) in \(state)\n\(found)\nexpected\n\(test.expected)"
            )
          }
        }
      }
    }
    #expect(failures.isEmpty, "\(failures.count) of \(count), first: \(failures.prefix(3).joined(separator: "\n\n"))")
    if count > 0 { #expect(count == 6806) }
  }
}

/// A case of the `.test` files (`tokenizer/README.md` beside them).
private struct HTMLTokenizerTest {
  var input: String
  var expected: [String]
  var states: [TokenizerState]
  var lastStartTag: String?

  init(_ test: [String: Any]) {
    let isEscaped = test["doubleEscaped"] as? Bool ?? false
    func text(_ value: Any?) -> String { Self.unescaped(value as? String ?? "", if: isEscaped) }
    input = text(test["input"])
    lastStartTag = test["lastStartTag"] as? String
    let names = test["initialStates"] as? [String] ?? ["Data state"]
    states = names.compactMap { Self.stateNames[$0] }
    var tokens: [String] = []
    for token in test["output"] as? [[Any]] ?? [] {
      switch token[0] as? String {
      case "DOCTYPE":
        let identifiers = token[1...3].map { $0 is NSNull ? "-" : "'\(text($0))'" }
        tokens.append("doctype \(identifiers.joined(separator: " ")) \((token[4] as? Bool ?? true) ? "" : "quirks")")
      case "StartTag":
        let attributes = (token[2] as? [String: Any] ?? [:]).map { (text($0.key), text($0.value)) }
        tokens.append(Self.tag(text(token[1]), attributes, isSelfClosing: token.count > 3))
      case "EndTag": tokens.append("</\(text(token[1]))>")
      case "Comment": tokens.append("comment \(text(token[1]))")
      default: tokens.append("text \(text(token[1]))")
      }
    }
    let unseen: Set<String> = [
      "control-character-in-input-stream", "noncharacter-in-input-stream", "surrogate-in-input-stream",
    ]
    let errors = (test["errors"] as? [[String: Any]] ?? []).filter { !unseen.contains($0["code"] as? String ?? "") }
    expected = tokens + ["errors \(errors.count)"]
  }

  private static let stateNames: [String: TokenizerState] = [
    "Data state": .data, "PLAINTEXT state": .plaintext, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext,
    "Script data state": .scriptData, "CDATA section state": .cdataSection,
  ]

  private static func tag(_ name: String, _ attributes: [(String, String)], isSelfClosing: Bool) -> String {
    let list = attributes.sorted { $0.0 < $1.0 }.map { " \($0.0)='\($0.1)'" }
    return "<\(name)\(list.joined())\(isSelfClosing ? "/" : "")>"
  }

  /// `\uHHHH` become what they stand for; halves of surrogate pairs, which UTF-8 cannot hold, become U+FFFD.
  private static func unescaped(_ text: String, if isEscaped: Bool) -> String {
    guard isEscaped else { return text }
    var units: [UInt16] = []
    var rest = text[...]
    while let first = rest.first {
      if rest.hasPrefix("\\u"), let unit = UInt16(rest.dropFirst(2).prefix(4), radix: 16) {
        units.append(unit)
        rest = rest.dropFirst(6)
      } else {
        units.append(contentsOf: first.utf16)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// What the tokenizer makes of the input.
  func run(_ state: TokenizerState, pieceSize: Int) -> [String] {
    var collector = TokenCollector()
    collector.tokenizer.state = state
    if var name = lastStartTag {
      let number = name.withUTF8 { collector.tokenizer.names.number(of: $0) }
      collector.tokenizer.lastStartTagName = HTMLName(number: number)
    }
    var stream = UTF8Stream()
    let bytes = Array(input.utf8)
    var start = 0
    while start < bytes.count {
      let end = pieceSize == .max ? bytes.count : start + pieceSize
      bytes[start..<end].withUnsafeBufferPointer { bytes in
        var rest = bytes
        while !rest.isEmpty {
          let next = stream.nextBlock(rest)
          collector.take(next.block, isLast: false)
          rest = next.rest
        }
      }
      start = end
    }
    collector.take(stream.lastBlock(), isLast: true)
    return collector.tokens + ["errors \(collector.tokenizer.errorCount)"]
  }

  /// Writes tokens down.
  private struct TokenCollector: ~Copyable {
    var tokenizer = Tokenizer()
    var tokens: [String] = []
    private var isInText = false

    mutating func take(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool) {
      tokenizer.supply(block, isLast: isLast)
      while true {
        switch tokenizer.next() {
        case .text: add(text: String(decoding: tokenizer.text, as: UTF8.self))
        case .null: add(text: "\0")
        case .startTag:
          let attributes = tokenizer.pendingAttributes.map { index in
            let record = tokenizer.attributes[index]
            return (spelling(record.name), String(decoding: tokenizer.value(of: record), as: UTF8.self))
          }
          add(
            HTMLTokenizerTest.tag(
              spelling(tokenizer.tagName.number),
              attributes,
              isSelfClosing: tokenizer.isSelfClosing
            )
          )
        case .endTag: add("</\(spelling(tokenizer.tagName.number))>")
        case .comment: add("comment \(text(in: tokenizer.pendingValue))")
        case .doctype:
          let doctype = tokenizer.doctype
          let parts = [doctype.name, doctype.publicIdentifier, doctype.systemIdentifier].map { range in
            range.map { "'\(text(in: $0))'" } ?? "-"
          }
          add("doctype \(parts.joined(separator: " ")) \(doctype.forcesQuirks ? "quirks" : "")")
        case .needsInput, .endOfFile: return
        }
      }
    }

    private mutating func add(_ token: String) {
      tokens.append(token)
      isInText = false
    }

    private mutating func add(text: String) {
      if isInText { tokens[tokens.count - 1] += text } else { tokens.append("text " + text) }
      isInText = true
    }

    private func spelling(_ name: UInt32) -> String { String(decoding: tokenizer.names.bytes(of: name), as: UTF8.self) }

    private func text(in range: Range<Int>) -> String {
      String(decoding: UnsafeBufferPointer(rebasing: tokenizer.values.elements[range]), as: UTF8.self)
    }
  }
}

import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Importers

/// JSON as a table of values, and what is said where it is none.
@Suite("Reading JSON")
struct JSONReaderTests {
  /// The values in a few signs, names before them; then the faults with their places.
  private func check(_ text: String, _ values: String, _ faults: String..., isComplete: Bool = true) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let tape = JSONReader.read(buffer, isComplete: isComplete, ProgressMeter(nil))
      let found = tape.faults.diagnostics(for: buffer).map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" }
      #expect(describe(tape.root, of: tape) == values)
      #expect(found.count == faults.count && zip(found, faults).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }
  }

  private func describe(_ node: JSONNode, of tape: JSONTape) -> String {
    let key = String(decoding: tape.keys.bytes(of: tape.key(of: node)), as: UTF8.self)
    let name = tape.key(of: node) == .none ? "" : key + ":"
    let inner = tape.children(of: node).map { describe($0, of: tape) }
    switch tape.kind(of: node) {
    case .sequence: return inner.joined(separator: " ")
    case .object: return name + "{" + inner.joined(separator: " ") + "}"
    case .array: return name + "[" + inner.joined(separator: " ") + "]"
    case .string: return name + "'" + String(decoding: tape.text(node), as: UTF8.self) + "'"
    case .number, .word: return name + String(decoding: tape.text(node), as: UTF8.self)
    case .true: return name + "true"
    case .false: return name + "false"
    case .null: return name + "null"
    }
  }

  @Test("What is JSON is read as it is")
  func wellFormed() {
    check("{}", "{}")
    check(" [ ] \r\n", "[]")
    check(#"{"a":1,"b":[true,false,null,"x",-0.5e+3]}"#, "{a:1 b:[true false null 'x' -0.5e+3]}")
    check(#"{"":{"":""}}"#, "{:{:''}}")
    check(#""\"\\\/\b\f\n\r\t\u0041\u00e9""#, "'\"\\/\u{8}\u{c}\n\r\tAé'")
    check(#""\ud83c\udfee \uD83C\uDFEE""#, "'🏮 🏮'")
    check("{\"a\\u0062\":1}", "{ab:1}")
    check("{\"a\":1}\n{\"a\":2}\n", "{a:1} {a:2}")
    check("\u{feff}[1]", "[1]")
    check("", "")
  }

  @Test("What is not is read as what it was meant to be, and its place is said")
  func malformed() {
    check(#"{"a":1 "b":2}"#, "{a:1 b:2}", "1:8 a comma is missing")
    check("[1\n 2]", "[1 2]", "2:2 a comma is missing")
    check("[1,]", "[1]", "1:3 this comma separates nothing")
    check("[,1]", "[1]", "1:2 this comma separates nothing")
    check(#"{"a" 1}"#, "{a:1}", "1:6 a colon is missing")
    check(#"{"a":,"b"}"#, "{a:null b:null}", "1:6 a name without a value", "1:10 a name without a value")
    check("{a: 'x'}", "{a:'x'}", "1:2 a name without quotation marks", "1:5 a word")
    check("[NaN,None]", "[NaN None]", "1:2 a word", "1:6 a word")
    check("[01,1.,+1,-]", "[01 1. +1 -]", "1:2 this is no number", "1:5", "1:8 a word", "1:11")
    check(#"["\x","\u12"]"#, #"['\x' '\u12']"#, "1:3 an escape sequence", "1:8 an escape sequence")
    check(#"["\ud800","\udfee\ud83c"]"#, "['\u{fffd}' '\u{fffd}\u{fffd}']", "1:3 half", "1:12 half", "1:18 half")
    check("[\"a\tb\nc\"]", "['a\tb\nc']", "1:4 a control character", "1:6 a control character")
    check("[1}]", "[1]", "1:3 this closes nothing")
    check(#"{"a":[1}"#, "{a:[1]}", "1:8 this closes something further out")
    check("]}1", "1", "1:1 this closes nothing", "1:2 this closes nothing")
    check(":", "", "1:1 this is no JSON")
  }

  @Test("What is cut is there as far as it goes")
  func cut() {
    check(#"{"a":[1,{"b":"xy"#, "{a:[1 {b:'xy'}]}", "1:14 the text ends in the middle of a string")
    check(#"{"a":[1,"#, "{a:[1]}", "1:9 the text ends before")
    check(#"{"a":[1,{"b":"xy"#, "{a:[1 {}]}", isComplete: false)
    check(#"{"a":[12"#, "{a:[]}", isComplete: false)
    check(#"{"a":[tru"#, "{a:[]}", isComplete: false)
  }

  @Test("Faults beyond twenty are counted")
  func manyFaults() {
    let bytes = Array(("[" + String(repeating: "x ", count: 100) + "]").utf8)
    bytes.withUnsafeBufferPointer { buffer in
      let tape = JSONReader.read(buffer, isComplete: true, ProgressMeter(nil))
      #expect(tape.faults.diagnostics(for: buffer).last?.message.hasPrefix("179 more places") == true)
    }
  }

  /// The same as Foundation says, on JSON made at random.
  @Test("Values are those that somebody else reads", arguments: 0..<200 as Range<UInt64>)
  func twin(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = Self.value(&generator, depth: 0)
    let data = try JSONSerialization.data(withJSONObject: [value], options: seed % 2 == 0 ? [] : [.prettyPrinted])
    Array(data).withUnsafeBufferPointer { buffer in
      let tape = JSONReader.read(buffer, isComplete: true, ProgressMeter(nil))
      #expect(tape.faults.isEmpty)
      let read = Self.value(tape.children(of: tape.root).first { _ in true } ?? tape.root, of: tape)
      #expect((read as? NSArray) == ([value] as NSArray))
    }
  }

  private static func value(_ generator: inout SeededGenerator, depth: Int) -> Any {
    let texts = [
      "", "a", "\"\\/\u{8}\n\t\u{0}\u{1f}", "ключ", "🏮\u{1f468}\u{200d}", String(repeating: "long ", count: 9),
    ]
    switch Int.random(in: 0..<(depth > 4 ? 5 : 8), using: &generator) {
    case 0: return texts[Int.random(in: 0..<texts.count, using: &generator)]
    case 1: return Int.random(in: -1_000_000...1_000_000, using: &generator)
    case 2: return Bool.random(using: &generator)
    case 3: return NSNull()
    case 4: return texts.joined()
    case 5, 6:
      return (0..<Int.random(in: 0...4, using: &generator)).map { _ in value(&generator, depth: depth + 1) }
    default:
      var object: [String: Any] = [:]
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        object[texts[Int.random(in: 0..<texts.count, using: &generator)]] = value(&generator, depth: depth + 1)
      }
      return object
    }
  }

  private static func value(_ node: JSONNode, of tape: JSONTape) -> Any {
    switch tape.kind(of: node) {
    case .sequence, .array: return tape.children(of: node).map { value($0, of: tape) }
    case .object:
      var object: [String: Any] = [:]
      for member in tape.children(of: node) {
        object[String(decoding: tape.keys.bytes(of: tape.key(of: member)), as: UTF8.self)] = value(member, of: tape)
      }
      return object
    case .string, .word: return String(decoding: tape.text(node), as: UTF8.self)
    case .number: return tape.integer(node) ?? 0
    case .true: return true
    case .false: return false
    case .null: return NSNull()
    }
  }
}

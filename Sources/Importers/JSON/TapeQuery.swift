/// A query in terms of one text: names are numbers. Alternatives whose names it does not have are gone.
struct TapeQuery {
  /// A step down.
  fileprivate enum Step {
    case member(JSONKeys.Key)
    case element(Int)
    case elements
    case members
  }

  /// One of the ways.
  fileprivate struct Alternative {
    var steps: [Step]
    var prefix: [UInt8]?
    var text: [UInt8]?
  }

  fileprivate let alternatives: [Alternative]

  init(_ query: JSONQuery, of tape: JSONTape) {
    alternatives = query.alternatives.compactMap { Self.resolve($0, tape) }
  }

  private init(_ alternatives: [Alternative]) { self.alternatives = alternatives }

  /// Whether it finds nothing in this text.
  var isEmpty: Bool { alternatives.isEmpty }

  /// Each of the queries alone; `nil` when the text has not all of their names.
  static func all(of marks: JSONMarks, _ tape: JSONTape) -> [TapeQuery]? {
    let queries = marks.queries.compactMap { resolve($0, tape) }
    return queries.count == marks.queries.count ? queries.map { TapeQuery([$0]) } : nil
  }

  private static func resolve(_ alternative: JSONQuery.Alternative, _ tape: JSONTape) -> Alternative? {
    var steps: [Step] = []
    for step in alternative.steps {
      switch step {
      case .member(let name):
        guard let key = tape.keys[name] else { return nil }
        steps.append(.member(key))
      case .element(let number): steps.append(.element(number))
      case .elements: steps.append(.elements)
      case .members: steps.append(.members)
      }
    }
    return Alternative(steps: steps, prefix: alternative.prefix, text: alternative.text.map { Array($0.utf8) })
  }

  /// The first value that it finds from `node` on, `null` included.
  ///
  /// - Complexity: O(members on the way)
  func first(from node: JSONNode, in tape: JSONTape) -> JSONNode? {
    for alternative in alternatives {
      if let found = Self.first(alternative, from: node, in: tape), Self.isText(alternative, found, tape) {
        return found
      }
    }
    return nil
  }

  /// The first value that says something: no `null`, no empty text.
  func value(from node: JSONNode, in tape: JSONTape) -> JSONNode? {
    for alternative in alternatives {
      if let found = Self.first(alternative, from: node, in: tape), Self.isText(alternative, found, tape),
        tape.saysSomething(found)
      {
        return found
      }
    }
    return nil
  }

  /// The text of the first value that says something and begins as it should.
  func text(from node: JSONNode, in tape: JSONTape) -> [UInt8]? {
    for alternative in alternatives {
      guard let found = Self.first(alternative, from: node, in: tape), Self.isText(alternative, found, tape),
        tape.saysSomething(found)
      else { continue }
      let text = tape.text(found)
      guard let prefix = alternative.prefix else { return text }
      if text.starts(with: prefix) { return Array(text.dropFirst(prefix.count)) }
    }
    return nil
  }

  /// All values that it finds, those of one alternative after those of the other.
  func all(from node: JSONNode, in tape: JSONTape) -> [JSONNode] {
    var all: [JSONNode] = []
    for alternative in alternatives { Self.add(alternative.steps[...], from: node, in: tape, to: &all) }
    return all
  }

  private static func add(_ steps: ArraySlice<Step>, from node: JSONNode, in tape: JSONTape, to all: inout [JSONNode]) {
    guard let step = steps.first else { return all.append(node) }
    let found = values(of: step, from: node, in: tape)
    var next = found.lowerBound
    while next < found.upperBound {
      add(steps.dropFirst(), from: next, in: tape, to: &all)
      next = tape.end(of: next)
    }
  }

  private static func first(_ alternative: Alternative, from node: JSONNode, in tape: JSONTape) -> JSONNode? {
    var found = node
    for step in alternative.steps {
      let values = values(of: step, from: found, in: tape)
      guard !values.isEmpty else { return nil }
      found = values.lowerBound
    }
    return found
  }

  /// The values that a step leads to, which stand side by side: from the first to behind the last.
  private static func values(of step: Step, from node: JSONNode, in tape: JSONTape) -> Range<JSONNode> {
    let none = node..<node
    switch step {
    case .member(let key): return tape.member(key, of: node).map { $0..<tape.end(of: $0) } ?? none
    case .elements: return tape.kind(of: node) == .array ? node.next..<tape.end(of: node) : none
    case .members: return tape.kind(of: node) == .object ? node.next..<tape.end(of: node) : none
    case .element(let number):
      guard tape.kind(of: node) == .array else { return none }
      return tape.children(of: node).lazy.dropFirst(number).first { _ in true }.map { $0..<tape.end(of: $0) } ?? none
    }
  }

  private static func isText(_ alternative: Alternative, _ node: JSONNode, _ tape: JSONTape) -> Bool {
    guard let text = alternative.text else { return true }
    if text == [UInt8(ascii: "*")] { return tape.saysSomething(node) }
    switch tape.kind(of: node) {
    case .true: return text.elementsEqual("true".utf8)
    case .false: return text.elementsEqual("false".utf8)
    case .string, .number, .word: return text.elementsEqual(tape.text(node))
    default: return false
    }
  }
}

extension JSONTape {
  /// Whether a value is no `null`, no empty text, array or object.
  func saysSomething(_ node: JSONNode) -> Bool {
    switch kind(of: node) {
    case .null, .false: false
    case .string: !scalar(node).isEmpty
    case .array, .object, .sequence: end(of: node) > node.next
    case .true, .number, .word: true
    }
  }

  /// What a string says, escape sequences replaced; of a number or a word its bytes; else nothing.
  ///
  /// - Complexity: O(length)
  func text(_ node: JSONNode) -> [UInt8] {
    hasEscapes(node) ? JSONText.decoded(scalar(node)) : Array(scalar(node))
  }

  /// Lends what a string says, escape sequences replaced.
  func withText<Result>(_ node: JSONNode, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    hasEscapes(node) ? JSONText.decoded(scalar(node)).withUnsafeBufferPointer(body) : body(scalar(node))
  }

  /// A text of one line, made harmless; `nil` where nothing is left of it.
  func line(_ node: JSONNode) -> String? { Self.line(text(node)) }

  /// A text of one line, made harmless; `nil` where nothing is left of it.
  static func line(_ text: [UInt8]) -> String? {
    let line = TextSanitizer.field(TextSanitizer.sanitize(text.span).bytes)
    return line.isEmpty ? nil : line
  }

  /// A whole number; of one with a fraction what is before it.
  func integer(_ node: JSONNode) -> Int? {
    let digits = scalar(node).prefix { $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }
    guard kind(of: node) == .number || digits.count == scalar(node).count else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// What is wrong with a regular expression.
struct ExpressionError: Error, Hashable {
  /// A few words, for the status line.
  var text: String
}

/// Reads a regular expression and makes its program.
struct ExpressionParser {
  private indirect enum Node {
    case set(ScalarSet)
    case assertion(RegularExpression.Assertion)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int?, isLazy: Bool)
  }

  /// Programs have no more instructions: a count in a count multiplies.
  private static let capacity = 4000
  /// Groups stand no deeper in one another.
  private static let deepest = 50

  private let scalars: [Unicode.Scalar]
  private let ignoresCase: Bool
  private var index = 0
  private var depth = 0
  private var instructions: [RegularExpression.Instruction] = []

  init(_ text: String, ignoringCase: Bool) {
    scalars = Array(text.unicodeScalars)
    ignoresCase = ignoringCase
  }

  /// The program of the expression.
  mutating func program() throws(ExpressionError) -> [RegularExpression.Instruction] {
    let node = try choice()
    guard index == scalars.count else { throw ExpressionError(text: "a ) without its (") }
    try emit(node)
    try append(.match)
    return instructions
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// Takes `scalar` when it comes next.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }
}

// MARK: Reading

extension ExpressionParser {
  private mutating func choice() throws(ExpressionError) -> Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw ExpressionError(text: "groups too deep in one another") }
    var choices = [try sequence()]
    while take("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func sequence() throws(ExpressionError) -> Node {
    var nodes: [Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      index += 1
      let node = try item(scalar)
      nodes.append(try repeated(node))
    }
    return .sequence(nodes)
  }

  private mutating func item(_ scalar: Unicode.Scalar) throws(ExpressionError) -> Node {
    switch scalar {
    case ".": return .set(.any)
    case "^": return .assertion(.lineStart)
    case "$": return .assertion(.lineEnd)
    case "[": return .set(try members())
    case "*", "+", "?": throw ExpressionError(text: "nothing to repeat before \(scalar)")
    case "(":
      if take("?"), !take(":") { throw ExpressionError(text: "(? is known as (?: only") }
      let node = try choice()
      guard take(")") else { throw ExpressionError(text: "a ( without its )") }
      return node
    case "\\":
      if take("b") { return .assertion(.wordBoundary) }
      if take("B") { return .assertion(.notWordBoundary) }
      return .set(try escaped())
    default: return .set(ScalarSet(scalar...scalar, ignoringCase: ignoresCase))
    }
  }

  /// What a backslash before the next character stands for.
  private mutating func escaped() throws(ExpressionError) -> ScalarSet {
    guard let scalar = next else { throw ExpressionError(text: "nothing after \\") }
    index += 1
    switch scalar {
    case "d": return .digit
    case "w": return .word
    case "s": return .space
    case "D": return ScalarSet([.digit], isInverted: true)
    case "W": return ScalarSet([.word], isInverted: true)
    case "S": return ScalarSet([.space], isInverted: true)
    case "n": return ScalarSet("\n"..."\n", ignoringCase: false)
    case "t": return ScalarSet("\t"..."\t", ignoringCase: false)
    default:
      guard !scalar.properties.isAlphabetic, scalar.properties.numericType == nil else {
        throw ExpressionError(text: "\\\(scalar) is not known")
      }
      return ScalarSet(scalar...scalar, ignoringCase: false)
    }
  }

  /// What stands between brackets.
  private mutating func members() throws(ExpressionError) -> ScalarSet {
    let isInverted = take("^")
    var sets: [ScalarSet] = []
    while let scalar = next, scalar != "]" || sets.isEmpty {
      index += 1
      if scalar == "\\" {
        sets.append(try escaped())
      } else if next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        let last = scalars[index + 1]
        index += 2
        guard scalar <= last, last != "\\" else { throw ExpressionError(text: "\(scalar)-\(last) is no range") }
        sets.append(ScalarSet(scalar...last, ignoringCase: ignoresCase))
      } else {
        sets.append(ScalarSet(scalar...scalar, ignoringCase: ignoresCase))
      }
    }
    guard take("]") else { throw ExpressionError(text: "a [ without its ]") }
    return ScalarSet(sets, isInverted: isInverted)
  }

  private mutating func repeated(_ node: Node) throws(ExpressionError) -> Node {
    var node = node
    while let scalar = next {
      let (least, most): (Int, Int?)
      switch scalar {
      case "*": (least, most) = (0, nil)
      case "+": (least, most) = (1, nil)
      case "?": (least, most) = (0, 1)
      case "{":
        guard let counts = counts() else { return node }
        (least, most) = counts
        if let most, most < least { throw ExpressionError(text: "{\(least),\(most)} is no range") }
      default: return node
      }
      index += 1
      node = .repeated(node, least: least, most: most, isLazy: take("?"))
    }
    return node
  }

  /// Reads `{2}`, `{2,}` or `{2,5}` up to its `}`; anything else begins with a `{` that means itself.
  private mutating func counts() -> (least: Int, most: Int?)? {
    let begin = index
    index += 1
    func digits(_ parser: inout ExpressionParser) -> Int? {
      var text = ""
      while let scalar = parser.next, ("0"..."9").contains(scalar), text.count < 5 {
        text.unicodeScalars.append(scalar)
        parser.index += 1
      }
      return Int(text)
    }
    if let least = digits(&self) {
      if next == "}" { return (least, least) }
      if take(",") {
        let most = digits(&self)
        if next == "}" { return (least, most) }
      }
    }
    index = begin
    return nil
  }
}

// MARK: Writing

extension ExpressionParser {
  private mutating func append(_ instruction: RegularExpression.Instruction) throws(ExpressionError) {
    guard instructions.count < Self.capacity else { throw ExpressionError(text: "too long an expression") }
    instructions.append(instruction)
  }

  private mutating func emit(_ node: Node) throws(ExpressionError) {
    switch node {
    case .set(let set): try append(.pass(set))
    case .assertion(let assertion): try append(.assert(assertion))
    case .sequence(let nodes): for node in nodes { try emit(node) }
    case .choice(let nodes): try emit(choice: nodes)
    case .repeated(let node, let least, let most, let isLazy):
      for _ in 0..<least { try emit(node) }
      if let most {
        for _ in 0..<max(0, most - least) { try emit(optional: node, isLazy: isLazy, loops: false) }
      } else {
        try emit(optional: node, isLazy: isLazy, loops: true)
      }
    }
  }

  private mutating func emit(choice nodes: [Node]) throws(ExpressionError) {
    var ends: [Int] = []
    for (number, node) in nodes.enumerated() {
      guard number < nodes.count - 1 else {
        try emit(node)
        break
      }
      let split = instructions.count
      try append(.match)
      try emit(node)
      ends.append(instructions.count)
      try append(.match)
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  /// `node` or nothing, and again where it `loops`.
  private mutating func emit(optional node: Node, isLazy: Bool, loops: Bool) throws(ExpressionError) {
    let split = instructions.count
    try append(.match)
    try emit(node)
    if loops { try append(.jump(split)) }
    instructions[split] = isLazy ? .split(instructions.count, split + 1) : .split(split + 1, instructions.count)
  }
}

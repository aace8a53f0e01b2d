import DocumentModel

/// Writes JSON of no known shape as what it is: a text, a value a line.
struct UnknownJSON {
  private let tape: JSONTape
  private var out: [UInt8] = []
  private var open: [(end: JSONNode, isObject: Bool)] = []

  init(_ tape: JSONTape) { self.tape = tape }

  /// The document.
  ///
  /// - Complexity: O(n)
  mutating func write(name: String?) -> Document {
    var builder = DocumentBuilder()
    builder.metadata.title = name.flatMap(TextSanitizer.line)
    builder.diagnostics = tape.faults.diagnostics(for: tape.bytes)
    builder.diagnostics.append(
      Diagnostic(.warning, "it is JSON, but of no API that is known and no list of comments; it is shown as it stands")
    )
    let lineFeed = tape.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? tape.bytes.count
    let hasLines = tape.bytes[lineFeed...].contains { $0 > 0x20 }
    if tape.faults.isEmpty, !hasLines { writeValues() } else { out = Array(tape.bytes) }
    let clean = TextSanitizer.sanitize(out.span)
    builder.diagnostics += clean.diagnostics
    var text = clean.bytes[...]
    while let last = text.last, last == 0x20 || last == 0x0a { text.removeLast() }
    guard !text.isEmpty else { return builder.finish() }
    builder.openCode(language: "json")
    builder.text(text)
    builder.close()
    return builder.finish()
  }

  /// Writes what stands in one line as many.
  private mutating func writeValues() {
    let end = tape.end(of: tape.root)
    var node = tape.root.next
    while node < end {
      while let last = open.last, last.end <= node { close() }
      beginLine(node)
      switch tape.kind(of: node) {
      case .object, .array:
        let isObject = tape.kind(of: node) == .object
        out.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        open.append((tape.end(of: node), isObject))
        if tape.end(of: node) == node.next { close() }
      case .string:
        out.append(UInt8(ascii: "\""))
        out.append(contentsOf: tape.scalar(node))
        out.append(UInt8(ascii: "\""))
      case .number, .word: out.append(contentsOf: tape.scalar(node))
      case .true: out.append(contentsOf: "true".utf8)
      case .false: out.append(contentsOf: "false".utf8)
      case .null, .sequence: out.append(contentsOf: "null".utf8)
      }
      node = node.next
    }
    while !open.isEmpty { close() }
  }

  private mutating func beginLine(_ node: JSONNode) {
    if let last = out.last {
      if last != UInt8(ascii: "{"), last != UInt8(ascii: "["), !open.isEmpty { out.append(UInt8(ascii: ",")) }
      indent()
    }
    let key = tape.key(of: node)
    if key != .none {
      out.append(UInt8(ascii: "\""))
      out.append(contentsOf: tape.keys.bytes(of: key))
      out.append(contentsOf: "\": ".utf8)
    }
  }

  private mutating func close() {
    let isObject = open.removeLast().isObject
    if let last = out.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { indent() }
    out.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
  }

  /// What is deeper than twenty levels is indented no further, so that the text stays in proportion.
  private mutating func indent() {
    out.append(UInt8(ascii: "\n"))
    for _ in 0..<min(open.count, 20) * 2 { out.append(0x20) }
  }
}

import DocumentModel
import TestSupport
import Testing
import TextLayout

/// Texts that are laid out in pieces.
@Suite struct LongTextTests {
  private static let node = NodeIndex(2)

  private static func repeated(_ piece: String, bytes: Int) -> [UInt8] {
    var text = Array(piece.utf8)
    while text.count < bytes { text += text }
    return text
  }

  private static let texts: [(name: String, piece: String)] = [
    ("words", "a word and another, "), ("letters", "x"), ("ideographs", "漢字"), ("marks", "\u{301}"),
    ("blanks", " "), ("lines", "a line of its own\n"), ("emoji", "👩‍👩‍👧"), ("hidden", "\u{200B}"),
  ]

  private func layout(_ text: [UInt8], _ element: Element = .paragraph, columns: Int = 72) -> DocumentLayout {
    DocumentLayout(
      .single(element, text: text),
      geometry: LayoutGeometry(window: columns, column: columns, hasGutter: false)
    )
  }

  @Test(
    "Of four megabytes a key lays out the pieces around it",
    arguments: texts.map(\.name),
    [Element.paragraph, .code]
  )
  func keysCostTheScreen(name: String, element: Element) throws {
    let piece = try #require(Self.texts.first { $0.name == name }).piece
    let layout = layout(Self.repeated(piece, bytes: 4_000_000), element)
    var line = try #require(layout.line(before: LinePosition(node: Self.node.next, index: 0)))
    for _ in 0..<40 {
      let content = layout.content(of: line)
      #expect(content.columns <= 72)
      for case .document(let bytes) in content.runs.map(\.content) { #expect(bytes.count <= 16 * 72) }
      #expect(layout.line(at: layout.anchor(of: line)) == line)
      line = try #require(layout.line(before: line))
    }
    #expect(layout.line(at: Anchor(Self.node, offset: 2_000_000)) != nil)
    // Forty lines of marks are more than a piece; a line of code without end is one.
    #expect(layout.work.bytes < 1_000_000, "\(layout.work)")
  }

  @Test(arguments: texts.map(\.name), [3, 72])
  func everyByteIsOnALine(name: String, columns: Int) throws {
    let piece = try #require(Self.texts.first { $0.name == name }).piece
    var text = Self.repeated(piece, bytes: 36_000)
    text += Array("and an end".utf8)
    check(layout(text, columns: columns), text)
  }

  @Test(arguments: 0..<6)
  func randomTexts(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = RandomText.bytes(of: RandomText.mixed, count: 8_000, invalid: 1, using: &generator)
    check(layout(text, generator.chance(30) ? .code : .paragraph, columns: generator.pick([5, 30, 72])), text)
  }

  /// Lines follow one another, lose nothing but white space, and are found from both ends and from anchors.
  private func check(_ layout: DocumentLayout, _ text: [UInt8]) {
    var down: [LinePosition] = []
    var next = layout.line(at: Anchor(Self.node))
    while let line = next, line.node == Self.node {
      down.append(line)
      next = layout.line(after: line)
    }
    var up: [LinePosition] = []
    var previous = layout.line(before: LinePosition(node: Self.node.next, index: 0))
    while let line = previous, line.node == Self.node {
      up.append(line)
      previous = layout.line(before: line)
    }
    #expect(down == up.reversed())
    var end = 0
    for (index, line) in down.enumerated() where !layout.isBlankRow(line) {
      let start = layout.anchor(of: line).offset
      #expect(start >= end, "line \(index)")
      #expect(layout.line(at: Anchor(Self.node, offset: start)) == line || start == end)
      end = start
    }
    #expect(down.first.map { layout.anchor(of: $0).offset } == 0)
    #expect(end <= text.count)
  }
}

import DocumentModel
import TestSupport
import Testing
import TextLayout

@Suite struct LayoutGeometryTests {
  @Test(arguments: 1...240)
  func theTextColumnKeepsItsMinimum(window: Int) {
    for column in [1, 24, 40, 72, 100, 300] {
      for hasGutter in [true, false] {
        let geometry = LayoutGeometry(window: window, column: column, hasGutter: hasGutter)
        #expect(geometry.textStart + geometry.columns <= window)
        #expect(geometry.columns >= min(LayoutGeometry.minimumColumns, window))
        for depth in [0, 1, 2, 5, 30, 100_000] {
          let text = geometry.columns - geometry.guideColumns(depth: depth)
          #expect(
            text >= min(LayoutGeometry.minimumColumns, window),
            "window \(window), column \(column), depth \(depth)"
          )
        }
      }
    }
  }

  @Test(arguments: 0..<60)
  func noLineIsWiderThanItsColumn(seed: Int) {
    let document = Document(seed: UInt64(seed))
    for window in [1, 2, 10, 23, 24, 25, 26, 40, 60, 80, 200] {
      let layout = DocumentLayout(document, geometry: LayoutGeometry(window: window))
      var line = layout.firstLine
      while let position = line {
        let content = layout.content(of: position, showsParent: true)
        #expect(content.columns <= layout.geometry.columns, "window \(window): \(content)")
        line = layout.line(after: position)
      }
    }
  }

  @Test(arguments: 0..<60)
  func everyLineIsFoundFromItsAnchor(seed: Int) {
    let document = Document(seed: UInt64(seed))
    for window in [12, 40, 80] {
      let layout = DocumentLayout(document, geometry: LayoutGeometry(window: window), folds: FoldState(level: seed % 3))
      var line = layout.firstLine
      while let position = line {
        #expect(layout.line(at: layout.anchor(of: position)) == position)
        line = layout.line(after: position)
      }
    }
  }

  @Test func guidesReachAPlateau() {
    var sketch = ""
    for depth in 0..<60 {
      sketch +=
        String(repeating: "  ", count: depth) + "@a\(depth)\n" + String(repeating: "  ", count: depth + 1) + "Words.\n"
    }
    let layout = DocumentLayout(Document(sketch: sketch), geometry: LayoutGeometry(window: 80))
    let deepest = layout.content(of: LinePosition(node: layout.document.node(ofComment: 59), index: 0))
    let head = deepest.runs.compactMap { if case .literal(let text) = $0.content { text } else { nil } }.joined()
    #expect(head.contains("a59 · ↳ to a58"))
    #expect(layout.geometry.guideColumns(depth: 59) == layout.geometry.guideColumns(depth: 1000))
  }
}

import DocumentModel
import StatementLinking
import TestSupport
import Testing

@Suite("Backlinks are the inverse of links")
struct BacklinksTests {
  @Test("Every stretch is quoted by those whose source it touches", arguments: 0..<60)
  func inverse(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let document = Document(seed: UInt64(seed), size: 60)
    let links = StatementLinks(linking: document)
    let backlinks = Backlinks(links)
    #expect(backlinks.isEmpty == links.sources.allSatisfy { $0 == nil })
    var stretches = document.nodes.map { document.textRange(of: $0) }
    for _ in 0..<200 {
      let ends = [Int.random(in: 0...document.text.count, using: &generator), Int.random(in: 0...document.text.count, using: &generator)]
      stretches.append(ends.min()!..<ends.max()!)
    }
    for bytes in stretches {
      let expected = links.sources.indices.filter { links.passage(of: $0)?.bytes.overlaps(bytes) == true }
      #expect(backlinks.statements(quoting: bytes) == expected)
      #expect(backlinks.count(in: bytes) == expected.count)
    }
  }

  @Test("Long and short passages that overlap", arguments: 0..<40)
  func overlaps(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let links = StatementLinks(
      sources: (0..<50).map { _ in
        guard !generator.chance(20) else { return nil }
        let start = Int.random(in: 0..<1000, using: &generator)
        return Passage(node: .document, bytes: start..<start + Int.random(in: 1...400, using: &generator))
      }
    )
    let backlinks = Backlinks(links)
    for start in stride(from: 0, to: 1500, by: 7) {
      let bytes = start..<start + Int.random(in: 0...90, using: &generator)
      let expected = links.sources.indices.filter { links.passage(of: $0)?.bytes.overlaps(bytes) == true }
      #expect(backlinks.statements(quoting: bytes) == expected)
      #expect(backlinks.count(in: bytes) == expected.count)
    }
  }
}

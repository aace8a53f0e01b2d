import DocumentModel
import HTMLParsing

extension EngineReader {
  /// Those of `engines` whose marks the page has; all others did not make it.
  ///
  /// Asked before anything else, of parts of the page at the same time: most pages are those of one engine, and have next
  /// to nothing of the others.
  ///
  /// - Complexity: O(size of the page)
  static func engines(_ engines: [ThreadEngine], thatMayHaveMade page: ThreadPage) -> [ThreadEngine] {
    let marks = engines.map { PageQuery($0.marks, of: page) }
    let sought = marks.indices.filter { !marks[$0].isEmpty }
    guard !sought.isEmpty else { return [] }
    let parts = DiscussionParts.divide(0..<page.tree.count, atLeast: fewestNodes, share: 4) { $0 }
    var found = [Set<Int>](repeating: [], count: parts.count)
    Concurrency.perform(on: &found, parts.count) { part, found in
      let nodes = HTMLNodeRange(parts[part])
      for index in sought where marks[index].matches(anyOf: nodes) { found.insert(index) }
    }
    let all = found.reduce(Set()) { $0.union($1) }
    return engines.indices.filter(all.contains).map { engines[$0] }
  }

  /// Fewer nodes are not worth a part.
  private static let fewestNodes = 1 << 16
}

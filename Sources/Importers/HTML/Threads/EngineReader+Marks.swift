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
    guard marks.contains(where: { !$0.isEmpty }) else { return [] }
    let parts = DiscussionParts.divide(0..<page.tree.count, atLeast: fewestNodes, share: 4) { $0 }
    var found = [[Int]](repeating: [], count: parts.count)
    Concurrency.perform(on: &found, parts.count) { part, found in
      found = PageQuery.matching(marks, in: HTMLNodeRange(parts[part]))
    }
    return Set(found.joined()).sorted().map { engines[$0] }
  }

  /// Fewer nodes are not worth a part.
  private static let fewestNodes = 1 << 16
}

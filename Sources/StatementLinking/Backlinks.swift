import DocumentModel

/// Which statements quote a passage: the inverse of ``StatementLinks``.
///
/// Twenty bytes a resolved statement.
package struct Backlinks: Sendable {
  /// Resolved statements by the byte their source begins at.
  private let statements: [Int32]
  /// Where their sources begin, in this order.
  private let starts: [UInt32]
  /// Where their sources end, in this order.
  private let ends: [UInt32]
  /// The greatest of the ends up to and including each.
  private let reaches: [UInt32]
  /// The ends, ascending.
  private let sortedEnds: [UInt32]

  /// The backlinks of a document without links.
  package init() { self.init(StatementLinks(sources: [])) }

  /// Turns links around.
  ///
  /// - Complexity: O(n log n) in the number of statements.
  package init(_ links: StatementLinks) {
    var order: [UInt64] = []
    for (index, source) in links.sources.enumerated() {
      // Byte and statement in one number: numbers are sorted several times as fast.
      if let source { order.append(UInt64(source.bytes.lowerBound) << 32 | UInt64(index)) }
    }
    order.sort()
    statements = order.map { Int32(truncatingIfNeeded: $0 & 0xffff_ffff) }
    starts = order.map { UInt32($0 >> 32) }
    ends = statements.map { UInt32(clamping: links.sources[Int($0)]?.bytes.upperBound ?? 0) }
    var reach: UInt32 = 0
    reaches = ends.map { end in
      reach = max(reach, end)
      return reach
    }
    sortedEnds = ends.sorted()
  }

  /// Whether nothing is quoted.
  package var isEmpty: Bool { statements.isEmpty }

  /// How many statements quote some of `bytes`.
  ///
  /// - Complexity: O(log n)
  package func count(in bytes: Range<Int>) -> Int {
    // Those that begin before its end, without those that end before its beginning.
    bytes.isEmpty
      ? 0 : Self.count(starts, below: bytes.upperBound) - Self.count(sortedEnds, below: bytes.lowerBound + 1)
  }

  /// The statements that quote some of `bytes`, in reading order.
  ///
  /// - Complexity: O(log n + number of sources that begin before its end and after a source that reaches into it)
  package func statements(quoting bytes: Range<Int>) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    let end = Self.count(starts, below: bytes.upperBound)
    let first = Self.count(reaches, below: bytes.lowerBound + 1)
    guard first < end else { return [] }
    return (first..<end).filter { ends[$0] > bytes.lowerBound }.map { Int(statements[$0]) }.sorted()
  }

  /// How many of `values`, which ascend, are less than `limit`.
  private static func count(_ values: [UInt32], below limit: Int) -> Int { values.partition { $0 < limit } }
}

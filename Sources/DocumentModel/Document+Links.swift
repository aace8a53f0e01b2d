// Links by their numbers: that of a span with an address.
extension Document {
  /// A link that is longer is not followed back to its beginning.
  private static let longestLink = 4096

  /// The address of a link; `nil` for another span.
  package func address(ofLink link: Int) -> String? {
    guard spans.indices.contains(link), case .link(let address) = spans[link].role else { return nil }
    return address
  }

  /// The first link that begins at `byte` of the text or later.
  ///
  /// - Complexity: O(log n + spans passed over)
  package func link(atOrAfter byte: Int) -> Int? {
    let first = firstSpan(atOrAfter: byte)
    return spans[first...].firstIndex { $0.isLink }
  }

  /// The last link that begins before `byte` of the text.
  ///
  /// - Complexity: O(log n + spans passed over)
  package func link(before byte: Int) -> Int? {
    spans[..<firstSpan(atOrAfter: byte)].lastIndex { $0.isLink }
  }

  /// The links that have some of `bytes`.
  ///
  /// - Complexity: O(log n + spans that begin in `bytes` or a little before)
  package func links(touching bytes: Range<Int>) -> [Int] {
    spans(touching: bytes, from: bytes.lowerBound - Self.longestLink).indices.filter {
      spans[$0].isLink && spans[$0].bytes.overlaps(bytes)
    }
  }
}

extension TextSpan {
  fileprivate var isLink: Bool { if case .link = role { true } else { false } }
}

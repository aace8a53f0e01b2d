/// How many columns text takes on a terminal.
///
/// By Unicode 17 and our own tables, so that a document is laid out the same way on every machine: libc's `wcwidth`
/// lags years behind. East Asian Ambiguous counts as narrow. The columns of a text are those of what is drawn of it,
/// see ``DisplayCluster``.
package enum DisplayWidth {
  /// The columns of a scalar that stands alone: 0 for marks and format characters, 2 for East Asian Wide and Fullwidth
  /// and for emoji, 1 for all others. Complexity: O(1).
  package static func columns(of scalar: Unicode.Scalar) -> Int {
    ClusterProperty(scalar).columns
  }

  /// The columns of `text[range]` on one line.
  ///
  /// `range` lies in `text`, at cluster boundaries. Complexity: O(n), eight bytes a step in ASCII.
  package static func columns(of text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var columns = 0
    var offset = range.lowerBound
    let end = range.upperBound
    while offset < end {
      let asciiEnd = UTF8Decoding.endOfPrintableASCII(in: text, from: offset, to: end)
      columns += asciiEnd - offset
      offset = asciiEnd
      var scanner = ClusterScanner()
      // No cluster that ASCII starts or ends has fewer columns than its scalars: every run can be counted by itself.
      while offset < end, text[offset] < 0x20 || text[offset] >= 0x7F {
        let next = UTF8Decoding.scalar(in: text, at: offset, end: end)
        columns += scanner.advance(ClusterProperty(next.scalar)).columns
        offset += next.length
      }
    }
    return columns
  }

  /// The columns of `text` on one line. Complexity: O(n).
  package static func columns(of text: String) -> Int {
    var text = text
    return text.withUTF8 { columns(of: $0.span, 0..<$0.count) }
  }

  /// The end of the longest run of whole clusters from the start of `text[range]` that takes at most `limit` columns, and
  /// the columns that it takes.
  ///
  /// Clusters of 0 columns that follow belong to the run. Complexity: O(length of the run), eight bytes a step in ASCII.
  package static func prefix(
    of text: Span<UInt8>,
    _ range: Range<Int>,
    columns limit: Int
  ) -> (end: Int, columns: Int) {
    var offset = range.lowerBound
    var columns = 0
    while offset < range.upperBound {
      let ascii = UTF8Decoding.endOfPrintableASCII(
        in: text,
        from: offset,
        to: min(range.upperBound, offset + limit - columns + 1)
      )
      // The last of them may bear a mark that follows.
      if ascii - offset > 1 {
        let more = min(ascii - 1 - offset, limit - columns)
        columns += more
        offset += more
      }
      let cluster = endOfCluster(in: text, from: offset, to: range.upperBound)
      let more = Self.columns(of: text, offset..<cluster)
      guard columns + more <= limit else { break }
      columns += more
      offset = cluster
    }
    return (offset, columns)
  }

  /// The end of the grapheme cluster that starts at `start`, in bytes; `start` < `end` ≤ `text.count`.
  ///
  /// Clusters are the extended ones of UAX #29, untailored. Complexity: O(length of the cluster).
  package static func endOfCluster(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var scanner = ClusterScanner()
    var offset = start
    repeat {
      let next = UTF8Decoding.scalar(in: text, at: offset, end: end)
      if scanner.advance(ClusterProperty(next.scalar)).startsCluster, offset > start { break }
      offset += next.length
    } while offset < end
    return offset
  }
}

extension DisplayWidth {
  /// `text`, or as much of it as leaves room for `ellipsis` after it, in at most `limit` columns.
  ///
  /// Never splits a grapheme cluster. Where not even the ellipsis fits, the text is cut without one; a `limit` of 0 or
  /// less gives an empty string. Complexity: O(bytes kept).
  package static func truncate(_ text: String, toColumns limit: Int, ellipsis: String = "…") -> String {
    guard limit > 0 else { return "" }
    var text = text
    return text.withUTF8 { bytes in
      let whole = prefix(of: bytes.span, columns: limit)
      if whole == bytes.count { return String(decoding: bytes, as: UTF8.self) }
      let room = limit - columns(of: ellipsis)
      if room < 0 { return String(decoding: bytes[..<whole], as: UTF8.self) }
      let end = prefix(of: bytes.span, columns: room)
      return String(decoding: bytes[..<end], as: UTF8.self) + ellipsis
    }
  }

  /// The end of the longest run of whole clusters from the start of `text` that takes at most `limit` columns.
  private static func prefix(of text: Span<UInt8>, columns limit: Int) -> Int {
    var scanner = ClusterScanner()
    var columns = 0
    var offset = 0
    var boundary = 0
    while offset < text.count {
      let next = UTF8Decoding.scalar(in: text, at: offset, end: text.count)
      let step = scanner.advance(ClusterProperty(next.scalar))
      if step.startsCluster { boundary = offset }
      columns += step.columns
      if columns > limit { return boundary }
      offset += next.length
    }
    return offset
  }
}

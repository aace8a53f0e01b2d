/// Where something stands in a source, for diagnostics.
struct SourcePlace: Hashable, Sendable {
  /// 1-based.
  var line: Int
  /// 1-based, in bytes of UTF-8.
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// The place of the byte at `offset` of `text`.
  ///
  /// - Complexity: O(offset)
  init(of offset: Int, in text: [UInt8]) {
    let before = text[..<min(offset, text.count)]
    let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    line = before.reduce(into: 1) { if $1 == 0x0a { $0 += 1 } }
    column = before.count - lineStart + 1
  }
}

/// Tells whether the lines of a text were broken to fit a width.
enum WrapDetection {
  /// How much of a text is looked at, in bytes.
  static let window = 1 << 16
  /// A line of more columns was not broken to fit a page, a mail or a terminal.
  static let maximumWidth = 110

  /// Whether hardly any line is longer than a page is wide, and lines that are followed by others are about as long
  /// as the longest.
  ///
  /// - Complexity: O(``window``)
  static func isWrapped(_ text: SourceText) -> Bool {
    var offset = 0
    var long = 0
    var followed = 0
    var filled = 0
    var previous: Int?
    while offset < min(text.count, window) {
      let line = Line(at: offset, in: text)
      offset = line.next
      guard !line.isBlank else {
        previous = nil
        continue
      }
      // Columns, not bytes: continuation bytes do not count.
      let columns = line.count <= 1000 ? line.indent + text.columns(of: line.text) : line.count
      if columns > maximumWidth { long += 1 }
      if let previous {
        followed += 1
        if previous >= 50 { filled += 1 }
      }
      previous = columns
    }
    return followed >= 3 && filled * 2 >= followed && long * 50 <= followed + long
  }
}

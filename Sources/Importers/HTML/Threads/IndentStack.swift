/// Finds parents by indentation: the nearest record before that is indented less.
struct IndentStack {
  private var stack: [(indent: Int, record: Int)] = []

  /// The parent of a record that comes next.
  ///
  /// - Complexity: O(1), amortised
  mutating func place(_ record: Int, indent: Int) -> Int? {
    while let last = stack.last, last.indent >= indent { stack.removeLast() }
    defer { stack.append((indent, record)) }
    return stack.last?.record
  }
}

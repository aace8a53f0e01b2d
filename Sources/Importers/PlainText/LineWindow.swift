/// The lines of a text from some place on, each measured once, with as much look-ahead as is asked for.
struct LineWindow {
  let text: SourceText
  private var buffer: [Line] = []
  private var head = 0
  private var nextStart: Int

  /// The lines from the one that begins at `start`.
  init(_ text: SourceText, from start: Int = 0) {
    self.text = text
    nextStart = start
  }

  /// The line `distance` lines after the first; `nil` past the end of the text.
  ///
  /// - Complexity: amortised O(length of the lines not seen yet)
  mutating func peek(_ distance: Int = 0) -> Line? {
    while buffer.count - head <= distance {
      guard nextStart < text.count else { return nil }
      let line = Line(at: nextStart, in: text)
      buffer.append(line)
      nextStart = line.next
    }
    return buffer[head + distance]
  }

  /// Leaves the first `count` lines behind.
  mutating func advance(_ count: Int = 1) {
    guard count > 0, peek(count - 1) != nil else { return }
    head += count
    if head > 512 {
      buffer.removeFirst(head)
      head = 0
    }
  }
}

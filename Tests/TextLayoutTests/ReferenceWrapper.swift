import TerminalModel
import TextLayout

/// The wrapper as its documentation tells it, without regard to speed: what `LineWrapper` is compared with.
enum ReferenceWrapper {
  static func wrap(_ text: [UInt8], width: Int, firstIndent: Int = 0) -> [WrappedLine] {
    let mandatory = Set(breaks(text).filter(\.isMandatory).map(\.offset))
    let clusters = Set(clusterStarts(text))
    let allowed = Set(breaks(text).map(\.offset)).intersection(clusters)
    let displayClusters = Set(displayClusterStarts(text))
    var lines: [WrappedLine] = []
    var start = 0
    var room = width - firstIndent
    repeat {
      // As far as a line may go at most: to the next forced break.
      let limit = (start + 1..<max(start + 1, text.count)).first { mandatory.contains($0) } ?? text.count
      let places = Array(start + 1..<max(start + 1, limit))
      let end: Int
      if shownColumns(text, start, limit) <= room {
        end = limit
      } else if let fitting = places.last(where: { allowed.contains($0) && shownColumns(text, start, $0) <= room }) {
        end = fitting
      } else if room < width {
        end = start
      } else if let fitting = places.last(where: { clusters.contains($0) && shownColumns(text, start, $0) <= room }) {
        end = fitting
      } else if let fitting = places.last(where: {
        displayClusters.contains($0) && shownColumns(text, start, $0) <= room
      }) {
        end = fitting
      } else {
        // A display cluster that is wider than the line, and the spaces behind it, but not one with a mark on it.
        let first = places.first { displayClusters.contains($0) } ?? limit
        let spaces = skipUnshown(text, first, limit)
        end = spaces == limit ? limit : places.last { $0 <= spaces && displayClusters.contains($0) } ?? first
      }
      let shown = shownEnd(text, start, end)
      lines.append(WrappedLine(start: start, end: shown, width: columns(text, start, shown)))
      start = end
      room = width
    } while start < text.count
    return lines
  }

  static func breaks(_ text: [UInt8]) -> [(offset: Int, isMandatory: Bool)] {
    LineBreaking.opportunities(in: text.span, 0..<text.count, tailored: true)
  }

  static func clusterStarts(_ text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var offset = 0
    while offset < text.count {
      starts.append(offset)
      offset = DisplayWidth.endOfCluster(in: text.span, from: offset, to: text.count)
    }
    return starts
  }

  static func displayClusterStarts(_ text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var offset = 0
    while offset < text.count {
      starts.append(offset)
      offset = DisplayCluster(in: text.span, from: offset, to: text.count).end
    }
    return starts
  }

  private static let unshown = [" ", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"].map {
    Array($0.utf8)
  }

  /// The end of `start..<end` without the spaces and line ends there.
  private static func shownEnd(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var end = end
    while let last = unshown.first(where: { text[start..<end].suffix($0.count) == $0[...] }) { end -= last.count }
    return end
  }

  /// The offset after the spaces and line ends at `start`.
  private static func skipUnshown(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var start = start
    while let next = unshown.first(where: { text[start..<end].prefix($0.count) == $0[...] }) { start += next.count }
    return start
  }

  private static func shownColumns(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    columns(text, start, shownEnd(text, start, end))
  }

  private static func columns(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    DisplayWidth.columns(of: text.span, start..<end)
  }
}

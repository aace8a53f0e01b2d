/// Looks at what may be the first part of a thread without list markers, and tells whether it is one.
///
/// Such a thread is known by its heads alone, so these have to be alike and to come again and again, with words
/// between them.
struct FlatSurvey {
  private static let maximumComments = 100
  /// A comment has no more lines than this, as long as it is not known whether this is a thread.
  private static let reach = 80

  private var moments: [Moment] = []
  /// How many comments were seen.
  private(set) var comments = 0
  /// Where the second comment begins.
  private(set) var secondStart = Int.max
  private var bodied = 0
  private var closed = 0
  private let profile: ThreadProfile
  /// How many bytes were looked at.
  private(set) var bytes = 0

  /// Whether `line`, the first of `lines`, or one of those below it is short and has a number: a head without one is
  /// rare.
  static func mayBeHead(_ line: Line, _ lines: inout LineWindow, in text: SourceText) -> Bool {
    guard line.count <= 120 else { return false }
    var distance = 0
    var seen = 0
    while seen < 6, distance < 10, let line = lines.peek(distance) {
      distance += 1
      if line.isBlank { continue }
      seen += 1
      guard line.count <= 120 else { return false }
      if text[line.text].contains(where: { (0x30...0x39).contains($0) }) { return true }
    }
    return false
  }

  /// Looks at the lines from `start` on, where `head` stands in `column`.
  init(_ text: SourceText, from start: Int, like head: HeadGroup, column: Int) {
    var profile = ThreadProfile(kind: .headed, start: start, column: column)
    profile.isFlat = true
    profile.isOneLine = head.isOneLine
    profile.isNumbered = head.isNumbered
    var lines = LineWindow(text, from: start)
    var heads = HeadGroupReader(text)
    var hasBody = false
    var isClosed = false
    var gap = 0
    while let line = lines.peek(), comments < Self.maximumComments {
      bytes = line.start - start
      guard bytes < ThreadFinder.window else { break }
      if line.isBlank {
        lines.advance()
        continue
      }
      gap += 1
      if line.indent < column || gap > Self.reach { break }
      if Self.mayBeHead(line, &lines, in: text), ListMarker(line, in: text) == nil {
        let head = heads.readFlat(&lines)
        if profile.isCommentHead(head) {
          if comments > 0, hasBody { bodied += 1 }
          if isClosed { closed += 1 }
          comments += 1
          if comments == 2 { secondStart = line.start }
          gap = 0
          if let moment = head.moment { moments.append(moment) }
          hasBody = false
          isClosed = false
          lines.advance(max(1, head.lineCount))
          continue
        }
      }
      let range = ListMarker(line, in: text).map { $0.textStart..<line.textEnd } ?? line.text
      isClosed = heads.lineReader.isControl(range)
      hasBody = hasBody || !isClosed
      lines.advance()
    }
    if hasBody { bodied += 1 }
    profile.order = ThreadSurvey.dateOrder(of: moments, in: text)
    profile.hasClosingControls = comments >= 2 && closed >= comments - 2
    self.profile = profile
  }

  /// What the comments look like; `nil` when this is no thread.
  func profile(isAnnounced: Bool) -> ThreadProfile? {
    comments >= (isAnnounced && profile.hasClosingControls ? 2 : 3) && bodied * 4 >= comments * 3 ? profile : nil
  }
}

import DocumentModel
import ReaderCore
import TerminalModel
import TestSupport
import Testing
import TextLayout

/// What scrolling does, on a list of all lines instead of anchors: the brute-force twin.
private struct LineListTwin {
  var lineCount: Int
  var rows: Int
  var current = 0
  var row = 0

  mutating func scroll(by count: Int) {
    for _ in 0..<abs(count) {
      if count > 0 {
        guard current + 1 < lineCount else { return }
        let last = current - row + rows - 1
        current += 1
        if last >= lineCount - 1 { row += 1 }
      } else {
        guard current > 0 else { return }
        let first = current - row
        current -= 1
        if first == 0 { row -= 1 }
      }
    }
  }
}

@Suite struct ScrollingTests {
  static let sizes = [(80, 24), (40, 12), (20, 5), (200, 50), (24, 2), (1, 1), (30, 3)]

  @Test(arguments: 0..<40)
  func agreesWithAListOfAllLines(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (columns, rows) = generator.pick(Self.sizes)
    var session = Session(
      Document(seed: UInt64(seed)),
      columns: columns,
      rows: rows,
      foldLevel: seed % 5 == 0 ? 1 : nil
    )
    let lines = allLines(of: session.state.layout)
    #expect(lines == allLinesBackwards(of: session.state.layout))
    guard !lines.isEmpty else { return }
    var twin = LineListTwin(lineCount: lines.count, rows: session.state.textRows)
    for step in 0..<60 {
      let key = generator.pick(["j", "k", "d", "u", "Space", "b", "g", "G", "3j", "7k", "2 Space", "Down", "PgUp"])
      session.type(key)
      let half = max(1, session.state.textRows / 2)
      switch key {
      case "j", "Down": twin.scroll(by: 1)
      case "k": twin.scroll(by: -1)
      case "3j": twin.scroll(by: 3)
      case "7k": twin.scroll(by: -7)
      case "d": twin.scroll(by: half)
      case "u": twin.scroll(by: -half)
      case "Space": twin.scroll(by: twin.rows)
      case "2 Space": twin.scroll(by: 2 * twin.rows)
      case "b", "PgUp": twin.scroll(by: -twin.rows)
      case "g": (twin.current, twin.row) = (0, 0)
      default: (twin.current, twin.row) = (lines.count - 1, min(lines.count, twin.rows) - 1)
      }
      #expect(session.state.currentLine == lines[twin.current], "after \(step + 1) keys, the last \(key)")
      #expect(session.state.view.row == twin.row)
      let top = twin.current - twin.row
      #expect(session.state.screenLines == Array(lines[top..<min(lines.count, top + twin.rows)]))
    }
  }

  @Test(arguments: [(80, 24), (40, 12), (20, 5), (3, 2), (1, 1)])
  func everyLineIsVisitedOnceByLineDown(columns: Int, rows: Int) {
    for seed in 0..<3 {
      var session = Session(Document(seed: UInt64(seed)), columns: columns, rows: rows)
      var visited = session.state.currentLine.map { [$0] } ?? []
      while true {
        let before = session.state.view
        session.type("j")
        guard session.state.view != before else { break }
        visited.append(session.state.currentLine!)
      }
      #expect(visited == allLines(of: session.state.layout))
    }
  }

  /// What a key will lead to is known before it is pressed, where it does no more than move.
  @Test(arguments: 0..<30)
  func isMovedAsAnticipated(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let (columns, rows) = generator.pick(Self.sizes)
    var session = Session(Document(seed: UInt64(seed)), columns: columns, rows: rows)
    var moves = 0
    for _ in 0..<80 {
      let key = generator.pick([
        "j", "k", "Space", "b", "]", "[", "G", "g", "h", "l", "z", "M", "R", "Tab", "Enter", "5", "q",
      ])
      let event = ReaderEvent.key(KeyEvent(notation: key)!)
      let anticipated = session.state.moved(by: event)
      let before = session.state
      let effects = session.effects.count
      session.take(event)
      if let anticipated {
        moves += 1
        #expect(Session(anticipated).frame == session.frame, "after \(key)")
        #expect(anticipated.view == session.state.view)
        #expect(session.effects.count == effects)
      } else if before.view != session.state.view, session.effects.count == effects {
        let isSameLayout = before.layout.revision === session.state.layout.revision
        #expect(!isSameLayout, "\(key) only moves")
      }
    }
    #expect(moves > 0 || rows < 4)
  }

  @Test(arguments: ["/", "&"])
  func whatIsAnticipatedStopsNothing(prompt: String) {
    var session = Session(Document(seed: 7))
    session.searches = false
    session.type(prompt)
    session.type(words: "e")
    func isStopped() -> Bool {
      for key in ["e", "Esc", "Enter", "n", "j", "Backspace"] {
        _ = session.state.moved(by: .key(KeyEvent(notation: key)!))
      }
      return switch session.effects.last {
      case .search(let job): job.run() == nil
      case .filter(let job): job.run() == nil
      default: true
      }
    }
    #expect(!isStopped())
    session.type("Enter")
    #expect(!isStopped())
  }

  @Test func nothingIsAnticipatedOfADocumentThatGrows() {
    let document = Document(sketch: (1...40).map { "Paragraph \($0)" }.joined(separator: "\n\n"))
    var session = Session(document, stage: .loading(Loading(shown: 100, read: 100)), isLinked: false)
    let key = ReaderEvent.key(KeyEvent(.character("j")))
    #expect(session.state.moved(by: key)?.view == nil)
    session.take(.read(document, .complete))
    let anticipated = session.state.moved(by: key)?.view
    session.take(key)
    #expect(anticipated == session.state.view)
  }
}

/// All lines, from the first on.
func allLines(of layout: DocumentLayout) -> [LinePosition] {
  Array(
    sequence(state: layout.firstLine) { (next: inout LinePosition?) -> LinePosition? in
      defer { next = next.flatMap(layout.line(after:)) }
      return next
    }
  )
}

/// All lines, found from the last.
func allLinesBackwards(of layout: DocumentLayout) -> [LinePosition] {
  Array(
    sequence(state: layout.lastLine) { (next: inout LinePosition?) -> LinePosition? in
      defer { next = next.flatMap(layout.line(before:)) }
      return next
    }
  ).reversed()
}

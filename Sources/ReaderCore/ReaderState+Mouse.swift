import DocumentModel
import TerminalModel
import TextLayout

// The mouse, for those who want it: a terminal whose mouse is taken selects text only while Shift is held.
extension ReaderState {
  /// The lines that a notch of the wheel scrolls by.
  private static let notch = 3

  /// Takes the mouse, or leaves it to the terminal.
  mutating func toggleMouse() -> [Effect] {
    usesMouse.toggle()
    say(usesMouse ? "the mouse scrolls and points; Shift selects text" : "the mouse is the terminal's")
    return [.useMouse(usesMouse)]
  }

  /// Takes in what was done with the mouse.
  mutating func handle(_ event: MouseEvent) -> [Effect] {
    guard usesMouse, prompt == nil else { return [] }
    message = nil
    hints = nil
    switch event.action {
    case .wheel(let isDown): turn(by: isDown ? Self.notch : -Self.notch)
    case .press: return press(at: event.position)
    }
    return []
  }

  private mutating func turn(by lines: Int) {
    switch panel {
    case .help: movePanel(.lines(lines))
    case .outline: handleInOutline(KeyEvent(lines > 0 ? .down : .up))
    case .library: _ = handleInLibrary(KeyEvent(lines > 0 ? .down : .up))
    case nil:
      highlight = nil
      focusedLink = nil
      scroll(by: lines)
    }
  }

  /// Makes the line at a place the current one; on what is folded unfolds it, on the head of the comment that is current
  /// already folds it, on a link gives it the focus, and on the one that has it opens it.
  private mutating func press(at position: Position) -> [Effect] {
    let lines = screenLines
    guard panel == nil, position.row >= 0, position.row < lines.count else { return [] }
    let line = lines[position.row]
    if let link = link(at: position.column, of: line) {
      if link == focusedLink { return openLink() }
      focus(on: line, row: position.row)
      focusedLink = link
      return []
    }
    let isCurrent = line == currentLine
    focus(on: line, row: position.row)
    if layout.folds.isFolded(line.node, in: document) {
      setFolded(false, line.node)
    } else if isCurrent, document[line.node].isComment, line.index == 0 {
      setFolded(true, line.node)
    }
    return []
  }

  private mutating func focus(on line: LinePosition, row: Int) {
    guard line != currentLine else { return }
    highlight = nil
    focusedLink = nil
    jumps.push(view)
    view = Viewport(anchor: layout.anchor(of: line), row: row)
  }

  private func link(at column: Int, of line: LinePosition) -> Int? {
    var start = layout.geometry.textStart
    for run in layout.content(of: line, sideways: sideways).runs {
      if case .document(let bytes) = run.content, (start..<start + run.columns).contains(column) {
        // The cluster below the pointer is the one after those that end before it.
        let byte = DisplayWidth.prefix(of: document.text.span, bytes, columns: column - start).end
        return byte < bytes.upperBound ? document.links(touching: byte..<byte + 1).first : nil
      }
      start += run.columns
    }
    return nil
  }
}

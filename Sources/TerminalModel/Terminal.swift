/// What a terminal reports.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// The window has a new size, already in force.
  case resized(Size)
  /// Something was done with the mouse.
  case mouse(MouseEvent)
  /// Something was posted to the wake pipe.
  case woken
  /// The program came back from being suspended; everything has to be drawn again.
  case resumed
  /// The terminal went away: end of input or a hang-up.
  case closed
}

/// A terminal: everything the program knows about the device it runs on.
package protocol Terminal: AnyObject {
  /// The size of the window.
  var size: Size { get }
  /// Shows a frame; only what differs from the one shown before is sent.
  func show(_ grid: CellGrid)
  /// Does what can be done of showing a frame before it has to be shown, behind those that were prepared before. Another
  /// frame may be shown instead, and all of them are forgotten.
  ///
  /// - Returns: Whether it was done, so that others may be prepared as well.
  func prepare(_ grid: CellGrid) -> Bool
  /// Forgets what is on the screen, so that the next frame is drawn whole.
  func redraw()
  /// Waits for the next event, at most `milliseconds` (for ever when `nil`); `nil` when none came.
  func nextEvent(within milliseconds: Int?) -> TerminalEvent?
  /// Names the window, where the terminal can.
  func setTitle(_ title: String)
  /// Hands a text to the terminal for other programs to paste, where it takes any.
  ///
  /// - Returns: whether it was handed over; nobody says whether the terminal took it.
  func copy(_ text: String) -> Bool
  /// Takes the mouse, or gives it back.
  func useMouse(_ isUsed: Bool)
  /// Lets another program have the terminal while `body` runs.
  func lend(_ body: () -> Void)
  /// Hands the terminal back to the shell and stops the process until the user continues it.
  func suspend()
  /// Gives the terminal back as it was found.
  func close()
}

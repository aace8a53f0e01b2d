/// Something that was done with the mouse.
package struct MouseEvent: Hashable, Sendable {
  /// What was done.
  package enum Action: Hashable, Sendable {
    /// The first button was pressed.
    case press
    /// The wheel was turned by a notch, towards the user when `down`.
    case wheel(down: Bool)
  }

  /// What was done.
  package var action: Action
  /// Where, in cells from 0.
  package var position: Position

  /// Something done at a place.
  package init(_ action: Action, at position: Position) {
    self.action = action
    self.position = position
  }
}

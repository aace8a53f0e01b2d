import TerminalModel
import TextLayout

// Places that the reader gives a letter, and comes back to.
extension ReaderState {
  /// A command that takes the key after its own for a name.
  enum NameRequest: Hashable, Sendable {
    case setMark
    case goToMark

    /// The key, as the status line shows what is pending.
    var text: String { self == .setMark ? "m" : "'" }
  }

  /// The name of the place that was jumped from last.
  private static let lastPlace: Unicode.Scalar = "'"

  /// Takes the key that names a mark.
  mutating func handle(_ key: KeyEvent, naming request: NameRequest) {
    nameRequest = nil
    guard case .character(let name) = key.key, !key.control, !key.alt, name != " " else {
      if key.key != .escape { say("a mark is named by a letter or another character") }
      return
    }
    switch request {
    case .setMark: setMark(name)
    case .goToMark: goToMark(name)
    }
  }

  /// Gives the current line a name.
  mutating func setMark(_ name: Unicode.Scalar) {
    guard name != Self.lastPlace else { return say("'' is the place you jumped from") }
    guard name != Self.lastStop else { return say("'\" is the place you stopped at last time") }
    marks[name] = view.anchor
    say("mark \(name) set; '\(name) comes back")
  }

  /// Goes to what was given a name; unfolds what hides it.
  mutating func goToMark(_ name: Unicode.Scalar) {
    guard let anchor = name == Self.lastPlace ? jumps.latest?.anchor : marks[name] else {
      switch name {
      case Self.lastPlace: return say("nowhere jumped from yet")
      case Self.lastStop: return say("nothing is known of earlier visits")
      default: return say("no mark \(name); m\(name) sets it")
      }
    }
    follow(to: anchor, isFollowed: false)
  }
}

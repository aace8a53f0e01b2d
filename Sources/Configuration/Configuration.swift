import ReaderCore

/// What a person has chosen once for all: settings and keys, from `config.toml`.
///
/// Owns which settings there are and how they are written; files are somebody else's. A bad line costs itself: what it would
/// have set stays as it is without it.
package struct Configuration: Sendable {
  /// Which theme is taken.
  package enum ThemeChoice: Hashable, Sendable {
    /// Always the same.
    case always(String)
    /// By whether the terminal is light or dark.
    case byBackground(light: String, dark: String)

    /// The name of the theme on a terminal whose background is light or, as far as is known, dark.
    package func name(onLight isLight: Bool) -> String {
      switch self {
      case .always(let name): name
      case .byBackground(let light, let dark): isLight ? light : dark
      }
    }
  }

  /// The theme; `nil` for the default one.
  package var theme: ThemeChoice?
  /// The greatest width of the text column.
  package var width: Int?
  /// What begins folded.
  package var fold: FoldChoice?
  /// Whether to draw with ASCII characters only.
  package var drawsASCII = false
  /// Whether the mouse is the reader's, and not the terminal's.
  package var usesMouse = false
  /// Whether nothing on the screen moves by itself more than it has to.
  package var reducesMotion = false
  /// The keys in force.
  package var keymap = Keymap()

  /// What holds where nothing is said.
  package init() {}
}

/// What begins folded.
package enum FoldChoice: Hashable, Sendable {
  case none
  case all
  /// Everything but the comments that were not there on the last visit, and what they answer.
  case new
  /// Comments of this level or more, 0 the top level.
  case level(Int)

  /// Reads `none`, `all`, `new` or a level.
  package init?(_ text: String) {
    switch text {
    case "none": self = .none
    case "all": self = .all
    case "new": self = .new
    default:
      guard let level = Int(text), level >= 0 else { return nil }
      self = .level(level)
    }
  }

  /// The comment depth from which on comments are folded; of new ones that is found out later.
  package var depth: Int? {
    switch self {
    case .none: nil
    case .all, .new: 0
    case .level(let level): level
    }
  }
}

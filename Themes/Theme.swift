import TerminalModel

/// What everything on the screen looks like: a style for each scope.
///
/// Scopes are names with dots; a scope without a style of its own has that of the scope before its last dot. `README.md` beside this
/// file lists them.
package struct Theme: Sendable {
  /// The name it is chosen by.
  package let name: String
  /// The theme that is light where this one is dark, or the other way round.
  package let pair: String?
  let styles: [String: Style]

  /// The style of a scope; of the scope above it, when it has none; plain, when none of those has. Colours that it does not
  /// say are those of the scope `background`.
  package func style(of scope: String) -> Style {
    var style = ownStyle(of: scope)
    guard let background = styles["background"] else { return style }
    if style.foreground == .standard { style.foreground = background.foreground }
    if style.background == .standard { style.background = background.background }
    return style
  }

  private func ownStyle(of scope: String) -> Style {
    var scope = Substring(scope)
    while true {
      if let style = styles[String(scope)] { return style }
      guard let dot = scope.lastIndex(of: ".") else { return .plain }
      scope = scope[..<dot]
    }
  }
}

// MARK: Themes that are shipped

extension Theme {
  /// The names of the themes that are built in; the first is the default.
  package static let names = [
    "terminal",
    "monochrome",
    "light",
    "dark",
    "high-contrast",
    "high-contrast-light",
    "colour-blind",
    "colour-blind-light",
    "solarized-light",
    "solarized-dark",
    "gruvbox-light",
    "gruvbox-dark",
    "nord",
    "catppuccin-latte",
    "catppuccin-mocha",
    "dracula",
    "rose-pine",
    "rose-pine-dawn",
    "tokyo-night",
  ]

  /// The theme built in under `name`.
  package static func builtIn(_ name: String) -> Theme? {
    names.contains(name) ? source(ofBuiltIn: name).map { read(name: name, source: $0).theme } : nil
  }

  /// The source of the theme built in under `name`, or of `base`, which those with colours of their own inherit from.
  package static func source(ofBuiltIn name: String) -> String? {
    let bytes: [UInt8]? =
      switch name {
      case "base": PackageResources.base_toml
      case "terminal": PackageResources.terminal_toml
      case "monochrome": PackageResources.monochrome_toml
      case "light": PackageResources.light_toml
      case "dark": PackageResources.dark_toml
      case "high-contrast": PackageResources.high_contrast_toml
      case "high-contrast-light": PackageResources.high_contrast_light_toml
      case "colour-blind": PackageResources.colour_blind_toml
      case "colour-blind-light": PackageResources.colour_blind_light_toml
      case "solarized-light": PackageResources.solarized_light_toml
      case "solarized-dark": PackageResources.solarized_dark_toml
      case "gruvbox-light": PackageResources.gruvbox_light_toml
      case "gruvbox-dark": PackageResources.gruvbox_dark_toml
      case "nord": PackageResources.nord_toml
      case "catppuccin-latte": PackageResources.catppuccin_latte_toml
      case "catppuccin-mocha": PackageResources.catppuccin_mocha_toml
      case "dracula": PackageResources.dracula_toml
      case "rose-pine": PackageResources.rose_pine_toml
      case "rose-pine-dawn": PackageResources.rose_pine_dawn_toml
      case "tokyo-night": PackageResources.tokyo_night_toml
      default: nil
      }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Every scope there is, with what it is for: the vocabulary of themes.
  package static let vocabulary: [(scope: String, purpose: String)] = [
    ("text", "running text"),
    ("text.strong", "strong words"),
    ("text.emphasis", "stressed words"),
    ("title", "the title of the document"),
    ("metadata", "facts in head lines: dates, names, points"),
    ("heading", "headings; `heading.1` to `heading.6` by level"),
    ("heading.1", ""), ("heading.2", ""), ("heading.3", ""), ("heading.4", ""), ("heading.5", ""), ("heading.6", ""),
    ("code", "preformatted text"),
    ("clipped", "the mark where code goes on beyond the edge"),
    ("figure", "what stands in the place of a picture"),
    ("signature", "what an author puts below everything"),
    ("table.label", "what a cell is called where a table is too wide"),
    ("link", "links"),
    ("link.mention", "a person addressed"),
    ("list.marker", "bullets and numbers"),
    ("rule", "separating lines"),
    ("statement", "quoted words"),
    ("statement.bar", "the bar beside them"),
    ("statement.speaker", "who said them"),
    ("statement.resolved", "who said them, where the source was found"),
    ("statement.backlinks", "how many statements quote a passage"),
    ("statement.peek", "a source that is shown below its quotation"),
    ("statement.peek.source", "the quoted words in it"),
    ("discussion", "the head of the discussion"),
    ("comment.author", "who wrote a comment"),
    ("comment.author.op", "the author of the article"),
    ("comment.standing", "what became of a comment: deleted, flagged"),
    ("comment.new", "the mark of a comment that was not there on the last visit"),
    ("guide", "reply guides; `guide.1` to `guide.6` by depth"),
    ("guide.1", ""), ("guide.2", ""), ("guide.3", ""), ("guide.4", ""), ("guide.5", ""), ("guide.6", ""),
    ("fold", "the line of what is folded"),
    ("fold.marker", "the mark before it"),
    ("focus", "the bar of the focus"),
    ("highlight", "a passage jumped to"),
    ("highlight.hit", "what is sought, wherever it stands"),
    ("highlight.link", "the link that has the focus"),
    ("highlight.hint", "letters to choose a link by"),
    ("status", "the status line"),
    ("status.message", "a message in it"),
    ("help", "the help screen"),
    ("help.group", "names of groups in it"),
    ("help.key", "keys in it"),
    ("panel", "a panel with a list"),
    ("panel.frame", "the frame around it"),
    ("panel.title", "its title, and titles in it"),
    ("panel.input", "what is typed to filter it"),
    ("panel.note", "names, counts"),
    ("panel.chosen", "the chosen entry"),
    ("background", "whatever else the window shows; colours that the others do not say"),
  ]

  static let scopes = Set(vocabulary.map(\.scope))
}

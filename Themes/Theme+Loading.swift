import TOMLKit
import TOMLReading
import TerminalModel

extension Theme {
  /// A theme read from TOML, and what was wrong with it. A bad line costs that line and nothing else.
  package struct Loaded: Sendable {
    /// The theme.
    package let theme: Theme
    /// What was wrong, a line each: `file:line:column: what was found; what to do`.
    package let problems: [String]

    /// A theme, with what was wrong.
    package init(theme: Theme, problems: [String]) {
      self.theme = theme
      self.problems = problems
    }
  }

  /// No theme inherits from more than so many others.
  private static let maximumAncestors = 8

  /// Reads a theme.
  ///
  /// ```toml
  /// inherits = "dark"
  /// "comment.author" = { fg = "accent", modifiers = ["bold"] }
  /// guide = "gray"
  ///
  /// [palette]
  /// accent = "#5f87af"
  /// ```
  ///
  /// - Parameters:
  ///   - file: what messages call it; its name where nothing else is given.
  ///   - parent: gives the source of the theme that another inherits from.
  package static func read(
    name: String,
    file: String? = nil,
    source: String,
    parent: (String) -> String? = { source(ofBuiltIn: $0) }
  ) -> Loaded {
    var layers = [Layer(TOMLFile(name: file ?? name, source: source))]
    while let above = layers[layers.count - 1].inherited {
      guard let source = parent(above), layers.count <= maximumAncestors else {
        let known = names + ["base"]
        layers[layers.count - 1].file.reportUnknown(
          "theme",
          named: above,
          at: ["inherits"],
          known: known,
          otherwise: "inherit from one that `quire themes` lists, in no circle"
        )
        break
      }
      layers.append(Layer(TOMLFile(name: above, source: source)))
    }
    // What is said first counts: by the theme itself, then by what it inherits from.
    var palette: [String: String] = [:]
    for layer in layers { palette.merge(layer.palette) { mine, _ in mine } }
    var styles: [String: Style] = [:]
    for index in layers.indices {
      for (scope, style) in layers[index].styles(palette: palette) where styles[scope] == nil { styles[scope] = style }
    }
    return Loaded(
      theme: Theme(name: name, pair: layers[0].pair, styles: styles),
      problems: layers.flatMap(\.file.problems)
    )
  }
}

/// A file that a theme is made of: its own, or one that it inherits from.
private struct Layer {
  /// Keys at the top that are no scopes.
  private static let settings: Set<String> = ["inherits", "pair", "palette"]

  var file: TOMLFile
  let inherited: String?
  let pair: String?
  private(set) var palette: [String: String] = [:]

  init(_ file: TOMLFile) {
    self.file = file
    inherited = file.table["inherits"]?.string
    pair = file.table["pair"]?.string
    for key in ["inherits", "pair"] {
      guard let value = file.table[key], value.string == nil else { continue }
      self.file.report("\(key) is no name; write \(key) = \"dark\"", at: [key])
    }
    guard let value = file.table["palette"] else { return }
    guard let table = value.table else {
      self.file.report("palette is no table; write its colours below [palette]", at: ["palette"])
      return
    }
    for (name, value) in table {
      palette[name] = value.string
      if value.string == nil {
        self.file.report("\(value) is no colour; write \(name) = \"#rrggbb\"", at: ["palette", name])
      }
    }
  }

  /// The styles of the scopes that the file has a good line for.
  mutating func styles(palette: [String: String]) -> [(String, Style)] {
    var styles: [(String, Style)] = []
    for (scope, value) in file.table where !Self.settings.contains(scope) {
      guard Theme.scopes.contains(scope) else {
        file.reportUnknown(
          "scope",
          named: scope,
          at: [scope],
          known: Theme.vocabulary.map(\.scope),
          otherwise: "Themes/README.md lists those that there are"
        )
        continue
      }
      let found = file.problems.count
      let style = style(value, scope: scope, palette: palette)
      // With the line left out, the scope has the style of the scope before its last dot.
      if file.problems.count == found { styles.append((scope, style)) }
    }
    return styles
  }

  private mutating func style(_ value: TOMLValueConvertible, scope: String, palette: [String: String]) -> Style {
    if value.string != nil { return Style(foreground: color(value, scope, palette)) }
    guard let table = value.table else {
      file.report("\(scope): neither a colour nor { fg, bg, modifiers }", at: [scope])
      return .plain
    }
    for key in table.keys where !["fg", "bg", "modifiers"].contains(key) {
      file.report("\(scope): a style has no \(key); use fg, bg and modifiers", at: [scope, key])
    }
    var style = Style(
      foreground: color(table["fg"], scope, palette),
      background: color(table["bg"], scope, palette)
    )
    guard let modifiers = table["modifiers"] else { return style }
    guard let modifiers = modifiers.array else {
      file.report("\(scope): modifiers are no list; write modifiers = [\"bold\"]", at: [scope, "modifiers"])
      return style
    }
    for modifier in modifiers {
      guard let name = modifier.string, let attribute = Style.Attributes(name: name) else {
        file.report(
          "\(scope): \(modifier) is no modifier; use bold, dim, italic, underline, reversed or crossed_out",
          at: [scope, "modifiers"]
        )
        continue
      }
      style.attributes.insert(attribute)
    }
    return style
  }

  private mutating func color(_ value: TOMLValueConvertible?, _ scope: String, _ palette: [String: String]) -> Color {
    guard let value else { return .standard }
    let name = value.string ?? "\(value)"
    if let color = Color(name: palette[name] ?? name) { return color }
    let advice = "use #rrggbb, a name of the palette or of the terminal's sixteen"
    file.report("\(scope): \(name.isEmpty ? "\"\"" : name) is no colour; \(advice)", at: [scope])
    return .standard
  }
}

import TOMLKit
import TerminalModel

extension Theme {
  /// A theme read from TOML, and what was wrong with it. A bad line costs that line and nothing else.
  package struct Loaded: Sendable {
    /// The theme.
    package let theme: Theme
    /// What was wrong, a sentence each: where, what was found, what to do.
    package let problems: [String]
  }

  /// Reads a theme.
  ///
  /// ```toml
  /// "comment.author" = { fg = "accent", modifiers = ["bold"] }
  /// guide = "gray"
  ///
  /// [palette]
  /// accent = "#5f87af"
  /// ```
  package static func read(name: String, source: String) -> Loaded {
    var problems: [String] = []
    var styles: [String: Style] = [:]
    do {
      let table = try TOMLTable(string: source)
      let palette = Self.palette(table["palette"], name: name, problems: &problems)
      for (scope, value) in table where scope != "palette" {
        guard Self.scopes.contains(scope) else {
          problems.append("\(name): the scope \(scope) does not exist; Themes/README.md lists those that do")
          continue
        }
        let found = problems.count
        let style = style(value, scope: scope, palette: palette, problems: &problems)
        // With the line left out, the scope has the style of the scope before its last dot.
        if problems.count == found { styles[scope] = style }
      }
    } catch let error as TOMLParseError {
      problems.append("\(name):\(error.source.begin.line):\(error.source.begin.column): \(error.description)")
    } catch {
      problems.append("\(name): \(error)")
    }
    return Loaded(theme: Theme(name: name, styles: styles), problems: problems)
  }

  private static func palette(
    _ value: TOMLValueConvertible?,
    name: String,
    problems: inout [String]
  ) -> [String: String] {
    guard let value else { return [:] }
    guard let table = value.table else {
      problems.append("\(name): palette is no table; write its colours below [palette]")
      return [:]
    }
    var palette: [String: String] = [:]
    for (name, value) in table { palette[name] = value.string }
    return palette
  }

  private static func style(
    _ value: TOMLValueConvertible,
    scope: String,
    palette: [String: String],
    problems: inout [String]
  ) -> Style {
    func color(_ value: TOMLValueConvertible?) -> Color {
      guard let value else { return .standard }
      let name = value.string ?? "\(value)"
      if let color = Color(name: palette[name] ?? name) { return color }
      problems.append("\(scope): \(name) is no colour; use #rrggbb, a name of the palette or of the terminal's sixteen")
      return .standard
    }
    if value.string != nil { return Style(foreground: color(value)) }
    guard let table = value.table else {
      problems.append("\(scope): neither a colour nor { fg, bg, modifiers }")
      return .plain
    }
    for key in table.keys where !["fg", "bg", "modifiers"].contains(key) {
      problems.append("\(scope): a style has no \(key); use fg, bg and modifiers")
    }
    var style = Style(foreground: color(table["fg"]), background: color(table["bg"]))
    guard let modifiers = table["modifiers"] else { return style }
    guard let modifiers = modifiers.array else {
      problems.append("\(scope): modifiers are no list; write modifiers = [\"bold\"]")
      return style
    }
    for modifier in modifiers {
      guard let name = modifier.string, let attribute = Style.Attributes(name: name) else {
        problems.append(
          "\(scope): \(modifier) is no modifier; use bold, dim, italic, underline, reversed or crossed_out"
        )
        continue
      }
      style.attributes.insert(attribute)
    }
    return style
  }
}

extension Color {
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "gray", "light-red", "light-green",
    "light-yellow",
    "light-blue", "light-magenta", "light-cyan", "light-white",
  ]

  /// A colour by its name (`default`, one of the terminal's sixteen) or as `#rrggbb`.
  package init?(name: String) {
    if name == "default" {
      self = .standard
    } else if let index = Self.names.firstIndex(of: name) {
      self = .indexed(UInt8(index))
    } else if name.utf8.count == 7, name.hasPrefix("#"), name.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(name.dropFirst(), radix: 16)
    {
      self = .rgb(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    } else {
      return nil
    }
  }
}

extension Style.Attributes {
  /// An attribute by the name that themes use.
  init?(name: String) {
    switch name {
    case "bold": self = .bold
    case "dim": self = .dim
    case "italic": self = .italic
    case "underline": self = .underline
    case "reversed": self = .reversed
    case "crossed_out": self = .crossedOut
    default: return nil
    }
  }
}

import TOMLKit
import TextLayout
import Themes

/// Something that can be set: everything there is to know about it.
struct Setting: Sendable {
  /// The greatest column that can be asked for.
  static let columns = 1...10_000

  /// What it is called in the file.
  let name: String
  /// What it does, a line of comment each.
  let summary: [String]
  /// The default, in TOML.
  let standard: String
  /// What its value has to be, for messages: `a number of columns`.
  let expected: String
  /// Takes a value in; gives whether it is one.
  let take: @Sendable (TOMLValueConvertible, inout Configuration) -> Bool

  /// All there are, in the order the file lists them in.
  static let table: [Setting] = [
    Setting(
      name: "theme",
      summary: [
        "The theme: one that `quire themes` lists, or a file of your own in themes/ beside this one.",
        "Or one for light terminals and one for dark: { light = \"light\", dark = \"dark\" }",
      ],
      standard: "\"\(Theme.names[0])\"",
      expected: "the name of a theme, or { light = \"…\", dark = \"…\" }"
    ) { value, configuration in
      if let name = value.string {
        configuration.theme = .always(name)
        return true
      }
      guard let table = value.table, let light = table["light"]?.string, let dark = table["dark"]?.string,
        table.keys.count == 2
      else { return false }
      configuration.theme = .byBackground(light: light, dark: dark)
      return true
    },
    Setting(
      name: "width",
      summary: ["The greatest width of the text column."],
      standard: "\(LayoutGeometry.defaultColumns)",
      expected: "a number of columns from \(columns.lowerBound) to \(columns.upperBound)"
    ) { value, configuration in
      guard let width = value.int, columns.contains(width) else { return false }
      configuration.width = width
      return true
    },
    Setting(
      name: "fold",
      summary: [
        "What begins folded where nothing is remembered: \"none\", \"all\", or comments from a level on, 0 the top level.",
        "\"new\" folds everything but what was not there on the last visit, whatever is remembered.",
      ],
      standard: "\"none\"",
      expected: "\"none\", \"all\", \"new\" or a level"
    ) { value, configuration in
      guard let fold = (value.string ?? value.int.map(String.init)).flatMap(FoldChoice.init) else { return false }
      configuration.fold = fold
      return true
    },
    Setting(
      name: "ascii",
      summary: ["Draw with ASCII characters only."],
      standard: "false",
      expected: "true or false"
    ) { value, configuration in
      guard let isOn = value.bool else { return false }
      configuration.drawsASCII = isOn
      return true
    },
    Setting(
      name: "mouse",
      summary: ["Take the mouse: wheel, clicks on lines, folds and links. Shift selects text then."],
      standard: "false",
      expected: "true or false"
    ) { value, configuration in
      guard let isOn = value.bool else { return false }
      configuration.usesMouse = isOn
      return true
    },
    Setting(
      name: "reduced-motion",
      summary: ["Let what changes by itself, such as how far reading is, change only now and then."],
      standard: "false",
      expected: "true or false"
    ) { value, configuration in
      guard let isOn = value.bool else { return false }
      configuration.reducesMotion = isOn
      return true
    },
  ]
}

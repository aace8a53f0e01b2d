import TerminalModel

/// Styles as terminals are told them: Select Graphic Rendition, ECMA-48 8.3.117, with the usual extensions for 256 and direct
/// colours.
package enum ANSISequence {
  /// What ends every style.
  package static let reset = "\u{1B}[0m"

  /// What begins `style`; empty for one that is plain.
  ///
  /// - Parameter hasColors: whether colours are told; attributes always are.
  package static func text(for style: Style, hasColors: Bool = true) -> String {
    var codes: [String] = []
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reversed, "7"), (.crossedOut, "9"),
    ]
    for (attribute, code) in attributes where style.attributes.contains(attribute) { codes.append(code) }
    if hasColors {
      if let code = code(for: style.foreground, base: 30) { codes.append(code) }
      if let code = code(for: style.background, base: 40) { codes.append(code) }
    }
    return codes.isEmpty ? "" : "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private static func code(for color: Color, base: Int) -> String? {
    switch color {
    case .standard: nil
    case .indexed(let index) where index < 8: "\(base + Int(index))"
    case .indexed(let index) where index < 16: "\(base + 52 + Int(index))"
    case .indexed(let index): "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}

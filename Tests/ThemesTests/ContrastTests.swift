import Glibc
import TerminalModel
import Testing
import Themes

/// Whether text can be read in the themes that define their own colours.
@Suite("Contrast")
struct ContrastTests {
  /// Lines and marks that carry no words: they have to be seen, not read.
  private static let marks: Set<String> = ["rule", "clipped"]

  /// Themes that leave colours to the terminal: the first two.
  private static let withoutColors = Theme.names.prefix(2)

  @Test("All words stand out from what is behind them", arguments: Theme.names.dropFirst(2))
  func words(name: String) throws {
    let theme = try #require(Theme.builtIn(name))
    for (scope, _) in Theme.vocabulary {
      let style = theme.style(of: scope)
      let isMark = scope.hasPrefix("guide") || Self.marks.contains(scope)
      let contrast = try contrast(style.foreground, style.background, scope)
      #expect(contrast >= (isMark ? 1.5 : 4.5), "\(name): \(scope) has a contrast of \(contrast)")
      #expect(!style.attributes.contains(.dim), "\(name): \(scope) is dimmed by the terminal, nobody knows how far")
    }
  }

  @Test("Light themes have dark ones beside them, and the other way round")
  func pairs() throws {
    var count = 0
    for name in Theme.names {
      guard let pair = try #require(Theme.builtIn(name)).pair else { continue }
      let other = try #require(Theme.builtIn(pair), "\(name): there is no theme \(pair)")
      #expect(other.pair == name)
      let grounds = try [name, pair].map { try luminance(ground(of: $0), $0) }
      #expect(grounds.min() ?? 1 < 0.1 && grounds.max() ?? 0 > 0.7, "\(name)")
      count += 1
    }
    #expect(count >= 10)
  }

  private func ground(of name: String) throws -> Color {
    try #require(Theme.builtIn(name)).style(of: "background").background
  }

  @Test("The terminal's own colours are left alone by themes without colours")
  func withoutColors() throws {
    #expect(Self.withoutColors == ["terminal", "monochrome"])
    for name in Self.withoutColors {
      let theme = try #require(Theme.builtIn(name))
      for (scope, _) in Theme.vocabulary {
        let style = theme.style(of: scope)
        #expect(style.background == .standard, "\(name): \(scope)")
        if case .rgb = style.foreground { Issue.record("\(name): \(scope) has a colour of its own") }
        if name == "monochrome" { #expect(style.foreground == .standard, "\(scope)") }
      }
    }
  }

  @Test("The measure itself")
  func measure() throws {
    let black = Color.rgb(red: 0, green: 0, blue: 0)
    let white = Color.rgb(red: 255, green: 255, blue: 255)
    let gray = Color.rgb(red: 0x76, green: 0x76, blue: 0x76)
    #expect(try contrast(black, white, "") == 21)
    #expect(try contrast(white, white, "") == 1)
    // The lightest grey that can be read on white, as everybody who checks contrast knows.
    #expect(try (4.53...4.55).contains(contrast(gray, white, "")))
  }

  /// The contrast ratio of two colours, from 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
  private func contrast(_ one: Color, _ other: Color, _ scope: String) throws -> Double {
    let lights = try [luminance(one, scope), luminance(other, scope)].sorted()
    return ((lights[1] + 0.05) / (lights[0] + 0.05) * 1000).rounded() / 1000
  }

  /// <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>
  private func luminance(_ color: Color, _ scope: String) throws -> Double {
    guard case .rgb(let red, let green, let blue) = color else {
      throw NoDirectColor(scope: scope)
    }
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private struct NoDirectColor: Error {
    let scope: String
  }
}

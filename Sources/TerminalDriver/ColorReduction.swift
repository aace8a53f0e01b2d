import TerminalModel

/// Turns colours into numbers that a terminal of few colours understands.
struct ColorReduction {
  /// How many colours are used: 0, 8, 16, 256, or 1 << 24 where a colour is a number 0xRRGGBB.
  let count: Int
  /// Where colours are 0xRRGGBB, how many of the lowest numbers are entries of the palette instead.
  let paletteCount: Int
  /// Whether -1 stands for the terminal's own foreground and background.
  let hasStandardColors: Bool

  /// A reduction for a terminal that says it has `count` colours; those beyond a palette everybody has are left alone.
  init(count: Int, paletteCount: Int, hasStandardColors: Bool) {
    self.count = [1 << 24, 256, 16, 8].first { $0 <= count } ?? 0
    self.paletteCount = min(paletteCount, 256)
    self.hasStandardColors = hasStandardColors
  }

  /// The numbers for the foreground and background of `style`; both -1 on a terminal without colours.
  func numbers(for style: Style) -> (foreground: Int, background: Int) {
    guard count > 0, style.foreground != .standard || style.background != .standard else { return (-1, -1) }
    let background = number(for: style.background, standing: .behind)
    var foreground = number(for: style.foreground, standing: .inFront)
    if foreground == background, style.foreground != style.background, foreground >= 0 {
      // Two colours that fall together must not hide the text.
      foreground = Palette.isLight(style.background) ? 0 : 7
    }
    return (foreground, background)
  }

  private enum Place {
    case inFront
    case behind
  }

  private func number(for color: Color, standing place: Place) -> Int {
    switch color {
    case .standard:
      if hasStandardColors { return -1 }
      return place == .inFront ? 7 : 0
    case .indexed(let index):
      return number(forIndex: Int(index), standing: place)
    case .rgb(let red, let green, let blue):
      let value = Int(red) << 16 | Int(green) << 8 | Int(blue)
      if count == 1 << 24 { return max(value, paletteCount) }
      let limit = count >= 256 ? 256 : 16
      // Users choose the sixteen named colours themselves, so a palette of 256 is searched above them.
      let nearest = Palette.nearest(to: value, in: (limit == 256 ? 16 : 0)..<limit)
      return number(forIndex: nearest, standing: place)
    }
  }

  private func number(forIndex index: Int, standing place: Place) -> Int {
    if count == 1 << 24 { return index < paletteCount ? index : max(Palette.values[index], paletteCount) }
    if index < min(count, 256) { return index }
    if index >= 16 { return number(forIndex: Palette.nearest(to: Palette.values[index], in: 0..<16), standing: place) }
    // Eight colours only: bright ones are named after plain ones, but bright black is grey, which plain black is not.
    if index == 8 { return place == .inFront ? 7 : 0 }
    return index - 8
  }
}

/// The usual values of the 256 colours.
private enum Palette {
  /// Values as 0xRRGGBB: sixteen named colours as xterm has them, a cube of 6 × 6 × 6, and 24 greys.
  static let values: [Int] = {
    let named = [
      0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
      0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
    ]
    let steps = [0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff]
    let cube = (0..<216).map { steps[$0 / 36] << 16 | steps[$0 / 6 % 6] << 8 | steps[$0 % 6] }
    let greys = (0..<24).map { (8 + 10 * $0) * 0x010101 }
    return named + cube + greys
  }()

  /// The entry of `range` nearest to `value`.
  static func nearest(to value: Int, in range: Range<Int>) -> Int {
    var best = range.lowerBound
    var bestDistance = Int.max
    for index in range {
      let distance = self.distance(values[index], value)
      if distance < bestDistance {
        best = index
        bestDistance = distance
      }
    }
    return best
  }

  /// Whether black can be read on `color`.
  static func isLight(_ color: Color) -> Bool {
    let value: Int
    switch color {
    case .standard: return false
    case .indexed(let index): value = values[Int(index)]
    case .rgb(let red, let green, let blue): value = Int(red) << 16 | Int(green) << 8 | Int(blue)
    }
    return 299 * (value >> 16) + 587 * (value >> 8 & 0xff) + 114 * (value & 0xff) > 128_000
  }

  // The eye tells greens apart best; weights of the "redmean" approximation at middle red.
  private static func distance(_ one: Int, _ other: Int) -> Int {
    let red = (one >> 16) - (other >> 16)
    let green = (one >> 8 & 0xff) - (other >> 8 & 0xff)
    let blue = (one & 0xff) - (other & 0xff)
    return 5 * red * red + 8 * green * green + 5 * blue * blue
  }
}

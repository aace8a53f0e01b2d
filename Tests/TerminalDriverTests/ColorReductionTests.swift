import TerminalModel
import TestSupport
import Testing

@testable import TerminalDriver

@Suite("Fewer colours")
struct ColorReductionTests {
  private func reduction(_ count: Int, standard: Bool = true) -> ColorReduction {
    ColorReduction(count: count, paletteCount: 8, hasStandardColors: standard)
  }

  private func front(_ color: Color, _ count: Int) -> Int {
    reduction(count).numbers(for: Style(foreground: color)).foreground
  }

  private func rgb(_ value: Int) -> Color {
    .rgb(red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// The cube and the greys of the 256 colours as xterm computes them.
  private static let palette: [(index: Int, value: Int)] =
    (0..<216).map { number in
      let parts = [number / 36, number / 6 % 6, number % 6].map { $0 == 0 ? 0 : 55 + 40 * $0 }
      return (16 + number, parts[0] << 16 | parts[1] << 8 | parts[2])
    } + (0..<24).map { (232 + $0, (8 + 10 * $0) * 0x010101) }

  @Test("A terminal is taken to have the palette that everybody has, of those it says it has")
  func counts() {
    let expected = [
      (-1, 0), (0, 0), (2, 0), (7, 0), (8, 8), (15, 8), (16, 16), (88, 16), (255, 16), (256, 256), (65536, 256),
      (1 << 24, 1 << 24), (1 << 30, 1 << 24),
    ]
    for (given, count) in expected { #expect(reduction(given).count == count, "\(given) colours") }
  }

  @Test("Without colours nothing has one")
  func none() {
    for color in [Color.standard, .indexed(1), .indexed(200), rgb(0xE0A458)] {
      #expect(reduction(0).numbers(for: Style(foreground: color, background: .indexed(4))) == (-1, -1))
    }
  }

  @Test("Direct colours pass through; those that would be entries of the palette are moved beside them")
  func direct() {
    #expect(front(rgb(0xE0A458), 1 << 24) == 0xE0A458)
    #expect(front(rgb(0x000000), 1 << 24) == 8)
    #expect(front(rgb(0x000007), 1 << 24) == 8)
    #expect(front(rgb(0x000008), 1 << 24) == 8)
    #expect(front(.indexed(3), 1 << 24) == 3)
    #expect(front(.indexed(196), 1 << 24) == 0xFF0000)
  }

  @Test("Of 256 colours, each of the cube and of the greys is nearest to itself")
  func ownColors() {
    for (index, value) in Self.palette {
      #expect(front(rgb(value), 256) == index)
      #expect(front(.indexed(UInt8(index)), 256) == index)
    }
    for index in 0..<16 { #expect(front(.indexed(UInt8(index)), 256) == index) }
  }

  @Test("No other of the 256 is nearer in red, green and blue than the one chosen", arguments: 0..<50)
  func nearest(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      let value = Int.random(in: 0...0xFFFFFF, using: &generator)
      let chosen = front(rgb(value), 256)
      #expect((16..<256).contains(chosen), "the sixteen named colours are the user's own")
      let own = distances(value, Self.palette.first { $0.index == chosen }?.value ?? 0)
      for (index, other) in Self.palette where index != chosen {
        let others = distances(value, other)
        #expect(!zip(others, own).allSatisfy { $0 < $1 }, "\(chosen) for \(value), where \(index) is nearer")
      }
    }
  }

  private func distances(_ one: Int, _ other: Int) -> [Int] {
    [16, 8, 0].map { abs((one >> $0 & 0xFF) - (other >> $0 & 0xFF)) }
  }

  @Test(
    "Sixteen and eight colours: what a person would say",
    arguments: [
      (0x000000, 0, 0), (0xFFFFFF, 15, 7), (0xCD0000, 1, 1), (0xFF0000, 9, 1), (0x00CD00, 2, 2), (0x0000EE, 4, 4),
      (0xE5E5E5, 7, 7), (0x808080, 8, 7), (0x00FFFF, 14, 6), (0xFFFF10, 11, 3), (0x101010, 0, 0),
    ]
  )
  func named(value: Int, of16: Int, of8: Int) {
    #expect(front(rgb(value), 16) == of16)
    #expect(front(rgb(value), 8) == of8)
  }

  @Test("Of eight colours, bright ones are named after plain ones, and grey is not black on black")
  func eight() {
    for index in 9..<16 { #expect(front(.indexed(UInt8(index)), 8) == index - 8) }
    #expect(front(.indexed(8), 8) == 7)
    #expect(reduction(8).numbers(for: Style(foreground: .indexed(2), background: .indexed(8))) == (2, 0))
  }

  @Test("No number is asked for that the terminal does not have")
  func bounds() {
    for count in [8, 16, 256] {
      for index in UInt8.min...UInt8.max {
        #expect((0..<count).contains(front(.indexed(index), count)))
        #expect((0..<count).contains(front(rgb(Int(index) * 65_793), count)))
      }
    }
  }

  @Test("The terminal's own colours are -1, or the usual ones where it cannot go back to them")
  func standardColors() {
    #expect(reduction(256).numbers(for: .plain) == (-1, -1))
    #expect(reduction(256).numbers(for: Style(foreground: .indexed(3))) == (3, -1))
    #expect(reduction(8, standard: false).numbers(for: Style(foreground: .indexed(3))) == (3, 0))
    #expect(reduction(8, standard: false).numbers(for: Style(background: .indexed(3))) == (7, 3))
  }

  @Test("Two colours that fall together do not hide the text")
  func contrast() {
    for count in [8, 16, 256] {
      for (foreground, background) in [(0x16161A, 0x16161B), (0xFAF8F3, 0xFAF8F2), (0x5A5853, 0x5A5854)] {
        let numbers = reduction(count).numbers(for: Style(foreground: rgb(foreground), background: rgb(background)))
        #expect(numbers.foreground != numbers.background, "\(count) colours")
      }
    }
    #expect(reduction(8).numbers(for: Style(foreground: rgb(0x12110F), background: rgb(0x16161A))) == (7, 0))
    #expect(reduction(8).numbers(for: Style(foreground: rgb(0xF3F0E8), background: rgb(0xFAF8F3))) == (0, 7))
    // What is meant to be invisible stays so.
    #expect(reduction(256).numbers(for: Style(foreground: .indexed(4), background: .indexed(4))) == (4, 4))
  }
}

import CNcurses
import Testing

/// Motions that end at the border of the part of the screen that scrolls.
@Suite struct LineMotionTests {
  @Test(arguments: [
    ("a line", false), ("", false), ("\u{1B}", false), ("\u{1B}[", false), ("\u{1B}[23;5Ha line\u{1B}[m", false),
    ("\u{1B}[2d\u{8}▌\u{1B}[5G\r\u{1B}[K\u{1B}[3C\u{1B}(B\u{1B}[?25l", false),
    ("a\nb", true), ("x\u{1B}[A", true), ("x\u{1B}[2B", true), ("\u{1B}[2;1H\u{1B}M", true),
    ("\u{1B}[31m\u{1B}D", true), ("\u{1B}[3S", true), ("x\u{1B}[T", true), ("\u{1B}[2L", true), ("\u{1B}[M", true),
    ("\u{1B}[1;23r\u{1B}[23;1H\u{1B}[11S\u{1B}[1;24r", true),
  ])
  func examples(text: String, moves: Bool) {
    let bytes = text.utf8.map { CChar(bitPattern: $0) }
    #expect((screen_moves_by_lines(bytes, bytes.count) != 0) == moves)
  }
}

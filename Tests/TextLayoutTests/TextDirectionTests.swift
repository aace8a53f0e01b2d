import Testing

@testable import TextLayout

@Suite("Direction of a text")
struct TextDirectionTests {
  @Test(
    "The first letter says it, whatever stands before",
    arguments: [
      ("", false), ("lamp", false), ("1931", false), ("מגדלור", true), ("المنارة", true), ("1931: «מגדלור»", true),
      ("(a) מגדלור", false), ("— é", false), ("灯台 מגדלור", false), ("🏮 מגדלור", true), ("\u{5B0}x", false), ("٣٤ lamp", false),
      ("٣٤ مصباح", true), ("\u{200F}lamp", true), ("\u{1E900}", true),
    ]
  )
  func direction(text: String, isRightToLeft: Bool) {
    let bytes = Array(("x" + text + "א").utf8)
    #expect(TextDirection.isRightToLeft(bytes.span, 1..<bytes.count - 2) == isRightToLeft)
  }
}

import TerminalModel
import TestSupport
import Testing

/// Pages in scripts that terminals find hard, in tmux: whatever is on a row, it begins and ends where it should.
@Suite(.enabled(if: Program.isBuiltAndTmuxAvailable, "needs the built program, and tmux"))
struct ScriptTests {
  /// A page in each script: heading, text, a discussion. All written for this test.
  private static let pages: [(name: String, text: String)] = [
    (
      "Hebrew",
      """
      המגדלור על הצוק

      במשך תשעים שנה הודלק הפנס בידי שעון שאיש לא כיוון אותו. השומרים באו והלכו, והעדשה הוחלפה פעמיים, ועדיין נדלק האור אחת עשרה דקות אחרי השקיעה.

      Comments

        1. נועה
           נועה 3 March 2024 14:02
           מי שילם על השעון השני? The bill was found in 1931.
           1. דן
              דן 3 March 2024 15:40
              הקופסה של הקבלות.
      """
    ),
    (
      "Arabic",
      """
      المنارة على الصخرة

      ظلّ المصباح يُضاء تسعين سنة بساعة لم يضبطها أحد. جاء الحرّاس وذهبوا، وبُدّلت العدسة مرّتين، وما زال الضوء يأتي بعد الغروب بإحدى عشرة دقيقة.

      Comments

        1. ليلى
           ليلى 3 March 2024 14:02
           من دفع ثمن الساعة الثانية؟
      """
    ),
    (
      "Japanese",
      """
      岬の灯台

      九十年のあいだ、灯台の明かりは誰も合わせたことのない時計で灯されていた。灯台守は来ては去り、レンズは二度替えられたが、それでも日没の十一分後に必ず点いた。「遅れているのではない。太陽が早いのだ」と港湾局は書いた（一九三一年）。

      Comments

        1. 林
           林 3 March 2024 14:02
           二つ目の時計の代金は、だれが払ったのですか。
      """
    ),
    (
      "marks",
      """
      Cafe\u{301} Phở हिन्दी ภาษาไทย

      E\u{301}te\u{301} a\u{308}\u{304}o\u{323}\u{302} Z\u{351}\u{36B}\u{343}\u{36A}a\u{325}\u{348}l\u{334}go किताब की रोशनी हर शाम ठीक समय पर जलती है और जहाज़ लौट आते हैं। ประภาคารส่องแสงทุกคืนหลังพระอาทิตย์ตกสิบเอ็ดนาที

      Comments

        1. zoe\u{308}
           zoe\u{308} 3 March 2024 14:02
           क्या यह दीपक है? น้ำ
      """
    ),
    (
      "emoji",
      """
      Lamps 🏮 and flags 🇳🇴

      A family 👨‍👩‍👧‍👦 came by boat ⛵️, with a keeper 👩🏽‍🔧 and a heart ❤️, and a sign 1️⃣ that said 🏳️‍🌈 and ☕︎ and 🫨🪿🩷, all the way 🚶🏿‍♀️‍➡️ home to the light ☀️ of the lamp.

      Comments

        1. 🦊 fox
           🦊 fox 3 March 2024 14:02
           👍🏾👍🏾👍🏾 so many 🧑‍🚀🧑‍🚀🧑‍🚀 that the row is full of them 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉
      """
    ),
  ]

  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func open(_ index: Int, rows: Int, columns: Int) throws -> TmuxSession {
    let session = try Program.inTmux(
      reading: try directory.write(Self.pages[index].text),
      in: directory,
      rows: rows,
      columns: columns
    )
    try session.waitForScreen("the first screen") { $0.contains("%") }
    return session
  }

  @Test(arguments: 0..<pages.count, [(24, 80), (12, 40), (5, 20)])
  func rowsAreDrawnAlikeStepByStepAndAtOnce(page: Int, size: (rows: Int, columns: Int)) throws {
    let session = try open(page, rows: size.rows, columns: size.columns)
    for keys in [["j", "j", "j"], ["G"], ["k", "k"], ["z", "M"], ["z", "R"], ["g"], ["Space"], ["+"]] {
      for key in keys { try session.press(key) }
      let steps = try session.settledScreen()
      try session.press("C-l")
      let atOnce = try session.settledScreen()
      #expect(rows(of: atOnce) == rows(of: steps), "\(Self.pages[page].name), after \(keys)")
      for row in rows(of: atOnce) { #expect(DisplayWidth.columns(of: String(row)) <= size.columns, "\(row)") }
    }
  }

  @Test(arguments: 0..<pages.count)
  func whatStandsAtTheRightEdgeStaysThere(page: Int) throws {
    let session = try open(page, rows: 24, columns: 80)
    try session.press("t")
    let screen = try session.waitForScreen("the outline") { $0.contains("┌") && $0.contains("└") }
    let framed = screen.split(separator: "\n" as Character).filter {
      $0.hasSuffix("│") || $0.hasSuffix("┐") || $0.hasSuffix("┘")
    }
    #expect(framed.count >= 4)
    for row in framed { #expect(DisplayWidth.columns(of: String(row)) == 80, "\(row)") }
  }

  /// Left of them stand gutter and margin, at the right nothing: where such a line begins.
  @Test(arguments: [0, 1])
  func paragraphsReadFromTheRightStandAtTheRightEdge(page: Int) throws {
    let session = try open(page, rows: 24, columns: 80)
    let lines = Self.pages[page].text.split(separator: "\n" as Character)
    let screen = try session.settledScreen()
    let shown = rows(of: screen).filter { row in
      let words = row.drop { $0 == " " || $0 == "▌" }.prefix(12)
      return !words.isEmpty && lines[1].contains(words)
    }
    #expect(shown.count >= 2)
    for row in shown { #expect(DisplayWidth.columns(of: String(row)) == 76, "\(row)") }
  }

  @Test func noLineBeginsWithWhatMayNotBeginOne() throws {
    for columns in [20, 31, 40, 53] {
      let session = try open(2, rows: 24, columns: columns)
      for row in rows(of: try session.settledScreen()) {
        let first = row.drop { $0 == " " || $0 == "│" || $0 == "▌" }.first
        #expect(!"、。」）ょっー？".contains(first ?? "x"), "\(row)")
      }
    }
  }

  private func rows(of screen: String) -> ArraySlice<Substring> {
    screen.split(separator: "\n" as Character, omittingEmptySubsequences: false).dropLast(2)
  }
}

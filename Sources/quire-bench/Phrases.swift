/// What the invented people of a page dump are called and say.
struct Phrases {
  /// The months as page dumps write them.
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static let words = """
    the of and to a in it that was for on as with by this are not or have from at which an one all were when there will more if can has \
    other about out what time then first its these may like our some now very after also many must before through back where much your \
    way well down should because long each just those too how little good still own see work day get here between both life under never \
    same another know while last might great old year off come since against right take three house use during without again around \
    small found thought went part once general high upon every did left number course until always away something fact though water \
    less public put think almost hand enough far took head yet better set told nothing end why look asked later point city business \
    garden lantern harbour window kettle ladder orchard whistle pocket ferry bridge market weather letter button copper
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let foreign = [
    "Сегодня фонарь горит дольше обычного, и никто не жалуется.", "港の灯台は今日も定刻より四分遅れて灯る。",
    "Der Gärtner öffnete größere Fenster für die Bäume.", "Ca\u{327}a va, dit Ame\u{301}lie, et la bouilloire aussi.",
    "그 다리는 아직도 시장 옆에 있습니다.", "Nobody asked the ladder 🪜 and it was right 👍🏽 again.", "这封信在口袋里放了三年，没有人读过它。",
    "Read it again: https://example.org/a/very/long/path/with/many/segments/index.html?query=string&other=value#anchor",
  ]

  private static let syllables = "ka to mi ra ne su vo li an dor el fin gar hol is jan kel mar nor pat".split(
    separator: " "
  )

  /// Sentences of 3 to 30 words, UTF-8; one of twenty is not ASCII or has no place to break.
  let sentences: [[UInt8]]

  /// Sentences made with the numbers of `random`.
  init(using random: inout SeededGenerator) {
    sentences = (0..<2048).map { _ in
      if Int.random(in: 0..<20, using: &random) == 0 {
        return Array(Self.foreign[Int.random(in: Self.foreign.indices, using: &random)].utf8)
      }
      var sentence = ""
      for _ in 0..<Int.random(in: 3...Int.random(in: 6...30, using: &random), using: &random) {
        // The smaller of two numbers: as in any language, some words are said more often.
        let first = Int.random(in: Self.words.indices, using: &random)
        let word = Self.words[min(first, Int.random(in: Self.words.indices, using: &random))]
        sentence += sentence.isEmpty ? word.prefix(1).uppercased() + word.dropFirst() : " " + word
      }
      return Array((sentence + ".").utf8)
    }
  }

  /// The name of the author of that number: another one for each.
  func name(of author: Int) -> String {
    var name = ""
    var rest = author + 20
    while rest > 0 {
      name += Self.syllables[rest % 20]
      rest /= 20
    }
    return name
  }
}

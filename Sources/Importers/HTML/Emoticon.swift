/// Faces that pages show as small pictures and describe by what was typed for them.
enum Emoticon {
  private static let signs: [String: String] = [
    ":)": "🙂", ":-)": "🙂", "=)": "🙂", ":smile:": "🙂", ":D": "😀", ":-D": "😀", ":grin:": "😁", ":biggrin:": "😀",
    ":(": "🙁", ":-(": "🙁", ":sad:": "🙁", ";)": "😉", ";-)": "😉", ":wink:": "😉", ":P": "😛", ":-P": "😛", ":p": "😛",
    ":-p": "😛", ":razz:": "😛", ":o": "😮", ":O": "😮", ":-o": "😮", ":eek:": "😮", "8)": "😎", "8-)": "😎", ":cool:": "😎",
    ":mad:": "😠", ":x": "😠", ":-x": "😠", ":evil:": "👿", ":twisted:": "😈", ":oops:": "😳", ":blush:": "😊",
    ":cry:": "😢", ":'(": "😢", ":lol:": "😆", ":rolleyes:": "🙄", ":roll:": "🙄", ":confused:": "😕", ":?": "😕",
    ":???:": "😕", ":-?": "😕", ":|": "😐", ":-|": "😐", ":neutral:": "😐", ":shock:": "😯", ":love:": "😍", ":heart:": "❤",
    "<3": "❤", ":thumbsup:": "👍", ":thumbsdown:": "👎", ":idea:": "💡", ":arrow:": "➡", ":!:": "❗", ":?:": "❓",
    ":mrgreen:": "😁",
  ]

  /// The character for the face that `name` describes; `nil` for what is none.
  static func sign(for name: String) -> String? { signs[name] }
}

/// Words as the index takes them, and what is typed to find them.
///
/// Where a script puts no blanks between words, each of its characters is a word to the index, and what is sought in it a
/// phrase: so any part of it is found.
enum SearchText {
  /// What stands between such characters; nothing that is shown. To the index it separates words.
  private static let separator: Unicode.Scalar = "\u{200B}"

  /// Marks around what was found, which no clean text has.
  static let (startOfHit, endOfHit) = ("\u{1}", "\u{2}")

  /// The text with every character of such scripts made a word.
  ///
  /// - Complexity: O(length)
  static func indexed(_ text: String) -> String {
    // Most text has none of them.
    guard text.utf8.contains(where: { $0 >= 0xe0 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWord(scalar) { result.append(separator) }
      result.append(scalar)
      if isWord(scalar) { result.append(separator) }
    }
    return String(result)
  }

  /// The text as it was before ``indexed(_:)``.
  static func shown(_ text: String) -> String {
    var scalars = text.unicodeScalars
    scalars.removeAll { $0 == separator }
    return String(scalars)
  }

  /// What is typed, in the language of the index; `nil` where there are no words in it. All words have to stand near one
  /// another, as beginnings of words where they have three letters or more; what stands in quotation marks, as it stands.
  ///
  /// <https://sqlite.org/fts5.html#full_text_query_syntax>
  static func query(_ typed: String) -> String? {
    var terms: [String] = []
    for (index, part) in typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      let isPhrase = index % 2 == 1
      for words in isPhrase ? [part] : part.split(whereSeparator: \.isWhitespace) {
        let term = indexed(String(words))
        guard term.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
          continue
        }
        let isBeginning = !isPhrase && words.count >= 3 && term.unicodeScalars.last != separator
        terms.append("\"" + term + "\"" + (isBeginning ? "*" : ""))
      }
    }
    return terms.isEmpty ? nil : terms.joined(separator: " ")
  }

  /// Han, Kana, Bopomofo, Thai, Lao, Myanmar, Khmer.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0e00...0x0eff, 0x1000...0x109f, 0x1780...0x17ff, 0x3040...0x312f, 0x31a0...0x31bf, 0x31f0...0x31ff,
      0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff, 0x20000...0x3ffff:
      true
    default: false
    }
  }
}

import HTMLParsing

/// The title of a page's article: without the name of the site, which most pages put beside it.
enum PageTitle {
  /// What stands between a title and the name of a site.
  private static let separators = [" | ", " - ", " – ", " — ", " » ", " › ", " · ", " :: ", " / ", " • ", " ~ "]

  /// So many words are a title although it be unknown what stands behind them.
  private static let enoughWords = 4

  /// The title among what a page says of itself.
  ///
  /// - Parameters:
  ///   - declared: what it gives to others as the title.
  ///   - shown: what browsers show as the title of the window.
  ///   - headings: its headings of the first level.
  ///   - site: the name of the site.
  ///   - host: where the page stands.
  static func choose(declared: String?, shown: String?, headings: [String], site: String?, host: String?) -> String? {
    if let declared { return declared }
    guard let title = shown else { return headings.count == 1 ? headings[0] : nil }
    let parts = split(title)
    guard parts.count > 1 else { return title }
    let names = [site, host].compactMap { $0.map(Self.letters) }.filter { !$0.isEmpty }
    // What the page has as its heading is the title for certain, unless that is the name of the site.
    let letters = parts.map(letters)
    let heads = Set(headings.map(Self.letters)).subtracting(names)
    for end in (1..<parts.count).reversed() {
      if heads.contains(letters[..<end].joined()) { return chosen(parts[..<end], of: title) }
      let rest = letters.count - end
      if heads.contains(letters[rest...].joined()) { return chosen(parts[rest...], of: title) }
    }
    func isSite(_ part: String) -> Bool {
      names.contains { $0.contains(part) && part.utf8.count > 3 || part.contains($0) }
    }
    if isSite(letters[0]), !isSite(letters[letters.count - 1]) { return chosen(parts.dropFirst(), of: title) }
    let rest = parts.dropLast()
    let isLong = rest.joined().split(separator: " ").count >= Self.enoughWords
    return isLong || isSite(letters[letters.count - 1]) ? chosen(rest, of: title) : title
  }

  /// Whether what a page tells machines as its headline is another text about it: its heading is in what browsers show
  /// as the title, and most words of the other are not.
  static func isDescription(_ headline: String, shown: String?, headings: [String]) -> Bool {
    guard let shown else { return false }
    let title = letters(shown)
    guard headings.contains(where: { !letters($0).isEmpty && title.contains(letters($0)) }) else { return false }
    let words = headline.split(separator: " ").map(letters).filter { !$0.isEmpty }
    let titleWords = Set(shown.split(separator: " ").map(letters))
    return words.count(where: titleWords.contains) * 2 < words.count
  }

  /// Some parts of a title, unless what would be left is a single word: that says too little.
  private static func chosen(_ parts: ArraySlice<Substring>, of title: String) -> String {
    let part = join(parts, of: title)
    return part.contains(" ") || part.utf8.contains { $0 >= 0xe3 } ? part : title
  }

  /// The parts between separators.
  private static func split(_ title: String) -> [Substring] {
    var parts: [Substring] = []
    var start = title.startIndex
    var index = title.startIndex
    while index < title.endIndex {
      if let separator = separators.first(where: { title[index...].hasPrefix($0) }) {
        parts.append(title[start..<index])
        index = title.index(index, offsetBy: separator.count)
        start = index
      } else {
        index = title.index(after: index)
      }
    }
    parts.append(title[start...])
    return parts.filter { !$0.isEmpty }
  }

  private static func join(_ parts: ArraySlice<Substring>, of title: String) -> String {
    guard let first = parts.first, let last = parts.last else { return title }
    return String(title[first.startIndex..<last.endIndex])
  }

  /// The letters and digits of a text, in small letters: what two titles are compared by.
  static func letters(_ text: some StringProtocol) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      )
    )
  }
}

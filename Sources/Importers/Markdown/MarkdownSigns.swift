/// Signs that a text is in Markdown: what plain text and dumps of pages hardly have, and never of several kinds.
struct MarkdownSigns {
  private enum Kind: Hashable { case heading, fence, link, definition, tableRule, strong, taskOrImage }

  private var kinds: [Kind: Int] = [:]

  /// Whether the beginning of a text is in Markdown: it has front matter, or signs of at least two kinds.
  ///
  /// - Complexity: O(n)
  static func areIn(_ start: UnsafeBufferPointer<UInt8>) -> Bool {
    if FrontMatter(start) != nil { return true }
    let signs = MarkdownSigns(start)
    // Comments in programs begin with `#` too.
    return signs.kinds.count >= 2 && signs.kinds.values.reduce(0, +) >= 3
  }

  private init(_ start: UnsafeBufferPointer<UInt8>) {
    var wasBlank = true
    var isInFence = false
    for line in start.split(separator: 0x0a, omittingEmptySubsequences: false) {
      let words = line.drop { $0 == 0x20 }.prefix { $0 != 0x0d }
      let indent = line.count - words.count
      if words.starts(with: "```".utf8) || words.starts(with: "~~~".utf8) {
        if isInFence || Self.isFence(words) {
          if isInFence { note(.fence) }
          isInFence.toggle()
        }
      } else if !isInFence, indent < 4 {
        if wasBlank, Self.isHeading(words) { note(.heading) }
        if Self.isTableRule(words) { note(.tableRule) }
        if Self.isDefinition(words) { note(.definition) }
        noteSpans(words)
      }
      wasBlank = words.isEmpty
    }
  }

  private mutating func note(_ kind: Kind) { kinds[kind, default: 0] += 1 }

  /// ` ```swift `, and nothing else on the line.
  private static func isFence(_ words: some Collection<UInt8>) -> Bool {
    let info = words.drop { $0 == 0x60 || $0 == 0x7e }
    return info.count < 40 && !info.contains(0x60)
  }

  /// `## Words`
  private static func isHeading(_ words: some Collection<UInt8>) -> Bool {
    let rest = words.drop { $0 == UInt8(ascii: "#") }
    return (1...6).contains(words.count - rest.count) && rest.first == 0x20
      && rest.dropFirst().first.map { $0 > 0x20 } ?? false
  }

  /// `|---|:--|`
  private static func isTableRule(_ words: some Collection<UInt8>) -> Bool {
    words.contains(UInt8(ascii: "|")) && words.count { $0 == UInt8(ascii: "-") } >= 3
      && words.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20
      }
  }

  /// `[label]: https://…`
  private static func isDefinition(_ words: some Collection<UInt8>) -> Bool {
    guard words.first == UInt8(ascii: "["), let end = words.firstIndex(of: UInt8(ascii: "]")) else { return false }
    return words[end...].starts(with: "]: http".utf8) || words[end...].starts(with: "]: <http".utf8)
  }

  /// `[words](address)`, `![words](address)`, `**words**`, `- [ ] words`
  private mutating func noteSpans(_ words: Slice<UnsafeBufferPointer<UInt8>>.SubSequence) {
    if words.starts(with: "- [ ] ".utf8) || words.starts(with: "- [x] ".utf8) { note(.taskOrImage) }
    var index = words.startIndex
    var bracket: Int?
    var strong: Int?
    while index < words.endIndex {
      let next = index + 1 < words.endIndex ? words[index + 1] : 0
      switch words[index] {
      case UInt8(ascii: "["): bracket = index
      case UInt8(ascii: "]"):
        if let bracket, next == UInt8(ascii: "("), isAddress(words[(index + 2)...]) {
          note(bracket > words.startIndex && words[bracket - 1] == UInt8(ascii: "!") ? .taskOrImage : .link)
        }
        bracket = nil
      case UInt8(ascii: "*") where next == UInt8(ascii: "*"):
        let after = index + 2 < words.endIndex ? words[index + 2] : 0x20
        if let begin = strong, index > begin + 2, words[index - 1] > 0x20 {
          note(.strong)
          strong = nil
        } else {
          strong = after > 0x20 && after != UInt8(ascii: "*") ? index : nil
        }
        index += 1
      default: break
      }
      index += 1
    }
  }

  private func isAddress(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let end = words.firstIndex(where: { $0 <= 0x20 || $0 == UInt8(ascii: ")") }), words[end] == UInt8(ascii: ")")
    else { return false }
    let address = words[..<end]
    return address.starts(with: "http".utf8) || address.starts(with: "#".utf8) || address.starts(with: "/".utf8)
      || address.starts(with: "./".utf8) || address.contains(UInt8(ascii: "."))
  }
}

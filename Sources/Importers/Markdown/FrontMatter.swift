import DocumentModel

/// What a text says about itself before it begins: lines `key: value` between two lines `---` (YAML, as far as people
/// write it there), or `key = value` between two lines `+++` (TOML).
struct FrontMatter {
  /// It ends within as many bytes, or is none.
  private static let maximumBytes = 1 << 16

  /// Keys in lower case, and what they are taken for, best first.
  private static let titles = ["title", "name"]
  private static let bylines = ["author", "authors", "byline", "creator", "by"]
  private static let sites = ["site", "publication", "publisher", "website"]
  private static let dates = ["date", "published", "publishdate", "pubdate", "pub_date", "created", "date_published"]
  private static let addresses = ["url", "canonical", "canonical_url", "source", "link", "permalink"]
  private static let languages = ["lang", "language", "locale"]

  /// What is said.
  private(set) var metadata = Metadata()
  /// Where the text begins.
  private(set) var end = 0
  /// The values of each key.
  private var values: [String: [String]] = [:]
  private let isTOML: Bool

  /// The front matter that `text` begins with; `nil` where it does not, or other lines than such stand between the two.
  ///
  /// - Complexity: O(its length)
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    let bytes = MailBytes(UnsafeBufferPointer(rebasing: text.prefix(Self.maximumBytes)))
    var start = bytes.isEqual([0xef, 0xbb, 0xbf], at: 0, before: bytes.count) ? 3 : 0
    func line(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let first = line(start..<bytes.lineEnd(from: start, before: bytes.count)).trimmed
    guard first == "---" || first == "+++" else { return nil }
    isTOML = first == "+++"
    start = bytes.nextLine(after: start, before: bytes.count)
    var key = ""
    var isClosed = false
    while start < bytes.count, !isClosed {
      let lineEnd = bytes.lineEnd(from: start, before: bytes.count)
      let text = line(start..<lineEnd)
      start = min(bytes.count, lineEnd + 1)
      isClosed = text.trimmed == first || !isTOML && text.trimmed == "..."
      guard isClosed || take(text, after: &key) else { return nil }
    }
    guard isClosed, !values.isEmpty else { return nil }
    end = start
    conclude()
  }

  // MARK: Lines

  /// Takes a line; gives whether it can be one of front matter.
  private mutating func take(_ line: String, after key: inout String) -> Bool {
    let words = line.trimmed
    if words.isEmpty || words.hasPrefix("#") { return true }
    if isTOML, words.hasPrefix("["), words.hasSuffix("]") {
      key = ""
      return true
    }
    let isContinued = line.first.map { $0 == " " || $0 == "\t" } ?? false
    if !key.isEmpty, isContinued || words.hasPrefix("- ") {
      takeContinued(words, of: key)
      return true
    }
    guard let (name, value) = Self.pair(words, separator: isTOML ? "=" : ":") else {
      // Lists and texts of TOML go on over several lines.
      return isTOML && !key.isEmpty
    }
    key = name.lowercased()
    values[key] = Self.values(of: value)
    return true
  }

  /// Takes a line that belongs to the key above it: an entry of a list, a part of a text, or a key of its own.
  private mutating func takeContinued(_ words: String, of key: String) {
    let entry = words.hasPrefix("- ") ? String(words.dropFirst(2)).trimmed : words
    if let (name, value) = Self.pair(entry, separator: ":"), name.allSatisfy({ $0.isLetter || $0 == "_" }) {
      if name.lowercased() == "name" { values[key, default: []] += Self.values(of: value) }
    } else if words.hasPrefix("- ") {
      values[key, default: []] += Self.values(of: entry)
    } else {
      let sofar = values[key]?.first ?? ""
      values[key] = [sofar.isEmpty ? words : sofar + " " + words]
    }
  }

  private static func pair(_ words: String, separator: Character) -> (String, String)? {
    guard let place = words.firstIndex(of: separator) else { return nil }
    let name = unquoted(String(words[..<place]).trimmed)
    let value = words[words.index(after: place)...]
    guard !name.isEmpty, name.utf8.count <= 64,
      name.allSatisfy({ $0.isLetter || $0.isNumber || "_-. ".contains($0) }),
      value.isEmpty || separator == "=" || value.first == " " || value.first == "\t"
    else { return nil }
    return (name, String(value).trimmed)
  }

  // MARK: Values

  private static func values(of text: String) -> [String] {
    // A text on the lines that follow.
    if text.isEmpty || ["|", ">", "|-", ">-", "|+", ">+", "[", "\"\"\""].contains(text) { return [] }
    guard text.hasPrefix("[") else { return [scalar(text)].filter { !$0.isEmpty } }
    var parts: [String] = [""]
    var quote: Character?
    for character in text.dropFirst().prefix(while: { $0 != "]" }) {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "," {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map { scalar($0.trimmed) }.filter { !$0.isEmpty }
  }

  private static func scalar(_ text: String) -> String {
    if text.hasPrefix("\"") || text.hasPrefix("'") { return unquoted(text) }
    guard let comment = text.range(of: " #") else { return text }
    return String(text[..<comment]).trimmed
  }

  /// A text without the quotation marks around it; what stands behind the closing one is a comment.
  private static func unquoted(_ text: String) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'" else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst() {
      if isEscaped {
        result.append(character == "n" || character == "t" ? " " : character)
        isEscaped = false
      } else if character == "\\", quote == "\"" {
        isEscaped = true
      } else if character == quote {
        break
      } else {
        result.append(character)
      }
    }
    return result
  }

  // MARK: Meaning

  private mutating func conclude() {
    metadata.title = first(Self.titles)
    let names = Self.bylines.compactMap { values[$0] }.first { !$0.isEmpty }
    metadata.byline = names.flatMap { TextSanitizer.line($0.joined(separator: ", ")) }
    metadata.site = first(Self.sites)
    metadata.published = first(Self.dates).flatMap { PageMoment($0) }?.timestamp
    metadata.address = first(Self.addresses).flatMap { WebAddress($0).link }
    metadata.language = first(Self.languages)
  }

  private func first(_ keys: [String]) -> String? {
    keys.lazy.compactMap { values[$0]?.first }.compactMap(TextSanitizer.line).first
  }
}

extension String {
  /// The text without white space at both ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// Where `words` stand first.
  fileprivate func range(of words: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(words) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}

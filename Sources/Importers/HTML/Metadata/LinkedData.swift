import HTMLParsing

/// What a page says about its article to search engines: JSON-LD in the words of schema.org.
struct LinkedData {
  private(set) var headline: String?
  /// The names of those who wrote it.
  private(set) var byline: String?
  /// When it was published, as it stands there.
  private(set) var published: String?
  private(set) var publisher: String?

  /// More names are not listed.
  private static let maximumNames = 8

  /// The facts of the first article that is described.
  ///
  /// - Complexity: O(nodes), and O(length) of what is described
  init(_ tree: HTMLTree) {
    for script in tree.descendants(of: .document, named: .script) {
      guard tree.string(.type, of: script)?.lowercased() == "application/ld+json" else { continue }
      tree.text[tree.textRange(of: script)].withUnsafeBufferPointer { bytes in
        read(JSONReader.read(bytes, isComplete: true, ProgressMeter(nil)))
      }
      if headline != nil || byline != nil { return }
    }
  }

  private mutating func read(_ tape: JSONTape) {
    for row in 0..<tape.count {
      let node = JSONNode(row)
      guard tape.kind(of: node) == .object, isArticle(node, tape) else { continue }
      headline = text("headline", of: node, tape) ?? text("name", of: node, tape)
      byline = tape.member("author", of: node).flatMap { names($0, tape) }
      published = text("datePublished", of: node, tape)
      publisher = tape.member("publisher", of: node).flatMap { names($0, tape) }
      return
    }
  }

  private func isArticle(_ node: JSONNode, _ tape: JSONTape) -> Bool {
    guard let type = tape.member("@type", of: node) else { return false }
    let types = tape.kind(of: type) == .array ? Array(tape.children(of: type)) : [type]
    return types.contains { type in
      guard tape.kind(of: type) == .string, let name = tape.line(type) else { return false }
      return ["Article", "Posting", "Report", "Recipe", "HowTo"].contains(where: name.hasSuffix)
    }
  }

  private func text(_ name: StaticString, of node: JSONNode, _ tape: JSONTape) -> String? {
    tape.member(name, of: node).flatMap { tape.kind(of: $0) == .string ? Self.words(tape.line($0)) : nil }
  }

  /// A text without references to characters: many pages write their JSON as if it were HTML.
  private static func words(_ text: String?) -> String? {
    guard let text, text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return TextSanitizer.line(String(decoding: HTMLParser.parse(Array(text.utf8)).text, as: UTF8.self))
  }

  /// The name of a person or organisation, or the names of several.
  private func names(_ node: JSONNode, _ tape: JSONTape) -> String? {
    switch tape.kind(of: node) {
    case .string: return tape.line(node)
    case .object: return text("name", of: node, tape)
    case .array:
      let names = tape.children(of: node).prefix(Self.maximumNames).compactMap { child in
        tape.kind(of: child) == .string ? tape.line(child) : text("name", of: child, tape)
      }
      return names.isEmpty ? nil : names.joined(separator: ", ")
    default: return nil
    }
  }
}

/// Where in a page something stands, in a few words of CSS.
///
///     "a.hnuser"                    elements a with the class hnuser
///     ".comment-author .fn"         elements of class fn somewhere in one of class comment-author
///     "td > .date"                  of class date directly in a td
///     "div[id^=comment-]"           also =, *=, $= and [attribute] alone
///     "time@datetime"               the value of that attribute instead of the text
///     "@id~comment-"                the attribute of the element that is asked, and of it what follows `comment-`
///     "b.name, i.name"              either; what stands first is preferred where one is wanted
///
/// A value without a selector is one of the element itself. Class words and attribute values are compared as they stand.
struct Query: Sendable, ExpressibleByStringLiteral {
  /// What one element has to be.
  struct Compound: Sendable {
    enum Test: UInt8, Sendable { case exists, equals, begins, ends, contains }
    struct Attribute: Sendable {
      var name: String
      var test: Test
      var value: [UInt8]
    }

    /// The element's name; `nil` where any will do.
    var tag: String?
    /// Words of its class, all of them needed.
    var classes: [[UInt8]] = []
    /// Its attributes, `id` among them.
    var attributes: [Attribute] = []
    /// Whether it has to stand directly in the one before.
    var isDirect = false
  }

  /// One of the ways to find it.
  struct Alternative: Sendable {
    /// The element, last, and what it has to stand in, outermost first; empty for the element that is asked.
    var steps: [Compound]
    /// The attribute whose value is wanted; `nil` for the text.
    var attribute: String?
    /// What has to stand before the value, which ends at the next byte that is no letter, digit, `_` or `-`.
    var prefix: [UInt8]?
  }

  /// In order of preference.
  let alternatives: [Alternative]

  /// Nothing.
  static let nothing: Query = ""

  init(stringLiteral text: String) {
    alternatives = text.split(separator: ",").map { Self.alternative($0) }
  }

  private static func alternative(_ text: Substring) -> Alternative {
    var selector = text
    var attribute: String?
    var prefix: [UInt8]?
    if let at = text.lastIndex(of: "@") {
      selector = text[..<at]
      let parts = text[text.index(after: at)...].split(separator: "~", maxSplits: 1)
      attribute = parts.first.map(String.init)
      prefix = parts.count > 1 ? Array(parts[1].utf8) : nil
    }
    var steps: [Compound] = []
    var isDirect = false
    for part in selector.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if part == ">" {
        isDirect = true
        continue
      }
      var step = compound(part)
      step.isDirect = isDirect
      isDirect = false
      steps.append(step)
    }
    return Alternative(steps: steps, attribute: attribute, prefix: prefix)
  }

  private static func compound(_ text: Substring) -> Compound {
    var result = Compound()
    var rest = text
    while let first = rest.first {
      let body = first == "." || first == "#" || first == "[" ? rest.dropFirst() : rest
      let end = first == "[" ? body.firstIndex(of: "]") : body.firstIndex { ".#[".contains($0) }
      let word = body[..<(end ?? body.endIndex)]
      switch first {
      case ".": result.classes.append(Array(word.utf8))
      case "#": result.attributes.append(.init(name: "id", test: .equals, value: Array(word.utf8)))
      case "[": result.attributes.append(attribute(word))
      default: result.tag = String(word)
      }
      rest = end.map { first == "[" ? body[body.index(after: $0)...] : body[$0...] } ?? ""
    }
    return result
  }

  private static func attribute(_ text: Substring) -> Compound.Attribute {
    guard let sign = text.firstIndex(of: "=") else {
      return .init(name: String(text), test: .exists, value: [])
    }
    let value = Array(text[text.index(after: sign)...].utf8)
    let (name, test): (Substring, Compound.Test) =
      switch text[..<sign].last {
      case "^": (text[..<sign].dropLast(), .begins)
      case "$": (text[..<sign].dropLast(), .ends)
      case "*": (text[..<sign].dropLast(), .contains)
      default: (text[..<sign], .equals)
      }
    return .init(name: String(name), test: test, value: value)
  }
}

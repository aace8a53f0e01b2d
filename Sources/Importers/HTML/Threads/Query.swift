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
    alternatives = text[...].utf8.split(separator: UInt8(ascii: ",")).map { Self.alternative($0) }
  }

  // All signs of a query are ASCII, and there are many queries: bytes are looked at, not characters.

  private static func alternative(_ text: Substring.UTF8View) -> Alternative {
    var selector = text
    var attribute: String?
    var prefix: [UInt8]?
    if let at = text.lastIndex(of: UInt8(ascii: "@")) {
      selector = text[..<at]
      let parts = text[at...].dropFirst().split(separator: UInt8(ascii: "~"), maxSplits: 1)
      attribute = parts.first.map { String(Substring($0)) }
      prefix = parts.count > 1 ? Array(parts[1]) : nil
    }
    var steps: [Compound] = []
    var isDirect = false
    for part in selector.split(whereSeparator: { $0 == 0x20 || $0 == 0x0a }) {
      if part.elementsEqual(">".utf8) {
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

  private static func compound(_ text: Substring.UTF8View) -> Compound {
    var result = Compound()
    var rest = text
    while let first = rest.first {
      let body = startsPart(first) ? rest.dropFirst() : rest
      let isAttribute = first == UInt8(ascii: "[")
      let end = isAttribute ? body.firstIndex(of: UInt8(ascii: "]")) : body.firstIndex(where: startsPart)
      let word = body[..<(end ?? body.endIndex)]
      switch first {
      case UInt8(ascii: "."): result.classes.append(Array(word))
      case UInt8(ascii: "#"): result.attributes.append(.init(name: "id", test: .equals, value: Array(word)))
      case UInt8(ascii: "["): result.attributes.append(attribute(word))
      default: result.tag = String(Substring(word))
      }
      rest = end.map { isAttribute ? body[$0...].dropFirst() : body[$0...] } ?? body[body.endIndex...]
    }
    return result
  }

  /// Whether a part of a compound begins with a byte.
  private static func startsPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "[")
  }

  private static func attribute(_ text: Substring.UTF8View) -> Compound.Attribute {
    guard let sign = text.firstIndex(of: UInt8(ascii: "=")) else {
      return .init(name: String(Substring(text)), test: .exists, value: [])
    }
    let value = Array(text[sign...].dropFirst())
    let (name, test): (Substring.UTF8View, Compound.Test) =
      switch text[..<sign].last {
      case UInt8(ascii: "^"): (text[..<sign].dropLast(), .begins)
      case UInt8(ascii: "$"): (text[..<sign].dropLast(), .ends)
      case UInt8(ascii: "*"): (text[..<sign].dropLast(), .contains)
      default: (text[..<sign], .equals)
      }
    return .init(name: String(Substring(name)), test: test, value: value)
  }
}

/// Where in an answer something stands, in a few words.
///
///     "author"                      the member of that name
///     "content.rendered"            a member of a member
///     "replies.data.children[]"     every element of an array; `[0]` is the first alone
///     "comments.*"                  every member of an object
///     "parent_id~t1_"               of its text what follows `t1_`; nothing where it begins otherwise
///     "type=story"                  nothing unless its text is that; `type=*` unless it has one
///     "author.name, author"         either; what stands first is preferred
///
/// The empty query is the value itself.
struct JSONQuery: Sendable, ExpressibleByStringLiteral {
  /// A step down.
  enum Step: Sendable {
    case member(String)
    case element(Int)
    case elements
    case members
  }

  /// One of the ways to find it.
  struct Alternative: Sendable {
    var steps: [Step] = []
    /// What its text begins with, which is left out.
    var prefix: [UInt8]?
    /// What its text has to be.
    var text: String?
  }

  /// In order of preference.
  let alternatives: [Alternative]

  /// Nothing.
  static let nothing = JSONQuery([])

  private init(_ alternatives: [Alternative]) { self.alternatives = alternatives }

  init(stringLiteral text: String) {
    alternatives = text.split(separator: ",", omittingEmptySubsequences: false).map { Self.alternative($0) }
  }

  private static func alternative(_ text: Substring) -> Alternative {
    var alternative = Alternative()
    var path = text.drop { $0 == " " || $0 == "\n" }
    if let sign = path.firstIndex(of: "=") {
      alternative.text = String(path[path.index(after: sign)...])
      path = path[..<sign]
    }
    if let sign = path.firstIndex(of: "~") {
      alternative.prefix = Array(path[path.index(after: sign)...].utf8)
      path = path[..<sign]
    }
    for part in path.split(separator: ".") {
      var name = part
      var inner: [Step] = []
      while name.hasSuffix("]"), let bracket = name.lastIndex(of: "[") {
        let number = Int(name[name.index(after: bracket)...].dropLast())
        inner.append(number.map { .element($0) } ?? .elements)
        name = name[..<bracket]
      }
      if name == "*" {
        alternative.steps.append(.members)
      } else if !name.isEmpty {
        alternative.steps.append(.member(String(name)))
      }
      alternative.steps += inner.reversed()
    }
    return alternative
  }
}

/// What a value has to have to be taken for something: all of the members named, each as ``JSONQuery`` says it.
///
///     "kind=t1 data.body"
struct JSONMarks: Sendable, ExpressibleByStringLiteral {
  /// What it has to have.
  let queries: [JSONQuery.Alternative]

  init(stringLiteral text: String) {
    queries = text.split(separator: " ").flatMap { JSONQuery(stringLiteral: String($0)).alternatives }
  }
}

/// A link that a server says in the head of its answer (RFC 8288).
package struct LinkHeader: Hashable, Sendable {
  /// What it leads to, as it is written.
  package let target: String
  /// Its parameters, names in small letters.
  package let parameters: [String: String]

  /// Whether `relation` is among what it says that it is.
  package func isRelation(_ relation: String) -> Bool {
    parameters["rel"]?.lowercased().split(separator: " ").contains { $0 == relation } ?? false
  }

  /// More links of one head are not looked at.
  private static let maximumCount = 200

  /// The links in the values of all fields called `Link`.
  ///
  /// - Complexity: O(length)
  package static func links(in head: ResponseHead) -> [LinkHeader] {
    var links: [LinkHeader] = []
    for value in head.all("link") {
      var rest = value[...]
      while links.count < maximumCount, let start = rest.firstIndex(of: "<"),
        let end = rest[start...].firstIndex(of: ">")
      {
        let target = String(rest[rest.index(after: start)..<end])
        rest = rest[rest.index(after: end)...]
        links.append(LinkHeader(target: target, parameters: takeParameters(&rest)))
      }
    }
    return links
  }

  private static func takeParameters(_ rest: inout Substring) -> [String: String] {
    var parameters: [String: String] = [:]
    while true {
      rest = rest.drop { $0 == " " || $0 == ";" }
      if rest.isEmpty || rest.first == "," { return parameters }
      let name = rest.prefix { !"=;,".contains($0) }
      rest = rest[name.endIndex...]
      var value = Substring()
      if rest.first == "=" {
        rest = rest.dropFirst()
        if rest.first == "\"" {
          value = rest.dropFirst().prefix { $0 != "\"" }
          rest = rest[value.endIndex...].dropFirst()
        } else {
          value = rest.prefix { $0 != ";" && $0 != "," }
          rest = rest[value.endIndex...]
        }
      } else if name.isEmpty {
        rest = rest.dropFirst()
      }
      let key = name.lowercased().split(separator: " ").joined()
      if parameters[key] == nil { parameters[key] = String(value) }
    }
  }
}

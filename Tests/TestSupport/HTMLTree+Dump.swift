import HTMLParsing

extension HTMLTree {
  /// The tree in the notation of html5lib's tests: a line a node, indented by its depth.
  package var dump: String { dump(below: .document) }

  /// The dump of each of many fragments.
  package var fragmentDumps: [String] { children(of: .document).map(dump(below:)) }

  private func dump(below root: HTMLNode) -> String {
    var lines: [String] = []
    let rootDepth = depth(of: root)
    for node in descendants(of: root) {
      let indent = "| " + String(repeating: "  ", count: depth(of: node) - rootDepth - 1)
      switch kind(of: node) {
      case .document: break
      case .doctype: lines.append(indent + doctypeLine(node))
      case .element:
        let prefix = ["", "math ", "svg "][Int(namespace(of: node).rawValue)]
        lines.append(indent + "<\(prefix)\(spelling(of: name(of: node)))>")
        lines.append(contentsOf: attributeLines(node).map { indent + "  " + $0 })
      case .text: lines.append(indent + "\"\(string(of: node))\"")
      case .comment: lines.append(indent + "<!-- \(String(decoding: comment(node), as: UTF8.self)) -->")
      case .templateContents: lines.append(indent + "content")
      }
    }
    return lines.joined(separator: "\n")
  }

  private func depth(of node: HTMLNode) -> Int { ancestors(of: node).reduce(0) { count, _ in count + 1 } }

  private func doctypeLine(_ node: HTMLNode) -> String {
    let (publicIdentifier, systemIdentifier) = (string(.public, of: node), string(.system, of: node))
    let start = "<!DOCTYPE \(spelling(of: name(of: node)))"
    guard publicIdentifier != nil || systemIdentifier != nil else { return start + ">" }
    return start + " \"\(publicIdentifier ?? "")\" \"\(systemIdentifier ?? "")\">"
  }

  private func attributeLines(_ node: HTMLNode) -> [String] {
    let isForeign = namespace(of: node) != .html
    return attributes(of: node).map { name, value in
      var spelling = spelling(of: name)
      if isForeign, let colon = spelling.firstIndex(of: ":"), Self.adjusted.contains(spelling) {
        spelling.replaceSubrange(colon...colon, with: " ")
      }
      return "\(spelling)=\"\(String(decoding: value, as: UTF8.self))\""
    }
    .sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
  }

  /// The attributes of foreign elements that have a namespace ("adjust foreign attributes", 13.2.6.1).
  private static let adjusted: Set<String> = [
    "xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role", "xlink:show", "xlink:title", "xlink:type", "xml:lang",
    "xml:space", "xmlns:xlink",
  ]
}

import HTMLParsing

/// A page that is searched for a thread.
final class ThreadPage: Sendable {
  let tree: HTMLTree
  /// How dates such as `03/04/2023` are to be read.
  let dateOrder: DateOrder

  init(_ tree: HTMLTree) {
    self.tree = tree
    dateOrder = Self.dateOrder(of: tree)
  }

  /// The month comes first where the page is in the English of a country that writes so.
  static func dateOrder(of tree: HTMLTree) -> DateOrder {
    guard let root = tree.children(of: .document).first(where: { tree.isElement($0, .html) }),
      let language = tree.string(.lang, of: root)?.lowercased()
    else { return .dayFirst }
    return ["en-us", "en_us", "en-ph"].contains(language) ? .monthFirst : .dayFirst
  }

  /// The number in the name of an anchor directly before an element: `<a id="comment-12"></a>`.
  func anchor(before node: HTMLNode) -> String? {
    var previous = node.offset - 1
    while previous > 0, tree.kind(of: HTMLNode(previous)) == .text,
      tree.parent(of: HTMLNode(previous)) == tree.parent(of: node)
    {
      previous -= 1
    }
    let anchor = HTMLNode(max(0, previous))
    guard tree.isElement(anchor, .a), tree.parent(of: anchor) == tree.parent(of: node),
      let name = tree.string(.id, of: anchor) ?? tree.string(.name, of: anchor)
    else { return nil }
    let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    return digits.isEmpty ? nil : String(digits)
  }

  /// A text of one line of these bytes, made harmless.
  static func field(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer {
      TextSanitizer.plainField($0) ?? TextSanitizer.field(TextSanitizer.sanitize($0.span).bytes)
    }
  }

  /// Whether a browser never shows the text of the node.
  func isUnseen(_ node: HTMLNode) -> Bool {
    switch tree.kind(of: node) {
    case .comment, .doctype, .templateContents: return true
    case .document, .text: return false
    case .element:
      if tree.namespace(of: node) != .html { return true }
      switch tree.name(of: node) {
      case .script, .style, .template, .head, .iframe, .textarea, .select, .datalist: return true
      default: return false
      }
    }
  }

  /// The text below a node that is seen, of one line.
  ///
  /// - Complexity: O(its nodes and bytes)
  func text(of node: HTMLNode) -> String {
    var bytes: [UInt8] = []
    let end = tree.subtreeEnd(of: node)
    var next = node
    while next < end {
      if isUnseen(next) {
        next = tree.subtreeEnd(of: next)
        continue
      }
      if tree.kind(of: next) == .text {
        bytes.append(contentsOf: tree.text[tree.textRange(of: next)])
      } else if tree.isElement(next, .br) {
        bytes.append(0x20)
      }
      next = next.next
    }
    return Self.field(bytes[...])
  }
}

extension UInt8 {
  /// Tab, line feed, form feed, carriage return, space.
  var isHTMLSpace: Bool { self == 0x20 || self == 0x0a || self == 0x09 || self == 0x0c || self == 0x0d }
}

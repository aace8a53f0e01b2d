import DocumentModel
import HTMLParsing

// Preformatted text: lines as they are.
extension HTMLBlockWriter {
  /// Classes of the numbers beside the lines of a program.
  private static let lineNumbers: ClassWords = [
    "lineno", "linenos", "line-number", "line-numbers-rows", "gutter", "hljs-ln-numbers", "blob-num",
  ]
  /// The same, or of the whole program, where it is preformatted.
  private static let numberedLines: ClassWords = ["line-numbers"]

  mutating func openPreformatted(_ node: HTMLNode) {
    guard !tree.hasClass(Self.lineNumbers, node) else {
      consumed.formUnion(tree.children(of: node))
      pushBlock(node)
      return
    }
    finishParagraph()
    flush()
    preformatted = []
    frames.append(Frame(end: tree.subtreeEnd(of: node), closing: .preformatted(language: language(of: node))))
  }

  mutating func enterPreformatted(_ node: HTMLNode, _ kind: ElementKind) -> Bool {
    switch kind {
    case .hidden: return false
    case .lineBreak: breakLine()
    case .image:
      if let alt = tree.string(.alt, of: node) { preformatted?.append(contentsOf: alt.utf8) }
    case .block, .item, .row: pushBlock(node)
    default:
      return !tree.hasClass(Self.lineNumbers, node) && !tree.hasClass(Self.numberedLines, node)
    }
    return true
  }

  mutating func closePreformatted(language: String?) {
    let raw = preformatted ?? []
    preformatted = nil
    var bytes = TextSanitizer.sanitize(raw.span).bytes
    while let last = bytes.last, InlineText.isSpace(last) { bytes.removeLast() }
    // Empty lines at the beginning go; the indentation of the first line stays.
    let start = bytes.firstIndex { !InlineText.isSpace($0) } ?? bytes.count
    let line = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    guard start < bytes.count else { return }
    prepareBlock()
    builder.openCode(language: language)
    builder.text(bytes[line...])
    builder.close()
  }

  /// The language that a program is in, by the classes of its element, the one in it and the two around it.
  private func language(of node: HTMLNode) -> String? {
    let inner = tree.children(of: node).first { tree.isElement($0, .code) }
    for element in [node] + (inner.map { [$0] } ?? []) + tree.ancestors(of: node).prefix(2) {
      for name in [survey.names.dataLanguage, survey.names.dataLang] {
        if let name, let language = tree.string(name, of: element), let known = Self.name(of: language) { return known }
      }
      if let language = tree.classes(of: element).lazy.compactMap({ Self.language(ofClass: $0) }).first {
        return language
      }
    }
    return nil
  }

  private static func language(ofClass word: Substring) -> String? {
    for prefix in ["language-", "lang-", "highlight-source-", "highlight-text-", "brush:"] where word.hasPrefix(prefix)
    {
      return name(of: String(word.dropFirst(prefix.count)))
    }
    return nil
  }

  private static func name(of word: String) -> String? {
    let name = word.lowercased()
    let isName = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } && !name.isEmpty && name.utf8.count <= 24
    return isName
      && !["none", "plain", "plaintext", "text", "auto", "default", "undefined", "nohighlight"].contains(name)
      ? name : nil
  }
}

import HTMLParsing

// What a page shows of its elements.
extension HTMLTree {
  /// Classes of what is there for screen readers alone: it says again what is to be seen.
  private static let unseen: ClassWords = [
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "off-screen", "offscreen", "assistive-text",
  ]

  /// The marks of what may hide an element.
  private static let hidingMarks =
    mark(ofAttribute: .hidden) | mark(ofAttribute: .style) | mark(ofAttribute: .ariaHidden) | unseen.marks

  /// Whether a browser would show nothing of the element, whatever it holds.
  ///
  /// - Complexity: O(length of its attributes)
  func isHidden(_ node: HTMLNode) -> Bool {
    guard marks(of: node) & Self.hidingMarks != 0 else { return false }
    if let hidden = attribute(.hidden, of: node), !hidden.elementsEqual("until-found".utf8) { return true }
    if let style = attribute(.style, of: node), hides(style) { return true }
    if let hidden = attribute(.ariaHidden, of: node), hidden.elementsEqual("true".utf8), isIcon(node) { return true }
    return hasClass(Self.unseen, node)
  }

  /// Whether an element is shown on lines of its own because it says so.
  func isDisplayedAsBlock(_ node: HTMLNode) -> Bool {
    guard let style = attribute(.style, of: node) else { return false }
    let text = Self.compact(style)
    return text.contains("display:block") || text.contains("display:flex") || text.contains("display:table")
  }

  private func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let text = Self.compact(style)
    return text.contains("display:none") || text.contains("visibility:hidden")
  }

  private static func compact(_ style: ArraySlice<UInt8>) -> String {
    String(decoding: style.prefix(4096).filter { !InlineText.isSpace($0) }, as: UTF8.self).lowercased()
  }

  /// Whether there is no more in an element than a sign or two.
  private func isIcon(_ node: HTMLNode) -> Bool {
    textRange(of: node).prefix(64).count { !InlineText.isSpace(text[$0]) && text[$0] & 0xc0 != 0x80 } <= 2
  }
}

import DocumentModel
import TerminalModel
import TextLayout

// What the status line says.
extension ReaderState {
  /// Names of what the focus stands in, outermost first: `Article`, then a heading; or the authors from the thread's top down.
  ///
  /// Only the innermost eight, an ellipsis before them where there are more.
  package var breadcrumb: [String] {
    guard let node = currentLine?.node else { return [] }
    var names: [String] = []
    var above: NodeIndex? = document.enclosingComment(of: node) ?? node
    while let ancestor = above {
      if names.count == 8 {
        names.append(layout.symbols.ellipsis)
        return names.reversed()
      }
      switch document[ancestor] {
      case .comment(let index): names.append(shortened(document.comments[index].name))
      case .section: names.append(shortened(document.string(in: document.textRange(of: ancestor.next).prefix(1024))))
      case .discussion where names.isEmpty: names.append("Discussion")
      default: break
      }
      above = document.parent(of: ancestor)
    }
    let isInArticle = document.discussion.map { node < $0 } ?? true
    if isInArticle { names.append("Article") }
    return names.reversed()
  }

  /// As much of a name as any window may show.
  private func shortened(_ name: String) -> String { DisplayWidth.truncate(name, toColumns: 256) }

  /// The share of the text up to the last of the lines on the screen, in percent; `nil` while it is not known how much
  /// text there will be.
  package func percentage(shown lines: [LinePosition]) -> Int? {
    var total = document.text.count
    if case .loading(let loading) = stage {
      guard let whole = loading.total, loading.shown > 0 else { return nil }
      total = total * whole / loading.shown
    }
    guard let last = lines.last, total > 0 else { return isLoading ? 0 : 100 }
    if !isLoading, layout.line(after: last) == nil { return 100 }
    let anchor = layout.anchor(of: last)
    let own = document.textRange(of: last.node)
    let byte = own.lowerBound + min(own.count, max(0, anchor.offset))
    return min(99, byte * 100 / total)
  }

  /// What the window is called: by the title of what is read.
  package var windowTitle: String {
    let title = document.metadata.title.map { DisplayWidth.truncate(WebLink.shown($0), toColumns: 120) }
    return title.map { $0 + " - Quire" } ?? "Quire"
  }

  /// How far reading the source has come; `nil` when all was read.
  package var loadingText: String? {
    guard case .loading(let loading) = stage else { return isIncomplete ? "incomplete" : nil }
    guard let host = loading.host else { return "loading \(loading.text)" }
    // Who asks knows the host; in a narrow window it gives way to words that are new.
    let room = size.columns < 60 && document.count > 1 ? 0 : min(40, size.columns / 2 - 8)
    let name = room < 8 ? "" : DisplayWidth.truncate(host, toColumns: room, ellipsis: layout.symbols.ellipsis)
    return ["fetching", name, loading.read > 0 ? loading.text : ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The count and the keys typed so far.
  package var pendingText: String {
    if let hints { return hints.typed }
    if let nameRequest { return nameRequest.text }
    guard count != nil || !pendingKeys.isEmpty else { return "" }
    return (count.map(String.init) ?? "") + pendingKeys.map(\.notation).joined()
  }
}

import DocumentModel
import TerminalModel
import TextLayout

extension ReaderState {
  /// Documents of no more nodes than this get their outline at once, without waiting for the index.
  private static let smallDocument = 50_000

  /// Shows the outline, as it was left the last time.
  mutating func openOutline() {
    if outlinePanel == nil {
      if outline == nil, stage == .complete || document.count <= Self.smallDocument { outline = Outline(of: document) }
      guard let outline else { return needsMore = true }
      guard !outline.entries.isEmpty else { return say("no headings, statements or comments to list") }
      outlinePanel = OutlinePanel(outline, at: focus)
    }
    outlinePanel?.list.input.select()
    panel = .outline
    settleOutline()
  }

  /// Takes a key while the outline is open.
  mutating func handleInOutline(_ key: KeyEvent) {
    guard var open = outlinePanel else { return panel = nil }
    let outcome = open.list.handle(key, count: open.count, page: geometry(of: open).page)
    if outcome == .edited { open.filter() }
    outlinePanel = open
    settleOutline()
    guard outcome == .closed || outcome == .accepted else { return }
    panel = nil
    guard outcome == .accepted, let node = open.chosen else { return }
    highlight = nil
    follow(to: Anchor(self.node(node, of: open.outline)))
  }

  /// Brings the outline within its bounds.
  mutating func settleOutline() {
    guard var open = outlinePanel else { return }
    open.settle(page: geometry(of: open).page)
    outlinePanel = open
  }

  /// Shows another outline, that of a longer document: what was typed and what is chosen stays.
  mutating func install(_ outline: Outline) {
    self.outline = outline
    guard panel == .outline, let open = outlinePanel else { return }
    var panel = OutlinePanel(outline, at: open.chosen.map { node($0, of: open.outline) } ?? focus)
    panel.list.input = open.list.input
    if !panel.list.input.text.isEmpty { panel.filter() }
    outlinePanel = panel
    settleOutline()
  }

  /// Where a node that an outline lists stands in the document that is read.
  private func node(_ node: NodeIndex, of outline: Outline) -> NodeIndex {
    guard outline.document.contents !== document.contents else { return node }
    var places = Correspondence(from: outline.document, to: document)
    return places.node(node)
  }

  private func geometry(of panel: OutlinePanel) -> ListPanelGeometry {
    // As high as all of it, so that it stays where it is while somebody types.
    let entries = panel.outline.entries.count + Outline.Kind.allCases.count
    return ListPanelGeometry(window: size, rows: textRows, entries: entries)
  }

  /// What a panel with a list shows; `nil` where none is open.
  package var listPanel: ListPanelContents? {
    switch panel {
    case .outline:
      guard let open = outlinePanel else { return nil }
      let geometry = geometry(of: open)
      let (count, all) = (open.count, open.outline.entries.count)
      return ListPanelContents("Outline", open.list, open.rows(page: geometry.page), count: count, of: all, geometry)
    case .library:
      guard let open = libraryPanel else { return nil }
      let geometry = geometry(of: open)
      let (count, all) = (open.matches.count, open.entries.count)
      return ListPanelContents("Library", open.list, open.rows(page: geometry.page), count: count, of: all, geometry)
    case .help, nil: return nil
    }
  }
}

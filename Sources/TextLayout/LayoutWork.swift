/// What a layout has looked at so far: how tests see to it that a key costs the screen and not the document.
package struct LayoutWork: Hashable, Sendable {
  /// Nodes that were climbed over to find out what is visible.
  package var nodes = 0
  /// Bytes of text that were broken into lines.
  package var bytes = 0

  /// So much work.
  package init(nodes: Int = 0, bytes: Int = 0) {
    self.nodes = nodes
    self.bytes = bytes
  }
}

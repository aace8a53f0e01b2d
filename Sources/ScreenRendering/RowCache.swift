import DocumentModel
import ReaderCore
import TerminalModel
import TextLayout

/// Remembers rows that were drawn lately: of a screen that scrolls, all but a few are shown again. A class, since what a
/// frame shows does not depend on it.
final class RowCache {
  /// All that a row depends on, at one revision of the layout.
  struct Key: Hashable {
    var line: LinePosition
    /// Whether a head line says whom the comment answers.
    var showsParent: Bool
    /// By how many columns code is moved to the left.
    var sideways: Int
    /// Whether the bar of the focus stands beside it.
    var isFocused: Bool
    /// Bytes of the document that are highlighted.
    var highlight: Range<Int>?
    /// How many statements quote what it shows, where the row is the one to say so.
    var quotations: Int
    /// Bytes of the link that has the focus.
    var link: Range<Int>?
    /// What is sought, and marked where it stands.
    var sought: SearchPattern?
  }

  /// All that the status line depends on, likewise.
  struct StatusKey: Hashable {
    /// What the current line belongs to: it says which names stand in the breadcrumb.
    var node: NodeIndex?
    /// The position in percent.
    var share: Int?
    var message: String?
    var loading: String?
    var pending: String
    var panel: ReaderState.Panel?
    /// Where the way back leads.
    var origin: String?
    /// Where the link leads that has the focus.
    var address: String?
    /// Which hit of how many is shown.
    var search: String?
    /// What comments are filtered by.
    var filter: String?
    /// How many comments are new.
    var new: String?
  }

  /// A later row takes the place of an earlier one with the same remainder.
  private static let capacity = 256

  // Apart, so that looking at a key does not copy a row.
  private var keys: [Key?] = []
  private var rows: [CellRow?] = []
  private var status: (key: StatusKey, row: CellRow)?
  private var revision: AnyObject?

  // Asked and told in two steps: a closure that draws would copy the whole state of the reader, for every row.

  /// The row that `key` stands for at `revision` of the layout; `nil` where it is not remembered.
  func row(_ key: Key, at revision: AnyObject) -> CellRow? {
    keepOnly(revision)
    let slot = Self.slot(of: key)
    return keys[slot] == key ? rows[slot] : nil
  }

  /// Remembers what `key` stands for at the revision that was asked for last, and gives it.
  func keep(_ row: CellRow, for key: Key) -> CellRow {
    var row = row
    row.finish()
    let slot = Self.slot(of: key)
    keys[slot] = key
    rows[slot] = row
    return row
  }

  private static func slot(of key: Key) -> Int {
    (key.line.node.offset &* 61 &+ key.line.piece &+ key.line.index) & (capacity - 1)
  }

  /// The status line that `key` stands for, likewise.
  func statusLine(_ key: StatusKey, at revision: AnyObject) -> CellRow? {
    keepOnly(revision)
    return status.flatMap { $0.key == key ? $0.row : nil }
  }

  /// Remembers a status line, likewise.
  func keep(_ row: CellRow, for key: StatusKey) -> CellRow {
    var row = row
    row.finish()
    status = (key, row)
    return row
  }

  private func keepOnly(_ revision: AnyObject) {
    guard self.revision !== revision else { return }
    self.revision = revision
    keys = Array(repeating: nil, count: Self.capacity)
    rows = Array(repeating: nil, count: Self.capacity)
    status = nil
  }
}

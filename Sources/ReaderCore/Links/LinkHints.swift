import DocumentModel
import TerminalModel
import TextLayout

/// Letters beside the links on the screen, one or two each, to choose one by.
package struct LinkHints: Hashable, Sendable {
  /// A link and its letters.
  package struct Hint: Hashable, Sendable {
    /// What has to be typed.
    package var letters: String
    /// The first byte of the link that is on the screen.
    package var byte: Int
    /// The link.
    var link: Int
  }

  /// From those under the fingers on; no two are told apart by case.
  private static let alphabet = Array("asdfghjklqwertyuiopzxcvbnm")

  /// The links whose letters begin with what was typed.
  package private(set) var hints: [Hint]
  /// What was typed.
  package private(set) var typed = ""

  /// Letters for the links that begin at these bytes, in their order; for no more than two letters can tell apart.
  init(_ links: [(link: Int, byte: Int)]) {
    let count = Self.alphabet.count
    let isShort = links.count <= count
    hints = links.prefix(count * count).enumerated().map { number, link in
      let letters = isShort ? [Self.alphabet[number]] : [Self.alphabet[number / count], Self.alphabet[number % count]]
      return Hint(letters: String(letters), byte: link.byte, link: link.link)
    }
  }

  /// Takes a letter.
  ///
  /// - Returns: the link that it chooses, `nil` where another letter is needed or none is meant.
  mutating func type(_ letter: Character) -> Int? {
    typed.append(contentsOf: letter.lowercased())
    hints = hints.filter { $0.letters.hasPrefix(typed) }
    return hints.first { $0.letters == typed }?.link
  }
}

extension ReaderState {
  /// A link of which a part is on the screen.
  struct VisibleLink {
    var link: Int
    var node: NodeIndex
    /// The first byte of it on its line.
    var byte: Int
  }

  /// The links on the screen, line by line.
  ///
  /// - Complexity: O(screen)
  var visibleLinks: [VisibleLink] {
    var visible: [VisibleLink] = []
    for run in screenLines.flatMap({ layout.content(of: $0, sideways: sideways).runs }) {
      guard case .document(let bytes) = run.content, !bytes.isEmpty else { continue }
      let node = document.node(containingByte: bytes.lowerBound)
      for link in document.links(touching: bytes) {
        let byte = max(bytes.lowerBound, document.spans[link].bytes.lowerBound)
        visible.append(VisibleLink(link: link, node: node, byte: byte))
      }
    }
    return visible
  }

  /// Shows letters beside the links on the screen.
  mutating func showHints() {
    var seen: Set<Int> = []
    let links = visibleLinks.filter { seen.insert($0.link).inserted }
    guard !links.isEmpty else { return say("no link on the screen") }
    hints = LinkHints(links.map { ($0.link, $0.byte) })
  }

  /// Takes a key while letters are shown.
  mutating func handle(_ key: KeyEvent, choosing hints: LinkHints) -> [Effect] {
    var hints = hints
    self.hints = nil
    guard case .character(let scalar) = key.key, !key.control, !key.alt else { return [] }
    if let link = hints.type(Character(scalar)), let address = document.address(ofLink: link) { return open(address) }
    if hints.hints.isEmpty { say("no link has the letters \(hints.typed)") } else { self.hints = hints }
    return []
  }
}

/// What goes into one cell of the screen, or into a cell and its continuation.
///
/// That is a grapheme cluster, with one exception: where a cluster holds several scalars that take columns (an Indic
/// conjunct, a vowel sign that stands beside its consonant, the two letters of a flag), each is a display cluster of
/// its own. Terminals give each its column too, nothing of the text is lost, and no display cluster is wider than 2.
/// Text is selected and lines are broken by whole grapheme clusters all the same.
package struct DisplayCluster: Hashable, Sendable {
  /// The offset of its first byte.
  package var start: Int
  /// The offset after its last byte.
  package var end: Int
  /// Its columns, 0…2; a cluster of 0 columns is not drawn.
  package var columns: Int

  /// The display cluster of `text` that starts at `start`, where one starts; `start` < `end` ≤ `text.count`.
  ///
  /// Complexity: O(length of the cluster).
  package init(in text: Span<UInt8>, from start: Int, to end: Int) {
    self.start = start
    var scanner = ClusterScanner()
    let first = UTF8Decoding.scalar(in: text, at: start, end: end)
    columns = scanner.advance(ClusterProperty(first.scalar)).columns
    self.end = start + first.length
    while self.end < end {
      // Two of printable ASCII never join.
      if text[self.end] < 0x7F, text[self.end] >= 0x20, first.length == 1, self.end == start + 1 { return }
      let next = UTF8Decoding.scalar(in: text, at: self.end, end: end)
      let step = scanner.advance(ClusterProperty(next.scalar))
      if step.startsCluster || step.columns > 0 { return }
      self.end += next.length
    }
  }

  /// What is drawn of the cluster, in exactly ``columns`` columns by our tables; empty where they are 0.
  ///
  /// Terminals, multiplexers and ncurses disagree on the width of joined emoji, of U+FE0F, of skin tones and of flags.
  /// So only what they agree on is drawn: the base and at most four marks (a curses cell holds no more), never more
  /// than ``Glyph/capacity`` bytes. Selectors, skin tones, joiners and what they join are left
  /// out. A regional indicator is drawn as its letter: a flag is two columns for all, but those that merge the pair
  /// break it when curses repaints one half. Controls, which import takes out, are shown as control pictures.
  ///
  /// Whoever draws has one more duty: where libc's `wcwidth` rejects a scalar or does not agree on the columns (libc
  /// is older than our tables), U+FFFD and spaces up to ``columns`` take the glyph's place.
  package func glyph(in text: Span<UInt8>) -> Glyph {
    var glyph = Glyph.none
    if columns == 0 { return glyph }
    let bytes = min(end, text.count)
    var scalars = 0
    var offset = start
    while offset < bytes, scalars < 5 {
      let next = UTF8Decoding.scalar(in: text, at: offset, end: bytes)
      offset += next.length
      let property = ClusterProperty(next.scalar)
      if scalars == 0 {
        guard property.columns > 0 else { continue }
        scalars += glyph.append(Self.drawn(next.scalar)) ? 1 : 0
      } else if property.isMark {
        scalars += glyph.append(next.scalar) ? 1 : 0
      }
    }
    return glyph
  }

  private static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let code = scalar.value
    switch code {
    case 0x20...0x7E: return scalar
    case 0..<0x20: return Unicode.Scalar(0x2400 + code) ?? "\u{FFFD}"
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return "\u{FFFD}"
    case 0x1F1E6...0x1F1FF: return Unicode.Scalar(code - 0x1F1E6 + 0x41) ?? "\u{FFFD}"
    default: return scalar
    }
  }
}

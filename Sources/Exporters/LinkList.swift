import DocumentModel
import TerminalModel
import TextLayout

/// What stands below a plain text: where its links lead, each once, by the words that are linked.
struct LinkList {
  private let document: Document
  private let width: Int
  private let ellipsis: String
  private var seen: Set<String> = []
  private var number = 0

  /// The links of the document of `layout`, their words cut to its width.
  init(of layout: DocumentLayout) {
    document = layout.document
    width = layout.geometry.columns
    ellipsis = layout.symbols.ellipsis
  }

  /// Gives the lines of the links in a stretch of text, in pieces of some 64 KB.
  ///
  /// Links that only show their address, or lead to a place in the same page, are left out.
  ///
  /// - Complexity: O(number of spans)
  mutating func write<Failure: Error>(
    _ bytes: Range<Int>,
    afterBlankRow isAfterBlankRow: Bool,
    into sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var lines: [UInt8] = []
    var span = document.firstSpan(atOrAfter: bytes.lowerBound)
    while span < document.spans.count, document.spans[span].bytes.lowerBound < bytes.upperBound {
      defer { span += 1 }
      guard let address = document.address(ofLink: span), !address.hasPrefix("#"), LinkTarget.isHarmless(address) else {
        continue
      }
      let words = document.string(in: document.spans[span].bytes).replacing("\n", with: " ")
      guard !words.isEmpty, !address.hasSuffix(words), seen.insert(address).inserted else { continue }
      if number == 0 { lines += (isAfterBlankRow ? "Links\n" : "\nLinks\n").utf8 }
      number += 1
      let mark = "[\(number)] "
      let shown = DisplayWidth.truncate(words, toColumns: max(8, width - mark.utf8.count), ellipsis: ellipsis)
      // Nothing that a terminal would obey, or that turns the direction of writing.
      let target = LinkTarget.encoded(address) { (0x21...0x7E).contains($0) }
      lines += "\n\(mark)\(shown)\n    \(target)\n".utf8
      if lines.count >= 1 << 16 {
        try sink(lines.span)
        lines.removeAll(keepingCapacity: true)
      }
    }
    if !lines.isEmpty { try sink(lines.span) }
  }
}

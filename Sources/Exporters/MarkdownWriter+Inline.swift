import DocumentModel

extension MarkdownWriter {
  /// Where a text stands, which decides what has to be escaped in it.
  enum Place {
    /// At the beginning of a line of its own.
    case block
    /// Behind other words of the line.
    case rest
    /// In a heading, which is one line.
    case heading
    /// In a cell of a table, which is part of one line.
    case cell
    /// Between the brackets of a link, behind other words of the line.
    case link
  }

  /// Writes a text with its spans, white space at the ends of its lines left out.
  mutating func writeWords(of bytes: Range<Int>, in place: Place) {
    let runs = inline.runs(in: trimmed(bytes))
    var open = Marks()
    for (index, run) in runs.enumerated() {
      change(to: run.style, at: index, of: runs, from: &open)
      if open.link != nil || index > 0 {
        write(run, in: open.link != nil ? .link : place == .block ? .rest : place, isPart: true, place)
      } else {
        write(run, in: place, isPart: runs.count > 1, place)
      }
    }
    change(to: InlineRun.Style(), at: runs.count, of: runs, from: &open)
  }

  private func trimmed(_ bytes: Range<Int>) -> Range<Int> {
    let text = document.text
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
    var (start, end) = (bytes.lowerBound, bytes.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while start < end, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// Writes text that is not the document's own.
  mutating func writeEscaped(_ text: String, in place: Place) {
    writeEscaped(Array(text.utf8).span, in: place, lineBreak: place)
  }

  /// Writes words that stand between blanks as strong ones.
  mutating func writeStrong(_ words: String) {
    let isMarkable = words.isMarkable
    output.write(isMarkable ? "**" : "<strong>")
    writeEscaped(words, in: .rest)
    output.write(isMarkable ? "**" : "</strong>")
  }

  /// Writes words as a link, or as they are where there is nowhere to go.
  mutating func writeLink(_ words: String, to address: String?, in place: Place) {
    guard let address, LinkTarget.isHarmless(address) else { return writeEscaped(words, in: place) }
    output.write("[")
    writeEscaped(words, in: .link)
    output.write("](")
    writeAddress(address)
    output.write(")")
  }

  /// Writes words as a link to a comment.
  mutating func writeLink(_ words: String, toComment index: Int) {
    output.write("[")
    writeEscaped(words, in: .link)
    output.write("](")
    output.write(LinkTarget.fragment(to: LinkTarget.anchor(ofComment: document.comments[index].id)))
    output.write(")")
  }

  /// Writes an address so that Markdown takes all of it for one.
  mutating func writeAddress(_ address: String) {
    let bare = LinkTarget.encoded(address) { $0 > 0x20 && $0 != 0x7F && !"<>\\()".utf8.contains($0) }
    // What looks like a reference to a character is one in an address as well.
    output.write(
      bare.utf8.contains(UInt8(ascii: ";"))
        ? bare.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "\\&") : bare
    )
  }

  /// Writes the definitions of the links among the given spans.
  mutating func writeAddresses(from first: Int, upTo end: Int) {
    nextLink = (first, 1)
    for index in first..<max(first, end) where output.isOpen {
      guard case .link(let address) = document.spans[index].role, LinkTarget.isHarmless(address) else { continue }
      let number = number(ofLink: index)
      if number == 1 { writeEmptyLine() }
      output.write("[\(number)]: ")
      writeAddress(address)
      output.write("\n")
    }
  }

  /// The number of the link that the span at `index` is; asked for in reading order.
  private mutating func number(ofLink index: Int) -> Int {
    while nextLink.span < index {
      if case .link(let address) = document.spans[nextLink.span].role, LinkTarget.isHarmless(address) {
        nextLink.number += 1
      }
      nextLink.span += 1
    }
    return nextLink.number
  }
}

// MARK: Marks

/// What is open, innermost last: link, strong, emphasis.
private struct Marks {
  var link: Int?
  var strong: StaticString?
  var emphasis: StaticString?
}

extension MarkdownWriter {
  /// Closes what the next run does not have, and opens what it has.
  private mutating func change(to style: InlineRun.Style, at index: Int, of runs: [InlineRun], from open: inout Marks) {
    let link = style.link.flatMap { isHarmless($0) ? $0 : nil }
    let closesLink = open.link != nil && open.link != link
    let opensLink = link != nil && open.link != link
    let closesStrong = open.strong != nil && (!style.isStrong || closesLink || opensLink)
    if let mark = open.emphasis,
      !style.isEmphasis || closesStrong || closesLink || opensLink || opensStrong(style, open)
    {
      output.write(mark.isTag ? "</em>" : mark)
      open.emphasis = nil
    }
    if closesStrong, let mark = open.strong {
      output.write(mark.isTag ? "</strong>" : mark)
      open.strong = nil
    }
    if closesLink, let number = open.link {
      output.write("][\(self.number(ofLink: number))]")
      open.link = nil
    }
    if opensLink {
      output.write("[")
      open.link = link
    }
    if style.isStrong, open.strong == nil {
      let mark: StaticString = isMarkable(at: index, of: runs) { $0.isStrong } ? "**" : "<strong>"
      output.write(mark)
      open.strong = mark
    }
    if style.isEmphasis, open.emphasis == nil {
      let mark: StaticString = open.strong == nil && isMarkable(at: index, of: runs) { $0.isEmphasis } ? "*" : "<em>"
      output.write(mark)
      open.emphasis = mark
    }
  }

  private func opensStrong(_ style: InlineRun.Style, _ open: Marks) -> Bool { style.isStrong && open.strong == nil }

  private func isHarmless(_ span: Int) -> Bool {
    guard case .link(let address) = document.spans[span].role else { return false }
    return LinkTarget.isHarmless(address)
  }

  /// Whether asterisks around the stretch that begins with the run at `first` mean what they should.
  ///
  /// They do around letters (CommonMark 0.31, 6.2), where no other asterisks are beside them. All else is written with tags.
  private func isMarkable(at first: Int, of runs: [InlineRun], _ isMarked: (InlineRun.Style) -> Bool) -> Bool {
    var end = first
    while end < runs.count, isMarked(runs[end].style), runs[end].style.link == runs[first].style.link { end += 1 }
    guard end == first + 1, !runs[first].style.isCode, runs[first].style.isStrong != runs[first].style.isEmphasis else {
      return false
    }
    for neighbour in [first - 1, end] where runs.indices.contains(neighbour) {
      if runs[neighbour].style.isStrong || runs[neighbour].style.isEmphasis { return false }
    }
    return document.string(in: runs[first].bytes).isMarkable
  }

  /// - Parameters:
  ///   - place: where the run stands.
  ///   - isPart: whether other runs stand beside it.
  ///   - lineBreak: where the whole text stands, which says how lines break in it.
  private mutating func write(_ run: InlineRun, in place: Place, isPart: Bool, _ lineBreak: Place) {
    let text = document.text
    if run.style.isCode {
      writeCode(run.bytes, in: place, lineBreak)
    } else {
      writeEscaped(text.span.extracting(run.bytes), in: place, lineBreak: lineBreak)
    }
  }

  /// Between backquotes where that can be, else in an element.
  private mutating func writeCode(_ bytes: Range<Int>, in place: Place, _ lineBreak: Place) {
    let text = document.text
    let words = text[bytes]
    let isSimple = words.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "`") && $0 != UInt8(ascii: "|") }
    // White space at the ends of backquotes may or may not be theirs, and those of a neighbour would join them.
    let isAlone = words.first != 0x20 && words.last != 0x20 && !"`\\".utf8.contains(text[max(0, bytes.lowerBound - 1)])
    guard isSimple, isAlone, place != .link else {
      output.write("<code>")
      writeEscaped(text.span.extracting(bytes), in: place == .block ? .rest : place, lineBreak: lineBreak)
      output.write("</code>")
      return
    }
    output.write("`")
    output.writeVisible(text.span.extracting(bytes))
    output.write("`")
  }
}

extension StaticString {
  fileprivate var isTag: Bool { utf8Start.pointee == UInt8(ascii: "<") }
}

extension String {
  /// Whether asterisks around the words mark them, whatever stands beside.
  fileprivate var isMarkable: Bool {
    guard let start = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    return start.isLetterOrDigit && last.isLetterOrDigit
  }
}

extension Unicode.Scalar {
  fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || properties.numericType != nil }
}

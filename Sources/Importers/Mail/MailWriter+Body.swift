import DocumentModel

extension MailWriter {
  /// A text that stands below the head of the message it was copied from, without any marks.
  private struct Copy {
    /// How often the lines of that head are quoted.
    var depth: Int
  }

  /// Signatures have no more lines; what has more is text.
  private static let longestSignature = 30

  /// Writes the blocks of a text: UTF-8, lines ended by `\n`, no other control characters.
  ///
  /// - Complexity: O(n)
  mutating func writeBody(_ text: MailBytes, _ style: BodyLineReader.Style) {
    var reader = BodyLineReader(text, style)
    reader.read(into: &lines)
    if reader.isTooDeep { note(.depth) }
    patch = PatchLines()
    isFlowed = style.isFlowed
    var open = 0
    var copies: [Copy] = []
    var attribution: Attribution?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
        continue
      }
      while let copy = copies.last, line.depth < copy.depth { copies.removeLast() }
      let depth = line.depth + copies.count
      while open > depth {
        builder.close()
        open -= 1
      }
      let head = CopiedHead(lines[index...], of: text)
      // Above a quotation it says who is quoted; elsewhere everything after it is.
      let isAttribution = head != nil && open < depth
      if let head, isAttribution, let sender = head.sender { attribution = Attribution(speaker: sender) }
      while open < depth {
        openQuotation(attribution)
        attribution = nil
        open += 1
      }
      if let head {
        if !isAttribution, copies.count < BodyLineReader.deepest {
          copies.append(Copy(depth: line.depth))
          openQuotation(head.sender.map { Attribution(speaker: $0) })
          open += 1
        }
        writeLines(head.fields, as: .paragraph, of: text)
        index = head.fields.upperBound
        continue
      }
      attribution = nil
      index = writeRun(at: index, of: text, &attribution)
    }
    for _ in 0..<open { builder.close() }
  }

  private mutating func openQuotation(_ attribution: Attribution?) {
    let claim = attribution.map { Statement.Claim(comment: $0.comment, author: $0.speaker) }
    builder.openQuotation(Statement(speaker: attribution?.speaker, claim: claim))
  }

  /// Writes the lines from `index` on that stand together; gives the index after them.
  ///
  /// - Parameter attribution: is set to who said what is quoted after them, if they say so.
  private mutating func writeRun(at index: Int, of text: MailBytes, _ attribution: inout Attribution?) -> Int {
    if let end = endOfSignature(at: index, of: text) ?? endOfFooter(at: index, of: text) {
      let start = lines[index].isSeparator ? index + 1 : index
      writeSignature(start..<end, of: text)
      return end
    }
    if let end = patch.end(lines[index...], of: text) {
      writeCode(index..<end, of: text)
      return end
    }
    var end = index + 1
    let depth = lines[index].depth
    while end < lines.count, !lines[end].isBlank, lines[end].depth == depth, !lines[end].isSeparator {
      // A patch, and a head that was copied, need no blank line before them.
      let first = text[lines[end].start]
      if first == 0x64 || first == 0x40 || first == 0x2d,
        first == 0x2d
          ? CopiedHead.isTitle(lines[end], of: text)
          : text.matches("diff --", at: lines[end].start, before: lines[end].end)
            || text.matches("@@ -", at: lines[end].start, before: lines[end].end)
      {
        break
      }
      end += 1
    }
    var textEnd = end
    if let next = nextLine(from: end), lines[next].depth > depth {
      attribution = attributions.read(lines[index..<end], of: text)
      textEnd -= attribution?.lineCount ?? 0
    }
    if index < textEnd { writeText(index..<textEnd, of: text) }
    return end
  }

  /// The next line with words, if not more than two blank ones stand before it.
  private func nextLine(from index: Int) -> Int? {
    (index..<min(lines.count, index + 3)).first { !lines[$0].isBlank }
  }

  /// The end of the signature that a line `-- ` begins: RFC 3676, 4.3.
  private mutating func endOfSignature(at index: Int, of text: MailBytes) -> Int? {
    guard lines[index].isSeparator else { return nil }
    var end = index + 1
    var count = 0
    while end < lines.count, lines[end].isBlank || lines[end].depth == lines[index].depth {
      if !lines[end].isBlank { count += 1 }
      guard count <= Self.longestSignature else { return nil }
      end += 1
    }
    // Where an answer stands above what it answers, so does its signature.
    if end < lines.count, lines[end].depth > lines[index].depth {
      var last = end
      while last > index + 1, lines[last - 1].isBlank { last -= 1 }
      let whole = lines[(index + 1)..<last]
      if let attribution = attributions.read(whole.suffix(AttributionReader.mostLines), of: text) {
        end = last - attribution.lineCount
      }
    }
    return end
  }

  /// The end of what a mailing list adds to mails, which a rule begins.
  private func endOfFooter(at index: Int, of text: MailBytes) -> Int? {
    if text.matches("-----begin pgp ", at: lines[index].start, before: lines[index].end) {
      return FooterLines.endOfArmor(lines[index...], of: text)
    }
    return FooterLines.end(lines[index...], of: text)
  }
}

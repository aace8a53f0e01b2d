import DocumentModel

// A long thread is read by several readers at the same time, each from a top-level comment on.
extension ThreadReader {
  /// How a thread is divided among readers.
  struct Division {
    /// The most parts.
    var parts = Concurrency.pieceCount(share: DiscussionParts.share)
    /// No part is shorter than this, in bytes.
    var minimum = 1 << 20
  }

  /// How far from where a part should begin a top-level comment is looked for, in bytes.
  private static let searchReach = 1 << 18

  /// Reads the whole thread and leaves out what stands below it, writing to `writer`.
  ///
  /// The document is the same whether one reader reads it all or several do: where one does not stop right before the
  /// comment that the next one began with, it reads on, and what the others have read is forgotten.
  ///
  /// - Complexity: O(n)
  static func read(
    _ profile: ThreadProfile,
    writer: DocumentWriter,
    _ progress: ImportProgress?,
    division: Division
  ) -> DocumentWriter {
    let text = writer.text
    let starts = [profile.start] + (writer.account.isKept ? [] : partStarts(profile, in: text, division))
    var readers = [ThreadReader?](repeating: nil, count: starts.count)
    var whole: DocumentWriter?
    func read(_ number: Int, _ place: inout ThreadReader?) {
      var part = number == 0 ? writer : DocumentWriter(text, account: Account(isKept: false), isPart: true)
      let end = number + 1 < starts.count ? starts[number + 1] : text.count
      part.builder.reserveText(number == 0 ? text.count + 1 : end - starts[number])
      part.isWrapped = writer.isWrapped
      var reader = ThreadReader(
        profile,
        from: starts[number],
        until: end,
        writer: consume part,
        ProgressMeter(progress)
      )
      reader.readComments()
      place = reader
    }
    func take(_ number: Int, _ place: inout ThreadReader?) -> Bool {
      guard var reader = place.take() else { return false }
      let hasMetNext = number + 1 < starts.count && reader.hasCome(to: starts[number + 1])
      if !hasMetNext, number + 1 < starts.count { reader.readOn() }
      let part = reader.finish()
      if whole == nil { whole = part } else { whole?.append(part) }
      return hasMetNext
    }
    Concurrency.perform(on: &readers, read, inOrder: take)
    return whole ?? writer
  }

  /// Where the second part and those after it begin.
  private static func partStarts(_ profile: ThreadProfile, in text: SourceText, _ division: Division) -> [Int] {
    let length = text.count - profile.start
    let parts = min(division.parts, length / max(1, division.minimum))
    guard parts > 1, profile.kind == .headed, !profile.isFlat, profile.depths == nil else { return [] }
    var heads = HeadGroupReader(text, keepsFields: false)
    heads.lineReader.order = profile.order
    return (1..<parts).compactMap { part in
      let place = profile.start + length / parts * part
      var lines = LineWindow(text, from: Line.lineFeed(from: place, in: text) + 1)
      while let line = lines.peek(), line.start < place + searchReach {
        if line.indent == profile.column, let marker = ListMarker(line, in: text) {
          let head = heads.read(&lines, start: marker.textStart, column: marker.column)
          if head.isStrong, profile.isCommentHead(head) { return line.start }
        }
        lines.advance()
      }
      return nil
    }
  }
}

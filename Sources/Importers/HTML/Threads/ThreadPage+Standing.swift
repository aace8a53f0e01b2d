import DocumentModel
import HTMLParsing

extension ThreadPage {
  /// Sees from the words of a record, and of its author's name, that it was deleted or hidden.
  ///
  /// - Complexity: O(nodes and bytes of its beginning)
  func judgeStanding(of record: inout ThreadRecord) {
    if let author = record.author, let standing = StandingWords.standing(author) {
      record.author = nil
      record.standing = standing
    }
    guard record.standing == .live, let text = shortText(of: record.body) else { return }
    record.isBlank = text.allSatisfy(\.isHTMLSpace)
    if text.withUnsafeBufferPointer(StandingWords.mayBegin) {
      record.standing = StandingWords.standing(Self.field(text[...])) ?? .live
    }
  }

  /// The text of a body, when it is as short as a notice; `nil` when it is longer or has a picture.
  private func shortText(of body: ThreadBody) -> [UInt8]? {
    var bytes: [UInt8] = []
    // How many of them may be seen: no white space, no controls.
    var count = 0
    var omitted = body.omitted[...]
    for root in body.roots {
      let end = tree.subtreeEnd(of: root)
      var next = root
      while next < end {
        while let first = omitted.first, first < next { omitted.removeFirst() }
        if omitted.first == next || isUnseen(next) {
          next = tree.subtreeEnd(of: next)
          continue
        }
        if tree.isElement(next, .img) { return nil }
        if tree.kind(of: next) == .text {
          let range = tree.textRange(of: next)
          if bytes.count + range.count > 400 { return nil }
          count += visibleCount(of: range, upTo: StandingWords.longest + 1 - count)
          if count > StandingWords.longest { return nil }
          bytes.append(contentsOf: tree.text[range])
        }
        next = next.next
      }
    }
    return bytes
  }

  /// How many bytes of the page's text are no white space and no controls; once there are as many as `limit`, the rest is
  /// not counted.
  private func visibleCount(of range: Range<Int>, upTo limit: Int) -> Int {
    tree.text.withUnsafeBytes { text in
      var (count, place) = (0, range.lowerBound)
      while place + 8 <= range.upperBound, count < limit {
        // Eight bytes at a time: those above 0x20 have or get their highest bit.
        let bytes = text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let marked = bytes & 0x7f7f_7f7f_7f7f_7f7f &+ 0x5f5f_5f5f_5f5f_5f5f | bytes
        count += (marked & 0x8080_8080_8080_8080).nonzeroBitCount
        place += 8
      }
      while place < range.upperBound, count < limit {
        if text[place] > 0x20 { count += 1 }
        place += 1
      }
      return count
    }
  }
}

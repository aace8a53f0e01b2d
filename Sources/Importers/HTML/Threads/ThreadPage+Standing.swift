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
          count += tree.text.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).count { $0 > 0x20 } }
          if count > StandingWords.longest { return nil }
          bytes.append(contentsOf: tree.text[range])
        }
        next = next.next
      }
    }
    return bytes
  }
}

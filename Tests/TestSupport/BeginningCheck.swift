import DocumentModel
import Importers

/// Where beginnings of `text`, cut at random lines but not before 128 KB, are read as something else than the whole is
/// up to 64 KB before the cut; empty when they never are.
package func beginningDefects(_ text: [UInt8], cuts: Int = 3, seed: UInt64) -> [String] {
  var generator = SeededGenerator(seed: seed)
  let (whole, account) = PlainTextImporter.readWithAccount(text.span)
  var defects: [String] = []
  for _ in 0..<cuts where text.count > 128 << 10 {
    let place = Int.random(in: (128 << 10)..<text.count, using: &generator)
    let cut = text[place...].firstIndex(of: 0x0a).map { $0 + 1 } ?? text.count
    let beginning = PlainTextImporter.read(text.span.extracting(first: cut), isComplete: false)
    let last = account.last { entry in
      if case .text = entry.kind { entry.bytes.lowerBound < cut - 64 << 10 } else { false }
    }
    guard case .text(let node) = last?.kind else { continue }
    if let difference = beginning.beginningDifference(from: whole, nodes: node.offset) {
      defects.append("the first \(cut) of \(text.count) bytes: node \(difference)")
    }
  }
  return defects
}

extension Document {
  /// What tells the first `count` nodes of this document from those of `whole`; `nil` when nothing does.
  fileprivate func beginningDifference(from whole: Document, nodes count: Int) -> String? {
    guard self.count >= count else { return "\(self.count) is missing" }
    for number in 0..<count {
      let node = NodeIndex(number)
      if self[node] != whole[node] { return "\(number): \(self[node]), not \(whole[node])" }
      if parent(of: node) != whole.parent(of: node) { return "\(number): another parent" }
      let isClosed = whole.subtreeEnd(of: node).offset <= count
      if isClosed, subtreeEnd(of: node) != whole.subtreeEnd(of: node) { return "\(number): another end" }
      let words = string(in: textRange(of: node))
      let others = whole.string(in: whole.textRange(of: node))
      if words != others { return "\(number): \(words.debugDescription), not \(others.debugDescription)" }
      if let comment = comment(at: node), comment != whole.comment(at: node) { return "\(number): \(comment)" }
      if let statement = self[node].statementIndex, statements[statement] != whole.statements[statement] {
        return "\(number): \(statements[statement])"
      }
    }
    return nil
  }
}

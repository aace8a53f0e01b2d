import DocumentModel
import Importers

/// What is wrong with the account that the plain text importer gives of `bytes`; empty when nothing is lost.
///
/// The ranges follow each other without gap or overlap, cover the whole text, each is accounted for, what is
/// furniture is named by a
/// diagnostic, and the text of the document is that of the ranges which are text, white space aside.
package func accountDefects(_ bytes: [UInt8]) -> [String] {
  let text = TextSanitizer.sanitize(bytes.span).bytes
  let (document, account) = PlainTextImporter.readWithAccount(bytes.span)
  var defects: [String] = []
  var position = 0
  var kept: [UInt8] = []
  for entry in account {
    let words = String(decoding: text[entry.bytes].prefix(60), as: UTF8.self)
    if entry.bytes.lowerBound != position { defects.append("\(entry.bytes) does not follow \(position): \(words)") }
    position = entry.bytes.upperBound
    switch entry.kind {
    case .unaccounted: defects.append("\(entry.bytes) is not accounted for: \(words)")
    case .furniture(let index) where index >= document.diagnostics.count:
      defects.append("\(entry.bytes) has no diagnostic: \(words)")
    case .text(let node):
      if !document.contains(node) { defects.append("\(entry.bytes) is text of no node: \(words)") }
      kept += text[entry.bytes].filter { $0 != 0x20 && $0 != 0x0a }
    default: break
    }
  }
  if position != text.count { defects.append("the account ends at \(position) of \(text.count)") }
  let written = document.text.filter { $0 != 0x20 && $0 != 0x0a }
  if written != kept { defects.append("the document's text is not the text accounted for") }
  return defects
}

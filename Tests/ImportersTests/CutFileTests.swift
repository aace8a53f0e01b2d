import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Importers

/// Files of every format that break off, or have a byte that is another.
@Suite("Files that are not what they should be")
struct CutFileTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let names: [String] = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
    .filter { name in
      let attributes = try? FileManager.default.attributesOfItem(atPath: folder.appendingPathComponent(name).path)
      return attributes?[.type] as? FileAttributeType == .typeRegular
    }
    .sorted()

  @Test("Of whatever is left a document is made", arguments: names)
  func cutOrChanged(_ name: String) {
    let bytes = Array(FileManager.default.contents(atPath: Self.folder.appendingPathComponent(name).path) ?? Data())
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    let format = FormatDetection.format(of: bytes.span, name: name)
    // A prime step, so that cuts fall on all kinds of places.
    for end in stride(from: Int.random(in: 0..<53, using: &generator), to: bytes.count, by: 53) {
      check(Array(bytes[..<end]), as: format)
      var changed = bytes
      changed[end] = UInt8.random(in: 0...255, using: &generator)
      if end % 4 == 0 { check(changed, as: format) }
    }
  }

  private func check(_ bytes: [UInt8], as format: SourceFormat) {
    for isComplete in [true, false] {
      let document = DocumentImporter.read(bytes.span, as: format, isComplete: isComplete)
      #expect(String(validating: document.text, as: UTF8.self) != nil)
      #expect(document.subtreeEnd(of: .document) == document.endNode)
    }
  }
}

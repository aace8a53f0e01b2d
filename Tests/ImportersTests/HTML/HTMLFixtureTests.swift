import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("Fixtures in HTML")
struct HTMLFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/HTML")

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()

  /// Each `Fixtures/HTML/NAME.html` is read as `HTML/Goldens/NAME.dump` says.
  @Test("Pages are read as their dumps say", arguments: names)
  func dump(_ name: String) {
    let data = FileManager.default.contents(atPath: Self.folder.appendingPathComponent(name + ".html").path) ?? Data()
    let document = HTMLImporter.read(Array(data).span, name: name)
    #expect(Golden(name + ".dump").difference(from: document.dump()) == nil)
  }
}

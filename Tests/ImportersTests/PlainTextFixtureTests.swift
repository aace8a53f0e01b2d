import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("Plain text fixtures")
struct PlainTextFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures"
  )

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

  static func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: Self.folder.appendingPathComponent(name + ".txt").path) ?? Data())
  }

  /// Each `Fixtures/NAME.txt` is read as `Goldens/NAME.dump` says.
  @Test("Fixtures are read as their dumps say", arguments: names)
  func dump(_ name: String) {
    let document = PlainTextImporter.read(Self.bytes(name).span, name: name)
    #expect(Golden(name + ".dump").difference(from: document.dump()) == nil)
  }

  @Test("Nothing of a fixture is lost", arguments: names)
  func account(_ name: String) {
    #expect(accountDefects(Self.bytes(name)) == [])
  }
}

import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Importers

@Suite("Mail fixtures")
struct MailFixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Fixtures/Mail"
  )

  static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: Self.folder.appendingPathComponent(name).path) ?? Data())
  }

  /// Each `Fixtures/Mail/NAME` is read as `Goldens/Mail/NAME.dump` says.
  @Test("Fixtures are read as their dumps say", arguments: names)
  func dump(_ name: String) {
    let document = MailImporter.read(Self.bytes(name).span, name: name)
    #expect(Golden("Mail/" + name + ".dump").difference(from: document.dump()) == nil)
  }

  @Test("Fixtures are recognized", arguments: names)
  func detection(_ name: String) {
    #expect(FormatDetection.format(of: Self.bytes(name).span, name: nil) == .mail)
  }

  @Test("The ends of lines do not matter")
  func lineEnds() {
    let dumps = ["article.mbox", "crlf.mbox"].map { MailImporter.read(Self.bytes($0).span).dump() }
    #expect(dumps[0] == dumps[1])
  }

  @Test("A fixture cut anywhere is read", arguments: names)
  func cut(_ name: String) {
    let bytes = Self.bytes(name)
    for count in 0..<bytes.count {
      let document = MailImporter.read(bytes.span.extracting(first: count), isComplete: count % 2 == 0)
      #expect(document.comments.count <= 8)
    }
  }

  @Test("Fixtures with broken bytes are read", arguments: names)
  func damage(_ name: String) {
    var generator = SeededGenerator(seed: UInt64(name.count))
    let bytes = Self.bytes(name)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let document = MailImporter.read(damaged.span)
      #expect(document.text.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a })
    }
  }
}

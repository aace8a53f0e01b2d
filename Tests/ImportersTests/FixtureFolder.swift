import DocumentModel
import Foundation
import TestSupport
import Testing

/// A folder of fixtures of one format, and what is asked of each of them: to be read as its golden says, cut anywhere,
/// and with bytes of it broken.
struct FixtureFolder: Sendable {
  let name: String
  private let url: URL

  /// The folder `Fixtures/NAME`, whose goldens are in `Goldens/NAME`.
  init(_ name: String) {
    self.name = name
    url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/" + name)
  }

  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted() }

  func bytes(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: url.appendingPathComponent(name).path) ?? Data())
  }

  /// The first difference between the golden of a fixture and what it is read as.
  func difference(_ fixture: String, _ read: (Span<UInt8>) -> Document) -> String? {
    Golden(name + "/" + fixture + ".dump").difference(from: read(bytes(fixture).span).dump())
  }

  /// Reads beginnings of a fixture: about 700, every other one as if it were the whole.
  func cut(_ fixture: String, _ read: (Span<UInt8>, _ isComplete: Bool) -> Document) {
    let bytes = bytes(fixture)
    for (index, count) in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 700 | 1)).enumerated() {
      Self.check(read(bytes.span.extracting(first: count), index % 2 == 1))
    }
  }

  /// Reads a fixture many times with some bytes replaced.
  func damage(_ fixture: String, _ read: (Span<UInt8>) -> Document) {
    var generator = SeededGenerator(seed: UInt64(fixture.count))
    let bytes = bytes(fixture)
    for _ in 0..<100 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        damaged[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      Self.check(read(damaged.span))
    }
  }

  /// What a terminal may be given: no control characters, but for what ends lines and cells.
  private static func check(_ document: Document) {
    #expect(document.text.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x0a || $0 == 0x09 })
  }
}

import DocumentModel
import Testing

@testable import Importers

@Suite("JSON fixtures")
struct JSONFixtureTests {
  private static let folder = FixtureFolder("JSON")

  /// Each `Fixtures/JSON/NAME` is read as `Goldens/JSON/NAME.dump` says.
  @Test("Fixtures are read as their dumps say", arguments: folder.names)
  func dump(_ name: String) {
    #expect(Self.folder.difference(name) { JSONImporter.read($0, name: name) } == nil)
  }

  @Test("Fixtures are recognized", arguments: folder.names)
  func detection(_ name: String) {
    #expect(FormatDetection.format(of: Self.folder.bytes(name).span, name: nil) == .json)
  }

  @Test("Every description of an API has a fixture")
  func everyAPI() {
    var read: Set<String> = []
    for name in Self.folder.names {
      Self.folder.bytes(name).withUnsafeBufferPointer { bytes in
        let tape = JSONReader.read(bytes, isComplete: true, ProgressMeter(nil))
        if let thread = JSONImporter.thread(in: tape) { read.insert(thread.api.name) }
      }
    }
    #expect((ThreadAPI.all + [.generic]).map(\.name).filter { !read.contains($0) } == [])
  }

  /// Those that come by as many ways as there are.
  private static let various = ["damaged", "hacker-news-firebase", "lobsters", "mastodon", "reddit", "records-nested"]

  @Test("A fixture cut anywhere, or with broken bytes, is read", arguments: various.map { $0 + ".json" })
  func hostility(_ name: String) {
    Self.folder.cut(name) { JSONImporter.read($0, isComplete: $1) }
    Self.folder.damage(name) { JSONImporter.read($0) }
  }
}

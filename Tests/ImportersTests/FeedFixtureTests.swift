import Testing

@testable import Importers

@Suite("Feed fixtures")
struct FeedFixtureTests {
  private static let folder = FixtureFolder("Feeds")

  /// Each `Fixtures/Feeds/NAME` is read as `Goldens/Feeds/NAME.dump` says.
  @Test("Fixtures are read as their dumps say", arguments: folder.names)
  func dump(_ name: String) {
    #expect(Self.folder.difference(name) { FeedImporter.read($0, name: name) } == nil)
  }

  @Test("Fixtures are recognized", arguments: folder.names)
  func detection(_ name: String) {
    #expect(FormatDetection.format(of: Self.folder.bytes(name).span, name: nil) == .feed)
  }

  @Test("A fixture cut anywhere, or with broken bytes, is read", arguments: folder.names)
  func hostility(_ name: String) {
    Self.folder.cut(name) { FeedImporter.read($0, isComplete: $1) }
    Self.folder.damage(name) { FeedImporter.read($0) }
  }
}

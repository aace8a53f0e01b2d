import Testing

@testable import Importers

@Suite("Markdown fixtures")
struct MarkdownFixtureTests {
  private static let folder = FixtureFolder("Markdown")

  /// Each `Fixtures/Markdown/NAME` is read as `Goldens/Markdown/NAME.dump` says.
  @Test("Fixtures are read as their dumps say", arguments: folder.names)
  func dump(_ name: String) {
    #expect(Self.folder.difference(name) { MarkdownImporter.read($0, name: name) } == nil)
  }

  @Test("Fixtures are recognized by their names; by what they hold, if they hold signs enough", arguments: folder.names)
  func detection(_ name: String) {
    let bytes = Self.folder.bytes(name)
    #expect(FormatDetection.format(of: bytes.span, name: name) == .markdown)
    if name != "markup.md" { #expect(FormatDetection.format(of: bytes.span, name: nil) == .markdown) }
  }

  @Test("A fixture cut anywhere, or with broken bytes, is read", arguments: folder.names)
  func hostility(_ name: String) {
    Self.folder.cut(name) { bytes, _ in MarkdownImporter.read(bytes) }
    Self.folder.damage(name) { MarkdownImporter.read($0) }
  }
}

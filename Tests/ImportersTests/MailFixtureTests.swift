import DocumentModel
import Testing

@testable import Importers

@Suite("Mail fixtures")
struct MailFixtureTests {
  private static let folder = FixtureFolder("Mail")

  /// Each `Fixtures/Mail/NAME` is read as `Goldens/Mail/NAME.dump` says.
  @Test("Fixtures are read as their dumps say", arguments: folder.names)
  func dump(_ name: String) {
    #expect(Self.folder.difference(name) { MailImporter.read($0, name: name) } == nil)
  }

  @Test("Fixtures are recognized", arguments: folder.names)
  func detection(_ name: String) {
    #expect(FormatDetection.format(of: Self.folder.bytes(name).span, name: nil) == .mail)
  }

  @Test("The ends of lines do not matter")
  func lineEnds() {
    let dumps = ["article.mbox", "crlf.mbox"].map { MailImporter.read(Self.folder.bytes($0).span).dump() }
    #expect(dumps[0] == dumps[1])
  }

  @Test("A fixture cut anywhere, or with broken bytes, is read", arguments: folder.names)
  func hostility(_ name: String) {
    Self.folder.cut(name) { MailImporter.read($0, isComplete: $1) }
    Self.folder.damage(name) { MailImporter.read($0) }
  }
}

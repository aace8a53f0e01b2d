import Importers

extension FuzzTarget {
  /// All there are: one line each.
  static let all: [FuzzTarget] = [
    FuzzTarget("html", { PageCheck($0).run() }),
    FuzzTarget("page", importing: { bytes, _ in HTMLImporter.read(bytes) }),
    FuzzTarget("json", importing: { JSONImporter.read($0, isComplete: $1) }),
    FuzzTarget("mail", importing: { MailImporter.read($0, isComplete: $1) }),
    FuzzTarget("feed", importing: { FeedImporter.read($0, isComplete: $1) }),
    FuzzTarget("markdown", importing: { bytes, _ in MarkdownImporter.read(bytes) }),
  ]
}

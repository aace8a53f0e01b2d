import Importers

extension FuzzTarget {
  /// All there are: one line each.
  static let all: [FuzzTarget] = [
    FuzzTarget("html", { PageCheck($0).run() }),
    FuzzTarget("json", importing: { JSONImporter.read($0, isComplete: $1) }),
  ]
}

import Foundation

/// The files of this checkout.
enum Checkout {
  /// The top of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of a file, by its path from the top.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// All Swift files below the given folders, by their paths from the top.
  static func swiftFiles(in folders: [String]) -> [String] {
    folders.flatMap { folder -> [String] in
      let enumerator = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
      return (enumerator?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.map {
        folder + "/" + $0
      }
    }.sorted()
  }

  /// The names of the files in a folder.
  static func files(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())) ?? []
  }

  /// The rows of the first Markdown table after `heading`, cells trimmed, head and rule left out.
  static func table(after heading: String, in text: String) -> [[String]] {
    guard let start = text.range(of: heading) else { return [] }
    let lines = text[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
    let rows = lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
    return rows.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }
}

import Foundation

/// The folder with texts of others that stands beside the package, `../shared`; `QUIRE_SHARED` names another.
///
/// Where it is missing, tests that need it say so and are skipped.
enum SharedFolder {
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["QUIRE_SHARED"] { return URL(fileURLWithPath: path) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("shared")
  }()

  /// The files below `folder` whose names end in `suffix`, sorted; says aloud when there are none.
  static func files(in folder: String, suffix: String) -> [URL] {
    let root = url.appendingPathComponent(folder)
    let names = (FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []).filter {
      $0.hasSuffix(suffix)
    }
    if names.isEmpty { print("SKIPPED: no *\(suffix) in \(root.path); set QUIRE_SHARED to the shared folder") }
    return names.sorted().map(root.appendingPathComponent)
  }

  /// The bytes of a file.
  static func bytes(_ file: URL) -> [UInt8] { Array(FileManager.default.contents(atPath: file.path) ?? Data()) }
}

import Foundation

@testable import Library

/// A folder for the library of one test, removed with all that is in it.
final class LibraryFolder {
  let path = FileManager.default.temporaryDirectory.path + "/quire-library-" + UUID().uuidString

  /// The library's file.
  var file: String { path + "/" + LibraryStore.name }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Opens the library.
  func open(fileSystem: String? = nil) throws -> (store: LibraryStore, notice: String?) {
    try LibraryStore.open(in: path, date: "2024-03-01", fileSystem: fileSystem)
  }

  /// The names of what is in the folder.
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func write(_ bytes: Data) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try bytes.write(to: URL(fileURLWithPath: file))
  }
}

/// The document with a sketch, and what is known of it.
extension DocumentIdentity {
  static func test(_ name: String) -> DocumentIdentity { DocumentIdentity(text: "test:" + name, source: nil) }
}

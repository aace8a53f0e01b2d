import Foundation

/// A directory for one test, removed with all that is in it; the program's state goes there too.
final class TemporaryDirectory {
  /// Where it is.
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/quire-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file.
  ///
  /// - Returns: Its path.
  func write(_ text: String, to name: String = "page.txt") throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// What keeps the program away from the state, configuration and taste of whoever runs the tests.
  var environment: [String: String] {
    [
      "HOME": path, "XDG_STATE_HOME": "\(path)/state", "XDG_CONFIG_HOME": "\(path)/config",
      "XDG_CACHE_HOME": "\(path)/cache", "NO_COLOR": "",
    ]
  }
}

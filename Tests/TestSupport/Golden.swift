import Foundation

/// A text that a test expects, kept in a file of the folder `Goldens` beside the test.
///
/// `QUIRE_REFRESH_GOLDENS=1 swift test --filter NAME` writes the files anew; read the differences before they are
/// committed.
package struct Golden {
  private let path: String
  private let test: String
  private let isRefreshing: Bool

  /// The golden of this name, of the test in `file`.
  package init(_ name: String, of file: String = #filePath) {
    let directory = URL(fileURLWithPath: file).deletingLastPathComponent()
    self.init(
      path: directory.appendingPathComponent("Goldens/\(name)").path,
      test: directory.lastPathComponent,
      isRefreshing: ProcessInfo.processInfo.environment["QUIRE_REFRESH_GOLDENS"] == "1"
    )
  }

  /// The golden at a path. `test` is what to filter by to run its test.
  package init(path: String, test: String, isRefreshing: Bool) {
    self.path = path
    self.test = test
    self.isRefreshing = isRefreshing
  }

  /// Where `text` is other than expected, and how to accept it; `nil` where it is as expected.
  ///
  /// ```swift
  /// #expect(Golden("tour.txt").difference(from: text) == nil)
  /// ```
  package func difference(from text: String) -> String? {
    if isRefreshing {
      let directory = URL(fileURLWithPath: path).deletingLastPathComponent()
      try? FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      let isWritten = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
      return isWritten ? nil : "\(path) cannot be written"
    }
    let advice = "To accept what is: QUIRE_REFRESH_GOLDENS=1 swift test --filter \(test)"
    guard let data = FileManager.default.contents(atPath: path) else { return "There is no \(path).\n\(advice)" }
    guard let difference = Self.firstDifference(expected: String(decoding: data, as: UTF8.self), actual: text) else {
      return nil
    }
    return "\(path) expects something else.\n\(difference)\n\(advice)"
  }

  /// The first line in which two texts differ, with two lines before it and two after; `nil` where they are the same
  /// bytes.
  package static func firstDifference(expected: String, actual: String) -> String? {
    guard !expected.utf8.elementsEqual(actual.utf8) else { return nil }
    let old = lines(expected)
    let new = lines(actual)
    var line = 0
    while line < old.count, line < new.count, old[line].utf8.elementsEqual(new[line].utf8) { line += 1 }
    var report = ["line \(line + 1):"]
    for before in max(0, line - 2)..<line { report.append("  " + shown(old[before])) }
    for after in line..<line + 3 where after < old.count { report.append("- " + shown(old[after])) }
    for after in line..<line + 3 where after < new.count { report.append("+ " + shown(new[after])) }
    return report.joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" }
  }

  /// A line that does not hide how it ends, or what it does to a terminal.
  private static func shown(_ line: Substring) -> String {
    var result = ""
    for scalar in line.unicodeScalars {
      if scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) {
        result += scalar.escaped(asASCII: true)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.hasSuffix(" ") ? result + "$" : result
  }
}

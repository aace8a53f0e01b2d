import Foundation
import TestSupport
import Testing

@Suite("Golden texts")
struct GoldenTests {
  @Test("The first difference is shown in its surroundings")
  func firstDifference() {
    #expect(Golden.firstDifference(expected: "a\nb\n", actual: "a\nb\n") == nil)
    #expect(
      Golden.firstDifference(expected: "1\n2\n3\n4\n5\n6\n7\n8", actual: "1\n2\n3\nfour\n5\n6\n7\n8") == """
        line 4:
          2
          3
        - 4
        - 5
        - 6
        + four
        + 5
        + 6
        """
    )
    #expect(Golden.firstDifference(expected: "a\n", actual: "a") == "line 2:\n  a\n- ")
    #expect(Golden.firstDifference(expected: "a ", actual: "a\u{1b}\t") == "line 1:\n- a $\n+ a\\u{1B}\\t")
    #expect(Golden.firstDifference(expected: "é", actual: "e\u{301}") != nil, "bytes count, not characters")
  }

  @Test("A golden is compared with its file, and written when asked for")
  func file() throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("quire-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let path = directory.appendingPathComponent("Goldens/a.txt").path
    func golden(isRefreshing: Bool) -> Golden { Golden(path: path, test: "SomeTests", isRefreshing: isRefreshing) }
    let missing = try #require(golden(isRefreshing: false).difference(from: "a\n"))
    #expect(missing.hasPrefix("There is no \(path)."))
    #expect(golden(isRefreshing: true).difference(from: "a\n") == nil)
    #expect(golden(isRefreshing: false).difference(from: "a\n") == nil)
    let other = try #require(golden(isRefreshing: false).difference(from: "b\n"))
    #expect(other.contains("- a\n- \n+ b"))
    #expect(other.hasSuffix("QUIRE_REFRESH_GOLDENS=1 swift test --filter SomeTests"))
    #expect(golden(isRefreshing: true).difference(from: "b\n") == nil)
    #expect(golden(isRefreshing: false).difference(from: "b\n") == nil)
  }
}

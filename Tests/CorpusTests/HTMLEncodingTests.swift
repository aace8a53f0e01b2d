import Foundation
import HTMLParsing
import Testing

/// The tests of html5lib for encodings.
@Suite struct HTMLEncodingTests {
  @Test func everyCase() {
    var failures: [String] = []
    var count = 0
    for file in SharedFolder.files(in: "corpora/html5lib-tests/encoding", suffix: ".dat") {
      for test in Self.tests(in: SharedFolder.bytes(file)) {
        count += 1
        let expected = HTMLEncoding(label: test.encoding)?.name
        let found = HTMLParser.parse(Array(test.data)).encoding.name
        if found != expected {
          failures.append(
            "\(file.lastPathComponent): \(found), not \(expected ?? "?"): \(String(decoding: test.data.suffix(200), as: UTF8.self))"
          )
        }
      }
    }
    #expect(failures.isEmpty, "\(failures.count) of \(count), first: \(failures.prefix(3).joined(separator: "\n\n"))")
    if count > 0 { #expect(count == 82) }
  }

  /// What stands between `#data` and `#encoding`, and the line behind that.
  private static func tests(in bytes: [UInt8]) -> [(data: ArraySlice<UInt8>, encoding: ArraySlice<UInt8>)] {
    var tests: [(data: ArraySlice<UInt8>, encoding: ArraySlice<UInt8>)] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var start = 0
    for (index, line) in lines.enumerated() {
      if line.elementsEqual("#data".utf8) { start = index + 1 }
      if line.elementsEqual("#encoding".utf8) {
        tests.append(
          (bytes[lines[start].startIndex..<max(lines[start].startIndex, line.startIndex - 1)], lines[index + 1])
        )
      }
    }
    return tests
  }
}

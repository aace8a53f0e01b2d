import Glibc
import Testing
import TextLayout

/// The test file of the Unicode Consortium for UAX #14, all of its lines, without our tailoring.
@Suite struct LineBreakConformanceTests {
  @Test func everyLineOfTheTestFile() throws {
    guard let file = UnicodeTestFile("LineBreakTest.txt.gz") else { return }
    let cases = file.cases
    // A test file that was read as empty would pass, too.
    #expect(cases.count > 19_000)
    var failures: [String] = []
    for test in cases {
      let bytes = test.bytes
      let breaks = LineBreaking.opportunities(in: bytes.span, 0..<bytes.count, tailored: false).map(\.offset)
      if breaks != test.breaks { failures.append(test.line) }
    }
    #expect(failures.isEmpty, "\(failures.count) of \(cases.count) lines, first \(failures.first ?? "")")
  }
}

/// A file in the notation of the Unicode Consortium's break tests: `÷ 0020 × 0308 ÷ 0061 ÷	# why`.
struct UnicodeTestFile {
  /// One line of the file.
  struct Case {
    /// The line without its comment.
    let line: String
    /// The text.
    let bytes: [UInt8]
    /// The offsets in `bytes` where a break may be, the start and the end of the text left out.
    let breaks: [Int]
  }

  /// The lines that hold a test.
  let cases: [Case]

  /// Reads a file of the folder `unicode` in the corpora; where it is missing, says so and is `nil`.
  ///
  /// The corpora stand beside the package, in `../shared/corpora`; `QUIRE_SHARED` names another folder for `../shared`,
  /// `QUIRE_CORPORA` for `../shared/corpora`.
  init?(_ name: String) {
    var folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    folder += "/shared/corpora"
    if let override = getenv("QUIRE_SHARED") { folder = String(cString: override) + "/corpora" }
    if let override = getenv("QUIRE_CORPORA") { folder = String(cString: override) }
    let path = "\(folder)/unicode/\(name)"
    guard access(path, R_OK) == 0, let text = Self.read(path) else {
      print("skipped: \(path) is missing")
      return nil
    }
    cases = text.split(separator: "\n").compactMap(Self.parse)
  }

  private static func read(_ path: String) -> String? {
    // `-f` lets gzip hand on what is not compressed.
    guard let pipe = popen("gzip -dcf '\(path)'", "r") else { return nil }
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, pipe)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
    }
  }

  private static func parse(_ line: Substring) -> Case? {
    guard let test = line.split(separator: "#", omittingEmptySubsequences: false).first else { return nil }
    var bytes: [UInt8] = []
    var breaks: [Int] = []
    for part in test.split(whereSeparator: \.isWhitespace) {
      if part == "÷" {
        breaks.append(bytes.count)
      } else if let code = UInt32(part, radix: 16), let scalar = Unicode.Scalar(code) {
        bytes += Array(String(scalar).utf8)
      }
    }
    if bytes.isEmpty { return nil }
    return Case(line: String(test), bytes: bytes, breaks: breaks.filter { $0 > 0 && $0 < bytes.count })
  }
}

import Foundation
import TestSupport
import Testing

@testable import Acquisition

/// What is kept of answers.
@Suite("The cache of answers", .enabled(if: access("/usr/bin/curl", X_OK) == 0, "needs curl"))
struct FetchCacheTests {
  private let folder: String

  init() { folder = FileManager.default.temporaryDirectory.path + "/quire-cache-\(UUID().uuidString)/quire" }

  private func withFolder(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent) }
    try body()
  }

  private var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }

  private func fetch(_ address: String, keeping: Bool = true) -> String {
    let cache = keeping ? FetchCache(folder: folder, capacity: 40_000) : nil
    let fetcher = Fetcher(agent: "quire/test", known: ["127.0.0.1"], cache: cache)
    do throws(FetchFault) {
      let answer = try fetcher.fetch(Fetcher.Request(try FetchAddress(address)))
      return "\(answer.head.charset ?? "-") " + String(decoding: answer.body ?? [], as: UTF8.self)
    } catch {
      return error.advice
    }
  }

  private static let tag = ["ETag: \"one\"", "Last-Modified: Sun, 29 Nov 2026 00:00:00 GMT"]

  @Test func whatHasNotChangedIsNotSentAgain() throws {
    try withFolder {
      let server = try LoopbackServer { question in
        if question.fields["if-none-match"] == "\"one\"" { return .answer("", status: 304, type: nil) }
        return .answer("The text.", type: "text/html; charset=koi8-r", fields: Self.tag)
      }
      for _ in 0..<3 { #expect(fetch(server.address("/a")) == "koi8-r The text.") }
      #expect(server.questions.map { $0.fields["if-none-match"] } == [nil, "\"one\"", "\"one\""])
      #expect(server.questions[1].fields["if-modified-since"] == "Sun, 29 Nov 2026 00:00:00 GMT")
      #expect(files.count == 1)
      let permissions = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
      #expect(permissions == 0o700)
    }
  }

  @Test func whatIsNotWholeOrNotToBeKeptIsNot() throws {
    try withFolder {
      let server = try LoopbackServer { question in
        switch question.target {
        case "/cut": .answer(Array("half".utf8), fields: Self.tag, length: 8)
        case "/secret": .answer("x", fields: Self.tag + ["Cache-Control: private, No-Store"])
        case "/untagged": .answer("x")
        case "/missing": .answer("x", status: 404, fields: Self.tag)
        default: .answer("x", fields: Self.tag)
        }
      }
      for path in ["/cut", "/secret", "/untagged", "/missing"] { _ = fetch(server.address(path)) }
      #expect(fetch(server.address("/kept"), keeping: false) == "utf-8 x")
      #expect(files.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  @Test func damagedFilesAndOthersAreNotTakenForAnswers() throws {
    try withFolder {
      let server = try LoopbackServer { _ in .answer("The text.", fields: Self.tag) }
      _ = fetch(server.address("/a"))
      let path = folder + "/" + (try #require(files.first))
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      for count in [0, 1, 20, whole.count - 1] {
        try whole.prefix(count).write(to: URL(fileURLWithPath: path))
        #expect(fetch(server.address("/a")) == "utf-8 The text.")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == whole)
      }
      #expect(server.questions.allSatisfy { $0.fields["if-none-match"] == nil })
      // A link to somewhere else is neither read nor written through.
      let other = (folder as NSString).deletingLastPathComponent + "/other"
      try whole.write(to: URL(fileURLWithPath: other))
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
      _ = fetch(server.address("/a"))
      #expect(server.questions.last?.fields["if-none-match"] == nil)
      #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == whole)
    }
  }

  @Test func theLeastAskedForGo() throws {
    try withFolder {
      let server = try LoopbackServer { _ in .answer(String(repeating: "x", count: 9000), fields: Self.tag) }
      for number in 0..<4 {
        _ = fetch(server.address("/\(number)"))
        for name in files { utimes(folder + "/" + name, 100 + number) }
      }
      #expect(files.count == 4)
      let first = Set(files)
      try Data().write(to: URL(fileURLWithPath: folder + "/left.part"))
      utimes(folder + "/left.part", 100)
      _ = fetch(server.address("/4"))
      #expect(files.count == 3)
      #expect(first.intersection(files).count == 2)
    }
  }

  private func utimes(_ path: String, _ seconds: Int) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    utimensat(AT_FDCWD, path, [time, time], 0)
  }

  @Test func manyMayKeepAtTheSameTime() async throws {
    let server = try LoopbackServer { question in
      if question.fields["if-none-match"] == "\"one\"" { return .answer("", status: 304, type: nil) }
      return .answer(String(repeating: question.target, count: 2000), fields: Self.tag)
    }
    let answers = await withTaskGroup(of: Bool.self) { group in
      for run in 0..<10 {
        group.addTask {
          let path = "/\(run % 3)"
          return fetch(server.address(path)) == "utf-8 " + String(repeating: path, count: 2000)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    withFolder {
      #expect(answers == [Bool](repeating: true, count: 10))
      #expect(files.count == 3)
    }
  }
}

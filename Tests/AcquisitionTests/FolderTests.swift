import Foundation
import Testing

@testable import Acquisition

@Suite("Folders as sources")
struct FolderTests {
  private func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("quire-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private func write(_ text: String, to path: String, in folder: URL) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The texts of the files, in the order in which they were read.
  private func read(_ folder: URL) throws -> (texts: [String], passedOver: [String]) {
    let stream = try SourceStream(.file(path: folder.path))
    try stream.readAll()
    let bytes = stream.withSpan { $0.withUnsafeBufferPointer { Array($0) } }
    let texts = (stream.files ?? []).map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(texts.joined().utf8.count == bytes.count)
    return (texts, stream.passedOver.map(\.message))
  }

  @Test("Files come by name, numbers by value; folders, hidden and empty files do not")
  func order() throws {
    try withFolder { folder in
      for name in ["10", "9", "a2", "a10", "b", ".hidden", "deeper/x"] { try write(name, to: name, in: folder) }
      try write("", to: "empty", in: folder)
      mkfifo(folder.appendingPathComponent("pipe").path, 0o600)
      #expect(try read(folder).texts == ["9", "10", "a2", "a10", "b"])
    }
  }

  @Test("Of a Maildir the messages are read, new ones and others by time")
  func maildir() throws {
    try withFolder { folder in
      for name in ["cur/100.a:2,S", "new/99.b", "tmp/98.c", "cur/1000.d", "dovecot.index"] {
        try write(name, to: name, in: folder)
      }
      #expect(try read(folder).texts == ["new/99.b", "cur/100.a:2,S", "cur/1000.d"])
    }
  }

  @Test("A file that cannot be read costs that file")
  func unreadable() throws {
    try withFolder { folder in
      try write("a", to: "a", in: folder)
      symlink("nowhere", folder.appendingPathComponent("b").path)
      let (texts, passedOver) = try read(folder)
      #expect(texts == ["a"])
      #expect(passedOver == ["\(folder.path)/b: no such file; check the name"])
    }
  }

  @Test("A large folder comes in pieces")
  func pieces() throws {
    try withFolder { folder in
      for number in 0..<20 { try write(String(repeating: "x", count: 10_000), to: "\(number)", in: folder) }
      let stream = try SourceStream(.file(path: folder.path))
      #expect(try stream.readMore())
      #expect(!stream.isComplete && (1..<20).contains(stream.files?.count ?? 0))
      try stream.readAll()
      #expect(stream.files?.count == 20 && stream.count == 200_000)
    }
  }

  @Test("Names are ordered as a whole")
  func names() {
    let ordered = ["", "0", "1", "2", "10", "a", "a1", "a1b", "a2", "b"]
    for (index, first) in ordered.enumerated() {
      for (other, second) in ordered.enumerated() {
        #expect(FolderListing.precedes(first, second) == (index < other))
      }
    }
  }
}

import Foundation
import Testing

@testable import Acquisition

/// What reading gives: the bytes as text, or the message of the failure.
private func read(_ path: String) -> String {
  do {
    return text(try whole(SourceStream(Source(argument: path))))
  } catch {
    return error.message
  }
}

private func whole(_ stream: SourceStream) throws(SourceFailure) -> SourceStream {
  try stream.readAll()
  return stream
}

private func text(_ stream: SourceStream) -> String {
  stream.withSpan { span in span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}

/// Calls `body` with the path of a new directory, which goes afterwards.
private func withDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
  let directory = FileManager.default.temporaryDirectory.appendingPathComponent("quire-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  return try body(directory.path)
}

private func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

@Suite("Reading files")
struct FileTests {
  private static let sizes = [
    0, 1, 65_535, 65_536, 65_537, SourceStream.mappingThreshold - 1, SourceStream.mappingThreshold,
    SourceStream.mappingThreshold + 4097,
  ]

  @Test("Files of any size are read whole, mapped or not", arguments: sizes)
  func anySize(size: Int) throws {
    try withDirectory { directory in
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
      try write(bytes, to: directory + "/file")
      let read = try SourceStream(.file(path: directory + "/file"))
      #expect(read.isComplete)
      #expect(read.count == size)
      #expect(read.withSpan { span in span.withUnsafeBufferPointer { Array($0) } } == bytes)
      #expect(!read.wasCutShort)
    }
  }

  @Test("A file whose size the system does not tell is read")
  func unknownSize() { #expect(read("/proc/self/status").contains("Name:")) }

  @Test("What cannot be read is told with what to do")
  func failures() throws {
    try withDirectory { directory in
      #expect(read(directory + "/none") == "\(directory)/none: no such file; check the name")
      #expect(read("/dev/zero") == "/dev/zero: is a device; pipe what it gives into quire -")
      #expect(read("/dev/null") == "")
      #expect(read("") == "\"\": no such file; check the name")
      try write([], to: directory + "/file")
      #expect(read(directory + "/file/below") == "\(directory)/file/below: no such file; check the name")
      symlink("loop", directory + "/loop")
      #expect(
        read(directory + "/loop")
          == "\(directory)/loop: could not be read (Too many levels of symbolic links); try again, or read a copy"
      )
    }
  }

  @Test("A file that may not be read says so", .enabled(if: geteuid() != 0, "the superuser may read everything"))
  func permissions() throws {
    try withDirectory { directory in
      try write([1], to: directory + "/file")
      chmod(directory + "/file", 0)
      #expect(read(directory + "/file") == "\(directory)/file: may not be read; check its permissions")
    }
  }

  @Test("Permission is told from other failures")
  func openingFailures() {
    func message(_ code: Int32) -> String { SourceFailure.opening(.file(path: "f"), code: code).message }
    #expect(message(EACCES) == "f: may not be read; check its permissions")
    #expect(message(ENXIO) == "f: is a device; pipe what it gives into quire -")
    #expect(message(EIO) == "f: could not be read (Input/output error); try again, or read a copy")
  }

  @Test("A sparse file beyond the limit is refused, not read")
  func tooLarge() throws {
    try withDirectory { directory in
      try write([], to: directory + "/file")
      try #require(truncate(directory + "/file", SourceStream.maximumSize + 1) == 0)
      #expect(read(directory + "/file") == "\(directory)/file: is larger than 4 GiB; split it and read the parts")
    }
  }

  @Test("Names do nothing to the terminal that shows them")
  func hostileNames() {
    #expect(
      read("a\u{1b}[2J\n\u{7f}\u{9b}31m\u{202e}é")
        == "a␛[2J␊␡\u{fffd}31m\u{fffd}é: no such file; check the name"
    )
  }

  @Test("A mapped file that becomes shorter reads as zeros where it was", arguments: [0, 5_000, 1 << 20])
  func shrinking(size: Int) throws {
    try withDirectory { directory in
      let path = directory + "/file"
      try write([UInt8](repeating: 7, count: 3 << 20), to: path)
      let bytes = try SourceStream(.file(path: path))
      let other = try SourceStream(.file(path: path))
      try #require(truncate(path, size) == 0)
      #expect(bytes.count == 3 << 20)
      let sum = bytes.withSpan { span in span.indices.reduce(into: 0) { $0 += Int(span[$1]) } }
      #expect(sum == 7 * size)
      #expect(bytes.wasCutShort)
      #expect(other.wasCutShort)
    }
  }
}

@Suite("Reading pipes")
struct PipeTests {
  @Test("A pipe is read to its end, however it is written")
  func pipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    let writing = ends[1]
    let whole = String(repeating: "quire é\n", count: 40_000)
    let thread = Thread {
      let bytes = Array(whole.utf8)
      var offset = 0
      while offset < bytes.count {
        let length = bytes.withUnsafeBytes {
          write(writing, $0.baseAddress! + offset, min(bytes.count - offset, 70_001))
        }
        guard length > 0 else { break }
        offset += length
      }
      close(writing)
    }
    thread.start()
    // Whoever holds the other end may have made it so that reading does not wait.
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let read = try SourceStream(descriptor: ends[0], of: .standardInput, ownsDescriptor: true)
    try read.readAll()
    #expect(text(read) == whole)
  }

  @Test("What a pipe has given can be read before the rest comes")
  func slowPipe() throws {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    let stream = try SourceStream(descriptor: ends[0], of: .standardInput, ownsDescriptor: true)
    #expect(try !stream.readMore(within: 0))
    Foundation.write(ends[1], "one", 3)
    #expect(try stream.readMore(within: 10_000))
    #expect(text(stream) == "one")
    #expect(!stream.isComplete)
    #expect(try !stream.readMore(within: 0))
    close(ends[1])
    #expect(try stream.readMore(within: 10_000))
    #expect(stream.isComplete)
    #expect(try !stream.readMore())
    #expect(text(stream) == "one")
  }

  @Test("Standard input that is a file is read from where it stands")
  func fromTheMiddle() throws {
    try withDirectory { directory in
      try write([UInt8](repeating: 65, count: 2 << 20) + Array("end".utf8), to: directory + "/file")
      let descriptor = open(directory + "/file", O_RDONLY)
      lseek(descriptor, 2 << 20, SEEK_SET)
      #expect(text(try SourceStream(descriptor: descriptor, of: .standardInput, ownsDescriptor: true)) == "end")
    }
  }

  @Test("A terminal on standard input is no source")
  func terminal() {
    var primary: Int32 = 0
    var secondary: Int32 = 0
    guard openpty(&primary, &secondary, nil, nil, nil) == 0 else { return }
    #expect(throws: SourceFailure(.standardInput, .terminal)) {
      _ = try SourceStream(descriptor: secondary, of: .standardInput, ownsDescriptor: false)
    }
    close(primary)
    close(secondary)
  }

  @Test("A dash is standard input, anything else a file")
  func arguments() {
    #expect(Source(argument: "-") == .standardInput)
    #expect(Source(argument: "./-") == .file(path: "./-"))
    #expect(SourceFailure(.standardInput, .terminal).message.hasPrefix("standard input: nothing is piped in"))
  }
}

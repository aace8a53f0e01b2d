import TestSupport
import Testing

@testable import Importers

@Suite("A mailbox that is searched in parts has the messages that it has when searched at once")
struct MailboxScanTests {
  /// A mailbox of some megabytes, with bodies that look like the beginning of a message; of some the length is said.
  private static func mailbox(_ seed: UInt64, saysLengths: Bool) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var out: [UInt8] = []
    var number = 0
    while out.count < 3_000_000 {
      number += 1
      var body = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: body += "From here on it is uphill.\n"
        case 1 where saysLengths:
          body += "\nFrom x@example.org Mon Mar  4 09:00:00 2024\nSubject: forwarded\n\nWords.\n"
        default: body += "Words that somebody wrote to \(number) others, one line of many.\n"
        }
      }
      out += "From x@example.org Mon Mar  4 09:00:00 2024\nMessage-ID: <\(number)@example.org>\n".utf8
      if number > 1 { out += "References: <\(Int.random(in: 1..<number, using: &generator))@example.org>\n".utf8 }
      if generator.chance(20) { out += "References: <\(number - 1)> <plain\(number % 9)>\n".utf8 }
      if saysLengths { out += "Content-Length: \(body.utf8.count)\n".utf8 }
      out += "\n\(body)\n".utf8
    }
    return out
  }

  @Test(arguments: 0..<4 as Range<UInt64>, [false, true])
  func parts(_ seed: UInt64, saysLengths: Bool) {
    Self.mailbox(seed, saysLengths: saysLengths).withUnsafeBufferPointer { buffer in
      let bytes = MailBytes(buffer)
      let lines = MailboxLines(bytes, isComplete: true)
      let meter = ProgressMeter(nil)
      var whole = MailboxScan(bytes, 0..<bytes.count, before: bytes.count, lines, meter)
      whole.run()
      var archive = MailArchive(bytes)
      var ahead = meter
      #expect(archive.add(0..<bytes.count, isComplete: true, &ahead))
      #expect(archive.messages.map(\.head.start) == whole.messages.map(\.head.start))
      #expect(archive.messages.map(\.end) == whole.messages.map(\.end))
      // What a part that begins within a message finds is not taken.
      let divided = MailboxScan.divide(0..<bytes.count, lines)
      #expect(divided.count > 1 && divided.first?.lowerBound == 0 && divided.last?.upperBound == bytes.count)
      #expect(zip(divided, divided.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    }
  }

  @Test("Parts that begin within a message are searched once more")
  func falseStarts() {
    // One message of which nearly all lines look like the beginning of another.
    let line = "From x@example.org Mon Mar  4 09:00:00 2024\nSubject: quoted\n\nWords.\n\n"
    let body = String(repeating: line, count: 40_000)
    let text = Array("\(line.dropLast(9))Content-Length: \(body.utf8.count)\n\n\(body)\n\(line)".utf8)
    text.withUnsafeBufferPointer { buffer in
      let bytes = MailBytes(buffer)
      var archive = MailArchive(bytes)
      var meter = ProgressMeter(nil)
      #expect(archive.add(0..<bytes.count, isComplete: true, &meter))
      #expect(archive.messages.count == 2)
      #expect(MailboxScan.divide(0..<bytes.count, MailboxLines(bytes, isComplete: true)).count > 1)
    }
  }
}

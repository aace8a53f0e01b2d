import DocumentModel
import TestSupport
import Testing

@Suite("Clean text")
struct CleanTextTests {
  /// What ``CleanText`` gives, worked out scalar by scalar.
  private func end(_ bytes: [UInt8]) -> Int {
    var offset = 0
    while offset < bytes.count {
      let length = (1...4).first { length in
        guard offset + length <= bytes.count else { return false }
        let text = String(decoding: bytes[offset..<(offset + length)], as: UTF8.self)
        guard Array(text.utf8) == Array(bytes[offset..<(offset + length)]), text.unicodeScalars.count == 1 else {
          return false
        }
        switch text.unicodeScalars.first?.value ?? 0 {
        case 0x0a: return true
        case 0..<0x20, 0x7f..<0xa0, 0x2028...0x202e, 0x2066...0x2069: return false
        default: return true
        }
      }
      guard let length else { return offset }
      offset += length
    }
    return offset
  }

  @Test("Ends where scalars say it does", arguments: 0..<4)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = [
      Array("plain words ".utf8), [0x0a], Array("ä€😀".utf8), [0xc2, 0xa0], [0x1b], [0x7f], [0x09], [0xc2, 0x85],
      [0xe2, 0x80, 0xa8], [0xe2, 0x81, 0xa6], [0xe2, 0x80, 0x8f], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff],
    ]
    for _ in 0..<2000 {
      let clean = (0..<Int.random(in: 0...6, using: &generator)).flatMap { _ in generator.pick(Array(pieces[..<4])) }
      let bytes = clean + generator.pick(pieces) + clean
      #expect(bytes.withUnsafeBufferPointer { CleanText.end(in: $0) } == end(bytes), "\(bytes)")
    }
  }

  @Test("Bytes that are not clean do not get into a document")
  func builder() {
    var builder = DocumentBuilder()
    builder.open(.paragraph)
    let results = ["clean", "\u{1b}[31m", " words"].map { text in
      Array(text.utf8).withUnsafeBufferPointer { builder.text(checking: $0) }
    }
    #expect(results == [true, false, true])
    #expect(builder.finish().dump() == "document\n  paragraph \"clean words\"\n")
  }
}

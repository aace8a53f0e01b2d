import HTMLParsing
import Testing

/// Bytes in, encoding and text out.
@Suite struct EncodingTests {
  private func check(
    _ bytes: [UInt8],
    transport: String? = nil,
    _ encoding: String,
    _ text: String,
    line: SourceLocation = #_sourceLocation
  ) {
    for pieceSize in [bytes.count, 1, 3] {
      var parser = HTMLParser(transportLabel: transport)
      var rest = bytes[...]
      while !rest.isEmpty {
        parser.feed(Array(rest.prefix(pieceSize)))
        rest = rest.dropFirst(pieceSize)
      }
      let tree = parser.finish()
      #expect(tree.encoding.name == encoding, sourceLocation: line)
      #expect(tree.string(of: .document) == text, sourceLocation: line)
    }
  }

  @Test func marksComeFirst() {
    check([0xef, 0xbb, 0xbf] + "<meta charset=koi8-r>ж".utf8, transport: "windows-1251", "UTF-8", "ж")
    check([0xff, 0xfe, 0x61, 0, 0x36, 0x04], "UTF-16LE", "aж")
    check([0xfe, 0xff, 0, 0x61, 0x04, 0x36, 0xd8], "UTF-16BE", "aж\u{fffd}")
  }

  @Test func theTransportComesBeforeThePage() {
    check("<meta charset=koi8-r>".utf8 + [0xe6], transport: " Windows-1251 ", "windows-1251", "ж")
    check("<meta charset=koi8-r>".utf8 + [0xd6], transport: "no such thing", "KOI8-R", "ж")
  }

  @Test func whatThePageDeclares() {
    check(
      "<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>".utf8 + [0x80, 0xe9],
      "windows-1252",
      "€é"
    )
    check("<?xml version='1.0' encoding='iso-8859-2'?>".utf8 + [0xb1], "ISO-8859-2", "ą")
    check("<!-- <meta charset=koi8-r> --><meta charset='utf-16'>é".utf8.map { $0 }, "UTF-8", "é")
    let far = String(repeating: "<!-- far down -->", count: 200)
    check(Array((far + "<meta charset=koi8-r>").utf8) + [0xd6], "KOI8-R", "ж")
  }

  @Test func severalBytesACharacter() {
    check("<meta charset=shift_jis>".utf8 + [0x93, 0xfa, 0x96, 0x7b, 0x41], "Shift_JIS", "日本A")
    check("<meta charset=gb2312>".utf8 + [0xd6, 0xd0, 0xff, 0x41], "GBK", "中\u{fffd}A")
    check("<meta charset=euc-kr>".utf8 + [0xc7, 0xd1, 0xb1], "EUC-KR", "한\u{fffd}")
    check("<meta charset=iso-2022-kr>abc".utf8.map { $0 }, "replacement", "\u{fffd}")
  }

  @Test func singleBytesAsTheStandardHasThem() {
    check("<meta charset=windows-1252>".utf8 + [0x81, 0x85], "windows-1252", "\u{81}…")
    check("<meta charset=koi8-u>".utf8 + [0xae, 0xbe], "KOI8-U", "ўЎ")
    check("<meta charset=macintosh>".utf8 + [0xdb], "macintosh", "€")
    check("<meta charset=windows-1253>".utf8 + [0xaa], "windows-1253", "\u{fffd}")
  }

  @Test func whereNothingIsDeclared() {
    check(Array("plain".utf8), "windows-1252", "plain")
    check(Array("größer – 日本".utf8), "UTF-8", "größer – 日本")
    let russian = "Съешь же ещё этих мягких французских булок, да выпей чаю. Всё это было давно и неправда."
    let bytes = russian.unicodeScalars.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x410...0x44f: UInt8(scalar.value - 0x410 + 0xc0)
      case 0x451: 0xb8
      default: UInt8(scalar.value)
      }
    }
    check(bytes, "windows-1251", russian)
  }

  @Test func illFormedBytesAndLineEnds() {
    check("<meta charset=utf-8>a".utf8 + [0xe2, 0x82, 0x62, 0xff, 0xf0, 0x9f], "UTF-8", "a\u{fffd}b\u{fffd}\u{fffd}")
    check(Array("<meta charset=utf-8>a\r\nb\rc\r\r\nd\r".utf8), "UTF-8", "a\nb\nc\n\nd\n")
  }
}

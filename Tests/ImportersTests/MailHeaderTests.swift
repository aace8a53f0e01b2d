import DocumentModel
import TestSupport
import Testing

@testable import Importers

@Suite("Heads of mails")
struct MailHeaderTests {
  private func with<Result>(_ text: String, _ body: (MailBytes, Range<Int>) -> Result) -> Result {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { body(MailBytes($0), 0..<$0.count) }
  }

  @Test(
    "Dates",
    arguments: [
      ("Mon, 04 Mar 2024 09:00:00 +0100", "2024-03-04T09:00:00+01:00"),
      ("4 Mar 2024 9:00 -0430", "2024-03-04T09:00-04:30"),
      ("Mon, 4 Mar 24 09:00:00 GMT", "2024-03-04T09:00:00Z"), ("5 Apr 93 11:24:22 EDT", "1993-04-05T11:24:22-04:00"),
      ("Fri, 21 Nov 1997 09(comment):55:06 -0600", nil), ("Mon Mar  4 09:00:00 2024", "2024-03-04T09:00:00"),
      ("Mon Mar  4 09:00:00 CET 2024", "2024-03-04T09:00:00"), ("2024-03-04T09:00:00Z", "2024-03-04T09:00:00Z"),
      ("2024-03-04 09:00:00.25+02:00", "2024-03-04T09:00:00+02:00"),
      ("Mon, 04 Mar 2024 09:00:00 +0100 (CET)", "2024-03-04T09:00:00+01:00"),
      ("Monday, 04-Mar-24 09:00:00 UTC", "2024-03-04T09:00:00Z"), ("04 Mar 2024 9:00 PM", "2024-03-04T21:00"),
      ("yesterday", nil), ("31 Feb 2024 09:00", nil), ("", nil), ("99999999999999999999", nil),
      ("Thu, 1 Jan 104 00:00:00 +0000", "2004-01-01T00:00:00Z"),
    ] as [(String, String?)]
  )
  func dates(_ text: String, _ expected: String?) {
    #expect(with(text) { MailDate($0, $1)?.timestamp.iso8601 } == expected)
  }

  @Test("Dates are sorted by what they mean")
  func seconds() {
    #expect(with("Thu, 01 Jan 1970 01:00:00 +0100") { MailDate($0, $1)?.seconds } == 0)
    #expect(with("29 Feb 2024 00:00:00 +0000") { MailDate($0, $1)?.seconds } == 1_709_164_800)
  }

  @Test("What is a date at a glance is one when it is read", arguments: 0..<8 as Range<UInt64>)
  func usualDates(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    #expect(with("x Mon Mar  4 09:00:00 2024") { MailDate.isUsual($0, $1) })
    #expect(with("x Mon Mar 14 23:59:59 1999") { MailDate.isUsual($0, $1) })
    for text in ["x Mon Mar 31 09:00:00 2024", "Mon Mar  4 09:00:00 2024", "x Mon, 4 Mar 2024 09:00:00 +0100", "x"] {
      #expect(!with(text) { MailDate.isUsual($0, $1) })
    }
    for _ in 0..<2_000 {
      var bytes = Array("x Mon Mar  4 09:00:00 2024".utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let digits = Array("0123456789 :n".utf8)
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = digits.randomElement(using: &generator) ?? 0
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let isUsual = with(text) { MailDate.isUsual($0, $1) }
      #expect(!isUsual || with(text) { MailDate($0, $1.dropFirst(2)) } != nil, "\(text)")
    }
  }

  @Test(
    "Words of fields",
    arguments: [
      ("plain words", "plain words"), ("folded\n  words", "folded words"), ("=?utf-8?q?Caf=C3=A9?=", "Café"),
      ("=?iso-8859-1?Q?a?= =?iso-8859-1?Q?b?=", "ab"), ("=?iso-8859-1?Q?a?= b", "a b"),
      ("=?utf-8?B?w4M=?=", "Ã"), ("=?utf-8?q?=C3?= =?utf-8?q?=A9?=", "é"), ("=?utf-8*de?q?a_b?=", "a b"),
      ("=?koi8-r?B?8NLJ18XU?=", "Привет"), ("=?nothing?q?x?=", "x"), ("=?utf-8?q?open", "=?utf-8?q?open"),
      ("=?utf-8?x?a?=", "=?utf-8?x?a?="), ("a=?b", "a=?b"), ("\u{1b}[31m", "␛[31m"), ("caf\u{e9}", "café"),
      ("=?us-ascii?q?what=3F?=", "what?"),
    ]
  )
  func words(_ text: String, _ expected: String) {
    #expect(with(text) { HeaderText.text($0, $1) } == expected)
  }

  @Test(
    "Senders",
    arguments: [
      ("Ada Holm <ada@example.org>", "Ada Holm"), ("\"Holm, Ada\" <ada@example.org>", "Holm, Ada"),
      ("ada@example.org (Ada Holm)", "Ada Holm"), ("ada@example.org", "ada@example.org"),
      ("<ada@example.org>", "ada@example.org"), ("ada at example.org (Ada Holm)", "Ada Holm"),
      ("\"Ada \\\"Lens\\\" Holm\" <ada@example.org>", "Ada \"Lens\" Holm"),
      ("a@example.org, b@example.org", "a@example.org"),
      ("=?utf-8?q?Ad=C3=A1?= <ada@example.org>", "Adá"), ("ada@example.org (Ada (at home))", "Ada (at home)"),
      ("", nil), ("\"\" <ada@example.org>", "ada@example.org"), ("'Ada' <ada@example.org>", "Ada"),
    ] as [(String, String?)]
  )
  func senders(_ text: String, _ expected: String?) {
    #expect(with(text) { Mailbox($0, $1).name } == expected)
  }

  @Test(
    "Subjects without what replies add",
    arguments: [
      ("Re: Clocks", "Clocks"), ("RE : AW: [lamps] Clocks", "Clocks"), ("[lamps] Re[2]: Clocks (fwd)", "Clocks"),
      ("[Fwd: Clocks]", "Clocks"), ("[lamps]", "[lamps]"), ("Regarding: clocks", "Regarding: clocks"), ("Re:", ""),
    ]
  )
  func subjects(_ text: String, _ expected: String) {
    let base = with(text) { bytes, range in String(decoding: bytes[Subject.base(bytes, range)], as: UTF8.self) }
    #expect(base == expected)
  }

  @Test("Parameters in parts, in other charsets, with comments")
  func parameters() {
    let text =
      "text/Plain; charset=\"utf-8\" ; name*0=\"a b\"; name*1*=%41; format = Flowed (so it is); x; y=\"a\\\"b\""
    let found = with(text) { HeaderParameters($0, $1) }
    #expect(found.value == "text/plain")
    #expect(found.word("charset") == "utf-8" && found.word("format") == "flowed")
    #expect(found["name"].map { String(decoding: $0, as: UTF8.self) } == "a bA")
    #expect(found["y"].map { String(decoding: $0, as: UTF8.self) } == "a\"b")
    #expect(found["x"] == nil)
  }

  @Test("Transfer encodings pass over what means nothing")
  func decoding() {
    func decoded(_ text: String, _ encoding: TransferEncoding) -> String {
      Array(text.utf8).withUnsafeBufferPointer { String(decoding: encoding.decode($0), as: UTF8.self) }
    }
    #expect(decoded("YWJj\nZGVm", .base64) == "abcdef")
    #expect(decoded("YW Jj!ZA==ZQ==", .base64) == "abcde")
    #expect(decoded("YWI", .base64) == "ab" && decoded("Y", .base64) == "")
    #expect(decoded("a=\nb=  \r\nc=3D=zz=", .quotedPrintable) == "abc==zz")
  }
}

import DocumentModel
import Testing

@testable import Importers

@Suite("Mails that mean harm")
struct MailHostilityTests {
  private func read(_ text: String) -> Document { MailImporter.read(Array(text.utf8).span) }

  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  private static let head = "From: a\nSubject: b\n"

  @Test("Floods of what nests, repeats or never ends are read in time")
  func floods() {
    let many = 10_000
    let boundaries = (0..<2000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined()
    for text in [
      times(many, "X: y\n"), "References: " + times(many, "<a> "), "References: " + times(many, "<"),
      "Subject: " + times(many, "=?utf-8?q?a"), "Subject: " + times(many, "=?utf-8?q?a?= "),
      "From: " + times(many, "("), "From: " + times(many, "\"\\"), "Date: " + times(many, "1 "),
      "Content-Type: text/plain" + times(many, "; a=b"), boundaries,
      "Content-Type: multipart/mixed; boundary=b\n\n" + times(many, "--b\n\nx\n"),
      times(2000, "Content-Type: message/rfc822\n\n"),
    ] {
      _ = read(Self.head + text)
      _ = read(text)
    }
    for text in [
      times(many, ">"), times(many, "> "), times(200, times(300, ">") + "x\n"), times(many, "\n"), times(many, "--\n"),
      times(many, "-- \n\n\n"), times(many, "__________\n\n"), times(many, "-----Original Message-----\n"),
      times(many, "-----BEGIN PGP SIGNATURE-----\n\n"), times(many, "a wrote:\n"), times(many, "a wrote:\n> b\n"),
      times(many, "@@ -1,9999 +1,9999 @@\n"), times(many, "@@ -99999999999,1"), times(many, "1. a\n"),
      times(many, "From x\n"), times(many, "From x Mon Mar  4 09:00:00 2024\n\n"), times(many, "AB> x\n"),
      times(many, "| x\n: y\n"), times(many, "\u{0}"), times(many, "=\n"), times(200, "a" + times(1000, " ")),
    ] {
      _ = read(Self.head + "\n" + text)
      _ = read("From x Mon Mar  4 09:00:00 2024\n" + Self.head + "\n" + text)
    }
  }

  @Test("Quotations as deep as can be are quoted, and said to be cut")
  func depth() {
    let document = read(Self.head + "\n" + times(100, ">") + " deep\n" + times(200, ">") + " deeper\n")
    #expect(document.statements.count == 100)
    #expect(document.diagnostics.map(\.message).contains { $0.contains("nested more than 100 deep") })
  }

  @Test("Base64 that is none, and multiparts without parts, lose nothing that can be read")
  func broken() {
    let parts = read(Self.head + "Content-Type: multipart/mixed; boundary=x\n\nNo parts at all.\n")
    #expect(parts.string(in: 0..<parts.text.count) == "No parts at all.\n")
    let open = read(Self.head + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne part, and no end.\n")
    #expect(open.string(in: 0..<open.text.count) == "One part, and no end.\n")
    let empty = read(
      Self.head + "Content-Type: multipart/alternative; boundary=x\n\n--x\n\n\n--x\n\nThe second.\n--x--\n"
    )
    #expect(empty.string(in: 0..<empty.text.count) == "The second.\n")
  }

  @Test("A message of control characters is shown without them")
  func controls() {
    let document = read("From: \u{1b}]0;x\u{7}\nSubject: a\u{0}b\n\n\u{1b}[2J\u{202e}x\n")
    #expect(document.metadata.byline == "␛]0;x␇")
    #expect(document.string(in: 0..<document.text.count) == "␛[2Jx\n")
    let attached = read("From: a\nSubject: b\nContent-Type: image/\u{7f}x; name=c\n\nde\n\n")
    #expect(attached.string(in: 0..<attached.text.count) == "[image: c, image/␡x, 3 bytes]\n")
  }

  @Test("Reading tells how far it is, and ends when it is told to")
  func progress() {
    let message = "From x Mon Mar  4 09:00:00 2024\nSubject: x\n\n" + times(2000, "Words.\n") + "\n"
    let bytes = Array(times(20, message).utf8)
    let progress = ImportProgress()
    let whole = MailImporter.read(bytes.span, progress: progress)
    #expect(progress.bytesRead > bytes.count - 2 * ImportProgress.interval)
    progress.cancel()
    #expect(MailImporter.read(bytes.span, progress: progress).count < whole.count / 4)
  }
}

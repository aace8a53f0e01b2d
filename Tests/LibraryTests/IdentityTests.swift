import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import Library

/// What documents are known by.
@Suite struct IdentityTests {
  @Test(arguments: [
    ("https://a.example/x", "https://a.example/x"), ("http://A.Example:80/x/", "https://a.example/x"),
    ("https://a.example:443/x?b=1&utm_source=y&c=2#comment-3", "https://a.example/x?b=1&c=2"),
    ("https://a.example/item?id=5", "https://a.example/item?id=5"), ("https://a.example?p=5", "https://a.example?p=5"),
    ("https://a.example/X", "https://a.example/X"), ("https://a.example/", nil), ("https://a.example", nil),
    ("ftp://a.example/x", nil), ("x", nil), ("", nil), ("https:///x", nil),
  ])
  func addresses(address: String, canonical: String?) {
    #expect(DocumentIdentity.canonical(address) == canonical)
  }

  private func document(_ title: String?, _ address: String? = nil, _ text: String = "Words.") -> Document {
    Document(sketch: text, metadata: Metadata(title: title, address: address))
  }

  @Test func aPageIsKnownByItsAddressUnderWhateverName() {
    let page = document("T", "http://a.example/x#top")
    let known = DocumentIdentity(of: page, from: .address("https://a.example/x?utm_medium=z"))
    #expect(DocumentIdentity(of: page, from: .file(path: "/tmp/a.html")).text == known.text)
    #expect(DocumentIdentity(of: page, from: .pipe).text == known.text)
    #expect(DocumentIdentity(of: page, from: .pipe).source == nil)
    // What was asked for counts, whatever the page says.
    #expect(DocumentIdentity(of: page, from: .address("https://b.example")).text == "https://b.example")
  }

  @Test func otherFilesAreKnownByTheirRealPaths() throws {
    let folder = LibraryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/sub", withIntermediateDirectories: true)
    let file = folder.path + "/page.txt"
    try Data("Words.".utf8).write(to: URL(fileURLWithPath: file))
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: file)
    let identity = DocumentIdentity(of: document("T"), from: .file(path: file))
    for name in ["/sub/../page.txt", "/link"] {
      #expect(DocumentIdentity(of: document("T"), from: .file(path: folder.path + name)) == identity)
    }
    // The site's own address is none of the page.
    #expect(DocumentIdentity(of: document("T", "https://a.example/"), from: .file(path: file)) == identity)
  }

  @Test func whatIsPipedInIsKnownByItsTitleAndBeginning() {
    let one = DocumentIdentity(of: document("T"), from: .pipe)
    #expect(DocumentIdentity(of: document("T"), from: .pipe) == one)
    #expect(DocumentIdentity(of: document("U"), from: .pipe) != one)
    #expect(DocumentIdentity(of: document("T", nil, "Other words."), from: .pipe) != one)
    let long = String(repeating: "Long words. ", count: 100)
    let shorter = DocumentIdentity(of: document("T", nil, long), from: .pipe)
    #expect(DocumentIdentity(of: document("T", nil, long + "\n@ann\n  More."), from: .pipe) == shorter)
  }

  @Test func momentsAreSaidAsPeopleSayThem() {
    let now: Int64 = 1_709_294_400  // noon UTC on 1 March 2024
    #expect(VisitTime.text(now - 5, now: now) == "just now")
    #expect(VisitTime.text(now - 60, now: now) == "1 minute ago")
    #expect(VisitTime.text(now - 3 * 3600, now: now) == "3 hours ago")
    #expect(VisitTime.text(now - 3 * 86_400, now: now) == "3 days ago")
    #expect(VisitTime.text(now - 40 * 86_400, now: now) == "21 January 2024")
    #expect(VisitTime.brief(now - 40 * 60, now: now) == "40 min")
    #expect(VisitTime.brief(now + 40, now: now) == "now")
    #expect(VisitTime.date(now) == "2024-03-01")
  }
}

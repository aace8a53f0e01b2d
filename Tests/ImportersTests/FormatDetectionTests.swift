import Testing

@testable import Importers

@Suite("Formats told apart")
struct FormatDetectionTests {
  @Test(
    "By content, then by name",
    arguments: [
      ("", nil, SourceFormat.empty), (" \n\n", "page.html", .empty), ("Hello, world", nil, .plainText),
      ("<!DOCTYPE html><p>x", nil, .html),
      ("<div class=x>y</div>", nil, .html), ("<?xml version=\"1.0\"?><rss version=\"2.0\">", nil, .feed),
      ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", nil, .feed), ("{\"quire\": 1}", nil, .json),
      ("[\n  {\"id\": 1}]", nil, .json),
      ("[harry] said so", nil, .plainText),
      ("From a@example.org Fri Sep  1 10:00:00 2023\nFrom: a@example.org\nSubject: x\n\ny", nil, .mail),
      ("From: a@example.org\nTo: b@example.org\n\ny", nil, .mail),
      ("From: here to there\nis a long way", nil, .plainText),
      ("# Heading", "notes.md", .markdown), ("# Heading", nil, .plainText),
      ("x", "https://example.org/a.html?b#c", .html),
      ("< 5 is less", nil, .plainText),
    ] as [(String, String?, SourceFormat)]
  )
  func formats(_ text: String, _ name: String?, _ expected: SourceFormat) {
    #expect(FormatDetection.format(of: Array(text.utf8).span, name: name) == expected)
  }

  @Test("Programs and pictures are binary, damaged text is text")
  func binary() {
    #expect(FormatDetection.format(of: ([0x7f, 0x45, 0x4c, 0x46] as [UInt8]).span, name: nil) == .binary)
    #expect(FormatDetection.format(of: ([UInt8](repeating: 0, count: 99)).span, name: "x.txt") == .binary)
    #expect(FormatDetection.format(of: (Array("some text with a NUL".utf8) + [0]).span, name: nil) == .plainText)
    #expect(FormatDetection.format(of: ([0xff, 0xfe, 0x61, 0] as [UInt8]).span, name: nil) == .plainText)
  }
}

import Testing

@testable import DocumentModel

@Suite("Addresses on the web")
struct WebAddressTests {
  /// RFC 3986, sections 5.4.1 and 5.4.2, with `http` in the place of the scheme there, and without what is no link.
  @Test(
    "References are resolved as RFC 3986 says",
    arguments: [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
      ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
      ("g;x", "http://a/b/c/g;x"),
      ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
      ("../", "http://a/b/"),
      ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
      ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("./../g", "http://a/b/g"),
      ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
      ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g?y/../x", "http://a/b/c/g?y/../x"),
      ("g#s/../x", "http://a/b/c/g#s/../x"),
      ("g#\u{301}", "http://a/b/c/g#\u{301}"), ("g?\u{301}", "http://a/b/c/g?\u{301}"),
      ("HTTPS://e.example/a b", "https://e.example/a%20b"), ("  g\n", "http://a/b/c/g"), ("mailto:x@y", "mailto:x@y"),
    ]
  )
  func resolving(reference: String, expected: String) {
    #expect(WebAddress("http://a/b/c/d;p?q").resolving(WebAddress(reference)).link == expected)
  }

  @Test(
    "Only pages and mail are links",
    arguments: ["javascript:a", "data:,a", "file:///a", "ftp://a/", "g", "http:", "mailto:"]
  )
  func noLinks(reference: String) { #expect(WebAddress(reference).link == nil) }

  @Test("No address holds what could end it or a line")
  func encoding() {
    #expect(WebAddress("http://a/\u{1b}\"<>\u{202e}é").link == "http://a/%1B%22%3C%3E%E2%80%AE%C3%A9")
    #expect(WebAddress("http://a/é").link == "http://a/é")
  }
}

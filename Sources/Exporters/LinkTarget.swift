import DocumentModel

/// Where links of exported pages lead.
enum LinkTarget {
  /// What may be done with an address from a document: nothing that runs, and nothing on the reader's own machine.
  private static let schemes: Set<String> = [
    "http", "https", "mailto", "ftp", "ftps", "gemini", "gopher", "news", "nntp", "irc", "ircs", "xmpp", "matrix",
    "tel",
    "sms", "magnet", "doi", "geo",
  ]

  /// Whether a page may link to `address`: relative, or of a scheme that only fetches, writes or calls.
  static func isHarmless(_ address: String) -> Bool {
    guard !address.isEmpty, !address.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
    // RFC 3986, 3.1: a scheme ends at the first colon, and nothing else may stand in it.
    let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    guard scheme.endIndex < address.endIndex, address[scheme.endIndex] == ":" else { return true }
    return schemes.contains(scheme.lowercased())
  }

  /// The name that a comment is linked to by: its id, without what may not stand in an HTML id or needs escaping in it.
  static func anchor(ofComment id: String) -> String {
    "comment-" + encoded(id) { $0 > 0x20 && $0 != 0x7F && !"\"&'<>%\\".utf8.contains($0) }
  }

  /// What leads to the element named `anchor` on the same page (RFC 3986, 3.5).
  static func fragment(to anchor: String) -> String {
    "#" + encoded(anchor) { (0x21...0x7E).contains($0) && !"\"#%&'()<>[\\]^`{|}".utf8.contains($0) }
  }

  /// `text` with `%XX` for every byte that does not satisfy `isKept`.
  static func encoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    if text.utf8.allSatisfy(isKept) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isKept(byte) { bytes.append(byte) } else { bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

import DocumentModel
import Glibc

/// What a document is known by from visit to visit.
package struct DocumentIdentity: Hashable, Sendable {
  /// Where a document came from.
  package enum Origin: Hashable, Sendable {
    /// The file or folder at a path.
    case file(path: String)
    /// A page of the web.
    case address(String)
    /// What was piped in.
    case pipe
  }

  /// The identity, as the library keeps it.
  package let text: String
  /// Where the document can be read again: an absolute path or an address; `nil` for what was piped in.
  package let source: String?

  /// What `document` is known by: the address it was read from; or the one that it says it has, so that a page that is
  /// saved again is the same one, under whatever name; or the file, whatever is in it; or, of what is piped in, the title
  /// and the first words.
  ///
  /// An address that is a site's own is none of a document: every page that was saved wrongly may have it. A list of
  /// articles has that of its site.
  package init(of document: Document, from origin: Origin) {
    let own = document.articles.isEmpty ? document.metadata.address.flatMap { Self.canonical($0) } : nil
    switch origin {
    case .address(let address):
      text = Self.canonical(address, takesSites: true) ?? address
      source = address
    case .file(let path):
      let absolute = Self.absolute(path)
      text = own ?? "file:" + absolute
      source = absolute
    case .pipe:
      text = own ?? "pipe:" + Self.beginning(of: document)
      source = nil
    }
  }

  /// An identity that the library has.
  init(text: String, source: String?) {
    self.text = text
    self.source = source
  }

  /// A web address without what does not matter for what is there; `nil` where it is none, or a site's own and those are
  /// not taken.
  static func canonical(_ address: String, takesSites: Bool = false) -> String? {
    guard let colon = address.firstRange(of: "://") else { return nil }
    let scheme = address[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = address[colon.upperBound...].prefix { $0 != "#" }
    let hostEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    var host = rest[..<hostEnd].lowercased()
    for port in [":80", ":443"] where host.hasSuffix(port) { host.removeLast(port.count) }
    guard !host.isEmpty else { return nil }
    let pathEnd = rest.firstIndex(of: "?") ?? rest.endIndex
    var path = String(rest[hostEnd..<pathEnd])
    let query = rest[pathEnd...].dropFirst().split(separator: "&").filter { !isTracking($0) }.joined(separator: "&")
    while path.hasSuffix("/") { path.removeLast() }
    guard takesSites || !path.isEmpty || !query.isEmpty else { return nil }
    // Whether a page came by http or https, it is the same page.
    return "https://" + host + path + (query.isEmpty ? "" : "?" + query)
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_") || ["fbclid", "gclid", "mc_cid", "mc_eid"].contains(name)
  }

  /// The ``source`` that a person means by `name`.
  package static func source(named name: String) -> String { name.contains("://") ? name : absolute(name) }

  private static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// The title, and a hash of the first words.
  private static func beginning(of document: Document) -> String {
    String(StableHash.of(Array(document.text.prefix(512))), radix: 16) + ":" + (document.metadata.title ?? "")
  }
}

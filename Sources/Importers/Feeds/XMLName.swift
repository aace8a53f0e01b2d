/// The name of an element or attribute of XML as importers ask for it: `title`, `atom:title`, `dc:creator`.
///
/// A prefix stands for what a namespace means, whatever prefix the document has. Elements of RSS have none, in
/// whichever of its namespaces; what belongs to no namespace that is known keeps the document's own prefix.
enum XMLName {
  /// What expat puts between namespace, name and prefix.
  static let separator: UInt8 = 0x01

  /// The beginnings of namespaces, and the prefixes that stand for them here.
  private static let prefixes: [(String, String)] = [
    ("http://www.w3.org/2005/Atom", "atom"), ("http://purl.org/atom/ns#", "atom"),
    ("http://purl.org/rss/1.0/modules/content/", "content"), ("http://purl.org/rss/1.0/modules/slash/", "slash"),
    ("http://purl.org/rss/1.0/modules/", "module"), ("http://purl.org/rss/1.0/", ""),
    ("http://purl.org/net/rss1.1#", ""),
    ("http://my.netscape.com/", ""), ("http://channel.netscape.com/", ""), ("http://backend.userland.com/", ""),
    ("http://blogs.law.harvard.edu/tech/rss", ""), ("http://cyber.law.harvard.edu/rss", ""),
    ("http://purl.org/syndication/thread/", "thr"), ("http://purl.org/dc/elements/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"), ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://www.w3.org/1999/xhtml", "xhtml"), ("http://www.w3.org/XML/1998/namespace", "xml"),
    ("http://wellformedweb.org/CommentAPI", "wfw"), ("http://search.yahoo.com/mrss", "media"),
    ("http://www.itunes.com/dtds/", "itunes"), ("http://disqus.com/disqus-internals", ""), ("http://disqus.com", "dsq"),
  ]

  /// The name that expat gives as namespace, name and prefix.
  static func expanded(_ name: String) -> String {
    let parts = name.utf8.split(separator: separator, omittingEmptySubsequences: false).map { String($0) ?? "" }
    guard parts.count > 1 else { return parts.first ?? "" }
    return joined(parts[0], parts[1], prefix: parts.count > 2 ? parts[2] : "")
  }

  /// The name `local` of a namespace, for which the document writes `prefix`.
  static func joined(_ namespace: String, _ local: String, prefix: String) -> String {
    var own = prefix
    if let known = prefixes.first(where: { namespace.hasPrefix($0.0) }) {
      own = known.1
    } else if namespace.hasPrefix("http://wordpress.org/export/") {
      // Each version has its own namespace.
      own = namespace.hasSuffix("excerpt/") ? "excerpt" : "wp"
    }
    return own.isEmpty ? local : own + ":" + local
  }
}

/// An attribute with its value, its name as ``XMLName`` has it.
struct XMLAttribute: Equatable {
  var name: String
  var value: String
}

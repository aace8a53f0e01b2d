import DocumentModel
import HTMLParsing

/// The feeds that a page names in its head (`<link rel="alternate">`).
package struct PageFeeds {
  /// Feeds of what was answered to the page, the likeliest first.
  package private(set) var comments: [String] = []
  /// Feeds of the site, or of what the page lists.
  package private(set) var entries: [String] = []

  private static let types: Set = ["application/rss+xml", "application/atom+xml", "application/rdf+xml"]
  /// More are not looked at.
  private static let maximumCount = 20

  /// The feeds that the page in `bytes` names, which stands at `address`.
  ///
  /// - Complexity: O(size of the page)
  package init(_ bytes: [UInt8], address: String) {
    var parser = HTMLParser()
    bytes.withUnsafeBufferPointer { parser.feed($0) }
    let tree = parser.finish()
    let page = WebAddress(address)
    for node in tree.nodes where tree.isElement(node, .link) && tree.hasToken("alternate", in: .rel, of: node) {
      guard let type = tree.string(.type, of: node)?.lowercased(), Self.types.contains(type),
        let reference = tree.string(.href, of: node), let link = page.resolving(WebAddress(reference)).link
      else { continue }
      if Self.isOfDiscussion(WebAddress(link), of: page) { comments.append(link) } else { entries.append(link) }
      if comments.count + entries.count == Self.maximumCount { return }
    }
  }

  /// Whether a feed is of the comments on one page: it stands below the page (WordPress), or is called comments and has a
  /// number (Blogger, Drupal). The comments on a whole site are none.
  private static func isOfDiscussion(_ feed: WebAddress, of page: WebAddress) -> Bool {
    let (own, path) = (page.segments, feed.segments)
    if !own.isEmpty, path.count > own.count, path.starts(with: own) { return true }
    let text = (feed.path + (feed.query ?? "")).lowercased()
    let isNumbered = text.split { !$0.isNumber }.contains { $0.count >= 2 } || text.contains("node/")
    return text.contains("comment") && isNumbered
  }
}

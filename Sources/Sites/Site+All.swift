import Acquisition

extension Site {
  /// All that are known.
  static let all: [Site] = [hackerNews, lobsters, reddit, gitHub, discourse, lemmy, mastodon, wordPress]

  /// What to ask for the discussion at an address that says by itself whose it is.
  static func knownDiscussion(at address: FetchAddress) -> SiteDiscussion? {
    let page = SitePage(address: address)
    return all.lazy.filter { $0.hosts.contains(page.host) }.compactMap { $0.discussion(page) }.first
  }

  /// What to ask for the discussion of a page whose head has come.
  ///
  /// - Returns: what could be asked for, of which the page will say what it is, by the sign of each.
  static func candidates(for page: SitePage) -> [(sign: String?, discussion: SiteDiscussion)] {
    all.filter(\.hosts.isEmpty).compactMap { site in site.discussion(page).map { (site.sign, $0) } }
  }
}

extension Site {
  /// Reddit: a post with its comments, as many as it gives at once. Where it gives none to programs, its older pages.
  static let reddit = Site(
    name: "Reddit",
    hosts: ["reddit.com", "www.reddit.com", "old.reddit.com", "np.reddit.com", "new.reddit.com", "redd.it"]
  ) { page in
    let place = page.path.firstIndex(of: "comments").map { $0 + 1 } ?? (page.host == "redd.it" ? 0 : nil)
    guard let place, page.path.indices.contains(place), let id = SitePage.word(page.path[place]) else { return nil }
    return SiteDiscussion(
      answers: ["https://www.reddit.com/comments/\(id).json?raw_json=1&limit=500"],
      linked: "[0].data.children[0].data.url",
      page: "https://old.reddit.com/comments/\(id)"
    )
  }
}

extension Site {
  /// Lobsters: a story is one answer.
  static let lobsters = Site(name: "Lobsters", hosts: ["lobste.rs"]) { page in
    guard page.path.count >= 2, page.path[0] == "s", let id = SitePage.word(page.path[1]) else { return nil }
    return SiteDiscussion(answers: ["\(page.origin)/s/\(id).json"], linked: "url")
  }
}

extension Site {
  /// Hacker News, by Algolia: a story or comment with all below it is one answer.
  static let hackerNews = Site(name: "Hacker News", hosts: ["news.ycombinator.com"]) { page in
    page.path == ["item"]
      ? page.number(inQuery: "id").map { id in
        SiteDiscussion(answers: ["https://hn.algolia.com/api/v1/items/\(id)"], linked: "url")
      } : nil
  }
}

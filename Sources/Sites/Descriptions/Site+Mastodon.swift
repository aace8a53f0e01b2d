extension Site {
  /// Mastodon and those that answer as it does: a status, then what came before it and what was answered.
  static let mastodon = Site(name: "Mastodon", sign: "mastodon") { page in
    let path = page.path
    let isStatus = path.count >= 2 && (path[0].hasPrefix("@") || path.dropLast().last == "statuses")
    guard isStatus, let id = path.last.flatMap(SitePage.number) else { return nil }
    let status = "\(page.origin)/api/v1/statuses/\(id)"
    return SiteDiscussion(answers: [status, status + "/context"])
  }
}

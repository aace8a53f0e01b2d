import Acquisition

extension Site {
  /// WordPress, which says in the head of a page where to ask: a post with its author, then its comments, page by page.
  static let wordPress = Site(name: "WordPress") { page in
    let links = page.head.map(LinkHeader.links) ?? []
    guard let base = links.first(where: { $0.isRelation("https://api.w.org/") })?.target,
      let api = try? page.address.resolving(base).text, let post = post(of: page, links, api)
    else { return nil }
    let comments = query(api + "wp/v2/comments", "post=\(post.id)&order=asc&per_page=100")
    // Many sites that show comments on their pages give them to nobody else.
    let answers = [query(post.address, "_embed=author"), comments + "&page=1"]
    return SiteDiscussion(answers: answers, pageShowsRest: true) { answer in
      guard answer.number == 1, let pages = answer.head["x-wp-totalpages"].flatMap({ Int($0) }), pages > 1 else {
        return []
      }
      return (2...min(pages, 1000)).map { "\(comments)&page=\($0)" }
    }
  }

  /// The post that a page is about: what is said to be the same as JSON, or by its short address.
  private static func post(of page: SitePage, _ links: [LinkHeader], _ api: String) -> (address: String, id: String)? {
    for link in links where link.isRelation("alternate") && link.parameters["type"] == "application/json" {
      guard let address = try? page.address.resolving(link.target).text else { continue }
      let parts = address.split { "/?&=%".contains($0) }
      if let id = parts.last.flatMap({ SitePage.number(String($0)) }),
        parts.contains(where: { ["posts", "pages"].contains($0) })
      {
        return (address, id)
      }
    }
    guard let short = links.first(where: { $0.isRelation("shortlink") }),
      let start = short.target.firstRange(of: "?p=")?.upperBound,
      let id = SitePage.number(String(short.target[start...]))
    else { return nil }
    return (api + "wp/v2/posts/" + id, id)
  }

  /// An address with something asked of it; that of the API may have a question itself.
  private static func query(_ address: String, _ question: String) -> String {
    address + (address.contains("?") ? "&" : "?") + question
  }
}

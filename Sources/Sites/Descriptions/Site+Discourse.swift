import Importers

extension Site {
  /// As many posts are asked for at a time as Discourse's own pages do.
  private static let chunk = 20

  /// Discourse: a topic with its first posts and the ids of all, then the others by their ids.
  static let discourse = Site(name: "Discourse", sign: "discourse") { page in
    guard let start = page.path.firstIndex(of: "t"),
      let id = page.path[(start + 1)...].prefix(2).lazy.compactMap(SitePage.number).first
    else { return nil }
    let above = page.path[..<start].map { "/" + $0 }.joined()
    let topic = "\(page.origin)\(above)/t/\(id)"
    return SiteDiscussion(answers: [topic + ".json"]) { answer in
      guard answer.number == 0 else { return [] }
      let there = Set(JSONAnswer.texts("post_stream.posts[].id", in: answer.body))
      let others = JSONAnswer.texts("post_stream.stream[]", in: answer.body).filter { !there.contains($0) }
      return stride(from: 0, to: others.count, by: chunk).map { first in
        let ids = others[first..<min(others.count, first + chunk)].compactMap(SitePage.number)
        return topic + "/posts.json?" + ids.map { "post_ids[]=\($0)" }.joined(separator: "&")
      }
    }
  }
}

import Importers

extension Site {
  /// As many comments are on a page as Lemmy gives at most.
  private static let pageSize = 50

  /// Lemmy: a post, then its comments, page by page, the oldest first.
  static let lemmy = Site(name: "Lemmy", sign: "lemmy") { page in
    guard let id = page.number(after: "post") else { return nil }
    let api = page.origin + "/api/v3"
    let list = "\(api)/comment/list?post_id=\(id)&type_=All&sort=Old&limit=\(pageSize)&page="
    return SiteDiscussion(
      answers: ["\(api)/post?id=\(id)", list + "1"],
      more: { answer in
        let count = JSONAnswer.texts("comments[].comment.id", in: answer.body).count
        return count < pageSize ? [] : ["\(list)\(answer.number + 1)"]
      },
      linked: "post_view.post.url"
    )
  }
}

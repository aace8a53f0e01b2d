extension Site {
  /// GitHub: an issue or a pull request, then its comments, page by page. Discussions are in no answer; their pages are.
  static let gitHub = Site(name: "GitHub", hosts: ["github.com", "www.github.com"]) { page in
    guard page.path.count >= 4, let number = page.number(after: "issues") ?? page.number(after: "pull") else {
      return nil
    }
    let issue = "https://api.github.com/repos/\(page.path[0])/\(page.path[1])/issues/\(number)"
    return SiteDiscussion(answers: [issue, issue + "/comments?per_page=100"], more: \.nextPage)
  }
}

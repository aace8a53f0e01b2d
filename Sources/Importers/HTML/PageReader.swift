import DocumentModel
import HTMLParsing

/// Makes one document of a page: its article and its discussion.
struct PageReader {
  private let page: Page
  private let tree: HTMLTree
  private var discussion: PageDiscussion?

  /// A page on which less running text stands beside the discussion has no article there, in characters.
  private static let minimumArticle = 200

  init(_ page: Page, _ discussion: PageDiscussion?) {
    self.page = page
    tree = page.tree
    self.discussion = discussion
  }

  /// - Complexity: O(size of the page)
  mutating func read() -> Document {
    let article = article()
    let opening = discussion?.thread.opening
    var builder = DocumentBuilder(metadata: page.metadata)
    if let opening {
      builder.metadata.byline = opening.author ?? page.metadata.byline
      builder.metadata.published = opening.moment?.timestamp ?? page.metadata.published
    }
    var leftOut = article.leftOut
    var quotations: [HTMLNode: Statement] = [:]
    func note(_ record: borrowing ThreadRecord) {
      leftOut.insert(record.node)
      leftOut.formUnion(record.body.omitted)
      for quotation in record.body.quotations {
        quotations[quotation.node] = quotation.statement
        leftOut.formUnion(quotation.heads)
      }
    }
    let records = discussion?.thread.records ?? []
    for index in records.indices { note(records[index]) }
    if let opening { note(opening) }
    var writer = HTMLBlockWriter(tree, base: page.base, survey: page.survey, quotations: quotations) { [leftOut] in
      leftOut.contains($0)
    }
    writer.write(article.roots, to: &builder, as: .article)
    if let thread = discussion?.thread {
      ThreadWriter(thread, of: tree) {
        var writer = writer
        return { body, builder in writer.write(body.roots, to: &builder, as: .comment) }
      }.write(to: &builder)
    }
    if article.otherLength > 0 {
      builder.diagnostics.append(
        Diagnostic(
          .info,
          "\(article.otherLength) characters around the article were left out as menus, notices and links to other pages; open the page in a browser to see them"
        )
      )
    }
    return builder.finish()
  }

  private mutating func article() -> PageArticle {
    if let opening = discussion?.thread.opening { return PageArticle(opening, of: tree) }
    if discussion?.thread.isWholePage == true { return PageArticle(noneOf: tree) }
    let article = PageArticle(
      of: tree,
      below: page.body ?? .document,
      title: page.metadata.title,
      site: page.metadata.address.flatMap { WebAddress($0).host },
      without: discussion?.area ?? NodeSet(of: tree)
    )
    guard let thread = discussion?.thread, let topic = thread.asTopic else { return article }
    // Lists around a discussion are what the page has in its columns.
    let isAround = article.roots.contains {
      $0 < thread.records[0].node && thread.records[0].node < tree.subtreeEnd(of: $0)
    }
    guard (isAround ? article.proseOutsideLists : article.prose) < Self.minimumArticle else { return article }
    discussion = PageDiscussion(topic, in: tree)
    return topic.opening.map { PageArticle($0, of: tree) } ?? article
  }
}

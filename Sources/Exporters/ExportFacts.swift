import DocumentModel
import StatementLinking
import TextLayout

// Facts that exported pages say in words.
extension Document {
  /// The name that the comment at `index` goes by.
  func name(ofComment index: Int) -> String {
    let comment = comments[index]
    return comment.author ?? comment.displayName ?? "anonymous"
  }

  /// Byline, site and date of the document, in words.
  var factTexts: [String] {
    [metadata.byline.map { "by " + $0 }, metadata.siteBesideByline, metadata.published.map { DateText.text($0) }]
      .compactMap { $0 }
  }

  /// Byline and date of one of several articles, in words.
  func facts(of article: Article) -> [String] {
    [article.byline.map { "by " + $0 }, article.published.map { DateText.text($0) }].compactMap { $0 }
  }

  /// `1 point`, `14 points`.
  static func count(_ number: Int, _ one: String, _ more: String) -> String { "\(number) \(number == 1 ? one : more)" }
}

/// Who is quoted, and where the words stand.
struct Attribution {
  /// Who said it, as the source names them, or who wrote where the words stand.
  var name: String
  /// The comment in which the words stand; `nil` where that is the article, or unknown.
  var comment: Int?

  /// What there is to say about the statement at `index`; `nil` where nothing is known.
  init?(ofStatement index: Int, in document: Document, links: StatementLinks) {
    let statement = document.statements[index]
    let passage = links.passage(of: index)
    comment = passage.flatMap { document.enclosingComment(of: $0.node) }.flatMap { document[$0].commentIndex }
    let place = passage == nil ? nil : comment.map(document.name(ofComment:)) ?? "the article"
    guard let name = statement.speaker ?? statement.claim?.author ?? place else { return nil }
    self.name = name
  }
}

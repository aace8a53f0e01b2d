import DocumentModel
import HTMLParsing

/// One contribution as it stands on a page.
struct ThreadRecord {
  /// The element that holds all of it, and perhaps its replies.
  var node: HTMLNode
  /// The source's own id; empty where it has none.
  var id = ""
  var author: String?
  var displayName: String?
  var moment: PageMoment?
  var score: Int?
  var address: String?
  var standing = Comment.Standing.live
  /// Whether it says nothing.
  var isBlank = false
  /// The number of the record that it answers.
  var parent: Int?
  /// Its words.
  var body: ThreadBody
}

/// The words of a contribution: elements of the page, and what of them is something else.
struct ThreadBody {
  /// What holds the words, in order; none stands in another.
  var roots: [HTMLNode]
  /// What below them is none of its words: controls, heads, other contributions. In order; may stand in each other.
  var omitted: [HTMLNode]
  /// What is quoted in it, where the engine has its own marks for that. In order.
  var quotations: [PageQuotation] = []
}

/// A quotation with what the page says about it.
struct PageQuotation {
  /// The element with the quoted words.
  var node: HTMLNode
  /// What of it says only whose words they are.
  var heads: [HTMLNode]
  /// Who is quoted and where from.
  var statement: Statement
}

/// The discussion of a page.
struct PageThread {
  /// What told how to read it.
  var engine: String
  /// Its contributions, each before its replies or not, in the order of the page.
  var records: [ThreadRecord]
  /// The contribution that the others answer: the question, the opening post. It is the article.
  var opening: ThreadRecord?
  /// Whether the page is there for the discussion: no article stands beside it but the opening.
  var isWholePage = false
}

extension PageThread {
  /// The same as a topic of a forum, whose first contribution is what the others answer; `nil` where contributions
  /// answer each other, as no forum shows them.
  var asTopic: PageThread? {
    guard opening == nil, records.count > 1, records.allSatisfy({ $0.parent == nil }) else { return nil }
    var topic = PageThread(engine: engine, records: records, removing: 0)
    topic.isWholePage = true
    return topic
  }

  /// The thread of `records`, of which the one numbered `opening` is the article.
  init(engine: String, records: [ThreadRecord], removing opening: Int?) {
    self.engine = engine
    guard let opening else {
      self.records = records
      return
    }
    self.opening = records[opening]
    self.records = records
    self.records.remove(at: opening)
    for index in self.records.indices {
      guard let parent = self.records[index].parent else { continue }
      if parent == opening { self.records[index].parent = nil }
      if parent > opening { self.records[index].parent = parent - 1 }
    }
  }
}

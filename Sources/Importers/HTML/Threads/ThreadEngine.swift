/// How the pages of one engine hold a discussion: all that is to be known about it, to be read from top to bottom.
///
/// Everything but ``comment`` is asked within one comment, replies left out; `Query` says how it is written. What has
/// several alternatives takes the first that gives something; for a date, the first that is one.
struct ThreadEngine: Sendable {
  /// Where a comment's place in the thread is said.
  enum Nesting: Sendable {
    /// A reply stands in the element of the comment it answers.
    case contained
    /// The id of the comment it answers; `0` is none.
    case parent(Query)
    /// A number that is greater for a reply: a level, an indentation.
    case indent(Query)
    /// How many such elements it stands in.
    case around(Query)
  }

  /// What of the discussion is the page's article.
  enum Opening: Sendable {
    /// Nothing: the article stands beside the discussion.
    case none
    /// The first contribution, unless it says that it is not number 1.
    case first
    /// The contribution that is such an element.
    case element(Query)
  }

  /// What it is called.
  var name: String
  /// What only its pages have; any of it will do.
  var marks: Query
  /// A comment. The first of the list that the page has counts, alternatives of one query count alike.
  var comment: [Query]
  /// How many elements around a found one still belong to it.
  var levelsUp = 0
  /// Whether all that stands behind a comment's element, up to the next, belongs to it.
  var runsOn = false
  /// What stands like a comment and is none: forms, advertisements, stubs that load more.
  var excluded: Query = .nothing
  var author: Query
  /// The author's real name, where both are given.
  var displayName: Query = .nothing
  var date: Query
  /// A number of votes.
  var score: Query = .nothing
  /// What names the comment on the web, within the site.
  var id: Query
  /// Its running number on the site: `#661`.
  var number: Query = .nothing
  /// Its words.
  var body: Query
  /// What of the words is none: controls, signatures, "show more".
  var omitted: Query = .nothing
  /// Whether, where no words are found, they are what remains of the comment when all else is taken off.
  var keepsRemainder = false
  /// Whether what has an author and a date of its own within a comment is a reply, though nothing marks it as one.
  var mayLeaveUnmarked = false
  /// Whether only what says when it was written counts as a comment.
  var needsDate = false
  /// Places in the thread, asked in order; a comment about which none says anything is at the top.
  var nesting: [Nesting] = []
  /// What only a deleted comment has.
  var deleted: Query = .nothing
  /// What only a comment has that the site hides.
  var flagged: Query = .nothing
  var opening = Opening.none
  /// The words of the post that the comments answer, where it is no contribution like the others. Asked of the page.
  var post: Query = .nothing
  /// The engine's own quotations.
  var quotation: Quotation?

  /// Whether its pages are there for the discussion: no article stands beside it but the opening or post.
  var isWholePage: Bool {
    if case .first = opening { return true }
    return !post.alternatives.isEmpty
  }

  /// How quotations look.
  struct Quotation: Sendable {
    /// The whole of one.
    var block: Query
    /// Of it, what is said about it and quoted from nobody.
    var head: Query = .nothing
    /// The same, where it stands before the block, beside it.
    var headBefore: Query = .nothing
    /// Of all that, who is quoted.
    var speaker: Query = .nothing
    /// The id of the comment quoted.
    var comment: Query = .nothing
  }
}

/// How the answers of one API hold a discussion: all that is to be known about it, to be read from top to bottom.
///
/// Answers are told apart by what their contributions have, never by names of files, wherever in the text they stand: a
/// list, an object around it, a recording of several pages. Everything but the marks is asked within one contribution;
/// `JSONQuery` says how it is written. What has several alternatives takes the first that says something.
struct ThreadAPI: Sendable {
  /// Where a contribution's place in the thread is said.
  enum Nesting: Sendable {
    /// The id of the contribution it answers; `0` is none.
    case parent(JSONQuery)
    /// The ids of all that it stands below and its own, joined by full stops: `0.12.34`.
    case path(JSONQuery)
    /// A number that is greater for a reply, where contributions stand in reading order.
    case level(JSONQuery)
  }

  /// In which order replies to the same contribution are read.
  enum Order: Sendable {
    /// As they stand; where all stand newest first, the other way round.
    case given
    /// By a number of theirs.
    case number(JSONQuery)
    /// As their ids stand in a list of the contribution that they answer.
    case listed(JSONQuery)
  }

  /// Where the words of a contribution are, and what they are written in.
  enum Body: Sendable {
    case html(JSONQuery)
    /// HTML that may have been escaped once more than it should.
    case escapedHTML(JSONQuery)
    case markdown(JSONQuery)
    case text(JSONQuery)
    /// HTML where it has tags, else Markdown.
    case unknown(JSONQuery)
  }

  /// When the only contribution that answers nothing is the post that the others answer.
  enum OnlyRoot: Sendable {
    case never
    case always
    /// When it has a title, or the others stand within it.
    case whenItHolds
  }

  /// What is made of several posts that are answered.
  enum Posts: Sendable {
    /// The first is the article, the others contributions.
    case first
    /// All are articles, one after the other, unless they are answered each.
    case articles
    /// The same, even where there is only one: a feed.
    case feed
  }

  /// What it is called.
  var name: String
  /// What only a contribution has; any of these will do.
  var contribution: [JSONMarks]
  /// What only a post has that contributions answer, where they are told apart by that.
  var post: [JSONMarks] = []
  /// Which contribution is the post.
  var opening = JSONQuery.nothing
  /// The name of the list that contributions stand in, where those outside of it are posts.
  var list: String?
  /// The name of a list in which stands what belongs to other discussions.
  var aside: String?
  /// When the only contribution that answers nothing is the post.
  var onlyRoot = OnlyRoot.never
  var posts = Posts.first
  /// Replies that stand within the contribution, or the post, that they answer.
  var replies = JSONQuery.nothing
  /// Whether what stands within another may say itself that it answers something else.
  var repliesSayPlace = false
  /// What stands like a reply and says only how many more there are.
  var stub = JSONQuery.nothing
  /// How many that are.
  var stubCount = JSONQuery.nothing
  /// Places in the thread of what stands within no other, asked in order.
  var nesting: [Nesting] = []
  /// Whether what is answered but not there is the post: answers to it are at the top.
  var isAbsentPost = false
  var order = Order.given
  var id: JSONQuery
  var author: JSONQuery
  /// The author's real name, where both are given.
  var displayName = JSONQuery.nothing
  var date: JSONQuery
  /// Votes, likes.
  var score = JSONQuery.nothing
  /// Where it stands on the web.
  var address = JSONQuery.nothing
  /// What stands before the address, or before the id where there is no address.
  var addressPrefix = ""
  /// What it is called; where there is no post, but all contributions say the same, what the whole is called.
  var title = JSONQuery.nothing
  /// What the post is about, elsewhere on the web.
  var link = JSONQuery.nothing
  /// A line before the words: a warning.
  var warning = JSONQuery.nothing
  /// The words, in order of preference.
  var body: [Body]
  /// Pictures and the like that belong to it, and of each its address and what it shows.
  var media = JSONQuery.nothing
  var mediaAddress = JSONQuery.nothing
  var mediaText = JSONQuery.nothing
  /// What only a deleted contribution has.
  var deleted = JSONQuery.nothing
  /// What only a contribution has that the site hides.
  var flagged = JSONQuery.nothing
  /// What site it is, asked of the post, or else of the whole.
  var site = JSONQuery.nothing
  /// What site it is, where that is always the same.
  var siteName: String?
  /// The title of the whole, asked of it.
  var wholeTitle = JSONQuery.nothing
}

/// A discussion found in a text in JSON.
struct JSONThread {
  /// A contribution.
  struct Record {
    var node: JSONNode
    /// The number of the one that it stands within; -1 for none.
    var container: Int32 = -1
    /// Whether it is a post that others answer.
    var isPost = false
  }

  /// How to read it.
  var api: ThreadAPI
  /// Each before what stands within it, otherwise in the order of the text.
  var records: [Record] = []
  /// Where it is said that there are more, which are not in the text, and how many.
  var gaps: [(offset: Int, count: Int?)] = []
}

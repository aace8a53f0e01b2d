extension ThreadEngine {
  /// All that are known, in the order in which they are tried: what is built on something else comes before it.
  static let all: [ThreadEngine] = [
    hackerNews, lobsters, reddit, oldReddit, reddit2018, slashdot, stackExchange, discourse,
    xenForo, vBulletin, phpBB,
    habr, pikabu, vcRu, d3, fourPDA, liveJournal, dataLife,
    disqus, spotIM, epoch, wpDiscuz, blogger, bloggerFlat, drupal, wordPress,
    microdata, microformats,
  ]
}

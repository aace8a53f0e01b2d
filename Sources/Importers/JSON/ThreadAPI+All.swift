extension ThreadAPI {
  /// All that are known, in the order in which they are tried: what is told by less comes later.
  static let all: [ThreadAPI] = [
    hackerNewsItems, hackerNewsSearch, hackerNewsFirebase, hackerNewsNode,
    lobsters, reddit, redditFlat, discourse, lemmy, mastodon, bluesky,
    wordPress, wordPressCom, habr, disqus, stackExchange, gitHub, jsonFeed,
  ]
}

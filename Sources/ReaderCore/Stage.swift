/// How much of what is to be known about a source is known.
package enum Stage: Hashable, Sendable {
  /// The document is the beginning of what the source holds; the rest is being read.
  case loading(Loading)
  /// The document is whole; where the words of its statements stand is being found out.
  case linking
  /// Nothing more will come.
  case complete
}

/// How far reading a source has come.
package struct Loading: Hashable, Sendable {
  /// Bytes of the source that the document was made of.
  package var shown: Int
  /// Bytes of the source that were read.
  package var read: Int
  /// Bytes of the source; `nil` while that is not known, as of a pipe.
  package var total: Int?
  /// The host that is asked for them, where they come from the web. What has come of its answer is ``read``.
  package var host: String?

  /// Reading that has come so far.
  package init(shown: Int, read: Int, total: Int? = nil, host: String? = nil) {
    self.shown = shown
    self.read = read
    self.total = total
    self.host = host
  }

  /// `34 %`, or where the whole is not known `12 MB`.
  package var text: String {
    guard let total, total > 0 else {
      return read < 1000 ? "\(read) B" : read < 1_000_000 ? "\(read / 1000) KB" : "\(read / 1_000_000) MB"
    }
    return "\(min(99, read * 100 / total)) %"
  }
}

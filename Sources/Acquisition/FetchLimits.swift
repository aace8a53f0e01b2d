/// How long fetching may take and how much it may bring.
package struct FetchLimits: Hashable, Sendable {
  /// Until there is a connection, in seconds.
  package var connecting = 15.0
  /// For one answer altogether, in seconds.
  package var total = 600.0
  /// Without anything coming that is worth the name, in whole seconds.
  package var silence = 30
  /// Bytes of one answer, unpacked.
  package var bytes = 256 << 20
  /// Redirections that are followed.
  package var redirections = 10

  /// Longer answers are handed on and not kept, in bytes.
  package static let largestKept = FetchCache.largestBody

  /// What a person can wait for and a document can hold.
  package init() {}
}

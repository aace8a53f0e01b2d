/// Collects the words of a page that stand in attributes of one kind, each once.
///
/// A page of many comments has many classes and identifiers, but few of them differ.
struct DistinctWords {
  /// `nil` where there are too many to be of use.
  private(set) var words: Set<[UInt8]>? = []
  /// Hashes of some that were met lately, each at the place that its bits say: most were met a few elements before. Words
  /// of one hash are taken for one: by chance that does not happen, and a page could hide no more than a class of its own.
  private var recent = [UInt64](repeating: 0, count: 1 << 8)

  /// More are not worth their memory.
  private static let most = 1 << 13

  /// Takes note of the word that stands in `values` at `place`, whose hash of 64 bits that is.
  mutating func note(_ values: Span<UInt8>, _ place: Range<Int>, hash: UInt64) {
    let slot = Int(truncatingIfNeeded: hash >> 20) & (recent.count - 1)
    if recent[slot] == hash, hash != 0 { return }
    recent[slot] = hash
    words?.insert(place.map { values[$0] })
    if words?.count ?? 0 > Self.most { words = nil }
  }
}

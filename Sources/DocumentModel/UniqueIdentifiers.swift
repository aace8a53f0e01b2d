/// Keeps comment ids unique: a repeat gets `~2`, `~3` ….
///
/// Ids are remembered by 63 bits, eight bytes each instead of a string. Should two different ids of a source's own
/// collide, which among a million happens once in 18 million documents, the later one gets a needless `~2`.
struct UniqueIdentifiers {
  /// What is remembered, in an open table; 0 where free.
  private var slots: [UInt64] = []
  private var count = 0
  private var repeats: [UInt64: Int] = [:]

  /// The id under which the next comment is known: `id` itself, or with a number when it stands already; kept in
  /// `strings` where it needs to be.
  mutating func unique(_ id: String, in strings: inout StringTable) -> CommentIdentifier {
    let (key, known) = Self.key(id)
    if insert(key) { return known ?? CommentIdentifier(string: strings.number(of: id)) }
    var number = repeats[key] ?? 1
    var candidate: String
    var found: (key: UInt64, identifier: CommentIdentifier?)
    repeat {
      number += 1
      candidate = "\(id)~\(number)"
      found = Self.key(candidate)
    } while !insert(found.key)
    repeats[key] = number
    return found.identifier ?? CommentIdentifier(string: strings.number(of: candidate))
  }

  /// As ``unique(_:in:)``, for an id made of a hash; `nil` when it stands already.
  mutating func unique(_ id: CommentIdentifier) -> CommentIdentifier? { insert(id.bits) ? id : nil }

  /// The hash that the id of a comment is made of whose source gives none, 52 bits of which are shown.
  ///
  /// It goes through, in this order: the bytes of the author's name; the moment of publication as a number
  /// (``Timestamp/bits``), or the bytes of the age; the bytes of the comment's own text. So the same comment gets the
  /// same id when it is read again, on any machine, and however much of its document was read.
  static func hash(author: ArraySlice<UInt8>, published: Timestamp?, age: ArraySlice<UInt8>, text: ArraySlice<UInt8>)
    -> UInt64
  {
    var hash = author.withUnsafeBytes { ByteHash.hash($0) }
    if let published {
      hash = ByteHash.hash(published.bits, from: hash)
    } else {
      hash = age.withUnsafeBytes { ByteHash.hash($0, from: hash) }
    }
    return text.withUnsafeBytes { ByteHash.hash($0, from: hash) }
  }

  /// What an id is remembered by, and its short form if it has one. Both kinds keep apart by the highest bit.
  private static func key(_ id: String) -> (key: UInt64, identifier: CommentIdentifier?) {
    if let short = CommentIdentifier(id) { return (short.bits, short) }
    var id = id
    return (id.withUTF8 { ByteHash.hash(UnsafeRawBufferPointer($0)) } | 1 << 63, nil)
  }

  /// Remembers `key`; false when it is remembered already.
  private mutating func insert(_ key: UInt64) -> Bool {
    if count * 4 >= slots.count * 3 { grow() }
    // The hash 0 is taken for another one, which is no worse than any collision.
    let key = max(1, key)
    let slot = Self.slot(of: key, in: slots)
    guard slots[slot] == 0 else { return false }
    slots[slot] = key
    count += 1
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: max(64, slots.count * 2))
    for key in slots where key != 0 { larger[Self.slot(of: key, in: larger)] = key }
    slots = larger
  }

  private static func slot(of key: UInt64, in slots: [UInt64]) -> Int {
    var slot = Int(truncatingIfNeeded: ByteHash.seeded(key)) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

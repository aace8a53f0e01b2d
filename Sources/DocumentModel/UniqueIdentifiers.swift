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
  mutating func unique(_ id: UnsafeBufferPointer<UInt8>, in strings: inout StringTable) -> CommentIdentifier {
    if let identifier = insert(id, &strings) { return identifier }
    let key = Self.key(id)
    let text = String(decoding: id, as: UTF8.self)
    var number = repeats[key] ?? 1
    while true {
      number += 1
      var candidate = "\(text)~\(number)"
      if let identifier = candidate.withUTF8({ insert($0, &strings) }) {
        repeats[key] = number
        return identifier
      }
    }
  }

  /// Remembers an id that needs a string, by the string's hash (``StringTable/hash(_:)``); false when it stands already.
  mutating func insert(hash: UInt64) -> Bool { insert(Self.key(ofString: hash)) }

  /// Makes room for `count` more ids.
  mutating func reserve(_ count: Int) { grow(for: self.count + count) }

  /// As ``unique(_:in:)``, for an id made of a hash; `nil` when it stands already.
  mutating func unique(_ id: CommentIdentifier) -> CommentIdentifier? { insert(id.bits) ? id : nil }

  /// The hash that the id of a comment is made of whose source gives none, 52 bits of which are shown.
  ///
  /// It goes through, in this order: the bytes of the author's name; the moment of publication as a number
  /// (``Timestamp/bits``), or the bytes of the age; the bytes of the comment's own text. So the same comment gets the
  /// same id when it is read again, on any machine, and however much of its document was read.
  static func hash(
    author: UnsafeBufferPointer<UInt8>,
    published: Timestamp?,
    age: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    text: ArraySlice<UInt8>
  ) -> UInt64 {
    var hash = ByteHash.hash(UnsafeRawBufferPointer(author))
    if let published {
      hash = ByteHash.hash(published.bits, from: hash)
    } else {
      hash = ByteHash.hash(UnsafeRawBufferPointer(age), from: hash)
    }
    return text.withUnsafeBytes { ByteHash.hash($0, from: hash) }
  }

  /// What an id is remembered by. Those that need a string and those that do not keep apart by the highest bit.
  private static func key(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
    CommentIdentifier(id)?.bits ?? key(ofString: StringTable.hash(id))
  }

  private static func key(ofString hash: UInt64) -> UInt64 { hash | 1 << 63 }

  /// Remembers an id; `nil` when it stands already.
  private mutating func insert(_ id: UnsafeBufferPointer<UInt8>, _ strings: inout StringTable) -> CommentIdentifier? {
    if let short = CommentIdentifier(id) { return unique(short) }
    let hash = StringTable.hash(id)
    return insert(hash: hash) ? CommentIdentifier(string: strings.number(of: id, hash: hash)) : nil
  }

  /// Remembers `key`; false when it is remembered already.
  private mutating func insert(_ key: UInt64) -> Bool {
    grow(for: count + 1)
    // The hash 0 is taken for another one, which is no worse than any collision.
    let key = max(1, key)
    let slot = Self.slot(of: key, in: slots)
    guard slots[slot] == 0 else { return false }
    slots[slot] = key
    count += 1
    return true
  }

  /// Keeps at least a quarter of the slots free with `count` ids.
  private mutating func grow(for count: Int) {
    guard count * 4 > slots.count * 3 else { return }
    var capacity = max(64, slots.count * 2)
    while capacity * 3 < count * 4 { capacity *= 2 }
    var larger = [UInt64](repeating: 0, count: capacity)
    for key in slots where key != 0 { larger[Self.slot(of: key, in: larger)] = key }
    slots = larger
  }

  private static func slot(of key: UInt64, in slots: [UInt64]) -> Int {
    var slot = Int(truncatingIfNeeded: ByteHash.seeded(key)) & (slots.count - 1)
    while slots[slot] != 0, slots[slot] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}

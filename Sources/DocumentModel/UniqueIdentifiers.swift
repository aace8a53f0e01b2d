/// Keeps comment ids unique: a repeat gets `~2`, `~3` ….
///
/// Ids are remembered by a 64-bit hash, eight bytes each instead of a string. Should two different ids collide, which among a million
/// happens once in 37 million documents, the later one gets a needless `~2`.
struct UniqueIdentifiers {
  private var seen: Set<UInt64> = []
  private var repeats: [String: Int] = [:]

  /// The id under which the next comment is known: `id` itself, or with a number when it stands already.
  mutating func unique(_ id: String) -> String {
    if seen.insert(Self.hash(id.utf8)).inserted { return id }
    var number = repeats[id] ?? 1
    var candidate: String
    repeat {
      number += 1
      candidate = "\(id)~\(number)"
    } while !seen.insert(Self.hash(candidate.utf8)).inserted
    repeats[id] = number
    return candidate
  }

  /// An id for a comment whose source gives none: 13 hexadecimal digits of a hash of author, time and text.
  ///
  /// The same comment gets the same id when it is read again, on any machine.
  static func made(for comment: Comment, text: ArraySlice<UInt8>) -> String {
    var hash = Self.hash((comment.author ?? "").utf8)
    hash = Self.hash((comment.published?.iso8601 ?? comment.age ?? "").utf8, from: hash ^ 0xff)
    hash = Self.hash(text, from: hash ^ 0xff)
    let digits = String(hash & 0xf_ffff_ffff_ffff, radix: 16)
    return String(repeating: "0", count: 13 - digits.count) + digits
  }

  /// FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
  private static func hash(_ bytes: some Collection<UInt8>, from seed: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

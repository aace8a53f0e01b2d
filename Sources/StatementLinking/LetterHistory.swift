/// The letters read last, as many as the longest statement has: their hashes and where they stood.
struct LetterHistory {
  /// Two rings of as many entries.
  ///
  /// Memory of its own and not arrays: there is an entry a letter, and asking each time whether an array is shared took
  /// half of all the time that reading letters takes.
  private final class Rings {
    let memory: UnsafeMutablePointer<UInt64>

    init(size: Int) {
      memory = .allocate(capacity: size * 2)
      memory.initialize(repeating: 0, count: size * 2)
    }

    deinit { memory.deallocate() }
  }

  private let powers: [UInt64]
  private let mask: Int
  private let rings: Rings
  /// The hash of all letters up to the one of this number.
  private let prefixes: UnsafeMutablePointer<UInt64>
  /// Twice the byte offset, plus 1 where a word begins.
  private let places: UnsafeMutablePointer<UInt64>
  private var count = 0
  private var last: UInt64 = 0
  /// Stretches do not reach back over this letter: it belongs to another comment.
  private var floor = 0

  /// A history that can tell stretches of up to `capacity` letters.
  init(capacity: Int) {
    var size = 1
    while size < capacity + 1 { size *= 2 }
    mask = size - 1
    powers = LetterHash.powers(capacity)
    rings = Rings(size: size)
    prefixes = rings.memory
    places = rings.memory + size
  }

  /// How many letters stretches may have at present: those since the last ``cut()``.
  var length: Int { count - floor }

  /// Adds a letter.
  @inline(__always)
  mutating func append(_ letter: Letter) {
    // Masking keeps every place within the rings.
    places[count & mask] = UInt64(letter.bytes.lowerBound) << 1 | (letter.startsWord ? 1 : 0)
    last = LetterHash.appending(letter.value, to: last)
    count += 1
    prefixes[count & mask] = last
  }

  /// Keeps later stretches from beginning before this point.
  mutating func cut() { floor = count }

  /// The hash of the last `length` letters, at most `self.length` and the capacity.
  func hash(ofLast length: Int) -> UInt64 {
    LetterHash.stretch(from: prefixes[(count - length) & mask], to: last, power: powers[length])
  }

  /// The byte at which the last `length` letters begin; `nil` when that is inside a word.
  func start(ofLast length: Int) -> Int? {
    let place = places[(count - length) & mask]
    return place & 1 == 1 ? Int(place >> 1) : nil
  }
}

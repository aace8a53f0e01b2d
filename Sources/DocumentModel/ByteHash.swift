/// 64-bit hashes of bytes, sixteen at a time, by folded multiplication as in wyhash,
/// <https://github.com/wangyi-fudan/wyhash>.
///
/// Words are little-endian; what is left at the end is filled up with zeros, and the number of bytes counts. The hash is
/// the same on every machine: comment ids are made of it.
package enum ByteHash {
  private static let first: UInt64 = 0xa076_1d64_78bd_642f
  private static let second: UInt64 = 0xe703_7ed1_a0b4_28db

  /// The hash of `bytes`, going on from another one.
  package static func hash(_ bytes: UnsafeRawBufferPointer, from seed: UInt64 = 0) -> UInt64 {
    var hash = fold(seed ^ first, UInt64(bytes.count) ^ second)
    var index = 0
    while index + 16 <= bytes.count {
      hash = fold(word(bytes, index) ^ first, word(bytes, index + 8) ^ hash)
      index += 16
    }
    var low: UInt64 = 0
    if index + 8 <= bytes.count {
      low = word(bytes, index)
      index += 8
    }
    return fold(low ^ second, rest(bytes, from: index) ^ hash)
  }

  /// The hash of a number, going on from another hash.
  static func hash(_ number: UInt64, from seed: UInt64) -> UInt64 { fold(number ^ first, seed ^ second) }

  /// A hash for tables in memory: differs from run to run, so that no source can be made to fill one slot.
  static func seeded(_ bytes: UnsafeRawBufferPointer) -> UInt64 { hash(bytes, from: seed) }

  /// As ``seeded(_:)``, of a number.
  static func seeded(_ number: UInt64) -> UInt64 { hash(number, from: seed) }

  private static let seed = UInt64.random(in: .min ... .max)

  /// The up to seven bytes from `index` on.
  private static func rest(_ bytes: UnsafeRawBufferPointer, from index: Int) -> UInt64 {
    let count = bytes.count - index
    if count > 0, bytes.count >= 8 { return word(bytes, bytes.count - 8) >> UInt64(64 - count * 8) }
    var rest: UInt64 = 0
    for place in 0..<count { rest |= UInt64(bytes[index + place]) << UInt64(place * 8) }
    return rest
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.low ^ product.high
  }
}

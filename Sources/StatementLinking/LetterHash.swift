/// Polynomial hashes of letters modulo the prime 2⁶¹ − 1, in which the hash of any stretch follows from those of two
/// prefixes.
///
/// R. M. Karp and M. O. Rabin, Efficient randomized pattern-matching algorithms, 1987,
/// <https://doi.org/10.1147/rd.312.0249>. Two different stretches agree with a probability of about their length in
/// 2⁶¹, so that equal hashes are taken as equal words.
enum LetterHash {
  private static let prime: UInt64 = (1 << 61) - 1
  private static let base: UInt64 = 0x1b5a_6d3c_94e1_70a7

  /// The hash of a prefix of hash `prefix` with one more letter.
  @inline(__always)
  static func appending(_ letter: UInt32, to prefix: UInt64) -> UInt64 {
    reduce(multiply(prefix, base) &+ UInt64(letter))
  }

  /// The powers of the base from 0 to `count`: what ``stretch(from:to:power:)`` needs.
  static func powers(_ count: Int) -> [UInt64] {
    var powers: [UInt64] = [1]
    powers.reserveCapacity(count + 1)
    for index in 0..<count { powers.append(multiply(powers[index], base)) }
    return powers
  }

  /// The hash of the letters between two prefixes of hashes `start` and `end`; `power` is that of the number of
  /// letters.
  static func stretch(from start: UInt64, to end: UInt64, power: UInt64) -> UInt64 {
    reduce(end &+ prime &- multiply(start, power))
  }

  @inline(__always)
  private static func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return reduce((product.low & prime) &+ (product.high << 3 | product.low >> 61))
  }

  @inline(__always)
  private static func reduce(_ value: UInt64) -> UInt64 { value >= prime ? value - prime : value }
}

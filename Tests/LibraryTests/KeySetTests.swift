import Library
import TestSupport
import Testing

/// Sets of keys against the sets of the standard library.
@Suite struct KeySetTests {
  private static func random(_ random: inout SeededGenerator) -> Set<UInt64> {
    Set((0..<Int.random(in: 0...30, using: &random)).map { _ in UInt64.random(in: 0...40, using: &random) &* 0x3_0000_0001 })
  }

  @Test(arguments: 0..<200)
  func agreesWithItsTwin(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let (left, right) = (Self.random(&generator), Self.random(&generator))
    let (a, b) = (KeySet(left.shuffled(using: &generator)), KeySet(right))
    #expect(a.keys == left.sorted())
    #expect(Set(a.union(b).keys) == left.union(right))
    #expect(Set(a.subtracting(b).keys) == left.subtracting(right))
    #expect(KeySet(bytes: a.bytes) == a)
    for key in left.union(right) { #expect(a.contains(key) == left.contains(key)) }
  }

  @Test func listsWithRepeatsAndCutBytesAreSets() {
    #expect(KeySet([3, 1, 3, 2, 1]).keys == [1, 2, 3])
    #expect(KeySet(bytes: []).keys.isEmpty)
    #expect(KeySet(bytes: [1, 0, 0, 0, 0, 0, 0, 0, 9, 9]).keys == [1])
    #expect(KeySet(bytes: [2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]).keys == [1, 2])
  }
}

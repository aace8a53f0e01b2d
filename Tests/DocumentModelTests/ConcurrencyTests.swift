import Synchronization
import Testing

@testable import DocumentModel

/// Work at the same time: every piece is done once, whoever does it.
@Suite struct ConcurrencyTests {
  @Test(arguments: [0, 1, 2, 3, 17, 1_000])
  func everyPieceOnce(count: Int) {
    let sum = Atomic(0)
    Concurrency.perform(count) { sum.add($0 + 1, ordering: .relaxed) }
    #expect(sum.load(ordering: .relaxed) == count * (count + 1) / 2)
  }

  @Test func eachItsOwnState() {
    var states = [Int](repeating: -1, count: 100)
    Concurrency.perform(on: &states, 60) { $1 = $0 }
    #expect(states == Array(0..<60) + Array(repeating: -1, count: 40))
  }

  @Test("Pieces may be divided again")
  func nested() {
    var states = [Int](repeating: 0, count: 20)
    Concurrency.perform(on: &states, 20) { number, state in
      var parts = [Int](repeating: 0, count: 10)
      Concurrency.perform(on: &parts, 10) { $1 = $0 * number }
      state = parts.reduce(0, +)
    }
    #expect(states == (0..<20).map { $0 * 45 })
  }

  @Test func both() {
    let (one, other) = Concurrency.both({ "left" }, { nil as Int? })
    #expect(one == "left" && other == nil)
  }
}

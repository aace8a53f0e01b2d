import CAffinity
import Glibc
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

  @Test("States are taken in one after another, each when it is done")
  func inOrder() {
    var states = [Int](repeating: 0, count: 200)
    var taken: [Int] = []
    Concurrency.perform(
      on: &states,
      { $1 = $0 * $0 },
      inOrder: { number, state in
        #expect(number == taken.count)
        taken.append(state)
        return true
      }
    )
    #expect(taken == (0..<200).map { $0 * $0 })
  }

  @Test("Once nothing more is to be taken in, nothing more is begun")
  func stopped() {
    let caller = pthread_self()
    let isOver = Atomic(false)
    let count = Atomic(0)
    var states = [Int](repeating: 0, count: 10_000)
    var taken = 0
    Concurrency.perform(
      on: &states,
      { number, _ in
        count.add(1, ordering: .relaxed)
        guard number > 3 else { return }
        // Nobody gets far before that is said: others wait for it, and who has to say it goes slowly.
        let isOther = pthread_equal(caller, pthread_self()) == 0
        while isOther, !isOver.load(ordering: .acquiring) { sched_yield() }
        if !isOther { usleep(1_000) }
      },
      inOrder: { number, _ in
        taken += 1
        guard number == 3 else { return true }
        isOver.store(true, ordering: .releasing)
        return false
      }
    )
    #expect(taken == 4)
    #expect(count.load(ordering: .relaxed) < states.count)
  }

  @Test func both() {
    let (one, other) = Concurrency.both({ "left" }, { nil as Int? })
    #expect(one == "left" && other == nil)
    let (first, second) = Concurrency.both(if: false, { 1 }, { 2 })
    #expect(first == 1 && second == 2)
  }

  /// How many values have ended.
  private final class Count: Sendable {
    let ended = Atomic(0)
  }

  private final class Ending: Sendable {
    let count: Count
    init(_ count: Count) { self.count = count }
    deinit { count.ended.add(1, ordering: .relaxed) }
  }

  @Test("What is discarded ends, soon")
  func discarded() {
    let count = Count()
    for _ in 0..<20 { Concurrency.discard((0..<50).map { _ in Ending(count) }) }
    for _ in 0..<2000 where count.ended.load(ordering: .relaxed) < 1000 { usleep(5000) }
    #expect(count.ended.load(ordering: .relaxed) == 1000)
  }

  /// How many threads were let go where all may go.
  private final class Freed: Sendable {
    let count = Atomic(0)

    /// Waits until this thread may use as many processors as the one that started all.
    func note(_ all: [UInt8]) {
      // Who started it may be held up for a while by others.
      for _ in 0..<5000 where Self.own != all { usleep(1000) }
      if Self.own == all { count.add(1, ordering: .relaxed) }
    }

    static var own: [UInt8] {
      var set = cpu_set_t()
      pthread_getaffinity_np(pthread_self(), MemoryLayout<cpu_set_t>.size, &set)
      return withUnsafeBytes(of: set) { Array($0) }
    }
  }

  @Test("A thread may use all processors, and so may those that it starts")
  func processors() {
    let freed = Freed()
    let all = Freed.own
    for _ in 0..<50 {
      let thread = Concurrency.start {
        let inner = Concurrency.start { freed.note(all) }
        freed.note(all)
        if let inner { pthread_join(inner, nil) }
      }
      if let thread { pthread_join(thread, nil) }
    }
    #expect(freed.count.load(ordering: .relaxed) == 100)
  }
}

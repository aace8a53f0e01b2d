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

  /// The processors that threads could use.
  private final class Seen: Sendable {
    let sets = Mutex<[[UInt8]]>([])

    func note() { sets.withLock { $0.append(Seen.own) } }

    static var own: [UInt8] {
      var set = cpu_set_t()
      pthread_getaffinity_np(pthread_self(), MemoryLayout<cpu_set_t>.size, &set)
      return withUnsafeBytes(of: set) { Array($0) }
    }
  }

  @Test("A thread may use all processors, and so may those that it starts")
  func processors() {
    for _ in 0..<50 {
      let seen = Seen()
      let thread = Concurrency.start {
        let inner = Concurrency.start {
          // Where it may be is settled by then.
          usleep(1000)
          seen.note()
        }
        usleep(1000)
        seen.note()
        if let inner { pthread_join(inner, nil) }
      }
      if let thread { pthread_join(thread, nil) }
      #expect(seen.sets.withLock { $0 } == [Seen.own, Seen.own])
    }
  }
}

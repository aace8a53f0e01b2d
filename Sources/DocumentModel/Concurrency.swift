import CAffinity
import Glibc
import Synchronization

/// Work that is done at the same time.
package enum Concurrency {
  /// How many pieces of work can go on at the same time here: the processors there are, at most eight.
  package static var width: Int { max(1, min(8, processorCount)) }

  /// The processors that this program may use, found out before it starts any thread: later ones may be on their way.
  private static let processors: cpu_set_t? = {
    var set = cpu_set_t()
    return pthread_getaffinity_np(pthread_self(), MemoryLayout<cpu_set_t>.size, &set) == 0 ? set : nil
  }()

  private static let processorCount =
    processors.map { set in
      withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
    } ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))

  /// How many pieces of work there are where each processor gets `share` of them: several, so that none waits for another
  /// long; one where there is only one processor.
  package static func pieceCount(share: Int) -> Int { width == 1 ? 1 : width * share }

  /// Starts a thread, on another processor than this one where there is one.
  ///
  /// - Returns: the thread, to be joined or detached; `nil` where the system gives none, and `work` is not done.
  package static func start(_ work: sending @escaping () -> Void) -> pthread_t? {
    final class Box {
      let work: () -> Void
      init(_ work: @escaping () -> Void) { self.work = work }
    }
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let status = pthread_create(
      &thread,
      nil,
      { argument in
        if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      },
      box.toOpaque()
    )
    guard status == 0 else {
      box.release()
      return nil
    }
    spread(thread)
    return thread
  }

  /// Lets go of a value on a thread of its own: giving back what many small pieces hold takes a while, and nobody waits
  /// for it.
  package static func discard<Value>(_ value: consuming Value) {
    // Nobody else looks at it any more; where there is no thread to be had, it ends with this call.
    nonisolated(unsafe) let last = Discarded(value)
    if let thread = start({ last.value = nil }) { pthread_detach(thread) }
  }

  private final class Discarded<Value> {
    var value: Value?
    init(_ value: consuming Value) { self.value = value }
  }

  /// Moves a thread that was just started away from this processor, which has work of its own, and lets it go where it
  /// will from there.
  ///
  /// Systems leave a new thread where it was started until they next look for idle processors: in virtual machines that
  /// was seen to take two milliseconds, and takes a tenth of one so.
  private static func spread(_ thread: pthread_t) {
    let size = MemoryLayout<cpu_set_t>.size
    let here = Int(sched_getcpu())
    guard width > 1, here >= 0, here / 8 < size, var all = processors else { return }
    var others = all
    withUnsafeMutableBytes(of: &others) { bytes in
      // Words of the machine, whose lowest bits come first (sched_setaffinity(2)).
      let width = UInt.bitWidth
      var word = bytes.load(fromByteOffset: here / width * (width / 8), as: UInt.self)
      word &= ~(1 << UInt(here % width))
      bytes.storeBytes(of: word, toByteOffset: here / width * (width / 8), as: UInt.self)
    }
    // Refused where there is no other any more.
    guard pthread_setaffinity_np(thread, size, &others) == 0 else { return }
    pthread_setaffinity_np(thread, size, &all)
  }

  /// Performs `work` for every number below `count`, as many at the same time as ``width`` says, and waits for all.
  ///
  /// Whoever is ready takes the next number, so that pieces need not be of the same size, nor processors of the same
  /// speed. The caller takes part; where the system gives no threads, it does all.
  package static func perform(_ count: Int, _ work: (Int) -> Void) {
    perform(count, work) { $0.perform() }
  }

  /// Performs `work` with threads of its own, and `part` on this one.
  private static func perform(_ count: Int, _ work: (Int) -> Void, _ part: (Pieces) -> Void) {
    withoutActuallyEscaping(work) { work in
      let pieces = Pieces(count: count, work: work)
      var threads: [pthread_t] = []
      for _ in 1..<max(1, min(count, width)) {
        // Every thread does pieces of its own.
        nonisolated(unsafe) let pieces = pieces
        if let thread = start({ pieces.perform() }) { threads.append(thread) }
      }
      part(pieces)
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  /// The same for the first `count` of `states`.
  package static func perform<State>(
    on states: inout [State],
    _ count: Int,
    _ work: (_ number: Int, _ state: inout State) -> Void
  ) {
    states.withUnsafeMutableBufferPointer { states in
      // Every piece of work has a place of its own.
      nonisolated(unsafe) let states = states
      perform(min(count, states.count)) { work($0, &states[$0]) }
    }
  }

  /// Performs `work` on all of `states` and takes them in one after another, while others do theirs.
  ///
  /// - Parameter take: is called by the caller's thread, in the order of the numbers, for what is done: between pieces
  ///   of its own, and at the end. It says whether to go on; if not, what has not begun is not done, and nothing more
  ///   is taken in.
  package static func perform<State>(
    on states: inout [State],
    _ work: (_ number: Int, _ state: inout State) -> Void,
    inOrder take: (_ number: Int, _ state: inout State) -> Bool
  ) {
    let isDone = Mutex([Bool](repeating: false, count: states.count))
    states.withUnsafeMutableBufferPointer { states in
      // Every piece of work has a place of its own, and leaves it for good when it is done.
      nonisolated(unsafe) let states = states
      var next = 0
      var goesOn = true
      func takeWhatIsDone() {
        while goesOn, next < states.count, isDone.withLock({ $0[next] }) {
          goesOn = take(next, &states[next])
          next += 1
        }
      }
      perform(
        states.count,
        { number in
          work(number, &states[number])
          isDone.withLock { $0[number] = true }
        },
        { pieces in
          repeat { takeWhatIsDone() } while goesOn && pieces.performNext()
          if !goesOn { pieces.stop() }
        }
      )
      takeWhatIsDone()
    }
  }

  /// What two pieces of work that do not need each other give.
  ///
  /// - Parameter isWorthIt: whether they are long enough for a thread.
  package static func both<First, Second>(
    if isWorthIt: Bool = true,
    _ first: () -> First,
    _ second: () -> Second
  ) -> (First, Second) {
    guard isWorthIt else { return (first(), second()) }
    var (one, other): (First?, Second?)
    perform(2) { number in
      if number == 0 { one = first() } else { other = second() }
    }
    guard let one, let other else { preconditionFailure("every piece of work is done") }
    return (one, other)
  }

  private final class Pieces {
    private let count: Int
    private let work: (Int) -> Void
    private let next = Atomic(0)

    init(count: Int, work: @escaping (Int) -> Void) {
      self.count = count
      self.work = work
    }

    /// Does all that nobody else takes.
    func perform() { while performNext() {} }

    /// Takes the next piece and does it; `false` where there is none.
    func performNext() -> Bool {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return false }
      work(number)
      return true
    }

    /// Leaves out what has not begun.
    func stop() { next.store(count, ordering: .relaxed) }
  }
}

import Synchronization

/// Something that is measured: one row of the table.
struct Benchmark {
  /// `group/what`, unique.
  let name: String
  /// One sentence: what is measured, and what has been done before it, which leaves caches warm.
  let summary: String
  /// How many operations the work is: the figure is that of one.
  let operations: Int
  /// Gets everything ready, unmeasured and anew for each run, and gives the work; `nil` where the material has nothing to do it on.
  ///
  /// The work gives a number that depends on what it did. What it makes has to outlive it, so that taking it down is not measured.
  let prepare: (Material) -> (() -> Int)?

  /// A benchmark whose work is `operations` operations.
  init(
    _ name: String,
    _ summary: String,
    operations: Int = 1,
    prepare: @escaping (Material) -> (() -> Int)?
  ) {
    self.name = name
    self.summary = summary
    self.operations = operations
    self.prepare = prepare
  }

  /// The best of `runs` runs: nanoseconds of processor time an operation.
  func nanoseconds(on material: Material, runs: Int) -> Double? {
    var best: Double?
    for _ in 0..<max(1, runs) {
      guard let work = prepare(material) else { return nil }
      let start = ThreadClock.now
      let result = measured(work)
      let time = Double(ThreadClock.now - start)
      sink.wrappingAdd(result, ordering: .relaxed)
      best = min(best ?? time, time)
    }
    return best.map { $0 / Double(operations) }
  }

  /// All of them, in the order of the table, in a window of this size.
  static func all(window: Window) -> [Benchmark] {
    documents + library + layouts(window: window) + frames(window: window)
      + KeyScenario.all.map { $0.handled(window: window) } + KeyScenario.all.map { $0.painted(window: window) }
  }
}

import Synchronization

/// How far the reading of a source is, and the wish to end it: shared between the thread that reads and the one that
/// waits.
package final class ImportProgress: Sendable {
  /// How often an importer looks here, in bytes it has read.
  static let interval = 1 << 16

  private let read = Atomic(0)
  private let cancelled = Atomic(false)
  private let hurried = Atomic(false)
  private let isBeginning = Atomic(false)

  /// Nothing read yet.
  package init() {}

  /// The number of bytes whose contents are in the document by now, to within ``interval`` and the length of a block.
  package var bytesRead: Int { read.load(ordering: .relaxed) }

  /// Has the reading end soon. What the importer gives then is a document of what was read; nobody wants it.
  package func cancel() { cancelled.store(true, ordering: .relaxed) }

  /// Has everything be read at once, since somebody waits for what may stand at the end: the reading of a mere beginning
  /// ends, and what it gives is not wanted.
  package func hurry() { hurried.store(true, ordering: .relaxed) }

  /// Whether everything is to be read at once.
  package var isHurried: Bool { hurried.load(ordering: .relaxed) }

  /// Says whether what is read from now on is a beginning that the whole will follow at once.
  package func willRead(beginning: Bool) { isBeginning.store(beginning, ordering: .relaxed) }

  /// Whether the reading is to end.
  package var isCancelled: Bool {
    cancelled.load(ordering: .relaxed) || isHurried && isBeginning.load(ordering: .relaxed)
  }

  /// Counts from the beginning.
  func begin() { read.store(0, ordering: .relaxed) }

  fileprivate func note(_ bytes: Int) { read.add(bytes, ordering: .relaxed) }
}

/// Tells an ``ImportProgress`` now and then how far it is.
struct ProgressMeter {
  private let progress: ImportProgress?
  private let countsReading: Bool
  private var next = 0
  private var noted: Int?

  /// - Parameter countsReading: false for a look ahead, which only asks whether to go on.
  init(_ progress: ImportProgress?, countsReading: Bool = true) {
    self.progress = progress
    self.countsReading = countsReading
    if progress == nil { next = .max }
  }

  /// Says that everything before `offset` is done; false when the reading is to end.
  mutating func mayGoOn(at offset: Int) -> Bool {
    guard offset >= next, let progress else { return true }
    next = offset + ImportProgress.interval
    if countsReading {
      // Several readers may be at work, each from some place on.
      progress.note(offset - (noted ?? offset))
      noted = offset
    }
    if progress.isCancelled { next = 0 }
    return !progress.isCancelled
  }

  /// Says that everything before `offset` is done, and that this reader has no more: its part may be a short one.
  mutating func end(at offset: Int) {
    next = offset
    _ = mayGoOn(at: offset)
  }
}

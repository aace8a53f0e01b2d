import Acquisition
import DocumentModel
import Exporters
import Glibc
import Library
import ReaderCore
import StatementLinking

/// Remembers what is read, beside the main thread: nothing that a key does waits for it.
final class MemoryKeeper: Sendable {
  /// What is written comes at most so long after what it says, in milliseconds.
  private static let delay: Int64 = 700
  /// The end of the program waits so long for the last words to be written, in milliseconds.
  private static let lastWait: Int64 = 300

  private enum Job: Sendable {
    case begin(Opening, Visit.Folding, Inbox)
    case recall(Document, era: Int, isWhole: Bool)
    case save(Document, StatementLinks)
    case write(Reading)
    case list(isAsked: Bool)
    case open(Int64)
  }

  private struct Work {
    var jobs: [Job] = []
    /// What is to be remembered, and when that is due.
    var reading: (reading: Reading, due: Int64)?
    var isEnding = false
    var hasEnded = false
    /// The library, while something in it takes long that may be given up.
    var interruptible: LibraryStore?
  }

  private let work = Monitor(Work())
  private let folder: String?

  /// A keeper of the library in `folder`; without one nothing is remembered.
  init(folder: String?) { self.folder = folder }

  /// Starts to remember; called after the first frame.
  func start() {
    BackgroundThread.run {
      var clerk = MemoryClerk(folder: self.folder)
      while let job = self.next() { self.perform(job, by: &clerk) }
      self.work.change {
        $0.hasEnded = true
        return true
      }
    }
  }

  // MARK: From other threads

  /// Another document is read, whose events come to `inbox`.
  func begin(_ opening: Opening, folding: Visit.Folding, inbox: Inbox) { add(.begin(opening, folding, inbox)) }

  /// The reader was shown a document.
  func recall(in document: Document, era: Int, isWhole: Bool) {
    add(.recall(document, era: era, isWhole: isWhole))
  }

  /// The document is whole, and its statements are linked: its words can be saved.
  func save(_ document: Document, links: StatementLinks) { add(.save(document, links)) }

  /// Lists what was read before.
  func list(isAsked: Bool) { add(.list(isAsked: isAsked)) }

  /// Finds a document of the library, to be opened.
  func open(_ number: Int64) { add(.open(number)) }

  private func add(_ job: Job) {
    work.change {
      $0.jobs.append(job)
      return true
    }
  }

  /// Takes note of what is to be remembered, as often as may be.
  func note(_ reading: Reading) {
    work.change {
      let isFirst = $0.reading == nil
      $0.reading = (reading, $0.reading?.due ?? Monitor<Work>.now + Self.delay)
      return isFirst
    }
  }

  /// Writes what is to be remembered of a document that is read no longer.
  func leave(_ reading: Reading) {
    work.change {
      $0.reading = nil
      $0.jobs.append(.write(reading))
      return true
    }
  }

  /// Writes what is to be remembered in the end; gives up when that takes too long.
  func finish(_ reading: Reading) {
    work.change {
      $0.interruptible?.interrupt()
      $0.reading = (reading, 0)
      // What was not saved yet can be saved the next time.
      $0.jobs.removeAll { if case .save = $0 { true } else { false } }
      $0.isEnding = true
      return true
    }
    let end = Monitor<Work>.now + Self.lastWait
    _ = work.wait(until: { _ in end }) { $0.hasEnded ? true : nil }
  }

  // MARK: On its own

  /// What is to be done next; waits for it. `nil` at the end.
  private func next() -> Job? {
    while true {
      let job: Job?? = work.wait(until: { $0.reading?.due }) { work in
        if !work.jobs.isEmpty { return .some(work.jobs.removeFirst()) }
        if let reading = work.reading, reading.due <= Monitor<Work>.now {
          work.reading = nil
          return .some(.write(reading.reading))
        }
        return work.isEnding ? .some(nil) : nil
      }
      if let job { return job }
    }
  }

  private func perform(_ job: Job, by clerk: inout MemoryClerk) {
    switch job {
    case .begin(let opening, let folding, let inbox): clerk.begin(opening, folding: folding, inbox: inbox)
    case .recall(let document, let era, let isWhole): clerk.recall(in: document, era: era, isWhole: isWhole)
    case .write(let reading): clerk.write(reading.document, reading)
    case .list(let isAsked): clerk.list(isAsked: isAsked)
    case .open(let number): clerk.open(number)
    case .save(let document, let links):
      clerk.save(document, links: links) { store in
        work.change {
          $0.interruptible = $0.isEnding ? nil : store
          return false
        }
      }
    }
  }
}

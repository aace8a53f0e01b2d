import Acquisition
import DocumentModel
import ReaderCore
import StatementLinking
import Synchronization

/// Reads a source again when the reader asks for it, beside the main thread.
final class Reloader: Sendable {
  private let opening: Opening
  private let reading: ReadingOptions
  private let inbox: Inbox
  private let keeper: MemoryKeeper
  private let isReading = Mutex(false)

  /// Reads what was opened, and tells `inbox` and `keeper`.
  init(_ opening: Opening, _ reading: ReadingOptions, inbox: Inbox, keeper: MemoryKeeper) {
    self.opening = opening
    self.reading = reading
    self.inbox = inbox
    self.keeper = keeper
  }

  /// Begins to read again.
  func reload() {
    guard let source = opening.source else {
      let what = if case .tour = opening { "the tour" } else { "what was piped in" }
      return inbox.post(.said("\(what) cannot be read again"))
    }
    let isFirst = isReading.withLock { isReading in
      defer { isReading = true }
      return !isReading
    }
    guard isFirst else { return }
    BackgroundThread.run {
      defer { self.isReading.withLock { $0 = false } }
      do throws(ProgramError) {
        let (document, failure) = try Loader(source, self.reading).document()
        // A part does not take the place of the whole.
        if let failure { throw failure }
        let era = self.inbox.post(document: .reread(document))
        self.keeper.recall(in: document, era: era, isWhole: true)
        let index = ReaderIndex(of: document, era: era)
        self.inbox.post(.indexed(index))
        self.keeper.save(document, links: index.links)
      } catch {
        self.inbox.post(.said(error.brief))
      }
    }
  }
}

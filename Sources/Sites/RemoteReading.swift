import Acquisition
import DocumentModel
import Glibc
import Importers
import Synchronization

/// The reading of an address: fetches what stands there, and what belongs to it.
///
/// One thread ``run(writingTo:)``s; what it gives comes through a descriptor as it comes, so that it can be shown before
/// the rest is there: the page, or the answers of a site one after the other, which the importer of JSON reads as one
/// text. All else can be asked for by any thread, and is settled when the descriptor ends.
package final class RemoteReading: Sendable {
  /// What has become known.
  package struct State: Sendable {
    /// What is known about the bytes that come; there before the first of them.
    package var facts: RemoteFacts?
    /// What belongs to them.
    package var part: RemotePart?
    /// What was noticed.
    package var diagnostics: [Diagnostic] = []
    /// Why there is nothing, or not all; what has come by then is a beginning.
    package var failure: SourceFailure?
  }

  /// More answers of one discussion are not asked for.
  static let maximumAnswers = 100

  let source: Source
  let fetcher: Fetcher
  private let state = Mutex(State())
  /// Which page of a discussion is asked for, of how many.
  private let page = Mutex<(number: Int, count: Int)?>(nil)

  /// The reading of the address that `source` is, by `fetcher`, which knows its host.
  package init(_ source: Source, fetcher: Fetcher) {
    self.source = source
    self.fetcher = fetcher
  }

  /// What has become known by now.
  package var known: State { state.withLock { $0 } }

  /// What is being asked, and how many bytes of its answer have come.
  package var progress: (host: String, bytes: Int) {
    let (host, bytes) = fetcher.control.progress
    let page = page.withLock { $0 }
    return (page.map { "\(host), page \($0.number) of \($0.count)" } ?? host, bytes)
  }

  /// Ends it at once.
  package func cancel() { fetcher.control.cancel() }

  /// Fetches everything, and writes the bytes to `descriptor`, which is closed in the end.
  package func run(writingTo descriptor: Int32) {
    // Who reads may have gone; that is seen when it is written to.
    var signal = sigset_t()
    sigemptyset(&signal)
    sigaddset(&signal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signal, nil)
    defer { close(descriptor) }
    do throws(FetchFault) {
      let address = try FetchAddress(source.address ?? "")
      if let discussion = Site.knownDiscussion(at: address) {
        do throws(FetchFault) {
          return try read(discussion, at: address, into: descriptor)
        } catch {
          if error == .cancelled { throw error }
          note(.info, "the site gives no answers that programs read (\(error.advice)); its page is shown")
          let page = try discussion.page.map { (text) throws(FetchFault) in try FetchAddress(text) }
          return try readPage(at: page ?? address, into: descriptor)
        }
      }
      try readPage(at: address, into: descriptor)
    } catch {
      fail(error)
    }
  }

  // MARK: What becomes known

  func settle(_ facts: RemoteFacts) { state.withLock { $0.facts = facts } }

  func begin(page number: Int, of count: Int) { page.withLock { $0 = (number, count) } }

  func add(_ part: RemotePart) { state.withLock { $0.part = part } }

  func note(_ severity: Diagnostic.Severity, _ message: String) {
    state.withLock { $0.diagnostics.append(Diagnostic(severity, message)) }
  }

  func fail(_ fault: FetchFault) { state.withLock { $0.failure = SourceFailure(source, .fetch(fault)) } }

  // MARK: Pages

  /// Reads the page at an address, unless it says that there is a better way to its discussion.
  private func readPage(at address: FetchAddress, into descriptor: Int32) throws(FetchFault) {
    var candidates: [(sign: String?, discussion: SiteDiscussion)] = []
    var isHeld = false
    let answer = try fetcher.fetch(Fetcher.Request(address)) { piece in
      switch piece {
      case .head(let head, from: let place):
        settle(RemoteFacts(place, head))
        candidates = head.isPage ? Site.candidates(for: SitePage(address: place, head: head)) : []
        isHeld = !candidates.isEmpty
        return true
      case .body(let bytes): return isHeld || bytes.span.writeAll(to: descriptor) == nil
      }
    }
    guard let page = answer.body else {
      // Too long to be kept, and so to be any of them.
      if isHeld { throw .tooLarge(limit: FetchLimits.largestKept) }
      return
    }
    if isHeld {
      for (sign, discussion) in candidates where sign.map(page.hasWord) ?? true {
        do throws(FetchFault) {
          return try read(discussion, at: answer.address, shownBy: answer, into: descriptor)
        } catch {
          if error == .cancelled { throw error }
          settle(RemoteFacts(answer.address, answer.head))
          note(.info, "the site gives no answers that programs read (\(error.advice)); its page is shown")
        }
      }
      guard page.span.writeAll(to: descriptor) == nil else { return }
    }
    if answer.head.isPage { findFeeds(of: page, at: answer) }
  }

  /// What was answered to a page, as the page shows it or a feed has it.
  func readDiscussion(shownBy answer: Fetcher.Answer) {
    guard let page = answer.body else { return }
    if Self.document(of: page, at: answer).comments.isEmpty { return findFeeds(of: page, at: answer) }
    add(RemotePart(role: .discussion, bytes: page, facts: RemoteFacts(answer.address, answer.head)))
  }

  private static func document(of page: [UInt8], at answer: Fetcher.Answer) -> Document {
    HTMLImporter.read(page.span, address: answer.address.text, encodingLabel: answer.head.charset)
  }

  /// What was answered to a page that does not show it, where a feed has it.
  private func findFeeds(of page: [UInt8], at answer: Fetcher.Answer) {
    guard page.hasWord("alternate") else { return }
    let feeds = PageFeeds(page, address: answer.address.text)
    guard let feed = feeds.comments.first ?? feeds.entries.first else { return }
    let document = Self.document(of: page, at: answer)
    let isEmpty = document.count == 1
    guard document.comments.isEmpty, isEmpty || !feeds.comments.isEmpty else { return }
    do throws(FetchFault) {
      let found = try fetcher.fetch(Fetcher.Request(try FetchAddress(feed)))
      guard let bytes = found.body else { return }
      let facts = RemoteFacts(found.address, found.head)
      add(RemotePart(role: isEmpty && feeds.comments.isEmpty ? .article : .discussion, bytes: bytes, facts: facts))
    } catch {
      note(.warning, "the feed \(Source.address(feed).name) \(error.advice)")
    }
  }
}

extension ResponseHead {
  /// Whether what comes is a page; servers that say nothing mostly send one.
  fileprivate var isPage: Bool { mediaType.map { $0 == "text/html" || $0 == "application/xhtml+xml" } ?? true }
}

extension [UInt8] {
  /// Signs of a program stand near the beginning of its pages.
  private static var reach: Int { 1 << 16 }

  /// Whether a word of small letters stands in the beginning of a page, in whichever letters.
  fileprivate func hasWord(_ word: String) -> Bool {
    let word = Array(word.utf8)
    let head = prefix(Self.reach).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return head.indices.contains { head[$0...].starts(with: word) }
  }
}

import Acquisition
import DocumentModel
import Exporters
import Glibc
import Library
import ReaderCore
import StatementLinking

/// What ``MemoryKeeper`` does on its thread: keeps the library open, and tells the reader once when nothing can be kept.
struct MemoryClerk {
  private let folder: String?
  private var store: LibraryStore?
  /// Whether it was tried to open the library.
  private var isOpened = false
  private var hasComplained = false
  private var opening = Opening.tour
  private var folding = Visit.Folding.given
  private var inbox: Inbox?
  private var visit: Visit?
  private var number: Int64?
  private var hasExpired = false

  /// A clerk of the library in `folder`; without one nothing is remembered.
  init(folder: String?) { self.folder = folder }

  /// Begins with another document.
  mutating func begin(_ opening: Opening, folding: Visit.Folding, inbox: Inbox) {
    self.opening = opening
    self.folding = folding
    self.inbox = inbox
    visit = nil
    number = nil
  }

  /// Finds what is remembered in a document that the reader was shown.
  mutating func recall(in document: Document, era: Int, isWhole: Bool) {
    guard document.count > 1, let identity = opening.identity(of: document) else { return }
    if visit?.identity != identity {
      number = nil
      let folding = folding
      visit = attempt { try Visit(to: identity, in: $0, folding: folding, now: VisitTime.now) }
      // Whatever the library says, what is new since it was opened is known.
      if visit == nil { visit = try? Visit(to: identity, in: nil, folding: folding, now: VisitTime.now) }
    }
    if let recollection = visit?.recall(in: document, era: era, isWhole: isWhole) {
      inbox?.post(.recalled(recollection))
    }
    if isWhole { write(document, nil) }
  }

  /// Writes what is to be remembered.
  mutating func write(_ document: Document, _ reading: Reading?) {
    guard var visit, folder != nil else { return }
    let saved = attempt { try $0.flatMap { try visit.save(document, reading, in: $0, now: VisitTime.now) } }
    self.visit = visit
    if let saved, let saved { number = saved }
    expire()
  }

  /// Saves the words of a document; `whileBusy` is told by what that can be ended.
  mutating func save(_ document: Document, links: StatementLinks, whileBusy: (LibraryStore?) -> Void) {
    guard folder != nil, document.text.count <= LibraryLimits.textBytes, let number else { return }
    let json = JSONExporter.export(document, links: links)
    attempt { store in
      whileBusy(store)
      defer { whileBusy(nil) }
      _ = try store?.save(text: document, json: json, of: number, now: VisitTime.now)
    }
  }

  /// Forgets what is too old, once.
  private mutating func expire() {
    guard !hasExpired, number != nil else { return }
    hasExpired = true
    attempt { _ = try $0?.expire(now: VisitTime.now) }
  }

  /// Lists what was read before.
  mutating func list(isAsked: Bool) {
    guard let folder else {
      if isAsked { say("with --no-state nothing is remembered") }
      return
    }
    guard isAsked || LibraryStore.exists(in: folder) else { return }
    let documents = attempt { try $0?.documents() ?? [] }
    guard let documents else { return }
    let now = VisitTime.now
    let entries = documents.map {
      LibraryEntry(
        id: $0.number,
        title: $0.title,
        origin: $0.origin,
        visited: VisitTime.brief($0.visited, now: now),
        new: $0.new
      )
    }
    inbox?.post(.library(entries, isAsked: isAsked))
  }

  /// Finds a document of the library: its file where that is there, else its words, else its address.
  mutating func open(_ number: Int64) {
    let found = attempt { store -> Opening? in
      guard let store, let document = try store.document(number) else { return nil }
      let source = document.identity.source.map(Source.init(argument:))
      if let source, let path = source.path, access(path, R_OK) == 0 { return .source(source) }
      if let text = try store.text(of: number) { return .saved(document, json: text.json) }
      return source.flatMap { $0.path == nil ? .source($0) : nil }
    }
    guard let found else { return }
    guard let opening = found else {
      return say("its source is gone, and it was too long for its words to be saved")
    }
    inbox?.post(opening)
  }

  private func say(_ text: String) { inbox?.post(.said(text)) }

  /// Does something with the library, which is opened when it has to be; `nil` where that fails.
  @discardableResult
  private mutating func attempt<Result>(_ body: (LibraryStore?) throws -> Result) -> Result? {
    do {
      return try body(try opened())
    } catch {
      guard let error = error as? LibraryFailure else { return nil }
      // It was damaged since it was opened: the next attempt moves it away.
      if error.kind == .damaged { (store, isOpened) = (nil, false) }
      if error.kind == .locked, store == nil { isOpened = false }
      // Who locks it will let it go, and what is to be written is written then.
      if error.kind != .interrupted, error.kind != .locked || store == nil { complain(error) }
      return nil
    }
  }

  private mutating func opened() throws(LibraryFailure) -> LibraryStore? {
    guard let folder, !isOpened else { return store }
    isOpened = true
    let (opened, notice) = try LibraryStore.open(in: folder, date: VisitTime.date())
    store = opened
    if let notice { say(notice) }
    return store
  }

  private mutating func complain(_ failure: LibraryFailure) {
    guard !hasComplained, folder != nil else { return }
    hasComplained = true
    say("nothing is remembered: " + failure.message)
  }
}

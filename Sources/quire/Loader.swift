import Acquisition
import DocumentModel
import Importers
import Glibc
import ReaderCore
import Sites
import StatementLinking

/// Makes documents of a source while it is read: of longer and longer beginnings of it, and at last of everything.
///
/// Every one is made from scratch, so that an importer need not know of the others. What is read again costs little: a
/// file's beginnings grow sixteenfold and end at a quarter of it; what a pipe has given is read again only when ten times
/// as long as that took has passed. Where the whole of a page follows its first beginning, both are read at the same time.
/// Belongs to one thread at a time.
final class Loader {
  /// A document, and how much is known about the source with it.
  struct Snapshot {
    var document: Document
    var stage: Stage
  }

  /// The first beginning that is read, in bytes: what the first screens show and importers look ahead to decide on it.
  private static let firstSize = 1 << 17
  private static let growth = 16
  /// The same of pages. What of a page is its article is certain only when most of it is there, so that a page of no more
  /// than ``wholePage`` bytes is read at once.
  private static let firstSizeOfPage = 1 << 18
  private static let wholePage = 3 << 19
  /// How long a pipe may be silent before what it has given is shown, in milliseconds.
  private static let patience = 30
  /// How long what a pipe gives without falling silent may be kept back.
  private static let delay = Duration.milliseconds(150)
  /// The same of a page, whose beginning mostly looks like another page.
  private static let (patienceWithPage, delayOfPage) = (1500, Duration.seconds(2))

  /// How far it is; may be looked at from any thread.
  let progress: LoadingProgress

  private let stream: SourceStream
  private let options: ImportOptions
  /// As messages call it; the harmless form of a file's name, as it may become the title.
  private let name: String?
  /// Bytes that the last document was made of.
  private var shown = 0
  /// What making it took.
  private var cost = Duration.zero
  private var isFinished = false
  /// What is made of the whole file, while its first beginning is read: `nil` until it is there.
  private var whole: Monitor<Result<Imported, ProgramError>?>?
  /// The whole document, whose quotations without markup are still to be found: that does not hold up who waits for the
  /// end of a long one.
  private var unquoted: Document?
  /// Longer sources are shown before that, in bytes.
  private static let mostQuotedAtOnce = 1 << 20

  /// Opens `source`; what stands on the web is fetched by a thread of its own, as a pipe is filled.
  ///
  /// - Throws: ``ProgramError``, when it cannot be read.
  init(_ source: Source, _ reading: ReadingOptions) throws(ProgramError) {
    options = reading.importing
    name = Self.name(of: source)
    let remote = source.address.map { _ in RemoteReading(source, fetcher: reading.fetching.fetcher(for: source)) }
    progress = LoadingProgress(remote: remote)
    do {
      guard let remote else {
        stream = try SourceStream(source)
        return
      }
      let (stream, descriptor) = try SourceStream.pipe(of: source)
      self.stream = stream
      BackgroundThread.run { remote.run(writingTo: descriptor) }
    } catch {
      throw ProgramError(error)
    }
  }

  private static func name(of source: Source) -> String? {
    switch source {
    case .standardInput: nil
    case .file: source.name.split(separator: "/").last.map(String.init)
    // Which host it is says as much as the last part of a path.
    case .address: source.name.split(separator: "/").dropFirst().joined(separator: "/")
    }
  }

  /// What is amiss with what was fetched, for who reads it.
  var notice: String? { progress.remote?.known.notice }

  /// Whether all bytes are there, so that ``next()`` waits for nobody.
  var hasAllBytes: Bool { stream.isComplete }

  /// A document that was made of the bytes.
  private struct Imported {
    var document: Document
    /// Whether the source has markup for quotations, which some of its authors' programs lose.
    var keepsMarkup: Bool

    /// The document with the quotations found whose markup was lost.
    ///
    /// - Complexity: O(n) in the text
    var quoted: Document { keepsMarkup ? document.quoting(LostQuotations.find(in: document)) : document }
  }

  /// The whole document; or, where the rest did not come, what has come of it and why that is not all.
  ///
  /// - Throws: ``ProgramError``, when it cannot be read or holds nothing that can be.
  func document() throws(ProgramError) -> (document: Document, failure: ProgramError?) {
    do { try stream.readAll() } catch { throw ProgramError(error) }
    let failure = failure
    if let failure, stream.count == 0 { throw failure }
    return (try read(count: stream.count, isWhole: failure == nil).quoted, failure)
  }

  /// Why what was fetched is not all, once it has ended.
  private var failure: ProgramError? {
    stream.isComplete ? progress.remote?.known.failure.map(ProgramError.init) : nil
  }

  /// The next longer document; `nil` after the whole one.
  ///
  /// - Throws: ``ProgramError``, when the rest cannot be read or the source holds nothing that can be.
  func next() throws(ProgramError) -> Snapshot? {
    if let document = unquoted {
      unquoted = nil
      let nodes = LostQuotations.find(in: document)
      return nodes.isEmpty ? nil : Snapshot(document: document.quoting(nodes), stage: .linking)
    }
    while !isFinished {
      let count = try nextCount()
      if let failure, count == shown || count == 0 {
        isFinished = true
        throw failure
      }
      // Of what broke off no more comes either.
      let isLast = stream.isComplete && count == stream.count
      isFinished = isLast && failure == nil
      let isBeginning = stream.isComplete && !isLast
      let begin = ContinuousClock.now
      let imported: Imported
      if isBeginning, shown == 0, Self.size(after: count, of: stream.count) == stream.count, mayReadWhole {
        readWhole()
        imported = try read(count: count, isWhole: false, tells: false)
      } else if let whole {
        self.whole = nil
        imported = try whole.wait { $0.take() }.get()
      } else {
        progress.importing.willRead(beginning: isBeginning)
        imported = try read(count: count, isWhole: isFinished)
      }
      // Beginnings are not looked through: another document takes their place.
      let isQuotedNow = isLast && (failure != nil || count <= Self.mostQuotedAtOnce)
      let document = isQuotedNow ? imported.quoted : imported.document
      if isLast, !isQuotedNow, imported.keepsMarkup { unquoted = document }
      cost = ContinuousClock.now - begin
      shown = count
      if isBeginning, progress.importing.isHurried { continue }
      if isFinished {
        return Snapshot(
          document: document,
          stage: document.statements.isEmpty && unquoted == nil ? .complete : .linking
        )
      }
      if !document.isBlank {
        return Snapshot(document: document, stage: .loading(loading(shown: count)))
      }
    }
    return nil
  }

  fileprivate func loading(shown count: Int) -> Loading {
    guard let (host, bytes) = progress.remote?.progress else {
      return Loading(shown: count, read: count, total: stream.isComplete ? stream.count : nil)
    }
    return Loading(shown: count, read: bytes, host: host)
  }

  // MARK: How much

  /// The size of the next beginning to read, once it has come.
  private func nextCount() throws(ProgramError) -> Int {
    if stream.isComplete {
      if progress.importing.isHurried || isRemote { return stream.count }
      let next = shown == 0 ? firstSize : Self.size(after: shown, of: stream.count)
      return next >= stream.count ? stream.count : lineEnd(before: next)
    }
    do throws(SourceFailure) {
      return try nextCountOfPipe()
    } catch {
      throw ProgramError(error)
    }
  }

  /// How much of a file is read after a beginning of it.
  private static func size(after shown: Int, of count: Int) -> Int {
    shown * growth > count / 4 ? count : shown * growth
  }

  private var firstSize: Int {
    guard isHTML else { return Self.firstSize }
    return stream.count <= Self.wholePage ? stream.count : Self.firstSizeOfPage
  }

  private var isHTML: Bool {
    let format = stream.withSpan { options.format(of: $0, name: name) }
    return format == .html || format == .webArchive
  }

  /// Whether the whole can be read beside the beginning without holding it up: that of a page is parsed by one thread,
  /// while others are read by all processors from the first byte on.
  private var mayReadWhole: Bool { Concurrency.width > 1 && isHTML }

  private func nextCountOfPipe() throws(SourceFailure) -> Int {
    let begin = ContinuousClock.now
    var firstNew = stream.count > shown ? begin : nil
    while true {
      let isHTML = stream.count > 0 && isHTML
      let patience = isHTML ? Self.patienceWithPage : Self.patience
      let isSilent = try !stream.readMore(within: firstNew == nil ? nil : patience)
      if stream.isComplete { return stream.count }
      let now = ContinuousClock.now
      firstNew = firstNew ?? now
      guard now - begin > cost * 10 else { continue }
      // Where the words come slowly they are shown as they come, where fast when there are many more.
      var end = shown
      if isSilent {
        end = stream.withSpan { $0.characterEnd(before: stream.count) }
      } else if now - (firstNew ?? now) > (isHTML ? Self.delayOfPage : Self.delay)
        || stream.count > 2 * shown + Self.firstSize
      {
        end = lineEnd(before: stream.count)
      }
      if end > shown { return end }
    }
  }

  private func lineEnd(before count: Int) -> Int {
    stream.withSpan { $0.lineEnd(before: count, reach: Self.firstSize / 2) }
  }

  // MARK: What

  /// Reads all of a file beside this thread.
  private func readWhole() {
    let whole = Monitor<Result<Imported, ProgramError>?>(nil)
    self.whole = whole
    // All bytes are there, and nothing that both look at changes.
    nonisolated(unsafe) let loader = self
    BackgroundThread.run {
      let imported = Result { () throws(ProgramError) in try loader.read(count: loader.stream.count, isWhole: true) }
      whole.change {
        $0 = imported
        return true
      }
    }
  }

  /// The document of the first `count` bytes.
  ///
  /// - Parameter tells: whether how far it is is told, and it may be ended.
  private func read(count: Int, isWhole: Bool, tells: Bool = true) throws(ProgramError) -> Imported {
    var keepsMarkup = false
    let importing = tells ? progress.importing : nil
    var document = try stream.withSpan { (bytes) throws(ProgramError) in
      let bytes = bytes.extracting(0..<count)
      if let files = stream.files { return try read(bytes, files: files, isWhole: isWhole, importing) }
      let options = options.fetched(progress.remote?.known.facts)
      let format = options.format(of: bytes, name: name)
      switch format {
      case .empty where isWhole: throw nothingToRead("it is empty; name a file with text in it")
      case .binary: throw nothingToRead("it is binary data, not text; name a page dump or another text")
      case .empty, .plainText, .html, .webArchive, .json, .mail, .feed, .markdown: break
      }
      // A dump has lost all markup, and its importer has seen to it; what is Quire's own is as it should be.
      keepsMarkup = [.html, .mail, .feed].contains(format)
      return DocumentImporter.read(
        bytes,
        as: format,
        name: name,
        isComplete: isWhole,
        options: options,
        progress: importing
      )
    }
    if isWhole, let known = progress.remote?.known {
      document = known.completing(document, options: options)
    }
    document.diagnostics += stream.passedOver.map { Diagnostic(.warning, $0.message) }
    if isWhole, document.isBlank || isPage && document.count == 1 {
      throw nothingToRead("it holds nothing but white space; name a file with text in it")
    }
    // Whoever reads a beginning does not know whether somebody else is reading the rest.
    if isWhole, stream.wasCutShort {
      document.diagnostics.append(Diagnostic(.warning, "the file became shorter while it was read; read it again"))
    }
    return Imported(document: document, keepsMarkup: keepsMarkup)
  }

  private var isRemote: Bool { progress.remote != nil }

  /// Whether what was fetched is one page, of which a title alone is nothing.
  private var isPage: Bool { progress.remote.map { $0.known.facts?.areAnswers != true } ?? false }

  /// That a source has no text; pages may have some that only browsers make.
  private func nothingToRead(_ advice: String) -> ProgramError {
    let shown = isRemote ? "there is no text in it that can be read; open it in a browser" : advice
    return ProgramError("\(stream.source.name): \(shown)")
  }

  /// The document of a folder, of which `files` have come.
  private func read(
    _ bytes: Span<UInt8>,
    files: [Range<Int>],
    isWhole: Bool,
    _ progress: ImportProgress?
  ) throws(ProgramError) -> Document {
    // Of the beginning that is read, the last file may be a part only.
    let there = files.filter { $0.lowerBound < bytes.count }.map { $0.clamped(to: 0..<bytes.count) }
    let document = DocumentImporter.read(
      bytes,
      files: there,
      name: name,
      isComplete: isWhole,
      options: options,
      progress: progress
    )
    guard let document else {
      guard isWhole else { return Snapshot.nothing(from: self).document }
      throw ProgramError("\(stream.source.name): is a directory without mails in it; name a file in it")
    }
    return document
  }
}

extension Document {
  /// Whether it shows nothing, as one that is made of white space does.
  fileprivate var isBlank: Bool { count == 1 && metadata.title == nil }
}

extension Loader.Snapshot {
  /// The guided tour.
  static var tour: Loader.Snapshot {
    let bytes = PackageResources.tour_txt
    return Loader.Snapshot(document: PlainTextImporter.read(bytes.span), stage: .linking)
  }

  /// A document that the library saved.
  init(saved json: [UInt8]) {
    self.init(document: DocumentImporter.read(json.span, as: .json), stage: .linking)
  }

  /// Nothing read yet.
  static func nothing(from loader: Loader?) -> Loader.Snapshot {
    var builder = DocumentBuilder()
    let loading = loader?.loading(shown: 0) ?? Loading(shown: 0, read: 0)
    return Loader.Snapshot(document: builder.finish(), stage: .loading(loading))
  }
}

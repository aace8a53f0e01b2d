import DocumentModel
import ReaderCore
import TextLayout

/// One visit to a document: what is remembered of the visits before, and what is to be remembered of it.
package struct Visit: Sendable {
  /// What begins folded.
  package enum Folding: Sendable {
    /// What was folded the last time.
    case remembered
    /// What the reader was given, whatever was folded the last time.
    case given
    /// Everything but what is new and what it answers.
    case new
  }

  /// Who comes back within so many seconds has not left: what was new still is.
  private static let pause: Int64 = 300

  /// What the document is known by.
  package let identity: DocumentIdentity
  private let folding: Folding
  private let record: DocumentRecord?
  /// The comments that are not new; `nil` while that is not known, since a first visit has not seen all of them yet.
  private var known: KeySet?
  /// The stable keys of the comments of the document seen last, by their numbers.
  private var keys: (contents: DocumentContents, keys: [UInt64])?
  /// The comments of the whole document that are to be stored.
  private var unsaved: KeySet?
  private var new = 0
  private var fresh = KeySet()
  private var savedView: Viewport?
  private var savedFolds: (folds: FoldState, remembered: RememberedFolds)?
  private var savedMarks: [Unicode.Scalar: Anchor] = [:]

  /// Whether a visit that begins `now` goes on with one that ended at `visited`; both in seconds since 1970.
  static func isContinued(_ visited: Int64?, _ now: Int64) -> Bool {
    visited.map { (0..<pause).contains(now - $0) } ?? false
  }

  /// A visit that begins `now`, in seconds since 1970; without a library nothing is remembered.
  package init(
    to identity: DocumentIdentity,
    in store: LibraryStore?,
    folding: Folding,
    now: Int64
  ) throws(LibraryFailure) {
    self.identity = identity
    self.folding = folding
    record = try store?.record(of: identity)
    known = record?.seen
    if let record, Self.isContinued(record.visited, now) { known = known?.subtracting(record.fresh) }
  }

  /// Finds what is remembered in a document.
  ///
  /// - Parameters:
  ///   - era: the number of documents that the reader was shown before it.
  ///   - isWhole: whether the document is.
  /// - Complexity: O(n log n) for n comments
  package mutating func recall(in document: Document, era: Int, isWhole: Bool) -> Recollection {
    let keys = document.comments.indices.map { document.stableKey(ofComment: $0) }
    self.keys = (document.contents, keys)
    if isWhole {
      let all = KeySet(keys)
      if known == nil { known = all }
      unsaved = all
    }
    var recollection = Recollection(era: era)
    recollection.isFirstVisit = record?.seen == nil
    recollection.new = newComments(in: document, keys)
    new = recollection.new.count
    fresh = fresh.union(KeySet(recollection.new.nodes.compactMap { document[$0].commentIndex }.map { keys[$0] }))
    let find = finder(in: document, keys)
    recollection.place = record?.place?.view(in: document, isWhole: isWhole, comment: find)
    recollection.marks = (record?.marks ?? [:]).compactMapValues {
      $0.view(in: document, isWhole: isWhole, comment: find)?.anchor
    }
    recollection.folds = folds(in: document, new: recollection.new, find)
    return recollection
  }

  private func newComments(in document: Document, _ keys: [UInt64]) -> NewComments {
    guard let known else { return NewComments() }
    let new = keys.indices.filter { index in
      guard !known.contains(keys[index]) else { return false }
      // What is not there cannot be read.
      let standing = document.comments[index].standing
      return standing == .live || standing == .flagged
    }
    return NewComments(new.map { document.node(ofComment: $0) })
  }

  /// Finds the comments that are remembered by something.
  private func finder(in document: Document, _ keys: [UInt64]) -> (UInt64) -> NodeIndex? {
    guard let record else { return { _ in nil } }
    var wanted = record.folds?.keys ?? []
    if let comment = record.place?.block.comment { wanted.insert(comment) }
    wanted.formUnion(record.marks.values.compactMap(\.block.comment))
    guard !wanted.isEmpty else { return { _ in nil } }
    var found: [UInt64: NodeIndex] = [:]
    for (index, key) in keys.enumerated() where wanted.contains(key) && found[key] == nil {
      found[key] = document.node(ofComment: index)
    }
    return { found[$0] }
  }

  private func folds(in document: Document, new: NewComments, _ find: (UInt64) -> NodeIndex?) -> FoldState? {
    let usual = FoldState(foldsLongQuotations: true)
    switch folding {
    case .given: return nil
    case .remembered: return record?.folds?.folds(usual, in: document, comment: find)
    case .new:
      // On a first visit all is new.
      guard record?.seen != nil else { return usual }
      var folds = FoldState(level: 0, foldsLongQuotations: true)
      for node in new.nodes {
        var above: NodeIndex? = node
        while let comment = above, folds.isFolded(comment, in: document) {
          folds.setFolded(false, comment, in: document)
          above = document.parentComment(of: comment)
        }
      }
      return folds
    }
  }

  /// Stores what has changed since that was done last.
  ///
  /// - Parameters:
  ///   - document: what is read.
  ///   - reading: what the reader has done, if that is known.
  ///   - now: in seconds since 1970.
  /// - Returns: the number of the document; `nil` where nothing has changed.
  @discardableResult
  package mutating func save(
    _ document: Document,
    _ reading: Reading?,
    in store: LibraryStore,
    now: Int64
  ) throws(LibraryFailure) -> Int64? {
    var change = VisitChange(
      title: Self.title(of: document, identity: identity),
      origin: Self.origin(of: document, identity: identity),
      comments: document.comments.count,
      new: new
    )
    if let reading { note(reading, in: &change) }
    if let unsaved { change.thread = (unsaved, fresh) }
    guard change.place != nil || change.folds != nil || !change.marks.isEmpty || unsaved != nil else { return nil }
    let number = try store.save(change, of: identity, now: now)
    if let reading {
      if reading.view != nil { savedView = reading.view }
      if let folds = change.folds { savedFolds = (reading.folds, folds.now) }
      savedMarks = reading.marks
    }
    unsaved = nil
    return number
  }

  /// Notes what the reader has done since that was stored last.
  private func note(_ reading: Reading, in change: inout VisitChange) {
    let document = reading.document
    if let view = reading.view, view != savedView { change.place = StablePlace(view, in: document) }
    if reading.folds != savedFolds?.folds ?? reading.foldsBefore {
      let before = savedFolds?.remembered ?? RememberedFolds(reading.foldsBefore, in: document)
      change.folds = (RememberedFolds(reading.folds, in: document), before)
    }
    for (name, anchor) in reading.marks where savedMarks[name] != anchor && name != ReaderState.lastStop {
      change.marks[name] = StablePlace(Viewport(anchor: anchor), in: document)
    }
  }

  /// What the document is called in a list.
  static func title(of document: Document, identity: DocumentIdentity) -> String {
    if let title = document.metadata.title { return title }
    let opening = document.text.prefix(400).split(separator: UInt8(ascii: "\n")).first ?? []
    let words = String(decoding: opening, as: UTF8.self).split(separator: " ").prefix(12).joined(separator: " ")
    return words.isEmpty ? identity.source ?? "untitled" : words
  }

  /// Where the document is from, in a word.
  static func origin(of document: Document, identity: DocumentIdentity) -> String {
    if let site = document.metadata.site { return site }
    guard let source = identity.source else { return "piped in" }
    if let scheme = source.firstRange(of: "://") {
      return String(source[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }
    return source.split(separator: "/").last.map(String.init) ?? source
  }
}

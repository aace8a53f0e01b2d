import DocumentModel
import Synchronization
import TextLayout

/// The search of a whole document for the comments to be shown, to be done beside the main thread.
///
/// Two are equal when they are the same one.
package final class FilterJob: Sendable {
  private let query: CommentQuery
  private let document: Document
  private let new: NewComments
  private let isCancelled = Atomic(false)

  init(_ query: CommentQuery, in document: Document, new: NewComments) {
    self.query = query
    self.document = document
    self.new = new
  }

  /// Whether it looks in this document.
  func isAbout(_ document: Document) -> Bool { self.document.contents === document.contents }

  /// Makes ``run()`` end soon, without a result.
  package func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Finds the comments, in reading order; `nil` when it was cancelled.
  ///
  /// - Complexity: O(number of comments), and of their text where words are sought
  package func run() -> [Int32]? { query.matches(in: document, new: new) { !isCancelled.load(ordering: .relaxed) } }
}

extension FilterJob: Hashable {
  package static func == (one: FilterJob, other: FilterJob) -> Bool { one === other }

  /// Hashes which one it is.
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

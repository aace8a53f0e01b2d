import DocumentModel
import TextLayout

/// What is remembered of earlier visits, found again in one document.
package struct Recollection: Sendable {
  /// Of which document this is true: the number of documents that the reader was shown before it.
  package let era: Int
  /// Where the reader stopped; `nil` where that is not known, or still to come.
  package var place: Viewport?
  /// What was folded; `nil` where nothing is to be changed.
  package var folds: FoldState?
  /// Places that were given a name.
  package var marks: [Unicode.Scalar: Anchor] = [:]
  /// The comments that were not there on the last visit; none on the first.
  package var new = NewComments()
  /// Whether anything is known of earlier visits.
  package var isFirstVisit = true

  /// Nothing remembered of the document of an era.
  package init(era: Int) { self.era = era }
}

/// What is to be remembered of a reading. It costs nothing to copy: what is made of it is made beside the main thread.
package struct Reading: Sendable {
  /// What is read.
  package let document: Document
  /// Where the reader is; `nil` as long as the reader has done nothing.
  package let view: Viewport?
  /// What is folded.
  package let folds: FoldState
  /// What was folded before the reader folded anything.
  package let foldsBefore: FoldState
  /// Places that were given a name.
  package let marks: [Unicode.Scalar: Anchor]
}

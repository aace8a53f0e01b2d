/// The facts of a comment as ``DocumentBuilder`` keeps them: what a source says again and again is kept once.
package struct CommentFacts {
  /// A string of the document that is being built.
  package struct SharedString {
    let number: UInt32
  }

  /// See ``Comment/author``.
  package var author: SharedString?
  /// See ``Comment/displayName``.
  package var displayName: SharedString?
  /// See ``Comment/published``.
  package var published: Timestamp?
  /// See ``Comment/age``.
  package var age: SharedString?
  /// See ``Comment/score``; beyond 32 bits it is the greatest or least there is.
  package var score: Int?
  /// See ``Comment/address``.
  package var address: SharedString?
  /// See ``Comment/standing``.
  package var standing = Comment.Standing.live

  /// No facts.
  package init() {}
}

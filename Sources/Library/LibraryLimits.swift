/// How much the library keeps, and how long.
package enum LibraryLimits {
  /// What is remembered of a document that was not visited for so many days is forgotten.
  package static let days = 365
  /// Of more documents than this, those that were not visited for longest are forgotten.
  package static let documents = 10_000
  /// The words of a document whose JSON is longer than so many bytes are not saved.
  package static let textBytes = 8 << 20
  /// When the JSON of all documents is longer than so many bytes, the words of those are forgotten that were not visited
  /// for longest.
  package static let allTextBytes = 256 << 20
}

import DocumentModel

extension Material {
  /// What is told of a document beside what takes time: a row of the table like any other.
  struct Fact: Sendable {
    /// The row's name.
    let name: String
    /// One sentence.
    let summary: String
    /// A number of bytes.
    let bytes: @Sendable (Material) -> Int
  }

  /// All of them, in the order of the table.
  static let facts = [
    Fact(name: "document/bytes", summary: "The bytes of its file; of its text where it was not read from one") {
      $0.file?.count ?? $0.document.text.count
    },
    Fact(name: "document/memory", summary: "Growth of RssAnon when it was made and linked, what malloc kept included") {
      $0.memory
    },
  ]
}

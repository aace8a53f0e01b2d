import DocumentModel
import Importers

extension ImportOptions {
  /// The same, for what was fetched.
  package func fetched(_ facts: RemoteFacts?) -> ImportOptions {
    guard let facts else { return self }
    var options = self
    options.address = facts.address
    options.mediaType = facts.mediaType
    options.charset = facts.charset
    if facts.areAnswers { options.format = .json }
    return options
  }
}

extension RemoteReading.State {
  /// The document of what was fetched, with all that belongs to it: `document` was made of the bytes that came.
  ///
  /// - Complexity: O(size of both)
  package func completing(_ document: Document, options: ImportOptions) -> Document {
    var whole = document.joined(with: part, options: options)
    whole.metadata.address = whole.metadata.address ?? facts?.address
    whole.diagnostics += diagnostics
    return whole
  }

  /// What a reader should know of it: the first thing that is amiss.
  package var notice: String? { diagnostics.first { $0.severity == .warning }?.message }
}

extension Document {
  /// This document and what belongs to it: a discussion below the article that it is about, or an article above the
  /// discussion of it.
  ///
  /// - Complexity: O(size of both)
  fileprivate func joined(with part: RemotePart?, options: ImportOptions) -> Document {
    guard let part else { return self }
    var options = options.fetched(part.facts)
    options.format = nil
    let bytes = part.bytes.span
    let format = options.format(of: bytes, name: part.facts.address)
    let isReadable = format != .binary && format != .empty
    let other = isReadable ? DocumentImporter.read(bytes, as: format, options: options) : nil
    guard let other, other.count > 1 else {
      var document = self
      let advice = "\(part.facts.address): there is nothing in it that can be read; open it in a browser"
      document.diagnostics.append(Diagnostic(.warning, advice))
      return document
    }
    switch part.role {
    case .discussion: return other.comments.isEmpty ? self : discussed(in: other)
    case .article where comments.isEmpty && count == 1: return other
    case .article:
      var article = other
      article.metadata.title = other.metadata.title ?? metadata.title
      // What the whole is known by is where it is discussed.
      article.metadata.address = metadata.address ?? options.address
      let own = other.comments.count
      if own > 0 {
        article.diagnostics.append(
          Diagnostic(.info, "the article has \(own) comments of its own; read \(part.facts.address) to see them")
        )
      }
      let post = Article(
        title: metadata.site.map { "\(metadata.title ?? "Discussion") · \($0)" } ?? metadata.title,
        byline: metadata.byline,
        published: metadata.published,
        address: metadata.address
      )
      return article.discussed(in: self, under: post)
    }
  }
}

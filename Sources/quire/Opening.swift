import Acquisition
import DocumentModel
import Importers
import Library

/// Something to be read.
enum Opening: Sendable {
  /// The guided tour.
  case tour
  /// What is named, or piped in.
  case source(Source)
  /// A document of the library, as it was saved.
  case saved(LibraryDocument, json: [UInt8])

  /// Where it can be read again; `nil` where it cannot be.
  var source: Source? {
    switch self {
    case .tour, .source(.standardInput): nil
    case .source(let source): source
    case .saved(let document, _): document.identity.source.map(Source.init(argument:))
    }
  }

  /// What `document`, which was read of it, is known by; `nil` where nothing is to be remembered.
  func identity(of document: Document) -> DocumentIdentity? {
    switch self {
    case .tour: nil
    case .saved(let document, _): document.identity
    case .source(.standardInput): DocumentIdentity(of: document, from: .pipe)
    case .source(let source):
      DocumentIdentity(of: document, from: source.path.map { .file(path: $0) } ?? .address(source.address ?? source.name))
    }
  }
}

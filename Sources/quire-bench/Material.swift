import DocumentModel
import Importers
import ReaderCore

/// A specimen as the benchmarks take it: the bytes of its file, and the document they make.
struct Material {
  /// What is measured on.
  let specimen: Specimen
  /// The bytes of the file; `nil` for what text cannot say.
  let file: [UInt8]?
  /// What is read.
  let document: Document
  /// What is read of its first quarter, cut after a line; `nil` where there is no such quarter.
  let beginning: Document?
  /// What there is to know about it.
  let index: ReaderIndex
  /// By how much the anonymous memory of the process grew when ``document`` and ``index`` were made, in bytes: what they hold, and what
  /// the allocator keeps of what making them took.
  let memory: Int

  /// The document that the lines of the first `count` bytes of a file make; `nil` when no line ends there.
  static func beginning(of file: [UInt8], count: Int) -> Document? {
    guard let end = file.prefix(count).lastIndex(of: 0x0a) else { return nil }
    return PlainTextImporter.read(file.span.extracting(...end), isComplete: false)
  }

  /// Makes the material of `specimen`.
  init(_ specimen: Specimen) {
    self.specimen = specimen
    file =
      switch specimen.shape {
      case .page: PageDump.bytes(comments: specimen.size)
      case .line: HostileDocument.line(bytes: specimen.size)
      case .deep, .wide: nil
      }
    let before = AnonymousMemory.afterTrimming
    document =
      if let file {
        PlainTextImporter.read(file.span)
      } else if specimen.shape == .deep {
        HostileDocument.deep(replies: specimen.size)
      } else {
        HostileDocument.wide(replies: specimen.size)
      }
    index = ReaderIndex(of: document, era: 0)
    memory = max(0, AnonymousMemory.now - before)
    beginning = file.flatMap { Material.beginning(of: $0, count: $0.count / 4) }
  }
}

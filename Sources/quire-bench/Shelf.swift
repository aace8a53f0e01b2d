import DocumentModel
import Exporters
import Glibc
import Importers
import Library
import StatementLinking

/// A library in a folder of its own, which is removed with it.
final class Shelf {
  private let folder: String
  private let store: LibraryStore
  /// Some moment, in seconds since 1970.
  private static let now: Int64 = 1_700_000_000

  /// An empty library; `nil` where no file can be written.
  init?() {
    var template = Array("/tmp/quire-bench-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    folder = String(cString: made)
    guard let store = try? LibraryStore.open(in: folder, date: "").store else { return nil }
    self.store = store
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(folder + "/" + LibraryStore.name + suffix) }
    rmdir(folder)
  }

  private static func identity(_ number: Int, _ document: Document) -> DocumentIdentity {
    DocumentIdentity(of: document, from: .address("https://bench.example/\(number)"))
  }

  /// A visit to a document, whose comments are known and not stored yet; what is remembered has been read.
  func visit(_ document: Document, number: Int = 0) -> Visit? {
    var visit = try? Visit(to: Self.identity(number, document), in: store, folding: .remembered, now: Self.now)
    _ = visit?.recall(in: document, era: 0, isWhole: true)
    return visit
  }

  /// Reads what is remembered of a document.
  func open(_ document: Document) -> Int {
    let visit = try? Visit(to: Self.identity(0, document), in: store, folding: .remembered, now: Self.now + 100_000)
    return visit == nil ? 0 : 1
  }

  /// Stores what a visit knows.
  func store(_ visit: inout Visit, of document: Document) -> Int {
    Int((try? visit.save(document, nil, in: store, now: Self.now)) ?? 0)
  }

  /// Saves pages of a hundred comments, each with a word of its own.
  func fill(count: Int) {
    let page = PageDump.bytes(comments: 100)
    for number in 0..<count {
      let document = PlainTextImporter.read((page + Array("\nThe word is only\(number).\n".utf8)).span)
      guard var visit = visit(document, number: number) else { return }
      let row = store(&visit, of: document)
      let json = JSONExporter.export(document, links: StatementLinks(sources: []))
      _ = try? store.save(text: document, json: json, of: Int64(row), now: Self.now)
    }
  }

  /// Looks for words; gives in how many documents they are.
  func search(_ words: String) -> Int { (try? store.search(words).count) ?? 0 }
}

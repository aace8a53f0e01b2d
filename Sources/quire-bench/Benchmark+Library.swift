import Library
import ReaderCore
import TextLayout

extension Benchmark {
  /// What is remembered: stored, and found again.
  static var library: [Benchmark] {
    [
      Benchmark("library/save", "The keys of all comments into a library that knows those of the first quarter") {
        material in
        guard let beginning = material.beginning, let shelf = Shelf() else { return nil }
        guard var before = shelf.visit(beginning) else { return nil }
        _ = shelf.store(&before, of: beginning)
        guard var visit = shelf.visit(material.document) else { return nil }
        return { shelf.store(&visit, of: material.document) }
      },
      Benchmark("library/load", "The keys of all comments out of a library") { material in
        guard material.beginning != nil, let shelf = Shelf(), var visit = shelf.visit(material.document) else { return nil }
        _ = shelf.store(&visit, of: material.document)
        return { shelf.open(material.document) }
      },
      Benchmark("library/recall", "What is new among all comments, and where the reader was") { material in
        guard material.beginning != nil, let shelf = Shelf(), var visit = shelf.visit(material.document) else { return nil }
        return { visit.recall(in: material.document, era: 0, isWhole: true).new.count }
      },
      search("library/search", "Two words that are in all of 1,000 documents of some 50 KB", words: "lantern harbour"),
      search("library/search-rare", "A word that is in one of them", words: "only777"),
    ]
  }

  /// The same library whatever is measured on, so that it is measured on the smallest page alone.
  private static func search(_ name: String, _ summary: String, words: String) -> Benchmark {
    let times = 10
    return Benchmark(name, summary + "; measured with 1k", operations: times) { material in
      guard material.specimen.label == "1k", let shelf = Shelf() else { return nil }
      shelf.fill(count: 1000)
      return { (0..<times).reduce(0) { sum, _ in sum &+ shelf.search(words) } }
    }
  }
}

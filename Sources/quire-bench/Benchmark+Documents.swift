import Synchronization
import ReaderCore
import DocumentModel
import Importers
import StatementLinking
import TerminalModel
import TextLayout

/// Holds what measured work made until the work itself is let go.
private final class Keeper<Value> {
  var value: Value?
}

extension Benchmark {
  /// From bytes to a document whose statements are linked.
  static var documents: [Benchmark] {
    [
      Benchmark("import/whole", "The bytes of the file to a document; the bytes are in memory") { material in
        guard let file = material.file else { return nil }
        let keeper = Keeper<Document>()
        return {
          let document = PlainTextImporter.read(file.span)
          keeper.value = document
          return document.count
        }
      },
      Benchmark("import/beginning", "The lines of the first 128 KB to a document, which the first frame waits for") {
        material in
        guard let file = material.file, material.beginning != nil else { return nil }
        let keeper = Keeper<Document>()
        return {
          keeper.value = Material.beginning(of: file, count: 1 << 17)
          return keeper.value?.count ?? 0
        }
      },
      Benchmark("link", "The sources of all statements of the document") { material in
        let keeper = Keeper<StatementLinks>()
        return {
          let links = StatementLinks(linking: material.document)
          keeper.value = links
          return links.sources.count
        }
      },
    ]
  }

  /// Lines, one after the other.
  static func layouts(window: Window) -> [Benchmark] {
    func walk(_ name: String, _ summary: String, _ step: @escaping (DocumentLayout, LinePosition) -> LinePosition?)
      -> Benchmark
    {
      let lines = 2000
      return Benchmark(name, summary, operations: lines) { material in
        let document = material.document
        let layout = DocumentLayout(document, geometry: LayoutGeometry(window: window.size.columns))
        let byte = document.text.count / 2
        let node = document.node(containingByte: byte)
        let anchor = Anchor(node, offset: byte - document.textStart(of: node))
        return {
          var next = layout.line(at: anchor)
          var columns = 0
          for _ in 0..<lines {
            guard let line = next else { break }
            columns += layout.content(of: line).columns
            next = step(layout, line)
          }
          return columns
        }
      }
    }
    return [
      walk("layout/down", "A line of 2,000 from the middle downwards; nothing is laid out yet") { $0.line(after: $1) },
      walk("layout/up", "A line of 2,000 from the middle upwards; nothing is laid out yet") { $0.line(before: $1) },
    ]
  }

  /// Screens that no key changed.
  static func frames(window: Window) -> [Benchmark] {
    let repetitions = 20
    return [
      Benchmark("frame/first", "The reader's state and its first frame; nothing is laid out yet") { material in
        let keeper = Keeper<Reading>()
        return {
          let reading = Reading(of: material, window: window)
          keeper.value = reading
          return reading.paint()
        }
      },
      Benchmark("frame/longer", "A whole document in place of its first quarter, in the middle, and the frame") {
        material in
        guard let beginning = material.beginning else { return nil }
        let reading = Reading(of: beginning, window: window)
        reading.type("50% zc 25%")
        sink.wrappingAdd(reading.paint(), ordering: .relaxed)
        return {
          reading.handle(.read(material.document, .linking))
          return reading.paint()
        }
      },
      Benchmark("frame/again", "A frame in the middle that was drawn before", operations: repetitions) { material in
        let reading = Reading(of: material, window: window)
        reading.type("50%")
        sink.wrappingAdd(reading.paint(), ordering: .relaxed)
        return { (0..<repetitions).reduce(0) { sum, _ in sum &+ reading.paint() } }
      },
    ]
  }
}

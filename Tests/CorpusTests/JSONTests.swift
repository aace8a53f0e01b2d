import DocumentModel
import Exporters
import Foundation
import StatementLinking
import Testing

@testable import Importers

/// Answers of APIs whose truth is known, and everything that is printed, read and printed again.
@Suite struct JSONTests {
  private struct Truth: Decodable {
    struct Comment: Decodable {
      /// A number in some, a text in others.
      var id: Identifier
      var author: String?
      var parent_id: Identifier?
    }
    var comments: [Comment]
  }

  /// An id without what says of which kind it is: `t1_`.
  private struct Identifier: Decodable, Hashable {
    let text: String

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      let whole = try (try? value.decode(Int.self)).map(String.init) ?? value.decode(String.self)
      text = whole.hasPrefix("t1_") ? String(whole.dropFirst(3)) : whole
    }
  }

  /// What of a thread is other than the truth: contributions, their authors, what they answer.
  ///
  /// What the document has as its article may be missing. What answers something that is not in the file is at the top
  /// by the truth; in the document it may answer a stand-in for that.
  private func defects(_ document: Document, _ truth: Truth) -> [String] {
    var found: [String: (author: String?, parent: String?)] = [:]
    for index in document.comments.indices where document.comments[index].standing != .missing {
      let comment = document.comments[index]
      let parent = document.parentComment(of: document.node(ofComment: index)).flatMap(document.comment)
      found[comment.id] = (comment.author, parent?.standing == .missing ? nil : parent?.id)
    }
    let known = Set(truth.comments.map(\.id.text))
    var defects = found.keys.filter { !known.contains($0) }.map { "\($0) is not in the truth" }
    var article: String?
    for comment in truth.comments where found[comment.id.text] == nil {
      if article != nil || comment.parent_id != nil { defects.append("\(comment.id.text) is not there") }
      article = comment.id.text
    }
    for comment in truth.comments {
      guard let made = found[comment.id.text] else { continue }
      let parent = comment.parent_id?.text
      let wanted = parent.flatMap { known.contains($0) && $0 != article ? $0 : nil }
      if made.parent != wanted { defects.append("\(comment.id.text) answers \(made.parent ?? "nothing")") }
      if made.author != comment.author { defects.append("\(comment.id.text) is by \(made.author ?? "nobody")") }
    }
    return defects
  }

  @Test func everyContributionIsInItsPlace() throws {
    for file in SharedFolder.files(in: "corpora/json/give", suffix: ".truth.json") {
      let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: file))
      let answer = URL(fileURLWithPath: file.path.replacing(".truth.json", with: ".json"))
      let found = defects(JSONImporter.read(SharedFolder.bytes(answer).span), truth)
      #expect(found == [], "\(answer.lastPathComponent)")
    }
  }

  /// Files of every format, one in so many: as many as do not take long.
  private static let samples = [
    ("corpora/json/give", ".json", 1), ("corpora/html-threads/give", "page.html", 4), ("corpora/dumps/give", ".txt", 6),
    ("corpora/mail/give/hyperkitty", ".txt", 1), ("corpora/defuddle/give", ".html", 5),
    ("corpora/defuddle/give", ".md", 5), ("corpora/readability/give", "source.html", 12),
    ("corpora/feeds/give", ".xml", 3), ("seeds", ".txt", 1),
  ]

  @Test(arguments: zip(samples.map(\.0), samples.map(\.1)))
  func whatIsPrintedIsReadAsItWas(_ folder: String, _ suffix: String) {
    guard let sample = Self.samples.first(where: { $0.0 == folder && $0.1 == suffix }) else { return }
    for (index, file) in SharedFolder.files(in: folder, suffix: suffix).enumerated() where index % sample.2 == 0 {
      let bytes = SharedFolder.bytes(file)
      let format = FormatDetection.format(of: bytes.span, name: file.lastPathComponent)
      let document = DocumentImporter.read(bytes.span, as: format, name: file.lastPathComponent)
      let printed = JSONExporter.export(document, links: StatementLinks(linking: document))
      let again = JSONImporter.read(printed.span)
      #expect(
        JSONExporter.export(again, links: StatementLinks(linking: again)) == printed,
        "\(file.lastPathComponent) as \(format)"
      )
    }
  }
}

import StatementLinking
import DocumentModel
import ReaderCore
import Testing

@testable import quire_bench

@Suite struct SpecimenTests {
  @Test(arguments: ["1", "250", "1k", "10k", "1M", "line", "line:20k", "deep", "deep:7", "wide", "wide:1k"])
  func labelsAreReadAsWhatTheyStandFor(label: String) {
    #expect(Specimen(argument: label)?.label == label)
  }

  @Test(arguments: ["", "k", "0", "-1", "1G", "1.5k", "deep:", "deep:1:2", "999999999M", "99999999999999999999"])
  func whatIsNoSpecimenIsRefused(text: String) { #expect(Specimen(argument: text) == nil) }

  /// What is measured is what was meant: the importer finds the discussion, its tree and its statements.
  @Test func thePageIsReadAsItWasWritten() throws {
    let material = Material(try #require(Specimen(argument: "300")))
    let document = material.document
    #expect(document.comments.count == 300)
    #expect(document.comments.allSatisfy { $0.author != nil && $0.published != nil })
    #expect(try #require(document.greatestCommentDepth) >= 5)
    #expect(document.metadata.title == "How long a page may become")
    #expect(document.statements.count > 30)
    #expect(material.index.links.sources.count { $0 != nil } * 10 > document.statements.count * 8)
    #expect(PageDump.bytes(comments: 300) == material.file)
  }

  @Test func hostileDocumentsAreWhatTheirNamesSay() throws {
    let deep = Material(try #require(Specimen(argument: "deep:100"))).document
    #expect(deep.greatestCommentDepth == 100)
    let wide = Material(try #require(Specimen(argument: "wide:100"))).document
    #expect(wide.greatestCommentDepth == 1)
    #expect(wide.comments.count == 101)
    let line = Material(try #require(Specimen(argument: "line:10k")))
    #expect(line.file?.contains(0x0a) == false)
    #expect(line.document.text.count > 9000)
  }
}

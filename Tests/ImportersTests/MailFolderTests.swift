import DocumentModel
import Testing

@testable import Importers

@Suite("Folders of mails")
struct MailFolderTests {
  @Test("Mails and mailboxes of a folder are one document; what is none of these is left out and said")
  func mixed() {
    let files = [
      "From: ann\nSubject: x\nMessage-ID: <1@a>\n\nOne.\n", "not a mail",
      "From b Mon Mar  4 09:00:00 2024\nFrom: bob\nSubject: Re: x\nIn-Reply-To: <1@a>\n\nTwo.",
    ]
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for file in files {
      ranges.append(bytes.count..<bytes.count + file.utf8.count)
      bytes += Array(file.utf8)
    }
    let document = DocumentImporter.read(bytes.span, files: ranges)
    #expect(document?.comments.map(\.author) == ["bob"])
    #expect(document?.diagnostics.map(\.message).contains("a file of the folder is no mail; it was left out") == true)
    #expect(DocumentImporter.read(bytes.span, files: [ranges[1]]) == nil)
  }
}

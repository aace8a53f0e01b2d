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

  @Test("A file of white space is no message", arguments: ["\n", " \n\n", "\u{FEFF}", "\n\u{FEFF}\n"])
  func blank(_ file: String) {
    let mail = "From: ann\nMessage-ID: <1@a>\n\nOne.\n"
    let bytes = Array((mail + file + mail.replacing("1@", with: "2@")).utf8)
    let (first, second) = (mail.utf8.count, mail.utf8.count + file.utf8.count)
    let document = MailImporter.read(bytes.span, files: [0..<first, first..<second, second..<bytes.count])
    #expect(document.comments.map(\.id) == ["1@a", "2@a"])
    #expect(document.diagnostics.isEmpty)
  }
}

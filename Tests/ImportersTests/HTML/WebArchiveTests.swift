import DocumentModel
import Testing

@testable import Importers

@Suite("Pages saved in one file")
struct WebArchiveTests {
  private static func archive(
    head: String = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://harbour.example/log\r\n"
  )
    -> [UInt8]
  {
    let text =
      head + """
        Subject: The log\r
        MIME-Version: 1.0\r
        Content-Type: multipart/related; type="text/html"; boundary="----part"\r
        \r
        ------part\r
        Content-Type: text/html; charset=windows-1251\r
        Content-Transfer-Encoding: quoted-printable\r
        Content-Location: https://harbour.example/log\r
        \r
        <title>The log</title><p>=CC=E0=FF=EA was lit by hand until the spring of=
         1974, and <a href=3D"fog">nobody</a> knows why.</p>\r
        ------part\r
        Content-Type: image/png\r
        Content-Location: https://harbour.example/lamp.png\r
        Content-Transfer-Encoding: base64\r
        \r
        iVBORw0KGgo=\r
        ------part--\r

        """
    return Array(text.utf8)
  }

  @Test("The page is read as if it came from where it stood")
  func page() {
    let bytes = Self.archive()
    #expect(FormatDetection.format(of: bytes.span, name: nil) == .webArchive)
    let document = DocumentImporter.read(bytes.span, as: .webArchive)
    #expect(
      document.dump() == """
        document title="The log" site="harbour.example"
          paragraph "Маяк was lit by hand until the spring of 1974, and nobody knows why."

        """
    )
    #expect(document.metadata.address == "https://harbour.example/log")
    #expect(document.spans.contains { $0.role == .link(address: "https://harbour.example/fog") })
  }

  @Test("A mail with pictures in it is a mail")
  func mail() {
    let bytes = Self.archive(
      head: "From: mira@harbour.example\r\nMessage-ID: <1@harbour.example>\r\nDate: Fri, 1 Mar 2024 08:00:00 +0000\r\n"
    )
    #expect(FormatDetection.format(of: bytes.span, name: nil) == .mail)
  }
}

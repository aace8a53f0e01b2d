import DocumentModel
import Exporters
import HTMLParsing
import Importers
import StatementLinking
import TestSupport
import Testing

@Suite("HTML, written")
struct HTMLExporterTests {
  private func html(_ document: Document, part: TextExporter.Part = .everything, isLinked: Bool = true) -> String {
    var bytes: [UInt8] = []
    let links = isLinked ? StatementLinks(linking: document) : StatementLinks(sources: [])
    HTMLExporter.export(document, links: links, part: part) { chunk in
      chunk.withUnsafeBufferPointer { bytes += $0 }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between the tags `main`.
  private func main(_ document: Document, part: TextExporter.Part = .everything) throws -> String {
    let page = html(document, part: part)
    let start = try #require(page.firstRange(of: "<main>\n"))
    let end = try #require(page.firstRange(of: "</main>"))
    return String(page[start.upperBound..<end.lowerBound])
  }

  @Test("Blocks are elements, statements lead to their sources and back")
  func page() throws {
    let document = Document(
      sketch: """
        The fog signal was never automatic, and it never will be.
        ## A heading
        * one
          1. two
        |swift let x < 1
        | y
        || a | b
        ![The lamp](https://harbour.example/lamp.jpg)
          Photo: the board
        [1] A note.
        -- A signature
        ---
        @harbourmaster #h
          Wound by hand.
          @mira #m
            > The fog signal was never automatic, and it never will be.
            Who?
        """,
      metadata: Metadata(
        title: "Light & <dark>",
        byline: "harbourmaster",
        published: Timestamp(year: 2024, month: 3, day: 3),
        language: "en"
      )
    )
    let text = try main(document)
    #expect(
      text == """
        <article>
        <header>
        <h1>Light &amp; &lt;dark&gt;</h1>
        <p class="facts">by harbourmaster · <time itemprop="datePublished" datetime="2024-03-03">3 March 2024</time></p>
        </header>
        <p><span class="quoted" id="source-1"></span><span class="passage">The fog signal was never automatic, and it \
        never will be.</span><a class="back" href="#statement-1" title="quoted by mira"></a></p>
        <h2>A heading</h2>
        <ul>
        <li>one<ol>
        <li>two</li>
        </ol>
        </li>
        </ul>
        <pre><code class="language-swift">let x &lt; 1
        y</code></pre>
        <table>
        <tr><td>a</td>
        <td>b</td>
        </tr>
        </table>
        <figure><a href="https://harbour.example/lamp.jpg">[image: The lamp]</a>
        <figcaption><p>Photo: the board</p>
        </figcaption></figure>
        <div class="footnote"><p>[1] A note.</p>
        </div>
        <p class="signature">A signature</p>
        <hr>
        </article>
        <section id="discussion">
        <h2>Discussion · 2 comments</h2>
        <details open class="comment" itemscope itemtype="https://schema.org/Comment" id="comment-h"><summary class="op">\
        <b itemprop="author">harbourmaster</b> · 1 reply</summary>
        <div class="words" itemprop="text">
        <p>Wound by hand.</p>
        </div>
        <details open class="comment" itemscope itemtype="https://schema.org/Comment" id="comment-m"><summary>\
        <b itemprop="author">mira</b></summary>
        <div class="words" itemprop="text">
        <blockquote id="statement-1">
        <p>The fog signal was never automatic, and it never will be.</p>
        <footer class="attribution">— <a href="#source-1">the article</a></footer>
        </blockquote>
        <p>Who?</p>
        </div>
        </details>
        </details>
        </section>

        """
    )
    #expect(html(document).hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"))
  }

  @Test("A page needs nothing from anywhere, and is light and dark")
  func selfContained() {
    let page = html(Document(sketch: "![x](https://a.example/b.png)\n@a\n  b"))
    for word in ["<img", "<script", "src=", "@import", "url("] { #expect(!page.contains(word), "\(word)") }
    #expect(page.contains("prefers-color-scheme: dark"))
  }

  @Test(
    "Nothing from the document becomes markup",
    arguments: [
      "<script>alert(1)</script>", "\"><b x=\"", "' onclick='x", "&lt;", "--> <!--", "</main>", "]]>", "a\u{1}\u{1B}b",
    ]
  )
  func escaping(words: String) throws {
    let metadata = Metadata(
      title: words,
      byline: words,
      site: words,
      address: "https://a.example/" + words,
      language: words
    )
    var builder = DocumentBuilder(metadata: metadata)
    builder.open(.paragraph)
    builder.text("a")
    let start = builder.textCount
    builder.text(words)
    builder.span(.link(address: "https://a.example/" + words), from: start)
    builder.close()
    builder.openCode(language: words)
    builder.text(words)
    builder.close()
    builder.openFigure(Figure(alt: words, address: words))
    builder.close()
    builder.openPullQuote(Statement(speaker: words))
    builder.text(words)
    builder.close()
    builder.openComment(Comment(id: words, author: words, displayName: words, age: words, address: words))
    builder.leaf(.paragraph, words)
    let page = html(builder.finish())
    var parser = HTMLParser()
    parser.feed(Array(page.utf8))
    let tree = parser.finish()
    let known: Set<String> = [
      "html", "head", "meta", "title", "link", "style", "body", "main", "article", "header", "h1", "h2", "p", "a",
      "pre",
      "code", "figure", "blockquote", "footer", "section", "details", "summary", "b", "div",
    ]
    for node in tree.descendants(of: .document) where tree.kind(of: node) == .element {
      let name = tree.spelling(of: tree.name(of: node))
      #expect(known.contains(name), "\(name)")
    }
    let shown = words.replacing("\u{1}", with: "\u{2401}").replacing("\u{1B}", with: "\u{241B}")
    #expect(tree.string(of: try #require(tree.descendants(of: .document, named: .title).first { _ in true })) == shown)
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
  }

  @Test(
    "Links to what runs are words only",
    arguments: [
      "javascript:x", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///x", " javascript:x", "java\nscript:x",
      "\u{1}javascript:x", "x:y",
    ]
  )
  func harmfulLinks(address: String) {
    var builder = DocumentBuilder()
    builder.open(.paragraph)
    builder.text("words")
    builder.span(.link(address: address), from: 0)
    builder.close()
    #expect(html(builder.finish()).contains("<p>words</p>"))
  }

  @Test("Comments are found again, with what they answer and say", arguments: 0..<60 as Range<UInt64>)
  func readBack(seed: UInt64) {
    let document = Document(seed: seed)
    let hasWords = document.comments.indices.allSatisfy { index in
      let node = document.node(ofComment: index)
      return (node.offset + 1..<document.ownEnd(ofComment: node).offset).contains { document.hasText(NodeIndex($0)) }
    }
    // Of a page without an article, the first comment may be taken for one.
    guard document.comments.count > 2, hasWords, document.articleTextRange.count > 100 else { return }
    let back = HTMLImporter.read(Array(html(document).utf8).span)
    func facts(_ document: Document) -> [String] {
      document.comments.indices.map { index in
        let (comment, node) = (document.comments[index], document.node(ofComment: index))
        let parent = document.parentComment(of: node).flatMap(document.comment(at:))?.id ?? ""
        let name = comment.author ?? comment.displayName ?? "anonymous"
        return "\(comment.id) \(name) \(comment.published?.iso8601 ?? "") \(comment.score ?? 0) < \(parent)"
      }
    }
    #expect(facts(back) == facts(document), "\(document.dump())")
  }

  @Test(
    "A chain of 100,000 replies and 20,000 quotations in each other are written as fast as others",
    .timeLimit(.minutes(10))
  )
  func depth() {
    let page = html(.chain(ofReplies: 100_000), isLinked: false)
    #expect(page.utf8.count < 100_000 * 600)
    var builder = DocumentBuilder()
    for _ in 0..<20_000 { builder.openQuotation(Statement()) }
    builder.leaf(.paragraph, "At last.")
    #expect(html(builder.finish()).contains("<p>At last.</p>"))
  }

  @Test("Sources in a part that is left out are not linked to")
  func parts() throws {
    let document = Document(
      sketch: "The lamp was lit by hand until spring.\n@a\n  > The lamp was lit by hand until spring."
    )
    #expect(try main(document).contains("href=\"#source-1\""))
    #expect(try !main(document, part: .comments).contains("source-1"))
    #expect(try !main(document, part: .article).contains("statement-1"))
  }
}

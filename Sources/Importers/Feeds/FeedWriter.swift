import DocumentModel
import HTMLParsing

/// Writes articles and their discussion into a document.
struct FeedWriter {
  private let head: FeedHead
  private var builder: DocumentBuilder
  private var meter: ProgressMeter
  /// Bytes of texts written.
  private var written = 0

  init(_ head: FeedHead, _ meter: ProgressMeter) {
    self.head = head
    self.meter = meter
    builder = DocumentBuilder(metadata: head.metadata)
  }

  /// The document of all that was read.
  ///
  /// - Complexity: O(n)
  mutating func write(_ threads: FeedThreads, diagnostics: [Diagnostic], name: String?) -> Document {
    builder.diagnostics = diagnostics
    if let article = threads.articles.first, threads.articles.count == 1, !threads.comments.isEmpty {
      writeAsDocument(article)
    } else {
      if threads.comments.isEmpty, let subtitle = head.subtitle { write(subtitle, as: .article) }
      for article in threads.articles {
        guard meter.mayGoOn(at: written) else { break }
        write(article)
      }
    }
    writeComments(threads)
    if builder.metadata.title == nil { builder.metadata.title = name.map { TextSanitizer.field($0.utf8) } }
    return builder.finish()
  }

  // MARK: Articles

  /// The only article is what the document is.
  private mutating func writeAsDocument(_ article: FeedEntry) {
    let feed = builder.metadata
    builder.metadata.title = article.title ?? feed.title
    if article.title != nil, feed.title != article.title { builder.metadata.site = feed.title }
    builder.metadata.byline = article.author ?? feed.byline
    builder.metadata.published = article.published
    builder.metadata.address = link(article.address) ?? feed.address
    writeBody(of: article, as: .article)
  }

  private mutating func write(_ entry: FeedEntry) {
    builder.openArticle(
      Article(title: entry.title, byline: entry.author, published: entry.published, address: link(entry.address))
    )
    writeBody(of: entry, as: .article)
    builder.close()
  }

  // MARK: Comments

  private mutating func writeComments(_ threads: FeedThreads) {
    let comments = threads.comments
    var assembler = ThreadAssembler()
    for (index, comment) in comments.enumerated() {
      assembler.add(id: comment.id.isEmpty ? ThreadAssembler.placeholder(index) : comment.id, parent: comment.parent)
    }
    let titles = titles(of: threads)
    var named: Set<String> = []
    // What is about the article of the document needs no name.
    if threads.articles.count == 1 { named.formUnion(threads.articles.compactMap(\.thread)) }
    var depth = 0
    for entry in assembler.assemble() {
      while depth > entry.depth {
        builder.close()
        depth -= 1
      }
      depth += 1
      guard let number = entry.contribution else {
        builder.openComment(Comment(id: TextSanitizer.line(entry.id) ?? "", standing: .missing))
        continue
      }
      guard meter.mayGoOn(at: written) else { break }
      let comment = comments[number]
      open(comment)
      // What is discussed is said where it is something else than before.
      if let thread = comment.thread, let title = titles[thread], named.insert(thread).inserted {
        builder.leaf(.heading(level: 3), title)
      }
      writeBody(of: comment, as: .comment)
    }
    builder.diagnostics += assembler.shownDiagnostics
  }

  private mutating func open(_ comment: FeedEntry) {
    builder.openComment(
      Comment(
        id: TextSanitizer.line(comment.id) ?? "",
        author: comment.author,
        displayName: comment.displayName,
        published: comment.published,
        address: link(comment.address),
        standing: comment.standing
      )
    )
  }

  /// What each of several discussions is about.
  private func titles(of threads: FeedThreads) -> [String: String] {
    let used = Set(threads.comments.compactMap(\.thread))
    guard used.count > 1 else { return [:] }
    var titles: [String: String] = [:]
    for entry in threads.articles + threads.comments {
      guard let thread = entry.thread, used.contains(thread), titles[thread] == nil else { continue }
      titles[thread] = entry.title ?? (entry.role == .comment ? nil : link(entry.address))
    }
    return titles
  }

  // MARK: Words

  private mutating func writeBody(of entry: FeedEntry, as setting: HTMLBlockWriter.Setting) {
    if let body = entry.body { write(body, in: entry, as: setting) }
    for enclosure in entry.enclosures { write(enclosure) }
  }

  private mutating func write(_ text: FeedText, in entry: FeedEntry? = nil, as setting: HTMLBlockWriter.Setting) {
    let address = entry?.address.map { head.base?.resolving($0) ?? $0 }
    let outer = head.base ?? address
    let base = text.base.map { outer?.resolving($0) ?? $0 } ?? address ?? outer
    var writer = HTMLBlockWriter(text.tree, base: base?.link)
    writer.write([.document], to: &builder, as: setting)
    written += text.bytes.count
  }

  /// Names a file that belongs to an entry; a picture is shown as one.
  private mutating func write(_ enclosure: FeedEntry.Enclosure) {
    guard let link = link(enclosure.address) else { return }
    let type = enclosure.type.flatMap(TextSanitizer.line) ?? ""
    if type.hasPrefix("image/") {
      builder.openFigure(Figure(address: link))
      builder.close()
      return
    }
    let kind = ["audio", "video"].first { type.hasPrefix($0) } ?? "attachment"
    let name = enclosure.address.segments.last.flatMap { TextSanitizer.line(String($0)) } ?? link
    let size = enclosure.size.flatMap { $0 > 0 ? ByteCount.text($0) : nil }
    builder.open(.paragraph)
    builder.text("[\(kind): ")
    let start = builder.textCount
    builder.text(name)
    builder.span(.link(address: link), from: start)
    builder.text([type.isEmpty ? nil : type, size].compactMap(\.self).map { ", " + $0 }.joined() + "]")
    builder.close()
  }

  private func link(_ address: WebAddress?) -> String? {
    address.flatMap { (head.base?.resolving($0) ?? $0).link }
  }
}

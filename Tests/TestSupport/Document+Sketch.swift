import DocumentModel

extension Document {
  /// A document written down as a few lines, for tests.
  ///
  /// ```
  /// # A heading
  /// A paragraph.
  /// > harbour board: A pull-quote with its speaker.
  /// @harbourmaster
  ///   The fog signal was never automatic.
  ///   @mira #12
  ///     > harbourmaster: The fog signal was never automatic.
  ///     The log says otherwise.
  /// ```
  ///
  /// Two spaces are a level: below a comment, a quotation (`>` with nothing after it holds blocks) or an entry of a
  /// list, a figure, a footnote or an article. `#` to `######` are headings; `>` is a pull-quote in the article and a quotation elsewhere, `speaker: `
  /// before its words; `>#12` claims the comment of that id, `>@mira` its author. `*` and `1.` are entries of lists,
  /// `|` is a line of code (`|swift` the first one of code in a language), `|| a | b` a row of a table, `![alt](address)`
  /// a figure, `[1] words` a footnote, `-- ` a signature, `= title` an article, `---` a rule, `@author #id` a comment, everything else a paragraph.
  package init(sketch: String, metadata: Metadata = Metadata()) {
    var reader = SketchReader(metadata: metadata)
    for line in sketch.split(separator: "\n", omittingEmptySubsequences: true) { reader.read(line) }
    self = reader.finish()
  }
}

private struct SketchReader {
  private var builder: DocumentBuilder
  /// The nodes opened below the document, each with the level of the lines that stand in it.
  private var open: [(level: Int, element: Kind)] = []

  private enum Kind { case comment, quotation, list(ordered: Bool), item, code, table, container }

  private var isInList: Bool { if case .list = open.last?.element { true } else { false } }
  private var isInCode: Bool { if case .code = open.last?.element { true } else { false } }
  private var isInTable: Bool { if case .table = open.last?.element { true } else { false } }

  init(metadata: Metadata) { builder = DocumentBuilder(metadata: metadata) }

  mutating func finish() -> Document { builder.finish() }

  mutating func read(_ line: Substring) {
    let level = line.prefix { $0 == " " }.count / 2
    let words = line.drop { $0 == " " }
    close(downTo: level, before: words)
    if words.hasPrefix("@") {
      let parts = words.dropFirst().split(separator: " #", maxSplits: 1, omittingEmptySubsequences: false)
      let id = parts.count > 1 ? String(parts[1]) : String(parts[0])
      builder.openComment(Comment(id: id, author: parts[0].isEmpty ? nil : String(parts[0])))
      open.append((level + 1, .comment))
    } else if words.hasPrefix(">") {
      quote(words.dropFirst(), level: level)
    } else if words.hasPrefix("* ") || words.hasPrefix("1. ") {
      let isOrdered = words.hasPrefix("1. ")
      if !isInList {
        builder.open(.list(ordered: isOrdered))
        open.append((level, .list(ordered: isOrdered)))
      }
      builder.open(.listItem)
      builder.text(String(words.dropFirst(isOrdered ? 3 : 2)))
      open.append((level + 1, .item))
    } else if words.hasPrefix("||") {
      row(words.dropFirst(2), level: level)
    } else if words.hasPrefix("|") {
      let language = words.dropFirst().prefix { $0 != " " }
      if isInCode {
        builder.text("\n")
      } else {
        builder.openCode(language: language.isEmpty ? nil : String(language))
        open.append((level, .code))
      }
      builder.text(String(words.dropFirst(language.count + 2)))
    } else if words.hasPrefix("![") {
      let parts = words.dropFirst(2).dropLast().split(separator: "](", omittingEmptySubsequences: false).map(
        String.init
      )
      builder.openFigure(Figure(alt: parts[0].isEmpty ? nil : parts[0], address: parts.count > 1 ? parts[1] : nil))
      open.append((level + 1, .container))
    } else if words.hasPrefix("["), let end = words.firstRange(of: "] ") {
      builder.openFootnote(Footnote(label: String(words[..<end.lowerBound].dropFirst())))
      builder.text(String(words[end.upperBound...]))
      open.append((level + 1, .container))
    } else if words.hasPrefix("-- ") {
      builder.leaf(.signature, String(words.dropFirst(3)))
    } else if words.hasPrefix("= ") {
      builder.openArticle(Article(title: String(words.dropFirst(2))))
      open.append((level + 1, .container))
    } else if words == "---" {
      builder.leaf(.rule, "")
    } else if words.hasPrefix("#") {
      let marks = words.prefix { $0 == "#" }
      builder.leaf(.heading(level: marks.count), String(words.dropFirst(marks.count + 1)))
    } else {
      builder.leaf(.paragraph, String(words))
    }
  }

  private mutating func row(_ cells: Substring, level: Int) {
    if !isInTable {
      builder.open(.table)
      open.append((level, .table))
    }
    builder.open(.tableRow)
    for cell in cells.split(separator: "|", omittingEmptySubsequences: false) {
      builder.leaf(
        .tableCell,
        String(cell.trimmingPrefix { $0 == " " }.reversed().trimmingPrefix { $0 == " " }.reversed())
      )
    }
    builder.close()
  }

  private mutating func quote(_ line: Substring, level: Int) {
    var words = line
    var statement = Statement()
    if words.hasPrefix("#") || words.hasPrefix("@") {
      let name = String(words.dropFirst().prefix { $0 != " " })
      statement.claim = words.hasPrefix("#") ? Statement.Claim(comment: name) : Statement.Claim(author: name)
      words = words.dropFirst(name.count + 1)
    }
    words = words.drop { $0 == " " }
    if let colon = words.firstRange(of: ": ") {
      statement.speaker = String(words[..<colon.lowerBound])
      words = words[colon.upperBound...]
    }
    if open.isEmpty { builder.openPullQuote(statement) } else { builder.openQuotation(statement) }
    builder.text(String(words))
    open.append((level + 1, .quotation))
  }

  /// Closes what a line of this level no longer stands in.
  private mutating func close(downTo level: Int, before words: Substring) {
    while let last = open.last {
      switch last.element {
      case .comment, .quotation, .item, .container:
        guard last.level > level else { return }
      case .list:
        guard last.level > level || !(words.hasPrefix("* ") || words.hasPrefix("1. ")) else { return }
      case .code:
        guard last.level != level || !words.hasPrefix("|") || words.hasPrefix("||") else { return }
      case .table:
        guard last.level != level || !words.hasPrefix("||") else { return }
      }
      builder.close()
      open.removeLast()
    }
  }
}

extension Document {
  /// The tree as text, a line a node: what importer tests compare.
  ///
  /// ```
  /// document title="…"
  ///   section
  ///     heading 2 "A clock without a keeper"
  ///     pullQuote speaker="the harbour board" "The light is not late."
  ///   discussion
  ///     comment #12 author="mira" at=2024-03-03T15:40
  ///       quotation speaker="harbourmaster" claim=harbourmaster "The fog signal …"
  /// ```
  ///
  /// Indentation stops growing at 40 levels, so that the size of a dump is linear in the size of the document.
  package func dump() -> String {
    var out = ""
    var ends: [NodeIndex] = []
    for node in nodes {
      while let end = ends.last, end <= node { ends.removeLast() }
      out += String(repeating: "  ", count: min(ends.count, 40)) + describe(node) + "\n"
      ends.append(subtreeEnd(of: node))
    }
    for diagnostic in diagnostics {
      let place = diagnostic.line.map { " \($0)" + (diagnostic.column.map { ":\($0)" } ?? "") } ?? ""
      out += "\(diagnostic.severity.rawValue)\(place): \(diagnostic.message)\n"
    }
    return out
  }

  private func describe(_ node: NodeIndex) -> String {
    var parts: [String] = []
    func fact(_ name: String, _ value: String?) {
      if let value { parts.append("\(name)=\(Self.quoted(value))") }
    }
    switch self[node] {
    case .document:
      parts.append("document")
      fact("title", metadata.title)
      fact("byline", metadata.byline)
      fact("site", metadata.site)
      if let published = metadata.published { parts.append("at=\(published.iso8601)") }
    case .section: parts.append("section")
    case .heading(let level): parts.append("heading \(level)")
    case .paragraph: parts.append("paragraph")
    case .pullQuote(let index), .quotation(let index):
      let statement = statements[index]
      parts.append(self[node] == .pullQuote(statement: index) ? "pullQuote" : "quotation")
      fact("speaker", statement.speaker)
      fact("claim.comment", statement.claim?.comment)
      fact("claim.author", statement.claim?.author)
      if statement.repeatsArticle { parts.append("repeats") }
    case .list(let ordered): parts.append(ordered ? "list ordered" : "list")
    case .listItem: parts.append("listItem")
    case .code:
      parts.append("code")
      fact("language", language(ofCode: node))
    case .rule: parts.append("rule")
    case .table: parts.append("table")
    case .tableRow: parts.append("row")
    case .tableCell: parts.append("cell")
    case .figure(let index):
      parts.append("figure")
      fact("alt", figures[index].alt)
      fact("address", figures[index].address)
    case .footnote(let index):
      parts.append("footnote")
      fact("label", footnotes[index].label)
    case .signature: parts.append("signature")
    case .article(let index):
      parts.append("article")
      fact("title", articles[index].title)
      fact("byline", articles[index].byline)
      if let published = articles[index].published { parts.append("at=\(published.iso8601)") }
      fact("address", articles[index].address)
    case .discussion: parts.append("discussion")
    case .comment(let index):
      let comment = comments[index]
      parts.append("comment #\(comment.id)")
      fact("author", comment.author)
      fact("name", comment.displayName)
      if let published = comment.published { parts.append("at=\(published.iso8601)") }
      fact("age", comment.age)
      if let score = comment.score { parts.append("score=\(score)") }
      if comment.standing != .live { parts.append(comment.standing.rawValue) }
    }
    if hasText(node) { parts.append(Self.quoted(string(in: textRange(of: node)))) }
    return parts.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\"", with: "\\\"") + "\""
  }
}

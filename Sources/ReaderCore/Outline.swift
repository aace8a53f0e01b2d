import DocumentModel
import StatementLinking
import TextLayout

/// What a document consists of: headings, statements by speaker, threads.
///
/// An entry takes sixteen bytes; its words are read from the document when they are looked at.
package struct Outline: Sendable {
  /// What an entry stands for; entries of a kind stand together, in this order.
  package enum Kind: Int, CaseIterable, Sendable {
    /// A heading, or one of several articles.
    case heading
    /// A pull-quote or quotation.
    case statement
    /// A top-level comment.
    case thread
  }

  /// A place that can be gone to.
  struct Entry: Sendable {
    var node: NodeIndex
    /// Whose words they are, as an index into ``names``; -1 where that is not known.
    var name: Int32
    /// A bit for each letter that name and words have, by the letter's remainder modulo 64.
    var letters: UInt64
  }

  /// No more bytes of an entry's words are shown and searched.
  static let mostBytes = 80

  /// What is listed.
  let document: Document
  /// All entries.
  private(set) var entries: [Entry] = []
  private(set) var names: [String] = []
  /// Where the entries of each kind end, by ``Kind``.
  private(set) var ends: [Int] = []

  /// The outline of a document.
  ///
  /// - Complexity: O(number of headings, statements and top-level comments)
  package init(of document: Document, links: StatementLinks = StatementLinks(sources: [])) {
    self.document = document
    var letters = OutlineLetters(document)
    var numbers: [String: Int32] = [:]
    addHeadings()
    ends.append(entries.count)
    addStatements(links, &numbers)
    ends.append(entries.count)
    addThreads(&numbers)
    ends.append(entries.count)
    for index in entries.indices { entries[index].letters = letters.read(entries[index], of: self) }
  }

  /// The entries of a kind.
  func range(of kind: Kind) -> Range<Int> { (kind.rawValue == 0 ? 0 : ends[kind.rawValue - 1])..<ends[kind.rawValue] }

  /// The kind of an entry.
  func kind(of entry: Int) -> Kind { Kind.allCases.first { entry < ends[$0.rawValue] } ?? .thread }

  /// Who said what an entry lists.
  func name(of entry: Entry) -> String? { entry.name < 0 ? nil : names[Int(entry.name)] }

  /// The words of an entry; none of an article with a title, which is not among them.
  func words(of entry: Entry) -> Range<Int> {
    if let article = document[entry.node].articleIndex, document.articles[article].title != nil { return 0..<0 }
    return document.openingWords(of: entry.node, atMost: Self.mostBytes)
  }

  /// The last entry that begins at `node` or before it: what the reader is in.
  ///
  /// - Complexity: O(n)
  func entry(around node: NodeIndex) -> Int? {
    var best: Int?
    for index in entries.indices where entries[index].node <= node {
      if let found = best, entries[found].node >= entries[index].node { continue }
      best = index
    }
    return best
  }
}

// MARK: Entries

extension Outline {
  private mutating func addHeadings() {
    if document.articles.isEmpty {
      var heading = document.heading(after: .document)
      while let node = heading {
        entries.append(Entry(node: node, name: -1, letters: 0))
        heading = document.heading(after: node)
      }
    } else {
      for node in document.nodes where document[node].isHeading || document[node].articleIndex != nil {
        if document.enclosingComment(of: node) == nil { entries.append(Entry(node: node, name: -1, letters: 0)) }
      }
    }
  }

  /// Speakers stand in the order in which they speak first; those whose words nobody knows come last.
  private mutating func addStatements(_ links: StatementLinks, _ numbers: inout [String: Int32]) {
    var said: [[NodeIndex]] = []
    var unknown: [NodeIndex] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = speaker(of: statement, source: links.passage(of: index)) else {
        unknown.append(statement.node)
        continue
      }
      let number = Int(self.number(of: speaker, &numbers))
      while said.count <= number { said.append([]) }
      said[number].append(statement.node)
    }
    for (number, nodes) in said.enumerated() {
      entries += nodes.map { Entry(node: $0, name: Int32(number), letters: 0) }
    }
    entries += unknown.map { Entry(node: $0, name: -1, letters: 0) }
  }

  private func speaker(of statement: Statement, source: Passage?) -> String? {
    if let name = statement.speaker ?? statement.claim?.author { return name }
    guard let source else { return nil }
    guard let comment = document.enclosingComment(of: source.node) else { return "the article" }
    return document[comment].commentIndex.flatMap(document.comments.author(of:))
  }

  private mutating func addThreads(_ numbers: inout [String: Int32]) {
    guard let discussion = document.discussion else { return }
    for node in document.children(of: discussion) {
      guard let index = document[node].commentIndex else { continue }
      let name = document.comments.author(of: index).map { number(of: $0, &numbers) } ?? -1
      entries.append(Entry(node: node, name: name, letters: 0))
    }
  }

  private mutating func number(of name: String, _ numbers: inout [String: Int32]) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    numbers[name] = number
    names.append(name)
    return number
  }
}

import DocumentModel

/// Finds paragraphs of comments that quote without saying so: their markup was lost, but their words stand in what the
/// comment answers, or in the article.
///
/// Only a paragraph that repeats other words from its first to its last letter counts, and only where the comment goes
/// on to say something of its own.
package struct LostQuotations {
  /// A paragraph of fewer letters repeats words by chance.
  private static let fewestLetters = 32
  /// A paragraph of fewer words repeats words by chance.
  private static let fewestWords = 6
  /// Paragraphs that begin like more others than this are left alone.
  private static let mostAlike = 16

  /// A paragraph that may be one.
  private struct Candidate {
    var node: NodeIndex
    var isFound = false
  }

  private let document: Document
  private var letters: LetterReader
  private var candidates: [Candidate] = []
  private var numbers = HashIndex()
  /// The candidates that begin with the same letters.
  private var alike: [[Int]] = []

  /// The paragraphs of `document` that are quotations without markup, in order.
  ///
  /// - Complexity: O(n) in the text
  package static func find(in document: Document) -> [NodeIndex] {
    guard !document.comments.isEmpty else { return [] }
    var finder = LostQuotations(document)
    finder.collect()
    finder.scan()
    return finder.candidates.filter(\.isFound).map(\.node)
  }

  private init(_ document: Document) {
    self.document = document
    letters = LetterReader(document.text)
  }

  private mutating func collect() {
    for index in document.comments.indices {
      let comment = document.node(ofComment: index)
      let end = document.ownEnd(ofComment: comment)
      for node in document.children(of: comment) {
        // What is said last is said, not quoted.
        guard node < end, document.subtreeEnd(of: node) < end else { break }
        if document[node] == .paragraph { collect(node) }
      }
    }
  }

  private mutating func collect(_ node: NodeIndex) {
    guard document.textRange(of: node).count >= Self.fewestLetters else { return }
    letters.read(document.textRange(of: node))
    var (count, words, code) = (0, 0, UInt64(0))
    while let letter = letters.next() {
      if count < SeedIndex.length { code = SeedIndex.appending(letter.value, to: code) }
      count += 1
      if letter.startsWord { words += 1 }
      if count >= Self.fewestLetters, words >= Self.fewestWords { break }
    }
    guard count >= Self.fewestLetters, words >= Self.fewestWords else { return }
    if let number = numbers[code] {
      if alike[number].count <= Self.mostAlike { alike[number].append(candidates.count) }
    } else {
      numbers.add(code, number: alike.count)
      alike.append([candidates.count])
    }
    candidates.append(Candidate(node: node))
  }

  /// Looks for the candidates' words in the whole document, in several parts of it at the same time.
  private mutating func scan() {
    let filter = HashFilter(numbers.hashes)
    var found = [[Bool]](
      repeating: Array(repeating: false, count: candidates.count),
      count: Concurrency.width
    )
    var start = NodeIndex.document
    while start < document.endNode {
      let parts = PhraseScan.parts(of: document, from: start, count: found.count)
      Concurrency.perform(on: &found, parts.count) { number, found in scan(parts[number], filter, &found) }
      start = parts.last?.upperBound ?? document.endNode
    }
    for index in candidates.indices { candidates[index].isFound = found.contains { $0[index] } }
  }

  private func scan(_ nodes: Range<NodeIndex>, _ filter: HashFilter, _ found: inout [Bool]) {
    var letters = LetterReader(document.text)
    var starts = [Int](repeating: -1, count: SeedIndex.length)
    var comment: NodeIndex?
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      let element = document[node]
      if element.statementIndex != nil {
        node = document.subtreeEnd(of: node)
        continue
      }
      if element.isComment { comment = node }
      let range = document.textRange(of: node)
      letters.read(range)
      var (code, count) = (UInt64(0), 0)
      while let letter = letters.next() {
        code = SeedIndex.appending(letter.value, to: code)
        starts[count % SeedIndex.length] = letter.startsWord ? letter.bytes.lowerBound : -1
        count += 1
        let start = starts[count % SeedIndex.length]
        guard count >= SeedIndex.length, start >= 0, filter.mayContain(code), let number = numbers[code],
          alike[number].count <= Self.mostAlike
        else { continue }
        compare(alike[number], with: start..<range.upperBound, in: comment, &found)
      }
      node = node.next
    }
  }

  private func compare(_ numbers: [Int], with bytes: Range<Int>, in comment: NodeIndex?, _ found: inout [Bool]) {
    for number in numbers where !found[number] {
      let node = candidates[number].node
      if let comment {
        guard document.isNode(node, within: comment), document.parent(of: node) != comment else { continue }
      }
      found[number] = repeats(node, bytes)
    }
  }

  /// Whether the words from the start of `bytes` on are those of a paragraph.
  private func repeats(_ node: NodeIndex, _ bytes: Range<Int>) -> Bool {
    var own = LetterReader(document.text)
    var other = LetterReader(document.text)
    own.read(document.textRange(of: node))
    other.read(bytes)
    while let letter = own.next() {
      guard other.next()?.value == letter.value else { return false }
    }
    // To the end of a word.
    return other.next()?.startsWord ?? true
  }
}

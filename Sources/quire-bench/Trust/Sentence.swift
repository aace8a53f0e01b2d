import DocumentModel

/// A sentence of somebody's own words in a document.
struct Sentence {
  /// What it says.
  var text: String
  /// The comment it stands in; `nil` in the article.
  var comment: Int?

  /// Shorter ones are not worth quoting, longer ones are cut.
  private static let lengths = 40...240

  /// A sentence of any comment, or of the article.
  static func any(of document: Document, using random: inout SeededGenerator) -> Sentence? {
    for _ in 0..<20 {
      let node = NodeIndex(Int.random(in: 0..<document.count, using: &random))
      if let sentence = sentence(of: node, in: document, using: &random) { return sentence }
    }
    return nil
  }

  /// A sentence of a comment.
  static func any(of document: Document, inComment comment: Int, using random: inout SeededGenerator) -> Sentence? {
    let node = document.node(ofComment: comment)
    let blocks = node.offset..<document.ownEnd(ofComment: node).offset
    for _ in 0..<8 {
      let block = NodeIndex(Int.random(in: blocks, using: &random))
      if let sentence = sentence(of: block, in: document, using: &random) { return sentence }
    }
    return nil
  }

  private static func sentence(of node: NodeIndex, in document: Document, using random: inout SeededGenerator)
    -> Sentence?
  {
    guard document[node] == .paragraph else { return nil }
    for ancestor in document.ancestors(ofAndIncluding: node).prefix(32) where document[ancestor].statementIndex != nil {
      return nil
    }
    let text = document.string(in: document.textRange(of: node))
    let sentences = text.split(whereSeparator: { ".!?\n".contains($0) }).map(String.init).filter { $0.count >= lengths.lowerBound }
    guard !sentences.isEmpty else { return nil }
    let words = sentences[Int.random(in: sentences.indices, using: &random)].split(separator: " ")
    // Cut after a word: half of one stands nowhere.
    var kept = words[...]
    while kept.count > 1, kept.joined(separator: " ").count > lengths.upperBound { kept.removeLast() }
    return Sentence(
      text: kept.joined(separator: " "),
      comment: document.enclosingComment(of: node).flatMap { document[$0].commentIndex }
    )
  }

  /// The text with so many of a hundred characters replaced, left out or doubled.
  static func changed(_ text: String, percent: Int, using random: inout SeededGenerator) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz ")
    var result = ""
    for character in text {
      guard Int.random(in: 0..<100, using: &random) < percent else {
        result.append(character)
        continue
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: result.append(letters[Int.random(in: letters.indices, using: &random)])
      case 1: result += String([character, letters[Int.random(in: letters.indices, using: &random)]])
      default: break
      }
    }
    return result
  }

  /// The letters and digits of a text, without their case.
  static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

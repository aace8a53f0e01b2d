/// Makes pages as extractors leave them: an article, now and then a short list of comments in the margin, and a long
/// thread in one of several styles.
package struct RandomPage {
  private static let words = [
    "the", "lamp", "was", "lit", "by", "hand", "until", "spring", "keeper", "fog", "signal", "naïve", "маяк", "горел",
    "don't", "1974", "said", "reply", "comments", "—",
  ]
  private static let names = ["ann", "bob42", "Eve Ó", "Маша", "cy", "dee_dee", "Jo Ann"]

  private enum Style: CaseIterable { case numbered, presence, bulleted, flat, ages }

  private var random: SeededGenerator
  private let style: Style
  private let hasLists: Bool
  private var number = 0

  /// A page of its own for each seed.
  package init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    style = Style.allCases[Int(seed) % Style.allCases.count]
    hasLists = random.chance(50)
  }

  /// A page of at least as many bytes.
  package mutating func text(bytes count: Int) -> [UInt8] {
    var text = "A page about a lamp and its keeper\n\n"
    let hasMargin = random.chance(40)
    if hasMargin { for _ in 0..<3 { text += comment(depth: 0) } }
    number = 0
    let article = random.pick([3_000, 20_000, 150_000, count])
    while text.utf8.count < article { text += block(indent: 0) }
    if random.chance(50) { text += "\n12000 comments\n\n" }
    var depth = 0
    while text.utf8.count < count {
      text += comment(depth: depth)
      depth = random.chance(40) ? min(depth + 1, 12) : Int.random(in: 0...depth, using: &random)
    }
    return Array((text + "\nLeave a Reply\n").utf8)
  }

  private mutating func sentence(_ words: Int) -> String {
    (0..<words).map { _ in random.pick(Self.words) }.joined(separator: " ") + "."
  }

  private mutating func block(indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return "\(margin)He said:\n\n\(margin)“\(sentence(9))”\n\n"
    case 1 where hasLists: return (0..<4).map { "\(margin)• \($0) \(sentence(4))\n" }.joined() + "\n"
    case 2: return "\(margin)for (i) {\n\(margin)  call(i);\n\(margin)}\n\n"
    case 3: return "\(margin)> \(sentence(12))\n\n"
    case 4 where indent == 0: return "A heading of it\n\n"
    case 5 where indent > 0: return "\(margin)\(random.pick(Self.names)) wrote:\n\(margin)\(sentence(8))\n\n"
    default: return "\(margin)\(sentence(Int.random(in: 3...60, using: &random)))\n\n"
    }
  }

  private mutating func comment(depth: Int) -> String {
    number += 1
    let name = random.pick(Self.names)
    let time = "\(Int.random(in: 1...28, using: &random)) May 2020 \(10 + number % 12):\(10 + number % 50)"
    let indent = 2 + depth * 2
    let margin = String(repeating: " ", count: indent)
    var text: String
    switch style {
    case .numbered: text = "\(margin)\(number). \(name) says:\n\(margin)   \(time)\n"
    case .presence: text = "\(margin)\(number). \(name) Offline \(name)\n\(margin)   \(name) (X \(name)) \(time)\n"
    case .bulleted: text = "\(margin)• \(name)\n\(margin)  \(time)\n\(margin)  Reply\n"
    case .flat: text = "\(name) \(time)\n"
    case .ages: text = "\(margin)• \(name) · \(1 + number % 20) hours ago\n"
    }
    let column = style == .flat ? 0 : indent + 3
    for _ in 0..<Int.random(in: 1...3, using: &random) { text += block(indent: column) }
    return text
  }
}

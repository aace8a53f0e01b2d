/// Reads depths off a list whose indentation is never taken back.
///
/// Some extractors indent for every list they enter and forget to go back when the list is empty. Where a page has an
/// empty list of replies
/// below each comment that nobody answered, all that follows such a comment stands one level too deep, the page's
/// foot included. The level of
/// a comment then is its depth plus the number of unanswered comments before it: one level more than the comment
/// before means that it answers
/// it, or that nobody does and this is the next one; one or more levels back mean one depth more than that. Which
/// steps lead down is found
/// by what fits all later steps, and among that by what the words and votes say.
struct LeakedIndentation {
  /// What is known of a comment.
  struct Entry {
    /// Levels below the first comment.
    var level: Int
    var score: Int?
    /// Whether its words begin with the name of the author before it.
    var addressesPrevious = false
    /// Whether its words begin with any name.
    var addressesSomebody = false
  }

  /// Longer threads are not looked at as a whole.
  static let maximumEntries = 1024
  private static let maximumDepth = 64

  private let entries: [Entry]
  /// The level of what follows the thread, where it was seen and stands to the right of the first comment.
  private let leaks: Int?

  /// - Parameter leaks: the number of unanswered comments, as the indentation of what follows shows.
  init(_ entries: [Entry], leaks: Int?) {
    self.entries = entries
    self.leaks = leaks
  }

  /// Whether levels are such as this defect makes them: they begin once at the bottom, rise one by one, and drift
  /// upwards.
  ///
  /// Without a foot that shows it the drift has to be a long one.
  func isLeaked(isDialogue: Bool) -> Bool {
    guard entries.count >= 4, entries.count <= Self.maximumEntries, entries[0].level == 0 else { return false }
    guard entries.dropFirst().allSatisfy({ $0.level > 0 }) else { return false }
    guard zip(entries, entries.dropFirst()).allSatisfy({ $1.level <= $0.level + 1 }) else { return false }
    if let leaks { return leaks >= 2 && leaks <= entries.count }
    guard entries.count >= 8, !isDialogue else { return false }
    return entries.indices.allSatisfy { entries[$0].level * 5 >= $0 }
  }

  /// The depth of each comment; `nil` when the levels cannot come about this way.
  ///
  /// - Complexity: O(number of comments)
  func depths() -> [Int]? {
    let count = entries.count
    let width = Self.maximumDepth
    let unreachable = Double.infinity
    let isAddressing = entries.count(where: \.addressesSomebody) * 4 >= count
    // cost[k][d]: the least cost of all choices up to comment k, with k at depth d; from[k][d]: the depth of the one
    // before.
    var cost = [[Double]](repeating: [Double](repeating: unreachable, count: width), count: count)
    var from = [[Int]](repeating: [Int](repeating: -1, count: width), count: count)
    cost[0][0] = 0
    for index in 1..<count {
      let step = entries[index].level - entries[index - 1].level
      for depth in 0..<width where cost[index - 1][depth] < unreachable {
        func reach(_ next: Int, _ price: Double) {
          guard next >= 0, next < width, cost[index - 1][depth] + price < cost[index][next] else { return }
          cost[index][next] = cost[index - 1][depth] + price
          from[index][next] = depth
        }
        if step == 1 {
          let prices = prices(of: index, isAddressing: isAddressing)
          reach(depth, prices.sibling)
          reach(depth + 1, prices.reply)
        } else {
          reach(depth + step - 1, 0)
        }
      }
    }
    // Every unanswered comment leaks a level, the last one included.
    let last = leaks.map { entries[count - 1].level + 1 - $0 } ?? -1
    let best = (0..<width).min { cost[count - 1][$0] < cost[count - 1][$1] } ?? 0
    var depth = (0..<width).contains(last) && cost[count - 1][last] < unreachable ? last : best
    guard cost[count - 1][depth] < unreachable else { return nil }
    var depths = [Int](repeating: 0, count: count)
    for index in stride(from: count - 1, through: 0, by: -1) {
      depths[index] = depth
      depth = from[index][depth]
    }
    return depths
  }

  /// What speaks against a comment being the next one, and against its being a reply to the one before.
  private func prices(of index: Int, isAddressing: Bool) -> (sibling: Double, reply: Double) {
    if entries[index].addressesPrevious { return (10, 0) }
    if isAddressing { return (0, 3) }
    // Comments of one level are sorted by votes: more votes than the one before has are a reply's.
    if let score = entries[index].score, let before = entries[index - 1].score {
      if score > before { return (2, 0) }
      return (0, 0.1 + 0.5 * Double(max(0, score)) / Double(max(1, before)))
    }
    return (0, 0.5)
  }
}

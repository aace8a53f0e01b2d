/// Puts threads with the same subject together: RFC 5256, REFERENCES, step 5.
struct SubjectGathering {
  /// The subject of a message.
  struct Subject {
    /// Of its base; 0 for an empty one.
    var hash: UInt64
    /// Whether it says that the message is a reply.
    var isReply: Bool
  }

  private struct Root {
    var node: Int
    var subject: Subject
    /// Whether no message is there.
    var isAbsent: Bool
  }

  private var roots: [Root] = []
  private var known: Set<Int> = []
  /// Where roots are put.
  private var moves: [Int: Int] = [:]
  /// The absent roots whose replies go to another.
  private var successors: [Int: Int] = [:]
  private var nodeCount: Int

  /// - Parameter absentFrom: the first number for a root that has to be made.
  init(absentFrom: Int) { nodeCount = absentFrom }

  /// Tells a root, whose subject is that of its first message.
  mutating func add(_ node: Int, _ subject: Subject, isAbsent: Bool) {
    if known.insert(node).inserted { roots.append(Root(node: node, subject: subject, isAbsent: isAbsent)) }
  }

  /// Decides what goes where.
  mutating func gather() {
    var table: [UInt64: Root] = [:]
    for root in roots where root.subject.hash != 0 {
      guard let other = table[root.subject.hash] else {
        table[root.subject.hash] = root
        continue
      }
      if root.isAbsent && !other.isAbsent || !other.isAbsent && other.subject.isReply && !root.subject.isReply {
        table[root.subject.hash] = root
      }
    }
    for root in roots {
      guard let other = table[root.subject.hash], other.node != root.node else { continue }
      if other.isAbsent {
        if root.isAbsent { successors[root.node] = other.node } else { moves[root.node] = other.node }
      } else if root.subject.isReply, !other.subject.isReply {
        moves[root.node] = other.node
      } else {
        moves[root.node] = nodeCount
        moves[other.node] = nodeCount
        table[root.subject.hash] = Root(node: nodeCount, subject: other.subject, isAbsent: true)
        nodeCount += 1
      }
    }
  }

  /// What each number stands below, after the roots were put where they belong.
  func applied(to above: [Int]) -> [Int] {
    var above = above
    for index in above.indices {
      if let place = moves[index] {
        above[index] = place
      } else if above[index] >= 0 {
        above[index] = successors[above[index]] ?? above[index]
      }
    }
    return above + Array(repeating: -1, count: nodeCount - above.count)
  }
}

import HTMLParsing

/// The elements of one contribution, in the order of the page, without those of others within; itself first.
struct OwnElements {
  private(set) var nodes: [HTMLNode] = []
  /// What any of them has, see ``HTMLTree/marks(of:)``.
  private(set) var marks: UInt64 = 0

  /// - Parameter nodes: at least one.
  init(_ nodes: some Sequence<HTMLNode>, in tree: HTMLTree) {
    for node in nodes { append(node, in: tree) }
  }

  /// Adds one that stands behind the others.
  mutating func append(_ node: HTMLNode, in tree: HTMLTree) {
    nodes.append(node)
    marks |= tree.marks(of: node)
  }

  /// The element around the others.
  var first: HTMLNode { nodes[0] }
}

// What a query finds among the elements of a contribution.
extension PageQuery {
  /// Whether any alternative matches any of them.
  ///
  /// - Complexity: O(alternatives that may × elements)
  func matches(any own: OwnElements) -> Bool {
    (0..<count).contains { alternative in
      mayMatch(own, alternative: alternative) && own.nodes.contains { matches($0, alternative: alternative) }
    }
  }

  /// What the first alternative says that says anything, and where.
  ///
  /// - Parameters:
  ///   - isWanted: whether an element may say it.
  ///   - read: makes something of a text; `nil` where it is none.
  /// - Complexity: O(alternatives that may match × elements)
  func first<Value>(
    in own: OwnElements,
    where isWanted: (HTMLNode) -> Bool = { _ in true },
    _ read: (String) -> Value?
  ) -> (value: Value, node: HTMLNode)? {
    for alternative in 0..<count where mayMatch(own, alternative: alternative) {
      if asksItself(alternative) {
        if let value = value(of: own.first, alternative: alternative).flatMap(read) { return (value, own.first) }
        continue
      }
      for node in own.nodes where matches(node, alternative: alternative) && isWanted(node) {
        if let value = value(of: node, alternative: alternative).flatMap(read) { return (value, node) }
      }
    }
    return nil
  }

  /// The first text that it finds.
  func text(in own: OwnElements) -> String? { first(in: own) { $0 }?.value }
}

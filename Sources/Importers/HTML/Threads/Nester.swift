import HTMLParsing

/// Gives records their parents, by what an engine says about places in the thread.
struct Nester {
  private let rules: [Rule]
  private let page: ThreadPage

  private enum Rule {
    case contained
    case parent(PageQuery)
    case indent(PageQuery)
    case around(PageQuery)
  }

  /// What a record says about its place, by one rule.
  enum Hint {
    /// Nothing.
    case none
    /// The id of the one it answers.
    case answers(String)
    /// A number that is greater for a reply.
    case indented(Int)
  }

  /// - Parameter nesting: the rules, asked in order.
  init(_ nesting: [ThreadEngine.Nesting], of page: ThreadPage) {
    self.page = page
    rules = nesting.map { rule in
      switch rule {
      case .contained: .contained
      case .parent(let query): .parent(PageQuery(query, of: page))
      case .indent(let query): .indent(PageQuery(query, of: page))
      case .around(let query): .around(PageQuery(query, of: page))
      }
    }
  }

  /// How many hints there are for a record: one for each rule.
  var hintCount: Int { rules.count }

  /// What a record's own elements say by the rule of that number; may be asked of several at the same time.
  ///
  /// - Complexity: O(number of elements), or O(depth)
  func hint(_ rule: Int, _ own: OwnElements) -> Hint {
    switch rules[rule] {
    case .contained: .none
    case .parent(let query): query.text(in: own).map { .answers($0) } ?? .none
    case .indent(let query): query.text(in: own).flatMap { EngineReader.number(in: $0) }.map { .indented($0) } ?? .none
    case .around(let query): .indented(page.tree.ancestors(of: own.first).count { query.matches($0) })
    }
  }

  /// Gives records their parents.
  ///
  /// - Parameters:
  ///   - set: where the records stand.
  ///   - hints: those of all records, one record's after the other's.
  /// - Complexity: O(number of records)
  func nest(_ records: inout [ThreadRecord], of set: RecordSet, by hints: [Hint]) {
    let indices = rules.contains { if case .parent = $0 { true } else { false } } ? Self.indices(of: records) : [:]
    var stack = IndentStack()
    for index in records.indices {
      for rule in rules.indices {
        switch hints[index * rules.count + rule] {
        case .none:
          guard case .contained = rules[rule], let container = set.containers[index] else { continue }
          records[index].parent = container
        case .answers(let id):
          guard let parent = indices[id], parent != index else { continue }
          records[index].parent = parent
        case .indented(let indent): records[index].parent = stack.place(index, indent: indent)
        }
        break
      }
    }
  }

  /// The first record of each id.
  private static func indices(of records: [ThreadRecord]) -> [String: Int] {
    var indices: [String: Int] = [:]
    indices.reserveCapacity(records.count)
    for index in records.indices where !records[index].id.isEmpty && indices[records[index].id] == nil {
      indices[records[index].id] = index
    }
    return indices
  }
}

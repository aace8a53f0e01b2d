import HTMLParsing

/// Gives records their parents, by what an engine says about places in the thread.
struct Nester {
  private let rules: [Rule]
  private let page: ThreadPage
  private let set: RecordSet
  private let owned: [[HTMLNode]]

  private enum Rule {
    case contained
    case parent(PageQuery)
    case indent(PageQuery)
    case around(PageQuery)
  }

  init(_ nesting: [ThreadEngine.Nesting], page: ThreadPage, set: RecordSet, owned: [[HTMLNode]]) {
    self.page = page
    self.set = set
    self.owned = owned
    rules = nesting.map { rule in
      switch rule {
      case .contained: .contained
      case .parent(let query): .parent(PageQuery(query, of: page))
      case .indent(let query): .indent(PageQuery(query, of: page))
      case .around(let query): .around(PageQuery(query, of: page))
      }
    }
  }

  /// - Complexity: O(nodes of the records), and O(depth) a record
  func nest(_ records: inout [ThreadRecord]) {
    let indices = rules.contains { if case .parent = $0 { true } else { false } } ? Self.indices(of: records) : [:]
    var stack = IndentStack()
    for index in records.indices {
      rules: for rule in rules {
        switch rule {
        case .contained:
          guard let container = set.containers[index] else { continue }
          records[index].parent = container
          break rules
        case .parent(let query):
          guard let id = value(query, index) else { continue }
          guard let parent = indices[id], parent != index else { continue }
          records[index].parent = parent
          break rules
        case .indent(let query):
          guard let indent = value(query, index).flatMap({ EngineReader.number(in: $0) }) else { continue }
          records[index].parent = stack.place(index, indent: indent)
          break rules
        case .around(let query):
          let depth = page.tree.ancestors(of: set.nodes[index]).count { query.matches($0) }
          records[index].parent = stack.place(index, indent: depth)
          break rules
        }
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

  private func value(_ query: PageQuery, _ record: Int) -> String? {
    for alternative in 0..<query.count {
      if query.asksItself(alternative) {
        if let value = query.value(of: owned[record][0], alternative: alternative) { return value }
        continue
      }
      for node in owned[record] where query.matches(node, alternative: alternative) {
        if let value = query.value(of: node, alternative: alternative) { return value }
      }
    }
    return nil
  }
}

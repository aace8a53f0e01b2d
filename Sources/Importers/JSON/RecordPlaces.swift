import DocumentModel

/// Which contributions are posts, and which the others answer.
struct RecordPlaces {
  /// A name for each contribution to assemble by: its id, or where that is taken or there is none, its number.
  private(set) var keys: [String] = []
  /// What each answers, by its name; `nil` at the top.
  private(set) var parents: [String?] = []
  /// Whether each is a post that others answer.
  private(set) var isPost: [Bool] = []
  /// The number of the first contribution with an id.
  private(set) var numbers: [String: Int] = [:]
  /// Contributions that stand twice, word for word.
  private(set) var isRepeated: [Bool] = []

  private let records: [JSONThread.Record]
  private let reader: RecordReader
  private let api: ThreadAPI

  /// - Complexity: O(n)
  init(_ thread: JSONThread, _ reader: RecordReader) {
    records = thread.records
    api = thread.api
    self.reader = reader
    readIDs()
    readParents()
    choosePosts()
    settleAbsentParents()
  }

  private mutating func readIDs() {
    numbers.reserveCapacity(records.count)
    keys.reserveCapacity(records.count)
    isRepeated = [Bool](repeating: false, count: records.count)
    for (index, record) in records.enumerated() {
      guard let id = reader.id(of: record.node) else {
        keys.append(ThreadAssembler.placeholder(index))
        continue
      }
      if let earlier = numbers[id] {
        // Pages of one discussion may overlap.
        isRepeated[index] = isSame(records[earlier].node, record.node)
        // What answers the one answers the other.
        keys.append(isRepeated[index] ? id : ThreadAssembler.placeholder(index))
      } else {
        numbers[id] = index
        keys.append(id)
      }
    }
  }

  private func isSame(_ first: JSONNode, _ second: JSONNode) -> Bool {
    let words = [first, second].map { reader.body(of: $0).map { reader.tape.text($0.words) } }
    return words[0] != nil && words[0] == words[1] && reader.author(of: first) == reader.author(of: second)
  }

  private mutating func readParents() {
    var stack = IndentStack()
    parents.reserveCapacity(records.count)
    for (index, record) in records.enumerated() {
      if record.container >= 0 {
        parents.append(parent(of: index, within: Int(record.container), &stack))
        continue
      }
      switch reader.place(of: record.node) {
      case .below(let id): parents.append(id)
      case .level(let level): parents.append(stack.place(index, indent: level).map { keys[$0] })
      case .top, .unknown: parents.append(nil)
      }
    }
  }

  /// What a contribution answers that stands within another: that one, unless it says something else.
  private func parent(of index: Int, within container: Int, _ stack: inout IndentStack) -> String {
    guard api.repliesSayPlace else { return keys[container] }
    switch reader.place(of: records[index].node) {
    case .below(let id): return numbers[id].map { $0 != index } == true ? id : keys[container]
    case .level(let level) where records[container].container < 0:
      return stack.place(index, indent: level).map { keys[$0] } ?? keys[container]
    case .top, .unknown, .level: return keys[container]
    }
  }

  private mutating func choosePosts() {
    isPost = records.map { $0.isPost && $0.container < 0 || reader.isOpening($0.node) }
    guard api.onlyRoot != .never, !isPost.contains(true) else { return }
    let roots = records.indices.filter { parents[$0] == nil }
    guard let root = roots.first, roots.count == 1 else { return }
    isPost[root] =
      api.onlyRoot == .always || records.contains { $0.container == root }
      || reader.title(of: records[root].node) != nil
  }

  /// What answers a post is at the top. So is what answers something that is not there, if that is what all is about.
  private mutating func settleAbsentParents() {
    var absent: String?
    var isOnlyAbsent = true
    for index in records.indices where !isPost[index] {
      guard let parent = parents[index] else {
        isOnlyAbsent = false
        continue
      }
      if let number = number(of: parent) {
        if isPost[number] { parents[index] = nil }
        if isPost[number] { isOnlyAbsent = false }
      } else if api.isAbsentPost {
        parents[index] = nil
      } else {
        if absent != nil, absent != parent { isOnlyAbsent = false }
        absent = parent
      }
    }
    guard isOnlyAbsent, let absent else { return }
    for index in records.indices where parents[index] == absent { parents[index] = nil }
  }

  private func number(of key: String) -> Int? {
    ThreadAssembler.isPlaceholder(key) ? Int(key.utf8.dropFirst().reduce(0) { $0 * 10 + Int($1 - 0x30) }) : numbers[key]
  }
}

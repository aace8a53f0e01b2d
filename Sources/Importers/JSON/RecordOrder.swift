import DocumentModel

/// Puts contributions into the order in which they are read beside each other.
struct RecordOrder {
  private let records: [JSONThread.Record]
  private let isPost: [Bool]
  private let reader: RecordReader

  init(_ thread: JSONThread, isPost: [Bool], _ reader: RecordReader) {
    records = thread.records
    self.isPost = isPost
    self.reader = reader
  }

  /// The numbers of all contributions, those that answer the same one in order; and whether they were turned round.
  ///
  /// - Complexity: O(n log n)
  func sorted(_ order: ThreadAPI.Order) -> (numbers: [Int], isReversed: Bool) {
    let all = Array(records.indices)
    switch order {
    case .given:
      guard isNewestFirst() else { return (all, false) }
      return (all.reversed(), true)
    case .number(let query):
      let (query, tape) = (TapeQuery(query, of: reader.tape), reader.tape)
      return (sorted(by: records.map { query.first(from: $0.node, in: tape).flatMap(tape.integer) }), false)
    case .listed(let query): return (sorted(by: ranks(TapeQuery(query, of: reader.tape))), false)
    }
  }

  private func sorted(by numbers: [Int?]) -> [Int] {
    // Those without a number come last, as they stand.
    let keys = numbers.map { $0 ?? .max }
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }

  /// Where the id of each stands in the lists.
  private func ranks(_ query: TapeQuery) -> [Int?] {
    var ranks: [String: Int] = [:]
    for record in records {
      for (rank, id) in query.all(from: record.node, in: reader.tape).enumerated() {
        if let id = reader.tape.line(id), ranks[id] == nil { ranks[id] = rank }
      }
    }
    return records.map { record in reader.id(of: record.node).flatMap { ranks[$0] } }
  }

  /// Whether three or more contributions stand beside each other, none of them within another, each older than the one
  /// before it.
  private func isNewestFirst() -> Bool {
    let members = records.indices.filter { !isPost[$0] }
    guard members.count > 2, members.allSatisfy({ isBesideOthers(records[$0]) }) else { return false }
    var last: String?
    var isFalling = false
    for member in members {
      guard let moment = reader.moment(of: records[member].node)?.timestamp?.iso8601 else { return false }
      if let last {
        if moment > last { return false }
        if moment < last { isFalling = true }
      }
      last = moment
    }
    return isFalling
  }

  private func isBesideOthers(_ record: JSONThread.Record) -> Bool {
    record.container < 0 || isPost[Int(record.container)]
  }
}

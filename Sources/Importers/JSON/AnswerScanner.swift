/// Finds the contributions of one API in a text.
struct AnswerScanner {
  private let tape: JSONTape
  private let api: ThreadAPI
  private let contribution: [[TapeQuery]]
  private let post: [[TapeQuery]]
  private let replies: TapeQuery
  private let stub: TapeQuery
  private let stubCount: TapeQuery
  private let list: JSONKeys.Key?
  private let aside: JSONKeys.Key?

  /// A finder of what `api` gives; `nil` where the text has not the names for it.
  init?(_ api: ThreadAPI, in tape: JSONTape) {
    self.api = api
    self.tape = tape
    contribution = api.contribution.compactMap { TapeQuery.all(of: $0, tape) }
    post = api.post.compactMap { TapeQuery.all(of: $0, tape) }
    guard !contribution.isEmpty || !post.isEmpty else { return nil }
    replies = TapeQuery(api.replies, of: tape)
    stub = TapeQuery(api.stub, of: tape)
    stubCount = TapeQuery(api.stubCount, of: tape)
    list = api.list.flatMap { tape.keys[$0] }
    aside = api.aside.flatMap { tape.keys[$0] }
  }

  /// The discussion; `nil` where there is none.
  ///
  /// - Complexity: O(size of the text)
  func find() -> JSONThread? {
    var thread = JSONThread(api: api)
    var listEnd = JSONNode(0)
    var node = tape.root
    let end = tape.end(of: tape.root)
    while node < end {
      let kind = tape.kind(of: node)
      if kind == .array, let aside, tape.key(of: node) == aside {
        node = tape.end(of: node)
        continue
      }
      if kind == .array, let list, tape.key(of: node) == list { listEnd = max(listEnd, tape.end(of: node)) }
      let isContribution = kind == .object && has(contribution, node)
      if isContribution || kind == .object && has(post, node) {
        // Where a list of answers is named, what stands outside of it is what they answer.
        let isPost = isContribution ? list != nil && node >= listEnd : true
        add(node, isPost: isPost, to: &thread)
        node = tape.end(of: node)
      } else {
        if kind == .object { noteStub(node, in: &thread) }
        node = node.next
      }
    }
    return thread.records.isEmpty ? nil : thread
  }

  private func has(_ marks: [[TapeQuery]], _ node: JSONNode) -> Bool {
    marks.contains { $0.allSatisfy { $0.first(from: node, in: tape) != nil } }
  }

  @discardableResult
  private func noteStub(_ node: JSONNode, in thread: inout JSONThread) -> Bool {
    guard !stub.isEmpty, stub.first(from: node, in: tape) != nil else { return false }
    let count = stubCount.first(from: node, in: tape).flatMap(tape.integer)
    if count != 0 { thread.gaps.append((tape.start(of: node), count)) }
    return true
  }

  /// Adds a contribution and all that stand within it.
  private func add(_ node: JSONNode, isPost: Bool, to thread: inout JSONThread) {
    var waiting = [JSONThread.Record(node: node, isPost: isPost)]
    while let record = waiting.popLast() {
      let number = Int32(truncatingIfNeeded: thread.records.count)
      thread.records.append(record)
      guard !replies.isEmpty else { continue }
      for reply in replies.all(from: record.node, in: tape).reversed() {
        if tape.kind(of: reply) != .object {
          // A list of ids, perhaps.
          continue
        } else if !noteStub(reply, in: &thread) {
          waiting.append(JSONThread.Record(node: reply, container: number))
        }
      }
    }
  }
}

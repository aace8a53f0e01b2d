/// Puts messages into threads by what they refer to: RFC 5256, REFERENCES, steps 1 to 4 and 6.
///
/// Messages are told to it twice: first the ids of all, then what each refers to. Where references go in circles, the
/// link that was made last is the one that is not made; everything takes time in proportion to the references.
struct ReferenceThreads {
  /// A message in its place.
  struct Entry {
    /// The number of the message; `nil` for one that is known only because several others answer it.
    var message: Int?
    /// Where the id of such a one stands.
    var id: Range<Int>
    /// How many stand above it.
    var depth: Int
  }

  private let bytes: MailBytes
  private var table: IdentifierTable
  /// For each message the number of its id in the table, or of a place of its own.
  private(set) var numbers: [Int32] = []
  /// For each number the message that has it; -1 for an id that is only referred to.
  private var messages: [Int32] = []
  /// How often each message's id was met before it.
  private(set) var repeats: [Int: Int] = [:]
  private var repeatCounts: [Int: Int] = [:]
  /// By number: the number above, -1 at the top; and the message that said so.
  private var parents: [Int32] = []
  private var witnesses: [Int32] = []
  /// By message: the hash of its references and its own id.
  private var chains: [UInt64] = []

  init(_ bytes: MailBytes) {
    self.bytes = bytes
    table = IdentifierTable(bytes)
  }

  /// Tells the id of the next message. A message without an id, and one whose id was met before, has none.
  mutating func addMessage(id: Range<Int>?, hash: UInt64) {
    let message = Int32(numbers.count)
    if let id {
      let number = table.number(of: id, hash: hash)
      if number == messages.count {
        messages.append(message)
        numbers.append(Int32(number))
        return
      }
      repeatCounts[number, default: 1] += 1
      repeats[Int(message)] = repeatCounts[number]
    }
    numbers.append(Int32(messages.count))
    table.addNothing()
    messages.append(message)
  }

  /// Whether `id` is that of a message.
  func isKnown(_ id: Range<Int>) -> Bool { table.existingNumber(of: id).map { messages[$0] >= 0 } ?? false }

  /// Tells what the next message, whose own id has this `hash`, refers to.
  ///
  /// Beyond the standard: where no message that References names is there, but the one that In-Reply-To names is, that
  /// one is answered.
  mutating func addReferences(_ chain: ReferenceChain, of head: MessageHead, hash: UInt64) {
    let message = chains.count
    if message == 0 {
      parents = Array(repeating: -1, count: messages.count)
      witnesses = parents
    }
    chains.append(IdentifierTable.hash(of: chain.hash, followedBy: hash))
    guard let last = chain.last else { return }
    let own = Int(numbers[message])
    var parent = number(of: last.id, hash: last.hash)
    // Most messages refer to what their parent refers to, and the parent: all that has been said already.
    let above = Int(messages[parent])
    let isSaid = above >= 0 && (chain.hashBefore == 0 || above < message && chains[above] == chain.hash)
    let references = head.references.isPresent ? head.range(head.references) : nil
    if !isSaid, !linkReferences(references, witness: message), head.inReplyTo.isPresent {
      var ids = MessageIDs(bytes, head.range(head.inReplyTo))
      if let id = next(&ids), let number = table.existingNumber(of: id), messages[number] >= 0 { parent = number }
    }
    if parent != own { link(own, below: parent, witness: message) }
  }

  /// Links the ids of References to each other, where nothing is known of them yet: RFC 5256, 1 A.
  ///
  /// - Returns: whether a message is there that they name.
  private mutating func linkReferences(_ references: Range<Int>?, witness: Int) -> Bool {
    guard let references else { return false }
    var ids = MessageIDs(bytes, references)
    var above: Int?
    var isThere = false
    while let id = next(&ids) {
      let number = number(of: id, hash: IdentifierTable.hash(bytes, id))
      // What a message says of itself counts more than what others say of it.
      if let above, above != number, messages[number] < 0, parents[number] < 0 {
        link(number, below: above, witness: witness)
      }
      if messages[number] >= 0 { isThere = true }
      above = number
    }
    return isThere
  }

  /// The next id that can be one: with an `@` in it, or else that of a message that is there.
  private func next(_ ids: inout MessageIDs) -> Range<Int>? {
    while let id = ids.next() {
      if MessageIDs.isUsual(bytes, id) || isKnown(id) { return id }
    }
    return nil
  }

  private mutating func link(_ number: Int, below parent: Int, witness: Int) {
    parents[number] = Int32(parent)
    witnesses[number] = Int32(witness)
  }

  private mutating func number(of id: Range<Int>, hash: UInt64) -> Int {
    let number = table.number(of: id, hash: hash)
    if number == messages.count {
      messages.append(-1)
      parents.append(-1)
      witnesses.append(-1)
    }
    return number
  }

  // MARK: Threads

  /// All messages, each before its replies.
  ///
  /// - Parameters:
  ///   - order: all messages in the order in which siblings stand.
  ///   - subjects: of every message, if those at the top with the same one are to be gathered.
  mutating func assemble(_ order: [Int], subjects: [SubjectGathering.Subject]? = nil) -> [Entry] {
    cutCircles()
    var above = places()
    if let subjects {
      var gathering = SubjectGathering(absentFrom: messages.count)
      for message in order {
        let number = Int(numbers[message])
        let isAbsent = above[number] >= 0 && messages[above[number]] < 0
        if above[number] < 0 || isAbsent {
          gathering.add(isAbsent ? above[number] : number, subjects[message], isAbsent: isAbsent)
        }
      }
      gathering.gather()
      above = gathering.applied(to: above)
      for _ in messages.count..<above.count {
        messages.append(-1)
        table.addNothing()
      }
    }
    var siblings = SiblingLists(count: messages.count)
    for message in order {
      let number = Int(numbers[message])
      let place = above[number]
      if place < 0 {
        siblings.addRoot(number)
      } else {
        if messages[place] < 0 { siblings.addRoot(place) }
        siblings.add(number, below: place)
      }
    }
    return siblings.preorder().map { node, depth in
      let message = messages[node]
      return Entry(message: message < 0 ? nil : Int(message), id: table.ranges[node], depth: depth)
    }
  }

  /// The messages by their `times`, and those of the same time as they came.
  static func order(_ times: [Int]) -> [Int] {
    let isSorted = zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
    return isSorted ? Array(times.indices) : times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
  }

  /// Takes out of every circle the link that was made last.
  private mutating func cutCircles() {
    // 0: not seen; otherwise the number of the walk that saw it, plus 1.
    var walks = [Int32](repeating: 0, count: parents.count)
    for start in parents.indices where walks[start] == 0 {
      var node = start
      while node >= 0, walks[node] == 0 {
        walks[node] = Int32(start + 1)
        node = Int(parents[node])
      }
      guard node >= 0, walks[node] == Int32(start + 1) else { continue }
      var latest = node
      var member = Int(parents[node])
      while member != node {
        if witnesses[member] > witnesses[latest] { latest = member }
        member = Int(parents[member])
      }
      parents[latest] = -1
    }
  }

  /// For every message's number the one it stands below, or -1: RFC 5256, 3.
  ///
  /// Messages that are not there are left out, their replies put where they were; at the top they are kept if several
  /// messages answer them.
  private func places() -> [Int] {
    let unknown = -2
    var above = [Int](repeating: unknown, count: parents.count)
    var path: [Int] = []
    for start in parents.indices where above[start] == unknown {
      var node = start
      var result = unknown
      while result == unknown {
        path.append(node)
        let parent = Int(parents[node])
        if parent < 0 {
          result = -1
        } else if messages[parent] >= 0 {
          result = parent
        } else if above[parent] != unknown {
          result = above[parent] == -1 ? parent : above[parent]
        } else {
          node = parent
        }
      }
      while let last = path.popLast() {
        above[last] = result
        // Below the topmost absent one, all stand under it.
        if result == -1, messages[last] < 0 { result = last }
      }
    }
    var counts = [Int32](repeating: 0, count: parents.count)
    for number in numbers where above[Int(number)] >= 0 { counts[above[Int(number)]] += 1 }
    for number in numbers.lazy.map(Int.init) where above[number] >= 0 && messages[above[number]] < 0 {
      if counts[above[number]] < 2 { above[number] = -1 }
    }
    return above
  }
}

import DocumentModel
import TestSupport
import Testing

/// What comes of contributions written as `id` or `id<parent`, as text: ids indented by depth, stand-ins in brackets.
private func assembled(_ contributions: String) -> String {
  var assembler = ThreadAssembler()
  for contribution in contributions.split(separator: " ") {
    let names = contribution.split(separator: "<", maxSplits: 1).map(String.init)
    assembler.add(id: names[0], parent: names.count > 1 ? names[1] : nil)
  }
  let lines = assembler.assemble().map { entry in
    String(repeating: ".", count: entry.depth) + (entry.contribution == nil ? "[\(entry.id)]" : entry.id)
  }
  return (lines.joined(separator: " ") + "\n" + assembler.diagnostics.map(\.message).joined(separator: "\n"))
}

@Suite("Contributions come into reading order")
struct ThreadAssemblerTests {
  @Test("Replies follow what they answer, siblings keep their order")
  func order() {
    #expect(assembled("") == "\n")
    #expect(assembled("a b<a c d<b e<a f<c") == "a .b ..d .e c .f\n")
    #expect(assembled("d<b e<a b<a f<c c a") == "c .f a .e .b ..d\n")
  }

  @Test("What is answered but not there gets a stand-in, where the first answer to it came")
  func orphans() {
    #expect(
      assembled("a b<x c d<x e<y f<e") == """
        a [x] .b .d c [y] .e ..f
        the comment x is missing but was answered; its place is kept
        the comment y is missing but was answered; its place is kept
        """
    )
  }

  @Test("A circle is cut at the member that came first")
  func circles() {
    #expect(
      assembled("a<a b<c c<d d<b e<d f") == """
        a b .d ..c ..e f
        the comment a answers itself in a circle; it was put at the top level
        the comment b answers itself in a circle; it was put at the top level
        """
    )
  }

  @Test("A repeated id is told apart; answers go to the first of that name")
  func repeats() {
    #expect(
      assembled("a a a~2 a b<a c<a~3") == """
        a .b a~2 a~2~2 a~3 .c
        the comment id a stands twice; the later one is called a~2
        the comment id a~2 stands twice; the later one is called a~2~2
        the comment id a stands twice; the later one is called a~3
        """
    )
  }

  @Test("Assembling a part, and again, tells of what is missing then, and once")
  func prefixes() {
    var assembler = ThreadAssembler()
    assembler.add(id: "a", parent: "b")
    #expect(assembler.assemble().map(\.id) == ["b", "a"])
    #expect(assembler.assemble().map(\.id) == ["b", "a"])
    #expect(assembler.diagnostics.count == 1)
    assembler.add(id: "b", parent: nil)
    #expect(assembler.assemble().map(\.contribution) == [1, 0])
    #expect(assembler.diagnostics.isEmpty)
  }

  @Test("All goes by the definition, whatever comes in whatever order", arguments: 0..<400 as Range<UInt64>)
  func definition(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...25, using: &random)
    // Few names, so that they recur; some that nobody has; circles come of themselves.
    let contributions: [(id: String, parent: String?)] = (0..<count).map { _ in
      let parent = random.chance(70) ? "\(Int.random(in: 0..<count + 4, using: &random))" : nil
      return ("\(Int.random(in: 0..<count * 2, using: &random))", parent)
    }
    var assembler = ThreadAssembler()
    for contribution in contributions { assembler.add(id: contribution.id, parent: contribution.parent) }
    let entries = assembler.assemble()

    // Nothing is lost, nothing is there twice.
    #expect(entries.compactMap(\.contribution).sorted() == Array(0..<count))
    #expect(Set(entries.map(\.id)).count == entries.count)
    let parents = parents(of: entries)
    let standIns = entries.filter { $0.contribution == nil }.map(\.id)
    let known = Set(contributions.map(\.id))
    #expect(Set(standIns) == Set(contributions.compactMap(\.parent)).subtracting(known))

    // Everybody stands below whom they answer, except one in every circle.
    let first = Dictionary(contributions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, contribution) in contributions.enumerated() {
      let isCut = circle(of: index, in: contributions, first: first)?.min() == index
      #expect(parents[index] == (isCut ? nil : contribution.parent))
    }

    // Siblings stand in the order in which they came; a stand-in came with the first answer to it.
    var siblings: [String?: [Int]] = [:]
    for entry in entries {
      if let index = entry.contribution {
        siblings[parents[index] ?? nil, default: []].append(index)
      } else {
        siblings[nil, default: []].append(contributions.firstIndex { $0.parent == entry.id } ?? count)
      }
    }
    for group in siblings.values where group.count > 1 {
      // A stand-in and its first answer have the same number, but never the same parent.
      #expect(group == group.sorted())
    }
  }

  @Test("A chain of 100,000 answers in reverse, and as many of one id, cost what others do", .timeLimit(.minutes(10)))
  func size() {
    var chain = ThreadAssembler()
    for number in (0..<100_000).reversed() { chain.add(id: "\(number)", parent: number == 0 ? nil : "\(number - 1)") }
    let entries = chain.assemble()
    #expect(entries.map(\.depth) == Array(0..<100_000))
    var same = ThreadAssembler()
    for _ in 0..<100_000 { same.add(id: "a", parent: "a") }
    #expect(same.assemble().last?.id == "a~100000")
  }

  /// The id of the entry above each contribution, by depth; top-level ones are left out.
  private func parents(of entries: [ThreadAssembler.Entry]) -> [Int: String] {
    var parents: [Int: String] = [:]
    var chain: [String] = []
    for entry in entries {
      #expect(entry.depth <= chain.count)
      chain.removeLast(chain.count - entry.depth)
      if let index = entry.contribution, let above = chain.last { parents[index] = above }
      chain.append(entry.id)
    }
    return parents
  }

  /// The members of the circle that a contribution is in.
  private func circle(
    of index: Int,
    in contributions: [(id: String, parent: String?)],
    first: [String: Int]
  ) -> [Int]? {
    var members = [index]
    while let parent = contributions[members[members.count - 1]].parent.flatMap({ first[$0] }) {
      if parent == index { return members }
      if members.contains(parent) { return nil }
      members.append(parent)
    }
    return nil
  }
}

import TerminalModel

/// A regular expression that is matched in time proportional to the text, whatever the expression: all ways to match are
/// followed at once, character by character (Thompson 1968; Pike's extension of it keeps where a match began).
///
/// It knows `.`, `*`, `+`, `?`, `{2,5}` and their lazy forms, `|`, groups, `[a-z]`, `\d \w \s` and their opposites,
/// `\b \B`, `^` and `$` at the borders of lines. A match is never empty.
struct RegularExpression: Hashable, Sendable {
  /// What has to hold between two characters.
  enum Assertion: Hashable, Sendable {
    case lineStart
    case lineEnd
    case wordBoundary
    case notWordBoundary
  }

  /// A step of the program that an expression becomes.
  enum Instruction: Hashable, Sendable {
    /// Passes a character of a set.
    case pass(ScalarSet)
    /// Goes on at two places, preferably the first.
    case split(Int, Int)
    case jump(Int)
    case assert(Assertion)
    case match
  }

  private let program: [Instruction]
  /// The bytes that a match can begin with.
  private let first: FirstBytes

  /// Reads an expression.
  ///
  /// - Throws: what is wrong with it.
  init(_ text: String, ignoringCase: Bool) throws(ExpressionError) {
    var parser = ExpressionParser(text, ignoringCase: ignoringCase)
    program = try parser.program()
    first = Self.first(of: program)
  }

  /// Where a match stands first in `text[line]`, at `start` or later.
  ///
  /// - Complexity: O(length of `line` · length of the expression)
  func first(in text: Span<UInt8>, _ line: Range<Int>, from start: Int) -> Range<Int>? {
    var threads = ThreadList(count: program.count)
    var next = ThreadList(count: program.count)
    var found: Range<Int>?
    var offset = start
    while true {
      if threads.isEmpty {
        if found != nil { return found }
        // Nothing is under way: on to where something can begin.
        while offset < line.upperBound, !first.contains(firstByte: text[offset]) { offset += 1 }
      }
      if found == nil { add(0, begin: offset, to: &threads, text, line, offset) }
      let isEnd = offset >= line.upperBound
      let scalar = isEnd ? nil : UTF8Decoding.scalar(in: text, at: offset, end: line.upperBound)
      let after = offset + (scalar?.length ?? 1)
      next.removeAll()
      following: for thread in threads.threads {
        switch program[thread.place] {
        case .match where thread.begin < offset:
          found = thread.begin..<offset
          // Threads after this one would be less preferred matches.
          break following
        case .pass(let set):
          if let scalar, set.contains(scalar.scalar) {
            add(thread.place + 1, begin: thread.begin, to: &next, text, line, after)
          }
        default: break
        }
      }
      if isEnd { return found }
      swap(&threads, &next)
      offset = after
    }
  }

  /// Adds a thread at a place, or where that leads without passing a character.
  private func add(
    _ place: Int,
    begin: Int,
    to list: inout ThreadList,
    _ text: Span<UInt8>,
    _ line: Range<Int>,
    _ offset: Int
  ) {
    var places = [place]
    while let place = places.popLast() {
      guard list.visit(place) else { continue }
      switch program[place] {
      case .jump(let target): places.append(target)
      case .split(let preferred, let other): places += [other, preferred]
      case .assert(let assertion):
        if Self.holds(assertion, text, line, offset) { places.append(place + 1) }
      case .pass, .match: list.threads.append(ThreadList.Thread(place: place, begin: begin))
      }
    }
  }

  private static func holds(_ assertion: Assertion, _ text: Span<UInt8>, _ line: Range<Int>, _ offset: Int) -> Bool {
    switch assertion {
    case .lineStart: return offset == line.lowerBound || text[offset - 1] == UInt8(ascii: "\n")
    case .lineEnd: return offset == line.upperBound || text[offset] == UInt8(ascii: "\n")
    case .wordBoundary, .notWordBoundary:
      var isBefore = false
      if offset > line.lowerBound {
        var start = offset - 1
        while start > line.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
        isBefore = ScalarSet.word.contains(UTF8Decoding.scalar(in: text, at: start, end: offset).scalar)
      }
      let isAfter =
        offset < line.upperBound
        && ScalarSet.word.contains(UTF8Decoding.scalar(in: text, at: offset, end: line.upperBound).scalar)
      return (isBefore != isAfter) == (assertion == .wordBoundary)
    }
  }

  private static func first(of program: [Instruction]) -> FirstBytes {
    var bytes = FirstBytes()
    var seen: Set<Int> = []
    var places = [0]
    while let place = places.popLast() {
      guard seen.insert(place).inserted else { continue }
      switch program[place] {
      case .jump(let target): places.append(target)
      case .split(let one, let other): places += [one, other]
      case .assert: places.append(place + 1)
      case .pass(let set): bytes.formUnion(set)
      // An empty match is none, so that no other way leads to one.
      case .match: break
      }
    }
    return bytes
  }
}

/// The ways to match that are under way at a character, the preferred ones first.
private struct ThreadList {
  struct Thread {
    var place: Int
    var begin: Int
  }

  var threads: [Thread] = []
  /// By place, whether it was visited at this character: the number of the visit.
  private var visits: [Int]
  private var visit = 1

  init(count: Int) { visits = Array(repeating: 0, count: count) }

  var isEmpty: Bool { threads.isEmpty }

  mutating func removeAll() {
    threads.removeAll(keepingCapacity: true)
    visit += 1
  }

  /// Whether `place` was not visited yet.
  mutating func visit(_ place: Int) -> Bool {
    guard visits[place] != visit else { return false }
    visits[place] = visit
    return true
  }
}

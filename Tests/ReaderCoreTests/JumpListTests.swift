import DocumentModel
import TestSupport
import Testing
import TextLayout

@testable import ReaderCore

/// What was jumped from and what was gone back from, as two piles: the brute-force twin.
private struct TwoPiles {
  var past: [Viewport] = []
  var future: [Viewport] = []

  mutating func push(_ place: Viewport) {
    future = []
    if past.last != place { past.append(place) }
    past = past.suffix(200)
  }

  mutating func back(from place: Viewport) -> Viewport? {
    guard let last = past.popLast() else { return nil }
    future.append(place)
    return last
  }

  mutating func forward(from place: Viewport) -> Viewport? {
    guard let next = future.popLast() else { return nil }
    past.append(place)
    return next
  }
}

@Suite("The jump list")
struct JumpListTests {
  private func place(_ number: Int) -> Viewport { Viewport(anchor: Anchor(NodeIndex(number)), row: number % 3) }

  @Test("It does what two piles of places do", arguments: 0..<100)
  func agreesWithTwoPiles(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var jumps = JumpList()
    var twin = TwoPiles()
    // Few places, so that some are jumped from twice in a row.
    var current = place(0)
    for step in 0..<400 {
      // Long runs of jumps, so that the oldest places are forgotten in some of them.
      switch Int.random(in: 0..<(seed % 4 == 0 ? 20 : 3), using: &generator) {
      case 0:
        let found = jumps.back(from: current)?.view
        #expect(found == twin.back(from: current), "step \(step)")
        current = found ?? current
      case 1:
        let found = jumps.forward(from: current)?.place.view
        #expect(found == twin.forward(from: current), "step \(step)")
        current = found ?? current
      default:
        jumps.push(current)
        twin.push(current)
        current = place(Int.random(in: 0..<6, using: &generator))
      }
    }
  }

  @Test("Back and forward again is where one was")
  func thereAndBack() {
    var jumps = JumpList()
    func back(from number: Int) -> Viewport? { jumps.back(from: place(number))?.view }
    func forward(from number: Int) -> Viewport? { jumps.forward(from: place(number))?.place.view }
    #expect(back(from: 0) == nil)
    #expect(forward(from: 0) == nil)
    for number in 0..<5 { jumps.push(place(number)) }
    for number in (0..<5).reversed() { #expect(back(from: number + 1) == place(number)) }
    #expect(back(from: 0) == nil)
    for number in 0..<5 { #expect(forward(from: number) == place(number + 1)) }
    #expect(forward(from: 5) == nil)
  }

  @Test("What a jump unfolded goes with the place it led away from")
  func folds() {
    var jumps = JumpList()
    func back(from number: Int) -> [NodeIndex]? { jumps.back(from: place(number))?.unfolded }
    func forward(from number: Int) -> [NodeIndex]? { jumps.forward(from: place(number))?.unfolded }
    jumps.push(place(0), unfolding: [NodeIndex(7)], isFollowed: true)
    #expect(jumps.origin == place(0))
    jumps.extend(unfolding: [NodeIndex(9)])
    jumps.push(place(1))
    #expect(jumps.origin == nil)
    #expect(back(from: 2) == [])
    #expect(jumps.origin == place(0))
    #expect(back(from: 1) == [NodeIndex(7), NodeIndex(9)])
    #expect(forward(from: 0) == [NodeIndex(7), NodeIndex(9)])
    #expect(forward(from: 1) == [])
  }

  @Test("The oldest places are forgotten, not the newest")
  func capacity() {
    var jumps = JumpList()
    for number in 0..<1000 { jumps.push(place(number)) }
    var found: [Viewport] = []
    var current = place(1000)
    while let back = jumps.back(from: current)?.view {
      found.append(back)
      current = back
    }
    #expect(found == (800..<1000).reversed().map(place))
  }
}

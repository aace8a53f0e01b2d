import DocumentModel
import ReaderCore
import TestSupport
import Testing
import TextLayout

@testable import Library

/// Folds of two readers who fold at the same time.
@Suite struct FoldMergeTests {
  /// One fold after another as somebody makes it: the brute-force twin of a merge.
  private enum Step {
    case rule(Int?)
    case toggle(UInt64)
  }

  private static func apply(_ step: Step, to folds: inout RememberedFolds) {
    switch step {
    case .rule(let level): folds = RememberedFolds(level: level)
    case .toggle(let comment): folds.comments.formSymmetricDifference([comment])
    }
  }

  /// What another reader toggled stays, unless this one has toggled it too; and a new rule holds for all.
  @Test(arguments: 0..<300)
  func nobodyLosesTheOthersFolds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var base = RememberedFolds(level: random.chance(50) ? 1 : nil)
    for comment in 0..<UInt64(6) where random.chance(40) { base.comments.insert(comment) }
    let steps = { (from: Int, random: inout SeededGenerator) -> [Step] in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in .toggle(UInt64(from + Int.random(in: 0..<6, using: &random))) }
    }
    // The readers fold different comments: 0..<6 and 6..<12.
    let (mine, theirs) = (steps(0, &random), steps(6, &random))
    var (now, stored, both) = (base, base, base)
    for step in mine {
      Self.apply(step, to: &now)
      Self.apply(step, to: &both)
    }
    for step in theirs {
      Self.apply(step, to: &stored)
      Self.apply(step, to: &both)
    }
    #expect(now.merged(into: stored, since: base) == both)
    #expect(base.merged(into: stored, since: base) == stored)
    // Whoever gives another rule last has it.
    var ruled = now
    Self.apply(.rule(3), to: &ruled)
    #expect(ruled.merged(into: stored, since: base) == ruled)
    if !theirs.isEmpty, now != base {
      var other = stored
      Self.apply(.rule(7), to: &other)
      #expect(now.merged(into: other, since: base) == now)
    }
  }

  @Test(arguments: 0..<100)
  func foldsAreFoundAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let document = Document(seed: seed, size: 30)
    var folds = FoldState(level: random.chance(30) ? 1 : nil, foldsLongQuotations: true)
    for node in document.nodes where random.chance(30) {
      switch document[node] {
      case .comment, .section, .quotation: folds.setFolded(random.chance(50), node, in: document)
      default: break
      }
    }
    if random.chance(30) { folds.toggleQuotedText() }
    let remembered = RememberedFolds(folds, in: document)
    #expect(RememberedFolds(bytes: remembered.bytes) == remembered)
    let keys = document.comments.indices.map { document.stableKey(ofComment: $0) }
    let found = remembered.folds(FoldState(foldsLongQuotations: true), in: document) { key in
      keys.firstIndex(of: key).map { document.node(ofComment: $0) }
    }
    // Comments with the same words at the same time by the same author are told apart by their ids, blocks of the article
    // with the same words by where they stand.
    #expect(found == folds)
  }

  @Test(arguments: 0..<200)
  func garbageIsNothingOrSomething(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    if random.chance(50), !bytes.isEmpty { bytes[0] = 2 }
    _ = RememberedFolds(bytes: bytes)
    _ = StablePlace(bytes: bytes)
    _ = MarkCoding.marks(of: bytes)
    _ = KeySet(bytes: bytes)
  }
}

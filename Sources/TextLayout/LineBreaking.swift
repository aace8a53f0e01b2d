import TerminalModel

/// Whether a line may end at a place.
package enum LineBreakOpportunity: UInt8, Sendable {
  /// It may not.
  case prohibited
  /// It may.
  case allowed
  /// It must.
  case mandatory
}

/// Finds where lines may be broken, one scalar after the other: UAX #14 of Unicode 17.
///
/// A value of a few bytes that holds all context to the left, so it can be copied to come back to a place. What a rule
/// asks of the text to the right is looked up in the text.
package struct LineBreaker: Sendable {
  /// Whether ``LineBreakTailoring`` applies on top of the rules of the standard.
  private let isTailored: Bool
  /// The rules of the standard.
  private var rules = LineBreakRules()
  /// The context of our own rules.
  private var tailoring = LineBreakTailoring()

  /// A breaker at the start of a text, tailored for reading in a terminal (``LineBreakTailoring``) or not at all.
  package init(tailored: Bool = true) {
    isTailored = tailored
  }

  /// Moves over the scalar that ends before `next`, and says whether a line may end before it.
  ///
  /// `property` is that of the scalar. The text ends at `end` ≤ `text.count`. The place before the first scalar is never
  /// one (LB2); the place after the last always is (LB3) and is not asked for. Complexity: O(1) amortized; a few scalars
  /// to the right are read.
  @inline(__always)
  package mutating func advance(
    over scalar: Unicode.Scalar,
    _ property: LineBreakProperty,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> LineBreakOpportunity {
    let opportunity = rules.advance(property, in: text, next: next, end: end)
    if !isTailored { return opportunity }
    return tailoring.advance(over: scalar, property, opportunity)
  }

  /// Whether the last scalar was a narrow AL inside of a word that is no address. Further ones allow no break and leave
  /// all context as it is, so they may be skipped.
  @inline(__always)
  var isInsideWord: Bool { rules.isInsideWord && (!isTailored || tailoring.isInsideWord) }

  /// Moves over one or more narrow AL where ``isInsideWord``.
  @inline(__always)
  mutating func skipLetters() { rules.skipLetters() }
}

/// Line breaks of a whole text.
package enum LineBreaking {
  /// Where a line may or must end in `text[range]`, in order: offsets after the first byte and before the end of the
  /// range, in bytes, each at the start of a scalar.
  ///
  /// Complexity: O(n).
  package static func opportunities(
    in text: Span<UInt8>,
    _ range: Range<Int>,
    tailored: Bool
  ) -> [(offset: Int, isMandatory: Bool)] {
    var breaker = LineBreaker(tailored: tailored)
    var found: [(offset: Int, isMandatory: Bool)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let scalar = UTF8Decoding.scalar(in: text, at: offset, end: range.upperBound)
      let next = offset + scalar.length
      let opportunity = breaker.advance(
        over: scalar.scalar,
        LineBreakProperty(scalar.scalar),
        in: text,
        next: next,
        end: range.upperBound
      )
      if opportunity != .prohibited { found.append((offset, opportunity == .mandatory)) }
      offset = next
    }
    return found
  }
}

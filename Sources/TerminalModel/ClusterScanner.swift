/// Finds extended grapheme clusters (UAX #29, Unicode 17, untailored) and columns, one scalar after the other.
///
/// A value of a few bytes: copy it to come back to a place in the text. Start a new one at a cluster boundary.
@usableFromInline
package struct ClusterScanner: Sendable {
  /// What a scalar does to the line of text it is added to.
  @usableFromInline
  package struct Step: Sendable {
    /// Whether a cluster starts before the scalar.
    @usableFromInline package let startsCluster: Bool
    /// The columns that the scalar adds, 0…2.
    @usableFromInline package let columns: Int

    @inlinable @inline(__always)
    init(startsCluster: Bool, columns: Int) {
      self.startsCluster = startsCluster
      self.columns = columns
    }
  }

  /// What the cluster holds so far, as far as a rule looks further back than one scalar.
  @usableFromInline
  enum Context: UInt8, Sendable {
    case plain
    /// A pictograph and Extend*: GB11.
    case pictograph
    /// The same and a joiner.
    case pictographAndJoiner
    /// A consonant and (Extend | joiner)*: GB9c.
    case consonant
    /// The same with a linker among them.
    case consonantAndLinker
    /// One regional indicator that waits for its second: GB12, GB13.
    case indicator
  }

  @usableFromInline
  var previous = GraphemeBreakClass.control
  @usableFromInline
  var context = Context.plain

  /// A scanner at the start of a text or at a cluster boundary.
  @inlinable @inline(__always)
  package init() {}

  /// Moves over the next scalar. Complexity: O(1).
  ///
  /// The columns of a text are the sum of the columns of its scalars, as terminals count them, but for what is not
  /// drawn (see ``DisplayCluster/glyph(in:)``): skin tones of a pictograph, and all that a joiner hangs on one.
  @inlinable @inline(__always)
  package mutating func advance(_ property: ClusterProperty) -> Step {
    if property.isOther, previous != .prepend {
      previous = .other
      context = .plain
      return Step(startsCluster: true, columns: property.columns)
    }
    return advanceByRules(property)
  }

  /// Moves over one or more scalars of the class ``GraphemeBreakClass/other``, the first of which starts a cluster.
  @inlinable @inline(__always)
  package mutating func skipOthers() {
    previous = .other
    context = .plain
  }

  @usableFromInline
  mutating func advanceByRules(_ property: ClusterProperty) -> Step {
    let current = property.graphemeBreak
    let starts = isBoundary(before: current)
    let isHidden =
      current == .emojiModifier && context == .pictograph && !starts
      || current == .pictographic && context == .pictographAndJoiner
    context = contextAfter(current, startsCluster: starts)
    previous = current
    return Step(startsCluster: starts, columns: isHidden ? 0 : property.columns)
  }

  private func isBoundary(before current: GraphemeBreakClass) -> Bool {
    // The rules by their numbers in UAX #29, section 3.1.1; the start of text (GB1) is like a control before it.
    switch (previous, current) {
    case (.cr, .lf): return false  // GB3
    case (.cr, _), (.lf, _), (.control, _): return true  // GB4
    case (_, .cr), (_, .lf), (_, .control): return true  // GB5
    case (.hangulL, .hangulL), (.hangulL, .hangulV), (.hangulL, .hangulLV), (.hangulL, .hangulLVT): return false  // GB6
    case (.hangulLV, .hangulV), (.hangulLV, .hangulT), (.hangulV, .hangulV), (.hangulV, .hangulT): return false  // GB7
    case (.hangulLVT, .hangulT), (.hangulT, .hangulT): return false  // GB8
    case (_, .extend), (_, .conjunctLinker), (_, .extendOutsideConjunct), (_, .emojiModifier): return false  // GB9
    case (_, .zeroWidthJoiner): return false  // GB9
    case (_, .spacingMark): return false  // GB9a
    case (.prepend, _): return false  // GB9b
    case (_, .conjunctConsonant): return context != .consonantAndLinker  // GB9c
    case (_, .pictographic): return context != .pictographAndJoiner  // GB11
    case (.regionalIndicator, .regionalIndicator): return context != .indicator  // GB12, GB13
    default: return true  // GB999
    }
  }

  private func contextAfter(_ current: GraphemeBreakClass, startsCluster: Bool) -> Context {
    switch current {
    case .pictographic: return .pictograph
    case .conjunctConsonant: return .consonant
    case .regionalIndicator: return context == .indicator && !startsCluster ? .plain : .indicator
    case .extend, .emojiModifier:
      return startsCluster || context == .pictographAndJoiner || context == .indicator ? .plain : context
    case .extendOutsideConjunct:
      return context == .pictograph && !startsCluster ? .pictograph : .plain
    case .conjunctLinker:
      switch context {
      case .consonant, .consonantAndLinker: return .consonantAndLinker
      case .pictograph: return .pictograph
      default: return .plain
      }
    case .zeroWidthJoiner:
      switch context {
      case .pictograph: return .pictographAndJoiner
      case .consonant, .consonantAndLinker: return context
      default: return .plain
      }
    default: return .plain
    }
  }
}

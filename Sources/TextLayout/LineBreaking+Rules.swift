import TerminalModel

/// The rules LB2 to LB31 of UAX #14, untailored.
///
/// LB9 makes a base and the marks after it one unit; the fields speak of units. <https://www.unicode.org/reports/tr14/>
struct LineBreakRules: Sendable {
  /// The last unit, which may be a space.
  private var previous = LineBreakProperty(.sot)
  /// The class of the unit before it.
  private var beforePrevious = LineBreakClass.sot
  /// The last unit that was no space.
  private var solid = LineBreakClass.sot
  /// Whether that one is an initial quotation mark in the place of one: LB15a.
  private var opensQuotation = false
  /// Whether the unit before a quotation mark is not East Asian: LB19a.
  private var quotationFollowsNarrow = false
  /// Whether the last unit ends in a joiner: LB8a.
  private var endsInJoiner = false
  /// Whether an odd number of regional indicators stands at the end: LB30a.
  private var indicatorsAreOdd = false
  /// How far LB25's number goes.
  private var number = Number.none

  private enum Number: UInt8 {
    case none
    /// NU (SY | IS)*
    case digits
    /// NU (SY | IS)* (CL | CP)
    case closed
  }

  /// Moves over the scalar that ends before `next` and says whether a line may end before it.
  @inline(__always)
  mutating func advance(
    _ property: LineBreakProperty,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> LineBreakOpportunity {
    // Two letters (LB28) or two ideographs (LB31) are by far the most frequent pairs, and no other rule speaks of them.
    if property == previous, property.isPlain, !endsInJoiner {
      beforePrevious = property.isNarrowLetter ? .al : .id
      return property.isNarrowLetter ? .prohibited : .allowed
    }
    // The space between two words, and the letter after it: LB7 and LB18.
    if property.isSpace, isInsideWord {
      beforePrevious = .al
      previous = property
      return .prohibited
    }
    if property.isNarrowLetter, previous.isSpace, solid == .al {
      beforePrevious = .sp
      previous = property
      return .allowed
    }
    return advanceByRules(property, in: text, next: next, end: end)
  }

  /// Whether the last scalar belongs to a narrow AL.
  @inline(__always)
  var isInsideWord: Bool { previous.isNarrowLetter && !endsInJoiner }

  /// Moves over one or more narrow AL where ``isInsideWord``.
  @inline(__always)
  mutating func skipLetters() { beforePrevious = .al }

  private mutating func advanceByRules(
    _ property: LineBreakProperty,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> LineBreakOpportunity {
    var unit = property
    let isJoiner = property.lineClass == .zwj
    if isJoiner || property.lineClass == .cm {
      if !previous.lineClass.takesNoMarks {
        endsInJoiner = isJoiner
        return .prohibited  // LB9
      }
      unit = LineBreakProperty(.al)  // LB10
    }
    let opportunity = opportunity(before: unit, in: text, next: next, end: end)
    append(unit)
    endsInJoiner = isJoiner
    return opportunity
  }

  private mutating func append(_ unit: LineBreakProperty) {
    let current = unit.lineClass
    switch current {
    case .nu: number = .digits
    case .sy, .is: number = number == .digits ? .digits : .none
    case .cl, .cp: number = number == .digits ? .closed : .none
    default: number = .none
    }
    indicatorsAreOdd = current == .ri && !(previous.lineClass == .ri && indicatorsAreOdd)
    if current != .sp {
      opensQuotation = current == .quInitial && previous.lineClass.mayPrecedeOpeningQuotation
      solid = current
    }
    quotationFollowsNarrow = !previous.isEastAsian
    beforePrevious = previous.lineClass
    previous = unit
  }

  private func opportunity(
    before unit: LineBreakProperty,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> LineBreakOpportunity {
    let left = previous.lineClass
    let right = unit.lineClass
    if left == .sot { return .prohibited }  // LB2
    if left.endsLine {
      return left == .cr && right == .lf ? .prohibited : .mandatory  // LB4, LB5
    }
    if right.endsLine || right == .sp || right == .zw { return .prohibited }  // LB6, LB7
    if solid == .zw { return .allowed }  // LB8
    if endsInJoiner { return .prohibited }  // LB8a
    if left == .wj || right == .wj || left == .gl { return .prohibited }  // LB11, LB12
    if right == .gl, left != .sp, left != .ba, !left.isHyphen { return .prohibited }  // LB12a
    if let mayBreak = punctuation(left, unit, in: text, next: next, end: end) {
      return mayBreak ? .allowed : .prohibited
    }
    return pair(left, unit, in: text, next: next, end: end) ? .allowed : .prohibited
  }

  /// LB13 to LB20a: rules that look through spaces or at quotation marks; `nil` where none of them decides.
  private func punctuation(
    _ left: LineBreakClass,
    _ unit: LineBreakProperty,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> Bool? {
    let right = unit.lineClass
    switch right {
    case .cl, .cp, .ex, .sy: return false  // LB13
    default: break
    }
    if solid == .op || opensQuotation { return false }  // LB14, LB15a
    switch right {
    case .quFinal where Self.unit(in: text, at: next, end: end).property.lineClass.mayFollowClosingQuotation:
      return false  // LB15b
    case .is:
      return left == .sp && Self.unit(in: text, at: next, end: end).property.lineClass == .nu  // LB15c, LB15d
    case .ns where solid == .cl || solid == .cp: return false  // LB16
    case .b2 where solid == .b2: return false  // LB17
    default: break
    }
    if left == .sp { return true }  // LB18
    if right.isQuotation {
      if right != .quInitial || !previous.isEastAsian { return false }  // LB19, LB19a
      let following = Self.unit(in: text, at: next, end: end).property
      if following.lineClass == .eot || !following.isEastAsian { return false }  // LB19a
    }
    if left.isQuotation {
      if left != .quFinal || !unit.isEastAsian { return false }  // LB19, LB19a
      if beforePrevious == .sot || quotationFollowsNarrow { return false }  // LB19a
    }
    if left == .cb || right == .cb { return true }  // LB20
    if left.isHyphen, right.isLetter, beforePrevious.mayPrecedeWordInitialHyphen {
      return false  // LB20a
    }
    return nil
  }

  /// LB21 to LB31: rules of neighbours.
  private func pair(
    _ left: LineBreakClass,
    _ unit: LineBreakProperty,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> Bool {
    let right = unit.lineClass
    switch right {
    case .ba, .hh, .hy, .ns, .in: return false  // LB21, LB22
    case .hl where left == .sy: return false  // LB21b
    default: break
    }
    if left == .bb { return false }  // LB21
    if beforePrevious == .hl, left.isHyphen, right != .hl { return false }  // LB21a
    if left.isLetter, right.isLetterOrDigit { return false }  // LB23, LB28
    if left == .nu, right.isLetter { return false }  // LB23
    if left == .pr, right.isIdeograph { return false }  // LB23a
    if left.isIdeograph, right == .po { return false }  // LB23a
    if left == .pr || left == .po, right.isLetter { return false }  // LB24
    if left.isLetter, right == .pr || right == .po { return false }  // LB24
    if isNumeric(left, right, in: text, next: next, end: end) { return false }  // LB25
    return !isSyllabic(left, right, in: text, next: next, end: end) && !isLate(left, unit)
  }

  /// LB25: whether the place is inside a number or between a number and its unit.
  private func isNumeric(
    _ left: LineBreakClass,
    _ right: LineBreakClass,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> Bool {
    switch right {
    case .po, .pr: return number != .none
    case .nu: return number == .digits || left == .po || left == .pr || left == .hy || left == .is
    case .op where left == .po || left == .pr:
      return Self.isNumber(in: text, at: next, end: end)
    default: return false
    }
  }

  /// LB26 to LB28a: whether the place is inside a Hangul syllable or an aksara.
  private func isSyllabic(
    _ left: LineBreakClass,
    _ right: LineBreakClass,
    in text: Span<UInt8>,
    next: Int,
    end: Int
  ) -> Bool {
    switch (left, right) {
    case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): return true  // LB26
    case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt), (.jt, .jt), (.h3, .jt): return true  // LB26
    case (_, .po) where left.isHangul: return true  // LB27
    case (.pr, _) where right.isHangul: return true  // LB27
    case (.ap, _) where right.isAksara: return true  // LB28a
    case (_, .vf) where left.isAksara, (_, .vi) where left.isAksara: return true  // LB28a
    case (.vi, .ak), (.vi, .alDottedCircle): return beforePrevious.isAksara  // LB28a
    case _ where left.isAksara && right.isAksara:
      return Self.unit(in: text, at: next, end: end).property.lineClass == .vf  // LB28a
    default: return false
    }
  }

  /// LB29 to LB30b.
  private func isLate(_ left: LineBreakClass, _ unit: LineBreakProperty) -> Bool {
    switch unit.lineClass {
    case .op: return left.isLetterOrDigit && !unit.isEastAsian  // LB30
    case .al, .hl, .alDottedCircle, .alUnassigned:
      return left == .is || left == .cp && !previous.isEastAsian  // LB29, LB30
    case .nu: return left == .cp && !previous.isEastAsian  // LB30
    case .ri: return left == .ri && indicatorsAreOdd  // LB30a
    case .em: return left == .eb || left == .idUnassigned || left == .alUnassigned  // LB30b
    default: return false
    }
  }

  /// The unit that follows the one which ends at `offset` or, with marks to come, after it; LB9 hides the marks.
  ///
  /// Complexity: O(number of marks), and no place of a text is asked for twice by the same rule.
  private static func unit(in text: Span<UInt8>, at offset: Int, end: Int) -> (property: LineBreakProperty, next: Int) {
    var offset = offset
    while offset < end {
      let next = UTF8Decoding.scalar(in: text, at: offset, end: end)
      let property = LineBreakProperty(next.scalar)
      offset += next.length
      if property.lineClass != .cm, property.lineClass != .zwj { return (property, offset) }
    }
    return (LineBreakProperty(.eot), end)
  }

  /// Whether NU or IS NU follows the unit that ends at `offset`.
  private static func isNumber(in text: Span<UInt8>, at offset: Int, end: Int) -> Bool {
    let first = unit(in: text, at: offset, end: end)
    if first.property.lineClass == .nu { return true }
    return first.property.lineClass == .is
      && unit(in: text, at: first.next, end: end).property.lineClass == .nu
  }
}

import TerminalModel

/// The classes of UAX #14, by the names the standard gives them, so that the rules can be read beside it.
///
/// Rule LB1 is already applied: AI, SG, XX and SA became AL or CM, and CJ became NS. The raw values are those of
/// ``LineBreakTable``.
package enum LineBreakClass: UInt8, Sendable {
  /// Alphabetic, Hebrew letter, numeric, ideographic.
  case al, hl, nu, id
  /// Space, combining mark, joiner.
  case sp, cm, zwj
  /// What ends a line whatever follows.
  case bk, cr, lf, nl
  /// Zero width space, word joiner, glue.
  case zw, wj, gl
  /// Break after, unambiguous hyphen, hyphen-minus, break before, both, contingent.
  case ba, hh, hy, bb, b2, cb
  /// Closing punctuation, closing parenthesis, exclamation, inseparable, nonstarter, opening punctuation, quotation.
  case cl, cp, ex, `in`, ns, op, qu
  /// Infix separator, slash, postfix, prefix.
  case `is`, sy, po, pr
  /// Emoji base and modifier.
  case eb, em
  /// Hangul syllables and their parts.
  case h2, h3, jl, jv, jt
  /// Regional indicator.
  case ri
  /// Aksara: letter, pre-base, start, final virama, virama.
  case ak, ap, `as`, vf, vi
  /// QU that is initial punctuation (Pi), and final punctuation (Pf): rules LB15a, LB15b and LB19.
  case quInitial, quFinal
  /// ID and AL (as XX) that is Extended_Pictographic and not assigned: rule LB30b.
  case idUnassigned, alUnassigned
  /// AL that is U+25CC: rule LB28a.
  case alDottedCircle
  /// The start of the text, and its end.
  case sot, eot
}

/// A set of classes; a member is tested with one instruction.
struct LineBreakClassSet: Sendable {
  private let bits: UInt64

  init(_ classes: LineBreakClass...) {
    bits = classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  private init(bits: UInt64) { self.bits = bits }

  @inline(__always)
  func contains(_ one: LineBreakClass) -> Bool { bits >> UInt64(one.rawValue) & 1 != 0 }

  /// The classes of either set.
  func union(_ other: LineBreakClassSet) -> LineBreakClassSet { LineBreakClassSet(bits: bits | other.bits) }
}

/// What line breaking needs to know of a scalar.
package struct LineBreakProperty: Hashable, Sendable {
  private let value: UInt8

  /// The property of `scalar`. Complexity: O(1).
  @inline(__always)
  package init(_ scalar: Unicode.Scalar) {
    value = LineBreakTable.value(of: scalar)
  }

  /// The property of a scalar of class `lineClass` that is not East Asian.
  @inline(__always)
  init(_ lineClass: LineBreakClass) {
    value = lineClass.rawValue
  }

  /// The class.
  @inline(__always)
  package var lineClass: LineBreakClass {
    // Every value of the table is a raw value, so the replacement is never met.
    LineBreakClass(rawValue: value & 63) ?? .al
  }

  /// Whether East Asian Width is Fullwidth, Wide or Halfwidth: the set $EastAsian of the rules.
  @inline(__always)
  package var isEastAsian: Bool { value & 64 != 0 }
}

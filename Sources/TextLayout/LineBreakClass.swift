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

/// Sets of classes that the rules speak of; each is a test of one bit.
extension LineBreakClass {
  /// What ends a line whatever follows: LB4 and LB5.
  var endsLine: Bool {
    switch self {
    case .bk, .cr, .lf, .nl: true
    default: false
    }
  }

  /// What is not shown at the end of a line.
  var isHidden: Bool {
    switch self {
    case .sp, .bk, .cr, .lf, .nl: true
    default: false
    }
  }

  /// What ends a word in the sense of ``LineBreakTailoring``.
  var endsWord: Bool {
    switch self {
    case .sp, .bk, .cr, .lf, .nl, .zw: true
    default: false
    }
  }

  /// What a mark does not combine with: LB9 and LB10.
  var takesNoMarks: Bool {
    switch self {
    case .sot, .bk, .cr, .lf, .nl, .sp, .zw: true
    default: false
    }
  }

  /// AL and HL.
  var isLetter: Bool {
    switch self {
    case .al, .hl, .alDottedCircle, .alUnassigned: true
    default: false
    }
  }

  /// AL, HL and NU.
  var isLetterOrDigit: Bool {
    switch self {
    case .al, .hl, .alDottedCircle, .alUnassigned, .nu: true
    default: false
    }
  }

  /// QU.
  var isQuotation: Bool {
    switch self {
    case .qu, .quInitial, .quFinal: true
    default: false
    }
  }

  /// ID, EB and EM.
  var isIdeograph: Bool {
    switch self {
    case .id, .idUnassigned, .eb, .em: true
    default: false
    }
  }

  /// Hangul syllables and their parts.
  var isHangul: Bool {
    switch self {
    case .jl, .jv, .jt, .h2, .h3: true
    default: false
    }
  }

  /// AK, AS and the dotted circle.
  var isAksara: Bool {
    switch self {
    case .ak, .alDottedCircle, .as: true
    default: false
    }
  }

  /// HY and HH.
  var isHyphen: Bool {
    switch self {
    case .hy, .hh: true
    default: false
    }
  }

  /// What stands before the initial quotation mark of LB15a.
  var mayPrecedeOpeningQuotation: Bool {
    switch self {
    case .sot, .bk, .cr, .lf, .nl, .op, .qu, .quInitial, .quFinal, .gl, .sp, .zw: true
    default: false
    }
  }

  /// What stands after the final quotation mark of LB15b.
  var mayFollowClosingQuotation: Bool {
    switch self {
    case .sp, .gl, .wj, .cl, .qu, .quInitial, .quFinal, .cp, .ex, .is, .sy, .bk, .cr, .lf, .nl, .zw, .eot: true
    default: false
    }
  }

  /// What stands before the hyphen of LB20a.
  var mayPrecedeWordInitialHyphen: Bool {
    switch self {
    case .sot, .bk, .cr, .lf, .nl, .sp, .zw, .cb, .gl: true
    default: false
    }
  }

  /// What may begin a line inside of an address.
  var mayFollowAddressSeparator: Bool {
    switch self {
    case .al, .hl, .nu, .po, .pr, .id: true
    default: false
    }
  }
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

  /// Whether the class is AL, without the dotted circle, and the scalar is not East Asian: most letters there are.
  @inline(__always)
  var isNarrowLetter: Bool { value == LineBreakClass.al.rawValue }

  /// Whether the scalar is a space.
  @inline(__always)
  var isSpace: Bool { value == LineBreakClass.sp.rawValue }

  /// Whether the property is that of most letters or that of most ideographs.
  @inline(__always)
  var isPlain: Bool { isNarrowLetter || value == LineBreakClass.id.rawValue | 64 }

  /// Whether East Asian Width is Fullwidth, Wide or Halfwidth: the set $EastAsian of the rules.
  @inline(__always)
  package var isEastAsian: Bool { value & 64 != 0 }
}

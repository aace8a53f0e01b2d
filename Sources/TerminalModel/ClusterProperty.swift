/// Grapheme_Cluster_Break of UAX #29, with the classes split that its rules GB9c and GB11 and the drawing single out.
///
/// The raw values are those of ``ClusterTable``.
@usableFromInline
package enum GraphemeBreakClass: UInt8, Sendable {
  case other
  case cr
  case lf
  case control
  case extend
  case zeroWidthJoiner
  case regionalIndicator
  case prepend
  case spacingMark
  case hangulL
  case hangulV
  case hangulT
  case hangulLV
  case hangulLVT
  /// Other, and Extended_Pictographic.
  case pictographic
  /// Other, and Indic_Conjunct_Break=Consonant.
  case conjunctConsonant
  /// Extend, and Indic_Conjunct_Break=Linker.
  case conjunctLinker
  /// Extend, but neither Linker nor Extend in Indic_Conjunct_Break: U+200C.
  case extendOutsideConjunct
  /// Extend, and Emoji_Modifier: the five skin tones.
  case emojiModifier
}

/// What display widths and cluster boundaries need to know of a scalar.
@usableFromInline
package struct ClusterProperty: Sendable {
  @usableFromInline
  let value: UInt8

  /// The property of `scalar`. Complexity: O(1).
  @inlinable @inline(__always)
  package init(_ scalar: Unicode.Scalar) {
    value = ClusterTable.value(of: scalar)
  }

  /// How the scalar behaves at cluster boundaries.
  @inlinable @inline(__always)
  package var graphemeBreak: GraphemeBreakClass {
    // Every value of the table is a raw value, so the replacement is never met.
    GraphemeBreakClass(rawValue: value & 31) ?? .other
  }

  /// The columns of the scalar standing alone, 0…2.
  @inlinable @inline(__always)
  package var columns: Int {
    let code = Int(value >> 5)
    return code == 3 ? 0 : code
  }

  /// Whether the scalar is of the class ``GraphemeBreakClass/other``.
  @inlinable @inline(__always)
  package var isOther: Bool { value & 31 == 0 }

  /// Whether the scalar is of the class ``GraphemeBreakClass/other`` and takes one column: most letters there are.
  @inlinable @inline(__always)
  package var isOtherOfOneColumn: Bool { value == 1 << 5 }

  /// Whether the scalar takes no column and is drawn with the scalar before it: accents and vowel signs, Hangul finals.
  @inlinable @inline(__always)
  package var isMark: Bool { value < 32 }
}

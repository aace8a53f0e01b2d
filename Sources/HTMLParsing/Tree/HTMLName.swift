/// The name of an element or attribute, as a number.
///
/// The names of the standard have fixed numbers and are constants of this type (`.div`, `.href`); others get the next
/// number of their tree. Two names of one tree are equal when their numbers are.
@usableFromInline
package struct HTMLName: Hashable, Sendable, BitwiseCopyable {
  /// The number; 0 stands for the name of what has none.
  @usableFromInline package let number: UInt32

  /// The name with a number.
  @inlinable package init(number: UInt32) { self.number = number }

  /// The name of what has none: text, comments, the document.
  @inlinable package static var none: HTMLName { HTMLName(number: 0) }

  /// Whether the name is one of the standard's, which have the same number in every tree.
  var isKnown: Bool { number <= UInt32(KnownNames.count) }
}

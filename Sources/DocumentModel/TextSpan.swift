/// A stretch of text that means more than its words: a range of ``Document/text`` and its role.
package struct TextSpan: Hashable, Sendable {
  /// What the stretch is.
  package enum Role: Hashable, Sendable {
    case strong
    case emphasis
    case code
    /// A link to `address`.
    case link(address: String)
    /// A person's name, addressed.
    case mention
  }

  /// Bytes of ``Document/text``, within the text of one node.
  package var bytes: Range<Int>
  /// What the stretch is.
  package var role: Role

  /// The stretch `bytes` with its role.
  package init(bytes: Range<Int>, role: Role) {
    self.bytes = bytes
    self.role = role
  }
}

// What is known again when a source is read again, perhaps with more in it.
extension Document {
  /// What a comment is known by at every reading: its id. Where the source gives none, and says only how long ago it was
  /// written, author and words: `11 hours ago` is something else tomorrow.
  ///
  /// - Complexity: O(length of the id), of the text where that stands for it
  package func stableKey(ofComment index: Int) -> UInt64 {
    contents.comments.stableKey(of: index) { text[plainTextRange(ofComment: node(ofComment: index))] }
  }

  /// A hash of a node's own text and of what the node is; the same at every reading.
  ///
  /// - Complexity: O(length)
  package func stableHash(of node: NodeIndex) -> UInt64 {
    let kind = UInt64(contents.elements[node.offset].kind)
    return text[textRange(of: node)].withUnsafeBytes { ByteHash.hash($0, from: kind) }
  }
}

/// A hash of bytes that is the same on every machine, and at every time.
package enum StableHash {
  /// The hash of `bytes`.
  ///
  /// - Complexity: O(length)
  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { ByteHash.hash($0) } }
}

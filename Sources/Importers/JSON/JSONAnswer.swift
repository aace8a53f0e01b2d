/// What an answer in JSON says, for those who ask for more because of it.
package enum JSONAnswer {
  /// The texts and numbers that `query` finds (`JSONQuery`), in order, made harmless; nothing where the answer is no JSON.
  ///
  /// - Complexity: O(size of the answer)
  package static func texts(_ query: String, in answer: [UInt8]) -> [String] {
    answer.withUnsafeBufferPointer { bytes in
      let tape = JSONReader.read(bytes, isComplete: true, ProgressMeter(nil))
      guard let root = tape.children(of: tape.root).first(where: { _ in true }) else { return [] }
      return TapeQuery(JSONQuery(stringLiteral: query), of: tape).all(from: root, in: tape).compactMap { node in
        tape.kind(of: node) == .string || tape.kind(of: node) == .number ? tape.line(node) : nil
      }
    }
  }
}

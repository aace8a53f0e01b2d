import DocumentModel

/// Reads discussions in JSON: answers of the APIs that ``ThreadAPI`` describes, Quire's own, lists of the like.
///
/// Reading never fails. What is cut or damaged is read as far as it goes, and a diagnostic says where it is not JSON.
package enum JSONImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - name: the file's name or the address; a title of last resort.
  ///   - isComplete: whether they are the whole source and not its beginning.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    isComplete: Bool = true,
    progress: ImportProgress? = nil
  ) -> Document {
    bytes.withUnsafeBufferPointer { buffer in
      let ahead = ProgressMeter(progress, countsReading: false)
      let tape = JSONReader.read(buffer, isComplete: isComplete, ahead)
      if let quire = QuireJSON(tape) { return quire.read(ProgressMeter(progress)) }
      if let thread = thread(in: tape) {
        var writer = JSONThreadWriter(thread, in: tape, ProgressMeter(progress))
        return writer.write(name: name)
      }
      var unknown = UnknownJSON(tape)
      return unknown.write(name: name)
    }
  }

  /// The discussion in a text.
  ///
  /// - Parameter apis: the descriptions that are tried, in order, before lists of records are looked for.
  static func thread(in tape: JSONTape, apis: [ThreadAPI] = ThreadAPI.all) -> JSONThread? {
    for api in apis {
      if let thread = AnswerScanner(api, in: tape)?.find() { return thread }
    }
    return RepeatedRecords(tape).find()
  }
}

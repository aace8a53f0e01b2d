import CUchardet

/// Guesses the encoding of text that does not say it.
enum EncodingGuess {
  /// How many bytes from the first on that is not ASCII are looked at.
  static let sampleSize = 1 << 16

  /// The encoding of a sample: UTF-8 if it is valid, what uchardet takes it for if the standard knows that, else
  /// windows-1252.
  static func encoding(of sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> HTMLEncoding {
    if isUTF8(sample, isWhole: isWhole) { return .utf8 }
    guard let detector = uchardet_new(), let start = sample.baseAddress else { return .windows1252 }
    defer { uchardet_delete(detector) }
    let isFed = start.withMemoryRebound(to: CChar.self, capacity: sample.count) {
      uchardet_handle_data(detector, $0, sample.count) == 0
    }
    guard isFed else { return .windows1252 }
    uchardet_data_end(detector)
    let label = String(cString: uchardet_get_charset(detector))
    // It knows encodings that pages are not in; those of the standard it spells as labels.
    return HTMLEncoding(label: label.utf8) ?? .windows1252
  }

  private static func isUTF8(_ sample: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
    var index = 0
    while index < sample.count {
      index = sample.endOfPlainBytes(from: index, to: sample.count)
      guard index < sample.count else { break }
      let scalar = UTF8Scalar(in: sample, at: index)
      guard scalar.isWellFormed else { return scalar.isCutShort && !isWhole }
      index += scalar.count
    }
    // Only escape sequences can be at stake when all of it is ASCII.
    return !sample.contains(0x1b)
  }
}

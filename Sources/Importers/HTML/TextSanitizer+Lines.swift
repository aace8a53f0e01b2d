extension TextSanitizer {
  /// A text of one line, safe; `nil` where nothing is left of it.
  static func line(_ text: String) -> String? {
    let clean = sanitize(text.utf8.span)
    let line = field(clean.bytes)
    return line.isEmpty ? nil : line
  }
}

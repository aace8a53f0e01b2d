import DocumentModel

/// Names by which contributions are assembled that have no id, or one that stands already.
///
/// They begin with U+0001, which no id does.
extension ThreadAssembler {
  /// The name of the contribution of that number.
  static func placeholder(_ number: Int) -> String { "\u{1}\(number)" }

  /// Whether a name is such a one.
  static func isPlaceholder(_ name: String) -> Bool { name.utf8.first == 1 }

  /// What was noticed, in words that can be shown.
  var shownDiagnostics: [Diagnostic] {
    diagnostics.map { diagnostic in
      var shown = diagnostic
      shown.message = diagnostic.message.replacing("\u{1}", with: "number ")
      return shown
    }
  }
}

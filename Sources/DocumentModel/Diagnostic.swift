/// Something an importer noticed: furniture it left out, structure it could not make sense of.
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Hashable, Sendable {
    /// As it should be, but worth knowing.
    case info
    /// Something may be other than the author meant it.
    case warning
  }

  /// How much it matters.
  package var severity: Severity
  /// 1-based line of the source, where there is one.
  package var line: Int?
  /// 1-based column of the source in bytes of UTF-8, where there is one.
  package var column: Int?
  /// What was found and what was done about it, one sentence without a full stop.
  package var message: String

  /// A diagnostic about the place `line`, `column`, or about the whole source.
  package init(_ severity: Severity, line: Int? = nil, column: Int? = nil, _ message: String) {
    self.severity = severity
    self.line = line
    self.column = column
    self.message = message
  }
}

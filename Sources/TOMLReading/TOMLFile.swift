import TOMLKit

/// A text in TOML as it is read leniently: what is wrong in it is told with its place, and costs only itself.
///
/// Owns how configuration and themes are spelled; it knows nothing of what they say.
package struct TOMLFile {
  /// What messages call it: the name of a file, mostly.
  package let name: String
  /// What was wrong, a line each: `name:line:column: what was found; what to do`.
  package private(set) var problems: [String] = []
  /// The values at the top; none where the text is no TOML.
  package let table: TOMLTable

  private let source: String
  private var places: TOMLPlaces?

  /// Reads `source`.
  ///
  /// - Complexity: O(n)
  package init(name: String, source: String) {
    self.name = name
    self.source = source
    do {
      table = try TOMLTable(string: source)
    } catch let error as TOMLParseError {
      table = TOMLTable()
      problems.append("\(name):\(error.source.begin.line):\(error.source.begin.column): \(error.description)")
    } catch {
      table = TOMLTable()
      problems.append("\(name): \(error)")
    }
  }

  /// Says what is wrong with the value of a key, in a table within tables when it has several parts.
  ///
  /// - Complexity: O(n) the first time
  package mutating func report(_ message: String, at key: [String]) {
    let places = places ?? TOMLPlaces(source)
    self.places = places
    let place = places.place(of: key).map { ":\($0.line):\($0.column)" } ?? ""
    problems.append("\(name)\(place): \(message)")
  }

  /// Says that there is nothing called `name`, and what may have been meant.
  ///
  /// - Parameters:
  ///   - kind: what is missing: `setting`, `scope`, `command`.
  ///   - known: all that there are.
  ///   - advice: what to do where none of them is like it.
  package mutating func reportUnknown(
    _ kind: String,
    named name: String,
    at key: [String],
    known: some Sequence<String>,
    otherwise: String
  ) {
    let advice = Suggestion.nearest(to: name, among: known).map { "did you mean \($0)?" } ?? otherwise
    report("there is no \(kind) \(name); \(advice)", at: key)
  }
}

import ArgumentParser
import TerminalModel

/// The window that is measured in.
struct Window: ExpressibleByArgument, Sendable {
  /// What terminals open with.
  static let usual = Window(size: Size(rows: 24, columns: 80))

  /// Its rows and columns.
  let size: Size

  private init(size: Size) { self.size = size }

  /// Reads `80x24`: columns, rows.
  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], 1...1000 ~= columns, 1...1000 ~= rows else {
      return nil
    }
    size = Size(rows: rows, columns: columns)
  }

  /// As ``init(argument:)`` reads it.
  var defaultValueDescription: String { "\(size.columns)x\(size.rows)" }
}

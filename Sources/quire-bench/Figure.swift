/// A cell of the table: what one benchmark came to on one specimen.
struct Figure: Hashable {
  /// What a figure counts.
  enum Unit: String {
    /// Of processor time, an operation.
    case nanoseconds = "ns"
    case bytes
    /// An operation.
    case instructions
  }

  /// The benchmark's name.
  let benchmark: String
  /// The specimen's label.
  let specimen: String
  /// What is counted.
  let unit: Unit
  /// How many.
  let value: Double

  /// The figure with its unit, to three digits: `12.3 µs`, `1.20 GB`, `48.1 k`.
  var text: String {
    let names =
      switch unit {
      case .nanoseconds: [" ns", " µs", " ms", " s"]
      case .bytes: [" B", " kB", " MB", " GB"]
      case .instructions: ["", " k", " M", " G"]
      }
    var value = value
    var step = 0
    while value >= 999.5, step + 1 < names.count {
      value /= 1000
      step += 1
    }
    return Self.decimal(value, digits: value < 9.995 ? 2 : value < 99.95 ? 1 : 0) + names[step]
  }

  /// A number with `digits` digits behind its point, from 0 up.
  static func decimal(_ value: Double, digits: Int) -> String {
    let factor = (0..<digits).reduce(1) { factor, _ in factor * 10 }
    let scaled = Int((value * Double(factor)).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % factor)
    return "\(scaled / factor)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

// MARK: As lines of a file

extension Figure {
  /// The names of the columns of ``line``.
  static let header = "benchmark\tdocument\tunit\tvalue"

  /// The figure as a line of tab-separated values.
  var line: String { "\(benchmark)\t\(specimen)\t\(unit.rawValue)\t\(Self.decimal(value, digits: 1))" }

  /// Reads what ``line`` writes.
  init?(line: some StringProtocol) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4, let unit = Unit(rawValue: String(fields[2])), let value = Double(fields[3]) else {
      return nil
    }
    self.init(benchmark: String(fields[0]), specimen: String(fields[1]), unit: unit, value: value)
  }
}

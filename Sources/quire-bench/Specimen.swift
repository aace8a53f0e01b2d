import ArgumentParser

/// What is measured on: a shape of document, and how large it is.
struct Specimen: Hashable, Sendable {
  /// What a document is like.
  enum Shape: String, CaseIterable, Sendable {
    /// A page with an article and a discussion, read from its text; the size is its number of comments.
    case page
    /// One line without an end, read from its text; the size is in bytes.
    case line
    /// A chain of replies, each to the one before, built.
    case deep
    /// One comment that everybody answers, built.
    case wide

    /// The size where none is given.
    var usualSize: Int {
      switch self {
      case .page: 10_000
      case .line: 10_000_000
      case .deep: 100_000
      case .wide: 1_000_000
      }
    }
  }

  /// What the document is like.
  let shape: Shape
  /// How large it is.
  let size: Int
}

extension Specimen: ExpressibleByArgument {
  /// What is measured where nothing is said.
  static let usual = "1k,10k,100k,line,deep,wide"

  /// Reads `10k`, a page with as many comments; `deep`, a shape at its usual size; `deep:1k`, a shape at a size.
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    if let shape = Shape(rawValue: parts[0]), parts.count <= 2 {
      guard let size = parts.count == 1 ? shape.usualSize : Self.number(parts[1]) else { return nil }
      self.init(shape: shape, size: size)
    } else if parts.count == 1, let size = Self.number(argument) {
      self.init(shape: .page, size: size)
    } else {
      return nil
    }
  }

  /// The shortest text that ``init(argument:)`` reads as this specimen.
  var label: String {
    switch shape {
    case .page: Self.text(of: size)
    default: size == shape.usualSize ? shape.rawValue : "\(shape.rawValue):\(Self.text(of: size))"
    }
  }

  private static let units: [(suffix: String, factor: Int)] = [("M", 1_000_000), ("k", 1000)]

  /// At most 100 million, so that a slip of the finger does not fill the memory.
  private static func number(_ text: String) -> Int? {
    let unit = units.first { text.hasSuffix($0.suffix) }
    guard let count = Int(text.dropLast(unit?.suffix.count ?? 0)), (1...100_000_000).contains(count) else { return nil }
    let number = count * (unit?.factor ?? 1)
    return number <= 100_000_000 ? number : nil
  }

  private static func text(of size: Int) -> String {
    for (suffix, factor) in units where size % factor == 0 { return "\(size / factor)\(suffix)" }
    return String(size)
  }
}

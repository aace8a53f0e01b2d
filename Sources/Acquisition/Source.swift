// Where bytes come from: a file, standard input, an address on the web.
//
// Owns opening, fetching, reading and what can go wrong with that. Must never know what the bytes mean: an empty source is a
// success.

/// Something to be read, as it is named on the command line.
package enum Source: Hashable, Sendable {
  /// The file at a path.
  case file(path: String)
  /// What is piped in.
  case standardInput
  /// What stands at an address on the web, as the user wrote it.
  case address(String)

  /// The source that `argument` names: `-` is standard input, and what begins as an address is one.
  package init(argument: String) {
    let start = argument.prefix(8).lowercased()
    if argument == "-" {
      self = .standardInput
    } else if start.hasPrefix("http://") || start.hasPrefix("https://") {
      self = .address(argument)
    } else {
      self = .file(path: argument)
    }
  }

  /// The source in messages, of one line and without anything that a terminal would obey.
  package var name: String {
    switch self {
    case .file(let path): path.isEmpty ? "\"\"" : Self.harmless(path)
    case .standardInput: "standard input"
    case .address(let address): Self.harmless(Self.withoutSecrets(address))
    }
  }

  /// The path, for a file.
  package var path: String? {
    if case .file(let path) = self { path } else { nil }
  }

  /// An address without the name and password that may stand before its host.
  private static func withoutSecrets(_ address: String) -> String {
    guard let start = address.firstRange(of: "://")?.upperBound else { return address }
    let end = address[start...].firstIndex { "/?#".contains($0) } ?? address.endIndex
    guard let sign = address[start..<end].lastIndex(of: "@") else { return address }
    return String(address[..<start] + address[address.index(after: sign)...])
  }

  /// The address, of one.
  package var address: String? {
    if case .address(let address) = self { address } else { nil }
  }

  /// `text` with control characters as symbols (U+2400 …), and U+FFFD for what has no symbol or turns the direction of
  /// writing.
  static func harmless(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: result.append(Unicode.Scalar(UInt16(0x2400 + scalar.value)) ?? "\u{fffd}")
      case 0x7f: result.append("\u{2421}")
      case 0x80..<0xa0, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: result.append("\u{fffd}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

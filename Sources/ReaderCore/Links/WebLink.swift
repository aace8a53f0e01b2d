/// An address that may be handed to a browser: nothing but the web and mail, and no byte in it that could be taken for
/// anything else.
package struct WebLink: Hashable, Sendable {
  /// Longer addresses are none that anybody made to be followed.
  private static let longest = 8192
  private static let schemes = ["http", "https", "mailto"]

  /// The address, of printable characters without white space.
  package let address: String

  /// The address, unless it may not be opened.
  ///
  /// - Throws: why not, for the status line.
  init(_ address: String) throws(Refusal) {
    // What leaves the scheme to the page is of the web.
    let address = address.hasPrefix("//") ? "https:" + address : address
    let scheme = address.prefix { $0 != ":" }.lowercased()
    guard Self.schemes.contains(scheme), address.utf8.count > scheme.utf8.count + 1 else {
      throw Refusal(text: "only addresses of the web and of mail are opened, not " + Self.shown(address))
    }
    let isPlain = address.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !(0x7F...0xA0).contains(scalar.value) && !scalar.properties.isWhitespace
    }
    guard isPlain, address.utf8.count <= Self.longest else {
      throw Refusal(text: "this address has blanks or control characters in it, or no end: " + Self.shown(address))
    }
    self.address = address
  }

  /// Why an address is not opened.
  struct Refusal: Error, Hashable {
    var text: String
  }

  /// As much of an address as can be shown, whatever is in it.
  static func shown(_ address: String) -> String {
    String(String.UnicodeScalarView(address.unicodeScalars.prefix(1000).map { isControl($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // Directional marks would rearrange the row.
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}

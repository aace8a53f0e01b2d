import DocumentModel

/// An address on the web that can be asked for what stands there: `http` or `https`, a host, and nothing that a program
/// could take for something else.
package struct FetchAddress: Hashable, Sendable {
  /// `http` or `https`.
  package let scheme: String
  /// The host's name in small letters, or its number; one of IPv6 in brackets.
  package let host: String
  /// The port, where it is not the scheme's own.
  package let port: Int?
  /// Path and query, of printable ASCII characters; begins with `/`.
  package let target: String

  /// Longer addresses are none that anybody made to be followed.
  private static let longest = 8192

  /// The address that `text` is.
  ///
  /// - Throws: what is wrong with it.
  package init(_ text: String) throws(FetchFault) {
    guard text.utf8.count <= Self.longest else { throw .badAddress("is longer than \(Self.longest) bytes") }
    guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) else { throw .badAddress("has control characters") }
    try self.init(WebAddress(text))
  }

  /// The address of what stands at `address`; places within it are left out.
  ///
  /// - Throws: what is wrong with it.
  package init(_ address: WebAddress) throws(FetchFault) {
    guard let scheme = address.scheme, scheme == "http" || scheme == "https", let authority = address.authority else {
      throw .badAddress("is not of the web")
    }
    // A name and a password in an address would be shown, kept and sent on.
    guard !authority.contains("@") else { throw .credentials }
    let (host, port) = Self.split(authority.lowercased())
    guard Self.isHost(host) else { throw .badAddress("has no host that could be asked") }
    guard port.map({ Int($0).map { (1...65_535).contains($0) } ?? $0.isEmpty }) ?? true else {
      throw .badAddress("has no port that there could be")
    }
    let number = port.flatMap { Int($0) }
    self.scheme = String(scheme)
    self.host = host
    self.port = number == (scheme == "http" ? 80 : 443) ? nil : number
    let path = address.path.isEmpty ? "/" : address.path
    target = Self.encoded(path + (address.query.map { "?" + $0 } ?? ""))
  }

  private static func split(_ authority: String) -> (host: String, port: String?) {
    // The colons of IPv6 are its own.
    let end = authority.lastIndex(of: "]") ?? authority.startIndex
    guard let colon = authority[end...].lastIndex(of: ":") else { return (authority, nil) }
    return (String(authority[..<colon]), String(authority[authority.index(after: colon)...]))
  }

  private static func isHost(_ host: String) -> Bool {
    if host.hasPrefix("[") {
      return host.hasSuffix("]")
        && host.dropFirst().dropLast().utf8.allSatisfy {
          isDigit($0) || (0x61...0x66).contains($0) || $0 == 0x3a || $0 == 0x2e
        }
    }
    let isPlain = host.utf8.allSatisfy {
      isDigit($0) || (0x61...0x7a).contains($0) || $0 == 0x2d || $0 == 0x2e || $0 == 0x5f || $0 >= 0x80
    }
    let isSeen = host.unicodeScalars.allSatisfy {
      $0.isASCII || $0.properties.isAlphabetic || $0.properties.isIDContinue
    }
    return isPlain && isSeen && host.utf8.count <= 255 && host.contains { $0 != "." } && !host.hasPrefix("-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// `text` with everything percent-encoded that no address may hold.
  private static func encoded(_ text: Substring) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte > 0x20, byte < 0x7f, !"\"<>`\\".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Scheme, host and port: `https://example.com:8443`.
  package var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

  /// The whole address.
  package var text: String { origin + target }

  /// The address as that of a page, against which its references are resolved.
  package var webAddress: WebAddress { WebAddress(text) }

  /// What `reference` means here.
  ///
  /// - Throws: what is wrong with it.
  package func resolving(_ reference: String) throws(FetchFault) -> FetchAddress {
    guard reference.utf8.count <= Self.longest else { throw .badAddress("is longer than \(Self.longest) bytes") }
    return try FetchAddress(webAddress.resolving(WebAddress(reference)))
  }

  /// The same at another origin, such as `http://127.0.0.1:8080`.
  func moved(to origin: String) -> FetchAddress? { try? FetchAddress(origin + target) }

  /// The port that is connected to.
  var effectivePort: Int { port ?? (scheme == "http" ? 80 : 443) }
}

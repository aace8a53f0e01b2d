/// An address on the web in its parts (RFC 3986, section 3), and what a reference means that stands there.
package struct WebAddress: Equatable, Sendable {
  /// In small letters; `nil` where the reference leaves it to the page.
  package private(set) var scheme: Substring?
  /// User, host and port, as far as they are given.
  package private(set) var authority: Substring?
  /// From the first `/` on.
  package private(set) var path: Substring
  /// What stands after `?`.
  package private(set) var query: Substring?
  private var fragment: Substring?

  /// Longer references are not followed, in bytes.
  private static let maximumBytes = 1 << 13

  /// The parts of a reference. White space around it and line breaks within are left out, as browsers do.
  package init(_ reference: String) {
    let bytes = reference.utf8.prefix(Self.maximumBytes).filter { $0 != 0x09 && $0 != 0x0a && $0 != 0x0d }
    // All that divides it is ASCII: bytes are looked at, not characters.
    var rest = String(decoding: bytes, as: UTF8.self)[...].utf8
    rest = rest.drop { $0 == 0x20 }
    while rest.last == 0x20 { rest.removeLast() }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Substring(rest[hash...].dropFirst())
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = Substring(rest[mark...].dropFirst())
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
      scheme = Substring(rest[..<colon]).lowercased()[...]
      rest = rest[colon...].dropFirst()
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = Substring(rest[..<end])
      rest = rest[end...]
    }
    path = Substring(rest)
  }

  private static func isScheme(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first, isLetter(first) else { return false }
    return text.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2b || $0 == 0x2d || $0 == 0x2e }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }

  /// What `reference` means at this address (RFC 3986, section 5.2.2).
  package func resolving(_ reference: WebAddress) -> WebAddress {
    var target = reference
    guard reference.scheme == nil else { return target }
    target.scheme = scheme
    guard reference.authority == nil else { return target }
    target.authority = authority
    if reference.path.isEmpty {
      target.path = path
      if reference.query == nil { target.query = query }
    } else if reference.path.hasPrefix("/") {
      target.path = Self.withoutDots(reference.path)
    } else {
      let directory = path.lastIndex(of: "/").map { path[...$0] } ?? (authority == nil ? "" : "/")
      target.path = Self.withoutDots(directory + reference.path)
    }
    return target
  }

  /// A path without its segments `.` and `..` (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: Substring) -> Substring {
    guard path.contains("/.") || path.hasPrefix(".") else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 || kept.first?.isEmpty == false { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/")[...]
  }

  /// The address to go to, where it is one that readers may be sent to: `http`, `https` or `mailto`.
  package var link: String? {
    switch scheme {
    case "http", "https": authority.map { !$0.isEmpty } == true ? text : nil
    case "mailto": path.isEmpty ? nil : text
    default: nil
    }
  }

  /// Whether it is nothing but a place of the page it stands on.
  package var isFragment: Bool { scheme == nil && authority == nil && path.isEmpty && query == nil && fragment != nil }

  /// Where on the net it is: the name of the host, in small letters, without user and port.
  package var host: Substring? {
    guard let authority else { return nil }
    let host = authority.split(separator: "@").last?.split(separator: ":").first
    return host.map { $0.lowercased()[...] }
  }

  /// The parts of the path.
  package var segments: [Substring] { path.split(separator: "/") }

  /// The address of the page, without a place of it.
  package var page: WebAddress {
    var page = self
    page.fragment = nil
    return page
  }

  /// The place of the page.
  package var place: String? { fragment.map(String.init) }

  /// The parts put together (RFC 3986, section 5.3); what no address may hold is percent-encoded.
  private var text: String {
    var text = scheme.map { $0 + ":" } ?? ""
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    if text.utf8.allSatisfy(Self.mayStand) { return text }
    let isClean = text.withUTF8 { CleanText.end(in: $0) == $0.count }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if byte >= 0x80 ? isClean : Self.mayStand(byte) {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        let digits = String(byte, radix: 16, uppercase: true)
        if digits.utf8.count == 1 { encoded.append(UInt8(ascii: "0")) }
        encoded.append(contentsOf: digits.utf8)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Whether a byte is of ASCII and needs no encoding.
  private static func mayStand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): false
    default: byte > 0x20 && byte < 0x7f
    }
  }
}

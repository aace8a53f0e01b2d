import Glibc

/// The numbers by which a host is reached, as the system's resolver gives them.
struct HostNumbers: Sendable {
  /// Each as `curl` takes it: `192.0.2.1`, `[2001:db8::1]`.
  private(set) var texts: [String] = []
  /// Whether any of them is of this machine, of a private network, or of no host at all.
  private(set) var arePrivate = false

  /// Numbers that were found.
  init(_ texts: [String], arePrivate: Bool) { (self.texts, self.arePrivate) = (texts, arePrivate) }

  /// Asks for a host's numbers; `nil` when there are none.
  ///
  /// Takes as long as the resolver does.
  init?(of host: String) {
    let name = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(name, nil, &hints, &list) == 0 else { return nil }
    defer { freeaddrinfo(list) }
    var next = list
    while let entry = next {
      next = entry.pointee.ai_next
      guard let address = entry.pointee.ai_addr else { continue }
      let isVersion6 = entry.pointee.ai_family == AF_INET6
      guard isVersion6 || entry.pointee.ai_family == AF_INET else { continue }
      let bytes = UnsafeRawPointer(address)
      let number =
        isVersion6
        ? Array(UnsafeRawBufferPointer(start: bytes + 8, count: 16))
        : Array(UnsafeRawBufferPointer(start: bytes + 4, count: 4))
      if Self.isPrivate(number) { arePrivate = true }
      let text = Self.text(number)
      if !texts.contains(text) { texts.append(text) }
    }
    if texts.isEmpty { return nil }
  }

  private static func text(_ number: [UInt8]) -> String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN) + 1)
    let family = number.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, number, &buffer, socklen_t(buffer.count)) != nil else { return "" }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return number.count == 4 ? text : "[\(text)]"
  }

  /// Whether a number of four or sixteen bytes is of no host that anybody can reach from anywhere (IANA's registries of
  /// special-purpose addresses, RFC 6890).
  static func isPrivate(_ number: [UInt8]) -> Bool {
    guard number.count == 4 else { return isPrivate(version6: number) }
    switch (number[0], number[1]) {
    // This network, private, loopback, multicast and what is reserved.
    case (0, _), (10, _), (127, _), (224..., _): return true
    // Shared by carriers, link-local, private, private, for protocols, for benchmarks.
    case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): return true
    case (192, 0): return number[2] == 0
    default: return false
    }
  }

  private static func isPrivate(version6 number: [UInt8]) -> Bool {
    let head = number[0] == 0x20 ? number[1] : 0
    // What IPv4 is in it decides: mapped, of NAT64, of 6to4.
    if number[..<10].allSatisfy({ $0 == 0 }) {
      return number[10] != 0xff || number[11] != 0xff || isPrivate(Array(number[12...]))
    }
    if number[..<12].elementsEqual([0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return isPrivate(Array(number[12...]))
    }
    if head == 0x02 { return isPrivate(Array(number[2..<6])) }
    // Teredo says its IPv4 in a riddle.
    if head == 0x01, number[2] == 0, number[3] == 0 { return true }
    // Global unicast is 2000::/3; all else is local, multicast or not given out.
    return number[0] & 0xe0 != 0x20
  }
}

/// Decides what a page is encoded in (HTML standard, section 13.2.3).
enum EncodingSniffer {
  /// What is known of the encoding at the beginning of a page.
  struct Finding {
    /// `nil` where nothing is declared.
    var encoding: HTMLEncoding?
    /// How many bytes are a byte order mark.
    var markCount = 0
  }

  /// A byte order mark, what the transport says, or what the page does, in that order.
  static func finding(in bytes: UnsafeBufferPointer<UInt8>, transport: HTMLEncoding?) -> Finding {
    if let marked = mark(in: bytes) { return marked }
    if let transport { return Finding(encoding: transport) }
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(MetaPrescan.limit))
    return Finding(encoding: MetaPrescan.encoding(in: beginning) ?? xmlEncoding(in: beginning))
  }

  /// What a byte order mark says.
  static func mark(in bytes: UnsafeBufferPointer<UInt8>) -> Finding? {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { return Finding(encoding: .utf8, markCount: 3) }
    if bytes.starts(with: [0xfe, 0xff]) { return Finding(encoding: .utf16BE, markCount: 2) }
    if bytes.starts(with: [0xff, 0xfe]) { return Finding(encoding: .utf16LE, markCount: 2) }
    return nil
  }

  /// The encoding of an XML declaration ("get an XML encoding", 13.2.3.2).
  static func xmlEncoding(in bytes: UnsafeBufferPointer<UInt8>) -> HTMLEncoding? {
    guard bytes.starts(with: "<?xml".utf8) else { return nil }
    var rest = Array(bytes.prefix { $0 != .greaterThan })[...]
    let word = Array("encoding".utf8)
    while !rest.starts(with: word) {
      guard rest.count > word.count else { return nil }
      rest = rest.dropFirst()
    }
    rest = rest.dropFirst(word.count).drop { $0 <= .space }
    guard rest.first == .equals else { return nil }
    rest = rest.dropFirst().drop { $0 <= .space }
    guard let quote = rest.first, quote == .quote || quote == .apostrophe else { return nil }
    let label = rest.dropFirst().prefix { $0 != quote && $0 > .space }
    return HTMLEncoding(label: label).map(MetaPrescan.readable)
  }
}

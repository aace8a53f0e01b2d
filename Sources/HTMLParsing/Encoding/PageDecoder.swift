/// Gives the bytes of a page on as UTF-8, once it is known what they are encoded in.
///
/// Where nothing is declared, ASCII is given on as it is, and the guess is made of what comes from the first byte on
/// that is not: it need not be made for most pages, and is not made of markup.
struct PageDecoder: ~Copyable {
  private enum Stage {
    /// The beginning is gathered.
    case sniffing
    /// Nothing is declared, and there was nothing but ASCII.
    case undeclared
    /// What the guess will be made of is gathered.
    case guessing
    case utf8
    case legacy
  }

  private var stage: Stage
  private let transport: HTMLEncoding?
  private var gathered: [UInt8] = []
  private var legacy: LegacyDecoder?
  /// What the page is encoded in, as far as it is known.
  private(set) var encoding: HTMLEncoding

  /// A decoder of a page of which the transport says a label, or nothing.
  init(transportLabel: String?) {
    transport = transportLabel.flatMap { HTMLEncoding(label: $0.utf8) }
    encoding = .windows1252
    stage = .sniffing
  }

  /// A decoder of what is known to be UTF-8.
  init(isUTF8: Void) {
    transport = nil
    encoding = .utf8
    stage = .utf8
  }

  /// Takes bytes and has them parsed.
  ///
  /// - Parameter isLast: whether there are no more.
  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to parser: inout UTF8Parser) {
    switch stage {
    case .utf8: parser.feed(bytes)
    case .legacy: decodeLegacy(bytes, isLast: isLast, to: &parser)
    case .undeclared: decodeASCII(bytes, isLast: isLast, to: &parser)
    case .sniffing, .guessing:
      let needed = stage == .sniffing ? MetaPrescan.limit : EncodingGuess.sampleSize
      if gathered.isEmpty, isLast || bytes.count >= needed {
        decide(bytes, isLast: isLast, to: &parser)
        return
      }
      gathered.append(contentsOf: bytes)
      guard isLast || gathered.count >= needed else { return }
      var all: [UInt8] = []
      swap(&all, &gathered)
      all.withUnsafeBufferPointer { decide($0, isLast: isLast, to: &parser) }
    }
  }

  /// Now that there are bytes enough.
  private mutating func decide(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to parser: inout UTF8Parser) {
    if stage == .guessing {
      let sample = UnsafeBufferPointer(rebasing: bytes.prefix(EncodingGuess.sampleSize))
      let isWhole = isLast && sample.count == bytes.count
      begin(MetaPrescan.encoding(in: sample) ?? EncodingGuess.encoding(of: sample, isWhole: isWhole))
      decode(bytes, isLast: isLast, to: &parser)
      return
    }
    let finding = EncodingSniffer.finding(in: bytes, transport: transport)
    if let found = finding.encoding { begin(found) } else { stage = .undeclared }
    decode(UnsafeBufferPointer(rebasing: bytes[finding.markCount...]), isLast: isLast, to: &parser)
  }

  private mutating func begin(_ found: HTMLEncoding) {
    encoding = found
    stage = found == .utf8 ? .utf8 : .legacy
    if found != .utf8 { legacy = LegacyDecoder(found) }
  }

  private mutating func decodeASCII(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to parser: inout UTF8Parser) {
    // Escape sequences begin other alphabets in ISO-2022.
    let end = bytes.firstIndex { $0 >= 0x80 || $0 == 0x1b } ?? bytes.count
    parser.feed(UnsafeBufferPointer(rebasing: bytes[..<end]))
    if end < bytes.count || isLast, let declared = parser.builder.declaredEncoding {
      // A `meta` further down: what came before is the same in whichever encoding.
      begin(declared)
    } else if end < bytes.count {
      stage = .guessing
    } else {
      return
    }
    decode(UnsafeBufferPointer(rebasing: bytes[end...]), isLast: isLast, to: &parser)
  }

  private mutating func decodeLegacy(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to parser: inout UTF8Parser) {
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + LegacyDecoder.blockSize)
      if let decoded = legacy?.decode(UnsafeBufferPointer(rebasing: bytes[start..<end])) { parser.feed(decoded) }
      start = end
    }
    if isLast, let rest = legacy?.finish() { parser.feed(rest) }
  }
}

/// Parses HTML as the WHATWG standard says (section 13.2), scripting disabled.
///
/// Bytes are fed as they come, and whoever wants it to end stops feeding; parsing never fails. Whatever the input, time
/// and memory grow in proportion to it.
///
///     var parser = HTMLParser()
///     parser.feed(bytes)
///     let tree = parser.finish()
package struct HTMLParser: ~Copyable {
  /// How many bytes of UTF-8 are parsed: what comes of them can be addressed with 32 bits.
  package static let inputLimit = Int(UInt32.max) / 3

  private var decoder: PageDecoder
  private var parser: UTF8Parser

  /// A parser of a whole page.
  ///
  /// - Parameters:
  ///   - transportLabel: the encoding that the transport names, such as the `charset` of a `Content-Type`.
  ///   - expectedCount: about how many bytes will be fed, if that is known. Room for them is made, not used.
  package init(transportLabel: String? = nil, expectedCount: Int = 0) {
    decoder = PageDecoder(transportLabel: transportLabel)
    parser = UTF8Parser(expectedCount: expectedCount)
  }

  /// A parser of a fragment in UTF-8, as if it stood in an element with that name: its nodes are the children of the
  /// document.
  package init(fragmentIn context: String, namespace: HTMLTree.Namespace = .html) {
    decoder = PageDecoder(isUTF8: ())
    parser = UTF8Parser(expectedCount: 0)
    parser.builder.beginFragment(in: context, namespace: namespace)
  }

  /// Takes the next bytes of the page.
  package mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) { decode(bytes, isLast: false) }

  /// Takes the next bytes of the page.
  package mutating func feed(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { feed($0) } }

  /// The tree of all that was fed.
  package consuming func finish() -> HTMLTree {
    decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    return parser.finish(encoding: decoder.encoding)
  }

  /// The tree of a page.
  package static func parse(_ bytes: [UInt8], transportLabel: String? = nil) -> HTMLTree {
    var parser = HTMLParser(transportLabel: transportLabel, expectedCount: bytes.count)
    parser.feed(bytes)
    return parser.finish()
  }

  private mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    decoder.decode(bytes, isLast: isLast, to: &parser)
  }
}

/// Parses HTML as the WHATWG standard says (section 13.2), scripting disabled.
///
/// Bytes are fed as they come; parsing never fails. Whatever the input, time and memory grow in proportion to it.
///
///     var parser = HTMLParser()
///     parser.feed(bytes)
///     let tree = parser.finish()
package struct HTMLParser: ~Copyable {
  private var builder = TreeBuilder()
  private var decoder = UTF8Stream()

  /// A parser of a whole page.
  package init() {}

  /// A parser of a fragment, as if it stood in an element with that name: its nodes are the children of the document.
  package init(fragmentIn context: String, namespace: HTMLTree.Namespace = .html) {
    builder.beginFragment(in: context, namespace: namespace)
  }

  /// Takes the next bytes of the page.
  package mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = bytes
    while !rest.isEmpty {
      rest = decoder.decode(rest)
      parseBlock(isLast: false)
    }
  }

  /// Takes the next bytes of the page.
  package mutating func feed(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { feed($0) } }

  /// The tree of all that was fed.
  package consuming func finish() -> HTMLTree {
    decoder.finish()
    parseBlock(isLast: true)
    return builder.finish(inputWasCut: false)
  }

  /// The tree of a page in UTF-8.
  package static func parse(_ bytes: [UInt8]) -> HTMLTree {
    var parser = HTMLParser()
    parser.feed(bytes)
    return parser.finish()
  }

  private mutating func parseBlock(isLast: Bool) {
    builder.formatting.allowance += decoder.block.count / 4
    builder.tokenizer.supply(decoder.block.elements, isLast: isLast)
    _ = builder.run()
    decoder.block.removeAll()
  }
}

/// Parses bytes that are meant to be UTF-8.
struct UTF8Parser: ~Copyable {
  var builder: TreeBuilder
  private var stream = UTF8Stream()
  private var room = HTMLParser.inputLimit

  init(expectedCount: Int) { builder = TreeBuilder(expectedCount: expectedCount) }

  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = UnsafeBufferPointer(rebasing: bytes.prefix(room))
    if rest.count < bytes.count { builder.isInputCut = true }
    room -= rest.count
    while !rest.isEmpty {
      let next = stream.nextBlock(rest)
      rest = next.rest
      parse(next.block, isLast: false)
    }
  }

  /// Parses the end of a fragment.
  mutating func endFragment() {
    parse(stream.lastBlock(), isLast: true)
    stream.beginAgain()
    builder.endFragmentOfMany()
  }

  mutating func finish(encoding: HTMLEncoding) -> HTMLTree {
    parse(stream.lastBlock(), isLast: true)
    return builder.finish(encoding: encoding)
  }

  private mutating func parse(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    builder.tokenizer.supply(block, isLast: isLast)
    builder.run()
  }
}

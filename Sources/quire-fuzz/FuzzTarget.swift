import Glibc
import HTMLParsing

/// What libFuzzer calls: parses the input and stops when what is known of any tree does not hold.
///
/// The first byte chooses whether it is a page or a fragment, and in pieces of which size it is fed again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let choice = input.first else { return 0 }
  let page = UnsafeBufferPointer(rebasing: input.dropFirst())
  let context = FuzzContext(choice)
  let tree = context.parse(page, pieceSize: max(page.count, 1))
  TreeInvariants(tree).check()
  // Where the input is cut must not matter.
  let again = context.parse(page, pieceSize: context.pieceSize)
  expect(tree.hasSameNodes(as: again), "the tree depends on how the input is cut")
  return 0
}

/// What the first byte of an input chooses.
struct FuzzContext {
  private static let contexts = [
    "", "", "", "", "div", "table", "tr", "select", "template", "textarea", "svg", "title",
  ]

  /// The element that the input stands in; empty for a page.
  let element: String
  /// How many bytes are fed at once.
  let pieceSize: Int

  init(_ choice: UInt8) {
    element = Self.contexts[Int(choice & 15) % Self.contexts.count]
    pieceSize = 1 + Int(choice >> 4) * 3
  }

  /// The tree of a page or fragment fed in pieces.
  func parse(_ page: UnsafeBufferPointer<UInt8>, pieceSize: Int) -> HTMLTree {
    var parser = element.isEmpty ? HTMLParser() : HTMLParser(fragmentIn: element)
    var start = 0
    while start < page.count {
      let end = min(page.count, start + pieceSize)
      parser.feed(UnsafeBufferPointer(rebasing: page[start..<end]))
      start = end
    }
    return parser.finish()
  }
}

/// Stops the program, so that the fuzzer keeps the input, when something does not hold.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard !condition else { return }
  let line = Array((message() + "\n").utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  abort()
}

/// Parses many fragments of HTML in UTF-8 into one tree, each as if it stood alone in an element: most are short, and a
/// parser and a tree of its own for each would cost more than the parsing.
///
///     var parser = HTMLFragmentParser(in: "div")
///     for fragment in fragments { parser.parse(fragment) }
///     let tree = parser.finish()
package struct HTMLFragmentParser: ~Copyable {
  private var parser: UTF8Parser

  /// A parser of fragments that stand in elements of HTML with that name.
  package init(in context: String) {
    parser = UTF8Parser(expectedCount: 0)
    parser.builder.prepareFragments(in: context, namespace: .html)
  }

  /// Parses a whole fragment.
  ///
  /// - Complexity: O(length)
  package mutating func parse(_ fragment: UnsafeBufferPointer<UInt8>) {
    parser.builder.beginFragmentOfMany()
    parser.feed(fragment)
    parser.endFragment()
  }

  /// The tree of all: the children of the document are the fragments in their order, each of the kind `document`, with
  /// its nodes in it.
  package consuming func finish() -> HTMLTree { parser.builder.finish(encoding: .utf8) }
}

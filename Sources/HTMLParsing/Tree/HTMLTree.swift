/// What an HTML parser made of a page: one flat tree.
///
/// Immutable; an object, so that handing it on costs one reference. Node number = position in preorder, the document is
/// node 0, and every walk is a loop. The text of all text nodes stands in one buffer in the order of the tree, so that
/// the text of a subtree is a slice of it. No node is deeper than ``depthLimit``.
@usableFromInline
package final class HTMLTree: Sendable {
  /// The greatest depth of a node; what would stand deeper stands at it, in the same order (as in browsers).
  package static let depthLimit = 512

  /// What a node is.
  @usableFromInline
  package enum Kind: UInt8, Sendable {
    /// The root, or the root of a fragment.
    case document
    /// The document type: its identifiers are the attributes `public` and `system`.
    case doctype
    case element
    case text
    case comment
    /// The only child of a `template`, around what stands in it: none of it is seen.
    case templateContents
  }

  /// Where an element's name comes from.
  @usableFromInline
  package enum Namespace: UInt8, Sendable {
    case html, mathML, svg
  }

  /// How far the page is to be drawn like those of old (HTML standard, 13.2.6.4.1).
  package enum QuirksMode: UInt8, Sendable {
    case noQuirks, limitedQuirks, quirks
  }

  /// A node as it is stored.
  @usableFromInline
  struct Record: BitwiseCopyable {
    /// See ``NodeLabel``.
    @usableFromInline var label: NodeLabel
    @usableFromInline var parent: Int32
    @usableFromInline var subtreeEnd: Int32
    /// Where the text of the node and all below it begins.
    @usableFromInline var textStart: UInt32
    /// Attributes of an element or doctype, bytes of `values` of a comment.
    @usableFromInline var dataStart: UInt32
    @usableFromInline var dataEnd: UInt32
  }

  /// The text of all text nodes, valid UTF-8, in the order of the tree; lines end in `\n`.
  package let text: [UInt8]
  /// What the page is encoded in: declared, guessed, or windows-1252 where all of it is ASCII.
  package let encoding: HTMLEncoding
  /// How the page is to be drawn.
  package let quirksMode: QuirksMode
  /// How many parse errors the standard counts up to there. Errors never stop parsing.
  package let parseErrorCount: Int
  /// How many bytes of text the page has: all of them are in ``text`` or counted in ``ignoredTextCount``.
  package let pageTextCount: Int
  /// How many bytes of text the standard does nothing with: white space between the parts of a page, a line feed at the
  /// beginning of a `pre`, text in framesets and what they replace.
  package let ignoredTextCount: Int
  /// Where limits made the tree other than the standard has it.
  package let notices: [HTMLNotice]

  /// The nodes in preorder, and one behind the last, which says where the text ends.
  @usableFromInline let records: TreeRecords
  @usableFromInline let attributes: [AttributeRecord]
  @usableFromInline let values: [UInt8]
  let names: NameTable
  @usableFromInline let elementMarks: ElementMarks

  /// A tree of these parts, see the properties.
  init(
    text: [UInt8],
    encoding: HTMLEncoding,
    quirksMode: QuirksMode,
    parseErrorCount: Int,
    pageTextCount: Int,
    ignoredTextCount: Int,
    notices: [HTMLNotice],
    records: TreeRecords,
    attributes: [AttributeRecord],
    values: [UInt8],
    names: NameTable
  ) {
    self.text = text
    self.encoding = encoding
    self.quirksMode = quirksMode
    self.parseErrorCount = parseErrorCount
    self.pageTextCount = pageTextCount
    self.ignoredTextCount = ignoredTextCount
    self.notices = notices
    self.records = records
    self.attributes = attributes
    self.values = values
    self.names = names
    elementMarks = ElementMarks(records, attributes, values)
  }

  /// How many nodes there are, at least 1.
  @inlinable package var count: Int { records.count - 1 }
}

/// Something that a limit of the parser did to a page.
package enum HTMLNotice: Hashable, Sendable {
  /// Elements deeper than ``HTMLTree/depthLimit`` stand beside each other.
  case nestingFlattened
  /// An end tag looked for its start tag only among the innermost open elements.
  case searchBounded
  /// So many unclosed formatting elements were to be opened again that the rest was not.
  case formattingDropped
  /// An element had more than 1,024 attributes; the others were left out.
  case attributesDropped
  /// The input was larger than the parser can address; the rest was left out.
  case inputCutShort
}

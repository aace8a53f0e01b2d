/// Cuts valid UTF-8 without carriage returns into tokens (HTML standard, section 13.2.5).
///
/// Input comes in blocks, and may end anywhere in one: what a token has gathered so far is kept in buffers of the
/// tokenizer, never in the block. Nothing is allocated for a token. Attributes and comments are written to where they
/// stay, behind a mark; what is not kept before the next tag begins is overwritten by it.
struct Tokenizer: ~Copyable {
  /// How many attributes an element may have; others are dropped.
  static let attributeLimit = 1024

  // MARK: Input
  private(set) var input: UnsafePointer<UInt8>
  var position = 0
  private(set) var end = 0
  private(set) var isLastBlock = false

  // MARK: State
  var state = TokenizerState.data
  /// Where character references and the end tags of raw text return to.
  var returnState = TokenizerState.data
  /// Whether `<![CDATA[` means something here: the adjusted current node is foreign.
  var isInForeignContent = false
  /// How many parse errors there were.
  var errorCount = 0

  // MARK: The token
  /// The characters of a text token; valid until the next token.
  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The name of a tag.
  var tagName = HTMLName.none
  var isEndTag = false
  var isSelfClosing = false
  var doctype = DoctypeToken()
  /// The name of the start tag before, which an end tag in raw text must repeat; it cannot be `.none`.
  var lastStartTagName = HTMLName.none

  // MARK: What is kept
  var names = NameTable.known
  var attributes = GrowingBuffer<AttributeRecord>(capacity: 64)
  var values = GrowingBuffer<UInt8>(capacity: 1024)
  /// Attributes and values before these belong to nodes.
  private(set) var attributeMark = 0
  private(set) var valueMark = 0

  // MARK: What is being gathered
  /// A name, or characters that may turn out to be text.
  var scratch = GrowingBuffer<UInt8>(capacity: 64)
  /// The characters of a character reference, without `&`.
  var reference = GrowingBuffer<UInt8>(capacity: 64)
  var referenceCode: UInt32 = 0
  /// Characters of a text token that do not stand in the block.
  private var spelled = GrowingBuffer<UInt8>(capacity: 64)
  /// The attribute whose value is being gathered, 0 if there is none.
  var pendingAttribute: UInt32 = 0
  var pendingValueStart = 0
  var isDuplicateAttribute = false
  /// Whether an element had more attributes than it may have.
  var hasDroppedAttributes = false
  /// For each name, the serial number of the tag that had an attribute of that name last.
  var attributeStamps = GrowingBuffer<UInt32>(capacity: 1024)
  var tagSerial: UInt32 = 0

  init() { input = UnsafePointer(scratch.base) }

  /// Gives the next block, when the one before is used up. It must stay where it is until then.
  mutating func supply(_ block: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    precondition(position == end, "the block before is not used up")
    input = block.baseAddress ?? UnsafePointer(scratch.base)
    position = 0
    end = block.count
    isLastBlock = isLast
  }

  /// Begins with another input, when the one before is used up to its end.
  mutating func beginAgain() {
    beginMarkup()
    state = .data
    isInForeignContent = false
    lastStartTagName = .none
  }

  /// The next token.
  mutating func next() -> Token {
    while true {
      if position == end {
        guard isLastBlock else { return .needsInput }
        if let token = tokenAtEnd() { return token }
        continue
      }
      if let token = step() { return token }
    }
  }

  /// Does what the state says with at least one byte of input.
  private mutating func step() -> Token? {
    switch state {
    case .data: data()
    case .rcdata: rcdata()
    case .rawtext, .scriptData: rawText()
    case .plaintext: plaintext()
    case .tagOpen: tagOpen()
    case .endTagOpen: endTagOpen()
    case .tagName: tagNameState()
    case .beforeAttributeName: beforeAttributeName()
    case .attributeName: attributeName()
    case .afterAttributeName: afterAttributeName()
    case .beforeAttributeValue: beforeAttributeValue()
    case .attributeValueDoubleQuoted: attributeValue(quotedBy: .quote)
    case .attributeValueSingleQuoted: attributeValue(quotedBy: .apostrophe)
    case .attributeValueUnquoted: attributeValueUnquoted()
    case .afterAttributeValueQuoted: afterAttributeValueQuoted()
    case .selfClosingStartTag: selfClosingStartTag()
    case .rawLessThan: rawLessThan()
    case .rawEndTagOpen: rawEndTagOpen()
    case .rawEndTagName: rawEndTagName()
    case .scriptEscapeStart, .scriptEscapeStartDash, .scriptEscaped, .scriptEscapedDash, .scriptEscapedDashDash,
      .scriptEscapedLessThan, .scriptDoubleEscapeStart, .scriptDoubleEscaped, .scriptDoubleEscapedDash,
      .scriptDoubleEscapedDashDash, .scriptDoubleEscapedLessThan, .scriptDoubleEscapeEnd:
      escapedScript()
    case .bogusComment: bogusComment()
    case .markupDeclarationOpen: markupDeclarationOpen()
    case .commentStart, .commentStartDash, .comment, .commentLessThan, .commentLessThanBang, .commentLessThanBangDash,
      .commentLessThanBangDashDash, .commentEndDash, .commentEnd, .commentEndBang:
      comment()
    case .doctype, .beforeDoctypeName, .doctypeName, .afterDoctypeName, .afterDoctypePublicKeyword,
      .beforeDoctypePublicIdentifier, .doctypePublicIdentifierDoubleQuoted, .doctypePublicIdentifierSingleQuoted,
      .afterDoctypePublicIdentifier, .betweenDoctypeIdentifiers, .afterDoctypeSystemKeyword,
      .beforeDoctypeSystemIdentifier, .doctypeSystemIdentifierDoubleQuoted, .doctypeSystemIdentifierSingleQuoted,
      .afterDoctypeSystemIdentifier, .bogusDoctype:
      doctypeState()
    case .cdataSection, .cdataSectionBracket, .cdataSectionEnd: cdataSection()
    case .characterReference: characterReference()
    case .namedReference: namedReference()
    case .ambiguousAmpersand: ambiguousAmpersand()
    case .numericReference, .hexadecimalStart, .hexadecimal, .decimal: numericReference()
    }
  }
}

// MARK: Tokens

extension Tokenizer {
  /// A text token of the bytes of the block up to `position`.
  @inline(__always) mutating func textToken(from start: Int) -> Token {
    text = UnsafeBufferPointer(start: input + start, count: position - start)
    return .text
  }

  /// A text token of other characters.
  mutating func textToken(_ characters: StaticString) -> Token {
    spelled.removeAll()
    spelled.append(characters)
    text = spelled.elements
    return .text
  }

  /// A text token of `prefix` and what `scratch` holds.
  mutating func textToken(_ prefix: StaticString, scratchFollows: Bool) -> Token {
    spelled.removeAll()
    spelled.append(prefix)
    if scratchFollows { spelled.append(contentsOf: scratch.elements) }
    text = spelled.elements
    return .text
  }

  /// A text token of U+FFFD.
  mutating func replacementToken() -> Token { textToken("\u{fffd}") }

  /// A text token of what `fill` writes.
  mutating func textToken(filledBy fill: (inout GrowingBuffer<UInt8>) -> Void) -> Token {
    spelled.removeAll()
    fill(&spelled)
    text = spelled.elements
    return .text
  }

  /// Forgets what the tag, comment or doctype before has gathered and nobody kept.
  @inline(__always) mutating func beginMarkup() {
    attributes.truncate(to: attributeMark)
    values.truncate(to: valueMark)
  }

  /// The attributes of the tag token, now kept: where they begin, and how many.
  mutating func keepAttributes() -> (start: UInt32, count: UInt32) {
    let start = attributeMark
    attributeMark = attributes.count
    valueMark = values.count
    return (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: attributeMark - start))
  }

  /// The attributes of the tag token, as long as they are not kept.
  var pendingAttributes: Range<Int> { attributeMark..<attributes.count }

  /// The range of `values` that holds the data of the comment token.
  var pendingValue: Range<Int> { valueMark..<values.count }

  /// All attributes; there are none after that.
  mutating func takeAttributes() -> [AttributeRecord] {
    var taken = GrowingBuffer<AttributeRecord>(capacity: 1)
    swap(&taken, &attributes)
    return Array(taken.elements)
  }

  /// All values; there are none after that.
  mutating func takeValues() -> [UInt8] {
    var taken = GrowingBuffer<UInt8>(capacity: 1)
    swap(&taken, &values)
    return Array(taken.elements)
  }

  /// Keeps what stands in `values`.
  mutating func keepValues() { valueMark = values.count }

  /// The bytes of an attribute's value.
  func value(of attribute: AttributeRecord) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: values.elements[Int(attribute.valueStart)..<Int(attribute.valueEnd)])
  }
}

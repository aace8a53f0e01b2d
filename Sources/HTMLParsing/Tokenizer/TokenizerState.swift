/// The states of the tokenizer (HTML standard, section 13.2.5).
///
/// Where the standard repeats states that differ only in where they return to, they are one here, and
/// `Tokenizer.returnState` says where.
enum TokenizerState: UInt8 {
  case data, rcdata, rawtext, scriptData, plaintext
  case tagOpen, endTagOpen, tagName
  /// After `<`, `</` and `</name` in RCDATA, RAWTEXT, script data and escaped script data.
  case rawLessThan, rawEndTagOpen, rawEndTagName
  case scriptEscapeStart, scriptEscapeStartDash
  case scriptEscaped, scriptEscapedDash, scriptEscapedDashDash, scriptEscapedLessThan
  case scriptDoubleEscapeStart, scriptDoubleEscaped, scriptDoubleEscapedDash, scriptDoubleEscapedDashDash
  case scriptDoubleEscapedLessThan, scriptDoubleEscapeEnd
  case beforeAttributeName, attributeName, afterAttributeName, beforeAttributeValue
  case attributeValueDoubleQuoted, attributeValueSingleQuoted, attributeValueUnquoted, afterAttributeValueQuoted
  case selfClosingStartTag, bogusComment, markupDeclarationOpen
  case commentStart, commentStartDash, comment, commentLessThan, commentLessThanBang, commentLessThanBangDash
  case commentLessThanBangDashDash, commentEndDash, commentEnd, commentEndBang
  case doctype, beforeDoctypeName, doctypeName, afterDoctypeName
  case afterDoctypePublicKeyword, beforeDoctypePublicIdentifier
  case doctypePublicIdentifierDoubleQuoted, doctypePublicIdentifierSingleQuoted, afterDoctypePublicIdentifier
  case betweenDoctypeIdentifiers, afterDoctypeSystemKeyword, beforeDoctypeSystemIdentifier
  case doctypeSystemIdentifierDoubleQuoted, doctypeSystemIdentifierSingleQuoted, afterDoctypeSystemIdentifier
  case bogusDoctype
  case cdataSection, cdataSectionBracket, cdataSectionEnd
  case characterReference, namedReference, ambiguousAmpersand
  case numericReference, hexadecimalStart, hexadecimal, decimal
}

/// What the tokenizer comes upon. The facts are in its properties until it is asked for the next.
enum Token: UInt8 {
  /// Characters, none of them NUL: `Tokenizer.text`.
  case text
  /// A NUL where tree construction decides about it.
  case null
  /// `Tokenizer.tagName`, `isSelfClosing` and the pending attributes.
  case startTag
  /// `Tokenizer.tagName`.
  case endTag
  /// The pending value.
  case comment
  /// `Tokenizer.doctype`.
  case doctype
  case endOfFile
  /// The block is used up and is not the last.
  case needsInput
}

/// What a doctype token says. Ranges are of `Tokenizer.values`; `nil` is missing, which is not the same as empty.
struct DoctypeToken {
  var name: Range<Int>?
  var publicIdentifier: Range<Int>?
  var systemIdentifier: Range<Int>?
  var forcesQuirks = false
}

/// An attribute as it is stored: the value by range of the buffer of all values.
@usableFromInline
struct AttributeRecord: BitwiseCopyable, Sendable {
  @usableFromInline var name: UInt32
  @usableFromInline var valueStart: UInt32
  @usableFromInline var valueEnd: UInt32
}

/// How the tree is at the moment (HTML standard, section 13.2.4.1).
enum InsertionMode: UInt8 {
  case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text
  case inTable, inTableText, inCaption, inColumnGroup, inTableBody, inRow, inCell, inTemplate
  case afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
}

/// Makes the tree of the tokens (HTML standard, section 13.2.6), scripting disabled.
///
/// The tokenizer belongs to it, because each tells the other how to go on.
struct TreeBuilder: ~Copyable {
  var tokenizer = Tokenizer()
  var store: NodeStore
  var open = OpenElements()
  var formatting = FormattingElements()

  /// The node that stands for the document: of several fragments, the one that is parsed has one of its own.
  var documentNode: Int32 = 0
  var mode = InsertionMode.initial
  /// Where the modes text and in table text return to.
  var originalMode = InsertionMode.initial
  var templateModes: [InsertionMode] = []
  var headElement: Int32 = -1
  var formElement: Int32 = -1
  /// Stands for the form that a fragment stands in, which is no node.
  static let contextForm = Int32.max
  var isFramesetOK = true
  var isFosterParenting = false
  var quirksMode = HTMLTree.QuirksMode.noQuirks
  /// The element that a fragment is parsed in, as if it were open.
  var context: OpenElement?
  /// What that element is.
  var contextLabel = NodeLabel(.element)
  /// Whether a line feed that comes next belongs to the markup.
  var skipsLineFeed = false
  /// The text in a table that may have to be put before it.
  var tableText = GrowingBuffer<UInt8>(capacity: 64)
  var isTableTextBlank = true
  var lateAttributes = LateAttributes()

  let traits = ElementTraits.known
  /// How many bytes of text the standard has nothing done with: white space between the parts of a page, text in
  /// framesets.
  private(set) var ignoredTextCount = 0
  /// What a `meta` says that the page is encoded in.
  var declaredEncoding: HTMLEncoding?
  /// Whether there was more input than can be addressed.
  var isInputCut = false
  /// How many bytes there were.
  var seenCount = 0
  /// How many bytes of text there were.
  private(set) var seenTextCount = 0

  init(expectedCount: Int) { store = NodeStore(expectedCount: expectedCount) }

  /// Parses what the tokenizer has been given.
  mutating func run() {
    seenCount += tokenizer.end
    while true {
      switch tokenizer.next() {
      case .text: characters(tokenizer.text)
      case .null: nullCharacter()
      case .startTag: startTag()
      case .endTag: endTag()
      case .comment: comment()
      case .doctype: doctype()
      case .endOfFile:
        flushTableText()
        endOfFile()
        return
      case .needsInput: return
      }
    }
  }

  // MARK: Tokens

  private mutating func startTag() {
    skipsLineFeed = false
    if mode == .inTableText { flushTableText() }
    if isInForeignContent(forTag: tokenizer.tagName) {
      foreignStartTag()
    } else {
      processStartTag(tokenizer.tagName)
    }
    tokenizer.isInForeignContent = isCurrentForeign
  }

  private mutating func endTag() {
    skipsLineFeed = false
    if mode == .inTableText { flushTableText() }
    if isCurrentForeign {
      foreignEndTag(tokenizer.tagName)
    } else {
      processEndTag(tokenizer.tagName)
    }
    tokenizer.isInForeignContent = isCurrentForeign
  }

  private mutating func comment() {
    skipsLineFeed = false
    if mode == .inTableText { flushTableText() }
    switch mode {
    case .initial, .beforeHTML, .afterAfterBody, .afterAfterFrameset: insertComment(in: documentNode)
    case .afterBody: insertComment(in: open[0].node)
    default: insertComment(in: nil)
    }
  }

  private mutating func doctype() {
    skipsLineFeed = false
    if mode == .inTableText { flushTableText() }
    guard mode == .initial, !isCurrentForeign else {
      tokenizer.errorCount += 1
      return
    }
    insertDoctype()
    mode = .beforeHTML
  }

  // MARK: Characters

  private mutating func characters(_ run: UnsafeBufferPointer<UInt8>) {
    seenTextCount += run.count
    var run = run
    if skipsLineFeed {
      skipsLineFeed = false
      if run.first == .lineFeed {
        ignore(1)
        run = UnsafeBufferPointer(rebasing: run[1...])
        if run.isEmpty { return }
      }
    }
    if isCurrentForeign, isForeignForCharacters {
      foreignCharacters(run)
      return
    }
    switch mode {
    case .inBody, .inCell, .inCaption, .inTemplate: bodyCharacters(run)
    case .text: insertText(run)
    default: charactersInParts(run)
    }
  }

  /// White space and other characters are different things to most modes.
  private mutating func charactersInParts(_ run: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < run.count {
      let isSpace = run[start].isHTMLSpace
      var end = start + 1
      while end < run.count, run[end].isHTMLSpace == isSpace { end += 1 }
      // A mode in which both are the same takes all the rest.
      if mode == .inBody || mode == .inTableText { end = run.count }
      processCharacters(UnsafeBufferPointer(rebasing: run[start..<end]), isSpace: isSpace)
      start = end
    }
  }

  private mutating func nullCharacter() {
    skipsLineFeed = false
    if isCurrentForeign, isForeignForCharacters {
      seenTextCount += 3
      insertReplacementCharacter()
    } else {
      // It is no white space, and nothing: it moves the mode on and is ignored there.
      processCharacters(UnsafeBufferPointer(start: nil, count: 0), isSpace: false)
    }
  }

  /// Notes that text was left out as the standard says.
  mutating func ignore(_ count: Int) { ignoredTextCount += count }
}

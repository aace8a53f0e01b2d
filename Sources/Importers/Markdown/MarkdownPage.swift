import CMD4C

/// The HTML that a text in Markdown stands for, as CommonMark says, with the tables, strikethrough and task lists of
/// GitHub.
///
/// What is in HTML within the text stays, so that tags that begin in one block and end in another are what a browser
/// makes of them; ``RawMarkup`` keeps them from hiding what they do not hold. md4c reads blocks and lines in loops:
/// nesting costs no stack.
struct MarkdownPage {
  /// Text that grows more than so many times is shown as it stands: a reference can stand for far more than it takes.
  private static let growth = 24
  /// Longer texts are shown as they stand, in bytes: md4c counts with 32 bits.
  private static let maximumBytes = 1 << 29
  /// The longest line that names who a quotation is by, in bytes.
  private static let maximumCredit = 100

  private(set) var html: [UInt8] = []
  private let limit: Int
  private let progress: ImportProgress?
  /// HTML of the text that is not in ``html`` yet.
  private var raw: [UInt8] = []
  /// How many images are open: what is in them is their text.
  private var imageDepth = 0
  /// What stands before the words of an entry of a list.
  private var pending = ""
  /// Where the quotation opened last begins.
  private var quotationStart = -1
  /// Where the last paragraph begins, the break before its last line, that line, and where the paragraph ends.
  private var paragraph = (start: 0, lineBreak: 0, line: 0, end: -1)

  /// Whether the text is shown as it stands, because reading it would take beyond all bounds.
  private(set) var isCurtailed = false

  /// The page of `text`, which is UTF-8 or meant to be.
  ///
  /// - Complexity: O(n)
  init(_ text: UnsafeBufferPointer<UInt8>, progress: ImportProgress? = nil) {
    self.progress = progress
    limit = text.count * Self.growth + 4096
    html.reserveCapacity(text.count + text.count / 4)
    guard let bounded = MarkdownBounds.text(text), bounded.count <= Self.maximumBytes, parse(bounded) else {
      writeAsItStands(text)
      return
    }
  }

  /// - Returns: whether all of it was read.
  private mutating func parse(_ text: [UInt8]) -> Bool {
    var parser = MD_PARSER()
    let links = MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS
    parser.flags = UInt32(links | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    parser.enter_block = { kind, detail, page in Self.tell(page) { $0.enter(block: kind, detail) } }
    parser.leave_block = { kind, detail, page in Self.tell(page) { $0.leave(block: kind, detail) } }
    parser.enter_span = { kind, detail, page in Self.tell(page) { $0.enter(span: kind, detail) } }
    parser.leave_span = { kind, detail, page in Self.tell(page) { $0.leave(span: kind) } }
    parser.text = { kind, start, count, page in
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count)).bindMemory(to: UInt8.self)
      return Self.tell(page) { $0.text(kind, bytes) }
    }
    return withUnsafeMutablePointer(to: &self) { page in
      text.withUnsafeBytes { bytes in
        let start = bytes.bindMemory(to: CChar.self)
        return md_parse(start.baseAddress, MD_SIZE(start.count), &parser, page) == 0
      }
    }
  }

  /// Tells the page that md4c was given of an event; gives what ends the reading or, 0, does not.
  private static func tell(_ page: UnsafeMutableRawPointer?, _ event: (inout MarkdownPage) -> Void) -> Int32 {
    guard let page = page?.assumingMemoryBound(to: MarkdownPage.self) else { return 1 }
    event(&page.pointee)
    let isCancelled = page.pointee.progress?.isCancelled ?? false
    return page.pointee.html.count > page.pointee.limit || isCancelled ? 1 : 0
  }

  /// Lines as paragraphs, without any marks understood.
  private mutating func writeAsItStands(_ text: UnsafeBufferPointer<UInt8>) {
    isCurtailed = true
    html.removeAll()
    var isBlank = true
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0a }) {
      let wasBlank = isBlank
      isBlank = line.allSatisfy(InlineText.isSpace)
      if isBlank { continue }
      write(wasBlank ? "<p>" : "<br>")
      escape(line)
    }
  }

  // MARK: Blocks

  private mutating func enter(block kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushRaw()
    switch kind {
    case MD_BLOCK_QUOTE:
      write("<blockquote>")
      quotationStart = html.count
    case MD_BLOCK_UL: write("<ul>")
    case MD_BLOCK_OL: write("<ol>")
    case MD_BLOCK_LI:
      write("<li>")
      if let item = detail?.assumingMemoryBound(to: MD_BLOCK_LI_DETAIL.self).pointee, item.is_task != 0 {
        pending = item.task_mark == 0x20 ? "[ ] " : "[x] "
      }
    case MD_BLOCK_HR: write("<hr>")
    case MD_BLOCK_H:
      write("<\(heading(detail))>")
    case MD_BLOCK_CODE:
      write("<pre><code")
      if let code = detail?.assumingMemoryBound(to: MD_BLOCK_CODE_DETAIL.self).pointee, code.lang.size > 0 {
        write(" class=\"language-")
        writeAttribute(code.lang)
        write("\"")
      }
      // The first line end in `pre` would be left out.
      write(">\n")
    case MD_BLOCK_P:
      write("<p>")
      paragraph = (html.count, html.count, html.count, -1)
    default:
      if let name = Self.tableNames[kind.rawValue] { write("<\(name)>") }
    }
    if kind != MD_BLOCK_LI { writePending() }
  }

  private mutating func leave(block kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushRaw()
    switch kind {
    case MD_BLOCK_QUOTE:
      markCredit()
      write("</blockquote>")
    case MD_BLOCK_UL: write("</ul>")
    case MD_BLOCK_OL: write("</ol>")
    case MD_BLOCK_LI:
      writePending()
      write("</li>")
    case MD_BLOCK_H: write("</\(heading(detail))>")
    case MD_BLOCK_CODE: write("</code></pre>")
    case MD_BLOCK_P:
      paragraph.end = html.count
      write("</p>")
    default:
      if let name = Self.tableNames[kind.rawValue] { write("</\(name)>") }
    }
  }

  private static let tableNames: [MD_BLOCKTYPE.RawValue: String] = [
    MD_BLOCK_TABLE.rawValue: "table", MD_BLOCK_THEAD.rawValue: "thead", MD_BLOCK_TBODY.rawValue: "tbody",
    MD_BLOCK_TR.rawValue: "tr", MD_BLOCK_TH.rawValue: "th", MD_BLOCK_TD.rawValue: "td",
  ]

  private func heading(_ detail: UnsafeMutableRawPointer?) -> String {
    "h\(detail?.assumingMemoryBound(to: MD_BLOCK_H_DETAIL.self).pointee.level ?? 1)"
  }

  /// Marks the last line of a quotation as what says whose words they are: `— Ann`, the only line with a dash.
  private mutating func markCredit() {
    guard paragraph.end >= 0, html.count == paragraph.end + "</p>".utf8.count, paragraph.start >= quotationStart else {
      return
    }
    let line = html[paragraph.line..<paragraph.end]
    guard line.count <= Self.maximumCredit, Self.beginsWithDash(line), let last = line.last,
      !".!?,:;".utf8.contains(last)
    else { return }
    let lines = html[paragraph.start..<paragraph.lineBreak].split(separator: 0x0a)
    guard !lines.contains(where: { Self.beginsWithDash($0) }) else { return }
    let credit = Array(line)
    html.removeLast(html.count - paragraph.lineBreak)
    write("</p><footer>")
    html.append(contentsOf: credit)
    write("</footer>")
  }

  private static func beginsWithDash(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "— ".utf8) || line.starts(with: "– ".utf8) || line.starts(with: "―".utf8)
      || line.starts(with: "-- ".utf8) || line.starts(with: "—".utf8)
  }

  // MARK: Spans

  private static let spanNames: [MD_SPANTYPE.RawValue: String] = [
    MD_SPAN_EM.rawValue: "em", MD_SPAN_STRONG.rawValue: "strong", MD_SPAN_CODE.rawValue: "code",
    MD_SPAN_DEL.rawValue: "del",
  ]

  private mutating func enter(span kind: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    flushRaw()
    writePending()
    if kind == MD_SPAN_IMG {
      imageDepth += 1
      guard imageDepth == 1 else { return }
      write("<img src=\"")
      if let image = detail?.assumingMemoryBound(to: MD_SPAN_IMG_DETAIL.self).pointee { writeAttribute(image.src) }
      write("\" alt=\"")
      return
    }
    guard imageDepth == 0 else { return }
    if kind == MD_SPAN_A {
      write("<a href=\"")
      if let link = detail?.assumingMemoryBound(to: MD_SPAN_A_DETAIL.self).pointee { writeAttribute(link.href) }
      write("\">")
    } else if let name = Self.spanNames[kind.rawValue] {
      write("<\(name)>")
    }
  }

  private mutating func leave(span kind: MD_SPANTYPE) {
    flushRaw()
    if kind == MD_SPAN_IMG {
      imageDepth -= 1
      if imageDepth == 0 { write("\">") }
      return
    }
    guard imageDepth == 0 else { return }
    if kind == MD_SPAN_A {
      write("</a>")
    } else if let name = Self.spanNames[kind.rawValue] {
      write("</\(name)>")
    }
  }

  // MARK: Text

  private mutating func text(_ kind: MD_TEXTTYPE, _ bytes: UnsafeBufferPointer<UInt8>) {
    if kind == MD_TEXT_HTML, imageDepth == 0 {
      raw.append(contentsOf: bytes)
      return
    }
    flushRaw()
    writePending()
    switch kind {
    case MD_TEXT_NULLCHAR: write("\u{fffd}")
    case MD_TEXT_BR, MD_TEXT_SOFTBR: breakLine(isHard: kind == MD_TEXT_BR)
    case MD_TEXT_ENTITY: html.append(contentsOf: bytes)
    default: escape(bytes)
    }
  }

  private mutating func breakLine(isHard: Bool) {
    guard imageDepth == 0 else { return write(" ") }
    let lineBreak = html.count
    // `Ann wrote:` at the beginning of a quotation stands on a line of its own.
    let isHead =
      paragraph.start == quotationStart + "<p>".utf8.count && paragraph.line == paragraph.start
      && html.last == UInt8(ascii: ":") && html.count - paragraph.start <= Self.maximumCredit
    write(isHard || isHead ? "<br>\n" : "\n")
    paragraph.lineBreak = lineBreak
    paragraph.line = html.count
  }

  private mutating func flushRaw() {
    guard !raw.isEmpty else { return }
    RawMarkup.append(raw, to: &html)
    raw.removeAll(keepingCapacity: true)
  }

  private mutating func writePending() {
    guard !pending.isEmpty else { return }
    write(pending)
    pending = ""
  }

  private mutating func writeAttribute(_ attribute: MD_ATTRIBUTE) {
    guard let start = attribute.text, let kinds = attribute.substr_types, let offsets = attribute.substr_offsets else {
      return
    }
    let bytes = UnsafeRawBufferPointer(start: start, count: Int(attribute.size)).bindMemory(to: UInt8.self)
    var index = 0
    while Int(offsets[index]) < bytes.count {
      let part = bytes[Int(offsets[index])..<Int(offsets[index + 1])]
      if kinds[index] == MD_TEXT_ENTITY { html.append(contentsOf: part) } else { escape(part) }
      index += 1
    }
  }

  private mutating func write(_ words: String) { html.append(contentsOf: words.utf8) }

  private mutating func escape(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): write("&amp;")
      case UInt8(ascii: "<"): write("&lt;")
      case UInt8(ascii: ">"): write("&gt;")
      case UInt8(ascii: "\""): write("&quot;")
      default: html.append(byte)
      }
    }
  }
}

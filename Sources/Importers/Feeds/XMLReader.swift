import CExpat
import DocumentModel

/// Reads XML: by expat as far as it is well-formed, and from there on by what can be made out.
///
/// Nothing outside the text is looked at. Entities that stand for too much, or that nobody declared, stay what they are.
struct XMLReader {
  /// What is told.
  private(set) var sink: FeedCollector
  /// What was found to be wrong, and where.
  private(set) var diagnostics: [Diagnostic] = []

  private var parser: XML_Parser?
  private var meter: ProgressMeter
  private var isCancelled = false
  /// Names as they were met, and as they are asked for.
  private var names: [String: String] = [:]
  /// The names of the open elements, as the document writes them.
  private var open: [String] = []
  /// Namespaces by the prefixes that stand for them, as declared last.
  private var namespaces: [String: String] = [:]
  private var isInCharacterData = false
  /// Where the last event ended: what comes after it has not been told.
  private var resume = 0
  private var entityCount = 0

  /// More entities are not declared for any good.
  private static let maximumEntities = 1000

  /// Reads `text`, UTF-8 or meant to be; its declaration of an encoding does not count.
  ///
  /// - Parameters:
  ///   - isComplete: whether the source ends with it.
  /// - Complexity: O(n)
  static func read(
    _ text: UnsafeBufferPointer<UInt8>,
    to sink: FeedCollector,
    isComplete: Bool,
    _ meter: ProgressMeter
  ) -> (sink: FeedCollector, diagnostics: [Diagnostic]) {
    var reader = XMLReader(sink, meter)
    reader.read(text, isComplete: isComplete)
    return (reader.sink, reader.diagnostics)
  }

  private init(_ sink: FeedCollector, _ meter: ProgressMeter) {
    self.sink = sink
    self.meter = meter
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, isComplete: Bool) {
    // White space before the declaration is a slip that readers forgive.
    let start = text.firstIndex { !$0.isMailSpace } ?? text.count
    let whole = text
    let text = UnsafeBufferPointer(rebasing: text[start...])
    guard let parser = XML_ParserCreateNS("UTF-8", XML_Char(bitPattern: XMLName.separator)) else { return }
    defer { XML_ParserFree(parser) }
    self.parser = parser
    XML_SetReturnNSTriplet(parser, 1)
    // Without this an entity that is not declared is an error; with it, it is told of.
    XML_UseForeignDTD(parser, XML_Bool(1))
    let status = withUnsafeMutablePointer(to: &self) { reader in
      XML_SetUserData(parser, reader)
      Self.setHandlers(parser)
      return Self.feed(text, to: parser, isComplete: isComplete)
    }
    self.parser = nil
    guard status != XML_STATUS_OK, !isCancelled else { return }
    let place = text.prefix(min(text.count, max(0, Int(XML_GetCurrentByteIndex(parser)))))
    // A beginning ends anywhere.
    if !isComplete, place.count == text.count { return }
    note(XML_GetErrorCode(parser), at: start + place.count, of: whole)
    var damaged = DamagedXML(text, from: resume, namespaces: namespaces, isInCharacterData: isInCharacterData)
    damaged.read(to: &sink, open: open, &meter)
  }

  /// Hands over everything at once: a token that came in pieces would be looked at again with each of them.
  private static func feed(_ text: UnsafeBufferPointer<UInt8>, to parser: XML_Parser, isComplete: Bool) -> XML_Status {
    var start = 0
    let most = 1 << 30
    repeat {
      let piece = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[start..<min(text.count, start + most)])
      start += piece.count
      let isLast = start == text.count && isComplete
      let chars = piece.bindMemory(to: CChar.self)
      let status = XML_Parse(parser, chars.baseAddress, CInt(chars.count), isLast ? 1 : 0)
      if status != XML_STATUS_OK { return status }
    } while start < text.count
    return XML_STATUS_OK
  }

  private mutating func note(_ code: XML_Error, at offset: Int, of text: UnsafeBufferPointer<UInt8>) {
    let what = XML_ErrorString(code).map { String(cString: $0) } ?? "not well-formed"
    let before = text[..<offset]
    let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let line = before.reduce(into: 1) { if $1 == 0x0a { $0 += 1 } }
    diagnostics.append(
      Diagnostic(
        .warning,
        line: line,
        column: offset - lineStart + 1,
        "the XML is damaged (\(what)); from here on it was read as far as it makes sense"
      )
    )
  }

  // MARK: Events

  private static func setHandlers(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { reader, name, attributes in XMLReader.tell(reader) { $0.start(name, attributes) } },
      { reader, _ in XMLReader.tell(reader) { $0.end() } }
    )
    XML_SetCharacterDataHandler(parser) { reader, start, count in
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count)).bindMemory(to: UInt8.self)
      XMLReader.tell(reader) { $0.sink.text(bytes) }
    }
    XML_SetCdataSectionHandler(
      parser,
      { reader in XMLReader.tell(reader) { $0.isInCharacterData = true } },
      { reader in XMLReader.tell(reader) { $0.isInCharacterData = false } }
    )
    XML_SetNamespaceDeclHandler(
      parser,
      { reader, prefix, namespace in
        let prefix = prefix.map { String(cString: $0) } ?? ""
        let namespace = namespace.map { String(cString: $0) } ?? ""
        XMLReader.tell(reader, isEvent: false) { $0.namespaces[prefix] = namespace }
      },
      nil
    )
    XML_SetSkippedEntityHandler(parser) { reader, name, isParameter in
      guard let name, isParameter == 0 else { return }
      let reference = XMLEntities.text(of: String(cString: name))
      reference.withUnsafeBufferPointer { bytes in XMLReader.tell(reader) { $0.sink.text(bytes) } }
    }
    XML_SetEntityDeclHandler(parser) { reader, _, _, _, _, _, _, _, _ in
      XMLReader.tell(reader) { $0.countEntity() }
    }
    XML_SetCommentHandler(parser) { reader, _ in XMLReader.tell(reader) { _ in } }
    XML_SetProcessingInstructionHandler(parser) { reader, _, _ in XMLReader.tell(reader) { _ in } }
    XML_SetEndDoctypeDeclHandler(parser) { reader in XMLReader.tell(reader) { _ in } }
  }

  /// Tells the reader that expat was given of an event, and notes where it ends.
  private static func tell(
    _ reader: UnsafeMutableRawPointer?,
    isEvent: Bool = true,
    _ event: (inout XMLReader) -> Void
  ) {
    guard let reader = reader?.assumingMemoryBound(to: XMLReader.self), let parser = reader.pointee.parser else {
      return
    }
    event(&reader.pointee)
    guard isEvent else { return }
    let end = Int(XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
    reader.pointee.resume = max(reader.pointee.resume, end)
    guard !reader.pointee.isCancelled, !reader.pointee.meter.mayGoOn(at: end) else { return }
    reader.pointee.isCancelled = true
    XML_StopParser(parser, XML_Bool(0))
  }

  private mutating func start(
    _ name: UnsafePointer<XML_Char>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let name else { return }
    let raw = String(cString: name)
    var list: [XMLAttribute] = []
    var index = 0
    while let attributes, let key = attributes[index], let value = attributes[index + 1] {
      list.append(XMLAttribute(name: known(String(cString: key)), value: String(cString: value)))
      index += 2
    }
    open.append(Self.written(raw))
    sink.start(known(raw), list)
  }

  private mutating func end() {
    if !open.isEmpty { open.removeLast() }
    sink.end()
  }

  private mutating func known(_ raw: String) -> String {
    if let name = names[raw] { return name }
    let name = XMLName.expanded(raw)
    names[raw] = name
    return name
  }

  /// The name as the document writes it, of what expat gives.
  private static func written(_ raw: String) -> String {
    let parts = raw.utf8.split(separator: XMLName.separator, omittingEmptySubsequences: false).map { String($0) ?? "" }
    return parts.count > 2 ? parts[2] + ":" + parts[1] : parts.count > 1 ? parts[1] : raw
  }

  private mutating func countEntity() {
    entityCount += 1
    if entityCount > Self.maximumEntities, let parser { XML_StopParser(parser, XML_Bool(0)) }
  }
}

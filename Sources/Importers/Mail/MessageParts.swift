/// The parts of a message, as one flat tree in preorder: RFC 2046.
///
/// Bytes stay where they are in the message. Parts are found in one pass over the lines, however they are nested.
struct MessageParts {
  /// A part, or what holds parts.
  struct Part {
    enum Kind {
      /// Alternatives of the same thing, best last, if `isAlternative`.
      case multipart(isAlternative: Bool)
      /// A message within the message.
      case message(MessageHead)
      case leaf
    }

    var kind: Kind
    var type: ContentType
    var encoding = TransferEncoding.none
    /// Whether it is meant to be stored rather than shown.
    var isAttached = false
    /// The contents of a leaf.
    var bytes: Range<Int>
    /// The index after everything in it.
    var end = 0
  }

  /// Parts within parts beyond this are text of the part they stand in.
  private static let deepest = 32
  /// No more parts are told apart.
  private static let most = 2000

  /// All parts, each before what it holds; at least one.
  private(set) var parts: [Part] = []
  /// Whether there were more parts, or deeper ones, than are told apart.
  private(set) var isCurtailed = false

  /// What is open: parts that hold parts, outermost first.
  private var open: [Frame] = []
  /// The leaf whose end has not been found yet.
  private var leaf: Int?

  private struct Frame {
    var index: Int
    var boundary: [UInt8]
    /// Whether its parts are messages unless they say otherwise: RFC 2046, 5.1.5.
    var isDigest: Bool
  }

  private let bytes: MailBytes

  /// The parts of the message with `head`, whose body ends at `end`.
  init(_ bytes: MailBytes, _ head: MessageHead, type: ContentType, before end: Int) {
    self.bytes = bytes
    begin(head, type, before: end)
    var line = head.bodyStart
    while line < end, !open.isEmpty {
      let lineEnd = bytes.lineEnd(from: line, before: end)
      let next = min(end, lineEnd + 1)
      if lineEnd - line > 2, bytes[line] == 0x2d, bytes[line + 1] == 0x2d, let boundary = boundary(line..<lineEnd) {
        divide(at: line, boundary, next, before: end)
        line = max(next, leaf.map { parts[$0].bytes.lowerBound } ?? next)
      } else {
        line = next
      }
    }
    endLeaf(at: end)
    while !open.isEmpty { close(at: end) }
  }

  /// Begins the part with `head`: as a leaf, or as what holds parts.
  private mutating func begin(_ head: MessageHead, _ type: ContentType, before end: Int) {
    var (head, type) = (head, type)
    while true {
      var part = Part(kind: .leaf, type: type, bytes: head.bodyStart..<end)
      part.encoding = TransferEncoding(bytes, head.range(head.contentTransferEncoding))
      if head.contentDisposition.isPresent {
        let disposition = HeaderParameters(bytes, head.range(head.contentDisposition))
        part.isAttached = disposition.value == "attachment"
        if let name = disposition["filename"] { part.type.fileName = HeaderText.safe(name) }
      }
      let holdsParts = type.isMultipart || type.isMessage && part.encoding == .none
      guard holdsParts, open.count < Self.deepest else {
        if holdsParts { isCurtailed = true }
        leaf = parts.count
        parts.append(part)
        return
      }
      if type.isMultipart {
        part.kind = .multipart(isAlternative: type.name == "multipart/alternative")
        open.append(Frame(index: parts.count, boundary: type.boundary, isDigest: type.name == "multipart/digest"))
        parts.append(part)
        return
      }
      let inner = MessageHead(bytes, from: head.bodyStart, before: end)
      part.kind = .message(inner)
      open.append(Frame(index: parts.count, boundary: [], isDigest: false))
      parts.append(part)
      head = inner
      type = inner.contentType.isPresent ? ContentType(bytes, inner.range(inner.contentType)) : ContentType()
    }
  }

  /// Which open multipart a line divides, and whether it ends it.
  private func boundary(_ line: Range<Int>) -> (frame: Int, isLast: Bool)? {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1].isMailSpace { end -= 1 }
    for frame in open.indices.reversed() {
      let boundary = open[frame].boundary
      let boundaryEnd = line.lowerBound + 2 + boundary.count
      guard !boundary.isEmpty, bytes.isEqual(boundary, at: line.lowerBound + 2, before: end) else { continue }
      if boundaryEnd == end { return (frame, false) }
      if boundaryEnd + 2 == end, bytes[end - 1] == 0x2d, bytes[end - 2] == 0x2d { return (frame, true) }
    }
    return nil
  }

  /// Ends what the line at `line` ends, and begins what comes after it.
  private mutating func divide(at line: Int, _ boundary: (frame: Int, isLast: Bool), _ next: Int, before end: Int) {
    // Once there are too many parts the rest is one.
    if parts.count >= Self.most, !boundary.isLast {
      isCurtailed = true
      return
    }
    endLeaf(at: line)
    while open.count > boundary.frame + 1 { close(at: line) }
    if boundary.isLast {
      close(at: line)
      // What stands behind the last part is no part, but somebody may have written it.
      leaf = parts.count
      parts.append(Part(kind: .leaf, type: ContentType(), bytes: next..<end))
      return
    }
    let head = MessageHead(bytes, from: next, before: end)
    var type = ContentType()
    if open[boundary.frame].isDigest { type.name = "message/rfc822" }
    if head.contentType.isPresent { type = ContentType(bytes, head.range(head.contentType)) }
    begin(head, type, before: end)
  }

  private mutating func endLeaf(at end: Int) {
    guard let index = leaf else { return }
    let start = parts[index].bytes.lowerBound
    var end = end
    // The line end before a boundary belongs to the boundary.
    if end > start, bytes[end - 1] == 0x0a { end -= 1 }
    if end > start, bytes[end - 1] == 0x0d { end -= 1 }
    parts[index].bytes = start..<max(start, end)
    parts[index].end = index + 1
    leaf = nil
  }

  private mutating func close(at end: Int) {
    let frame = open.removeLast()
    if parts.count == frame.index + 1 {
      // Without a boundary all of it is one part.
      let start = parts[frame.index].bytes.lowerBound
      parts.append(Part(kind: .leaf, type: ContentType(), bytes: start..<max(start, end), end: parts.count + 1))
    }
    parts[frame.index].end = parts.count
  }
}

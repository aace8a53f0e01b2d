import Glibc
import ProcessSpawning

/// One question to one host and its answer, by the system's `curl`: no redirection is followed, no cookie kept, and no
/// configuration of curl's own read, which may write to files. Proxies and certificates are those of the environment.
struct Transfer {
  /// What is asked.
  let address: FetchAddress
  /// Fields of the question's head, `Name: value`.
  var fields: [String] = []
  /// The numbers that are asked in place of what the resolver would say by then.
  var numbers: [String] = []

  /// What becomes of it.
  enum End {
    /// The whole answer has come.
    case complete
    /// Whoever receives has seen enough.
    case stopped
  }

  /// More bytes of a head are no head.
  fileprivate static let longestHead = 1 << 19

  /// Asks, and hands on what comes.
  ///
  /// - Parameters:
  ///   - onHead: is told the head before anything else; gives whether to go on.
  ///   - onBody: is lent the bytes as they come, unpacked; gives whether to go on.
  /// - Throws: why the answer is not there, or not all of it.
  func run(
    _ settings: Settings,
    onHead: (ResponseHead) throws(FetchFault) -> Bool,
    onBody: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(FetchFault) -> End {
    if settings.control.isCancelled { throw .cancelled }
    var (output, errors): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&output) == 0, pipe(&errors) == 0 else { throw .other(-1, said: String(cString: strerror(errno))) }
    for end in output + errors { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = ChildProcess(arguments(settings), streams: .writing(output: output[1], errors: errors[1]))
    close(output[1])
    close(errors[1])
    defer { for end in [output[0], errors[0]] { close(end) } }
    guard let child else { throw .noProgram }
    settings.control.adopt(child)
    var answer = Answer(limit: settings.limits.bytes)
    var fault: FetchFault?
    do throws(FetchFault) { try answer.read(from: output[0], settings.control, onHead, onBody) } catch { fault = error }
    let isWhole = fault == nil && !answer.isStopped
    if !isWhole { child.kill() }
    let said = isWhole ? Self.firstLine(of: errors[0]) : ""
    child.waitForEnd()
    settings.control.release()
    let status = child.status()
    if let fault { throw fault }
    if answer.isStopped { return .stopped }
    if settings.control.isCancelled { throw .cancelled }
    guard let status else { throw .cut(bytes: answer.count) }
    guard status == 0 else { throw .curl(status, said: said, host: address.host, bytes: answer.count) }
    guard answer.hasHead else { throw .cut(bytes: 0) }
    guard answer.isUnpacked else { throw .cut(bytes: answer.count) }
    return .complete
  }

  /// What is the same for all questions.
  struct Settings {
    var limits: FetchLimits
    var control: FetchControl
    var hosts: HostTable
    var program: String
    var agent: String
  }

  private func arguments(_ settings: Settings) -> [String] {
    let limits = settings.limits
    var arguments = [
      settings.program, "-q", "--silent", "--show-error", "--include", "--suppress-connect-headers", "--no-buffer",
      "--globoff", "--proto", "=http,https", "--header", "Accept-Encoding: gzip", "--connect-timeout",
      "\(limits.connecting)", "--max-time",
      "\(limits.total)", "--speed-limit", "16", "--speed-time", "\(limits.silence)", "--user-agent", settings.agent,
    ]
    for field in fields { arguments += ["--header", field] }
    if !numbers.isEmpty {
      arguments += ["--resolve", "\(address.host):\(address.effectivePort):\(numbers.joined(separator: ","))"]
    }
    return arguments + ["--url", address.text]
  }

  /// What `curl` says went wrong, without its name and number.
  private static func firstLine(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = max(0, Glibc.read(descriptor, &bytes, bytes.count))
    let line = String(decoding: bytes[..<count].prefix { $0 != 0x0a }, as: UTF8.self)
    let text = line.hasPrefix("curl: (") ? line.drop { $0 != ")" }.dropFirst(2) : line[...]
    return Source.harmless(String(text.prefix(200)))
  }
}

/// The bytes of an answer as they come: head, perhaps several of them, then the body.
private struct Answer {
  let limit: Int
  /// Bytes of the body so far, unpacked.
  var count = 0
  var hasHead = false
  var isStopped = false
  private var head: [UInt8] = []
  private var packing: GzipUnpacking?

  /// Whether the body ends where its packing does, if it has any.
  var isUnpacked: Bool { packing?.isWhole ?? true }

  init(limit: Int) { self.limit = limit }

  mutating func read(
    from descriptor: Int32,
    _ control: FetchControl,
    _ onHead: (ResponseHead) throws(FetchFault) -> Bool,
    _ onBody: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(FetchFault) {
    var portion = [UInt8](repeating: 0, count: 1 << 16)
    while !isStopped {
      let count = Glibc.read(descriptor, &portion, portion.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      var start = 0
      while !hasHead, start < count, !isStopped { try takeLine(portion, &start, count, onHead) }
      guard hasHead, start < count, !isStopped else { continue }
      let goesOn = try portion.withUnsafeBufferPointer { (bytes) throws(FetchFault) in
        try takeBody(UnsafeBufferPointer(rebasing: bytes[start..<count]), control, onBody)
      }
      if !goesOn { isStopped = true }
    }
  }

  /// Hands on bytes of the body, unpacked; gives whether to go on.
  private mutating func takeBody(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ control: FetchControl,
    _ onBody: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(FetchFault) -> Bool {
    var count = self.count
    defer { self.count = count }
    let limit = limit
    func take(_ bytes: UnsafeBufferPointer<UInt8>) throws(FetchFault) -> Bool {
      count += bytes.count
      control.note(bytes.count)
      guard count <= limit else { throw .tooLarge(limit: limit) }
      return onBody(bytes)
    }
    guard let packing else { return try take(bytes) }
    return try packing.unpack(bytes, receive: take)
  }

  /// Takes a line of a head; an empty one ends it.
  private mutating func takeLine(
    _ bytes: [UInt8],
    _ start: inout Int,
    _ end: Int,
    _ onHead: (ResponseHead) throws(FetchFault) -> Bool
  ) throws(FetchFault) {
    let feed = bytes[start..<end].firstIndex(of: 0x0a)
    let isLineStart = head.isEmpty || head.last == 0x0a
    let line = bytes[start..<(feed ?? end)]
    // The carriage return may have come alone before.
    let isBlank = isLineStart && (line.isEmpty || line.elementsEqual([0x0d])) || Self.isReturn(head) && line.isEmpty
    head += bytes[start..<(feed.map { $0 + 1 } ?? end)]
    start = feed.map { $0 + 1 } ?? end
    guard head.count <= Transfer.longestHead else { throw .damaged }
    guard feed != nil, isBlank else { return }
    let parsed = ResponseHead(head)
    head = []
    guard let parsed else { throw .damaged }
    // What is only said meanwhile (100 to 199) is followed by the answer.
    guard parsed.status >= 200 else { return }
    hasHead = true
    if parsed.isGzip { packing = try GzipUnpacking() }
    isStopped = try !onHead(parsed)
  }

  private static func isReturn(_ head: [UInt8]) -> Bool {
    head.last == 0x0d && (head.count == 1 || head[head.count - 2] == 0x0a)
  }
}

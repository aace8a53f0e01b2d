import Glibc

/// Fetches what stands at addresses: follows redirections, hop by hop, and asks only for what has changed.
///
/// Every host is looked up once, and asked by what was found, whatever the resolver says a moment later; one that the user
/// did not name, never in a private network: neither a page nor a server can lead there.
package struct Fetcher: Sendable {
  /// What is wanted.
  package struct Request: Sendable {
    /// Where it stands.
    package var address: FetchAddress
    /// The media types that are taken (RFC 9110, section 12.5.1).
    package var types: String

    /// A request for what stands at `address`.
    package init(_ address: FetchAddress, types: String = Request.pages) {
      self.address = address
      self.types = types
    }

    /// Pages before anything else that is text.
    package static let pages = "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.9,*/*;q=0.5"
    /// Answers of APIs.
    package static let json = "application/json"
  }

  /// What has come of an answer that is wanted while it comes.
  package enum Piece {
    /// The head of the answer, from the address where it stands in the end.
    case head(ResponseHead, from: FetchAddress)
    /// Bytes of the body.
    case body(UnsafeBufferPointer<UInt8>)
  }

  /// A whole answer.
  package struct Answer: Sendable {
    /// Where it stands in the end.
    package var address: FetchAddress
    /// What the server says about it.
    package var head: ResponseHead
    /// Its bytes; `nil` when they are too many to be kept after they were handed on.
    package var body: [UInt8]?
  }

  /// How far fetching is, and how to end it.
  package let control: FetchControl
  private let settings: Transfer.Settings
  private let cache: FetchCache?
  /// The hosts that the user named, or that this program does.
  private let known: Set<String>
  private let substitutes: [String: String]

  /// - Parameters:
  ///   - agent: what this program is called, and its version: `quire/1.0`.
  ///   - known: the hosts that the user named.
  ///   - cache: where answers are kept; `nil` keeps nothing.
  ///   - program: `curl`.
  ///   - substitutes: origins that are asked in place of others, each `https://example.com`; for tests.
  package init(
    agent: String,
    known: Set<String>,
    cache: FetchCache?,
    limits: FetchLimits = FetchLimits(),
    control: FetchControl = FetchControl(),
    program: String = "curl",
    substitutes: [String: String] = [:]
  ) {
    let hosts = HostTable { HostNumbers(of: $0) }
    self.init(
      Transfer.Settings(limits: limits, control: control, hosts: hosts, program: program, agent: agent),
      known: known,
      cache: cache,
      substitutes: substitutes
    )
  }

  /// One that looks hosts up in the table of `settings`.
  init(
    _ settings: Transfer.Settings,
    known: Set<String>,
    cache: FetchCache? = nil,
    substitutes: [String: String] = [:]
  ) {
    self.settings = settings
    control = settings.control
    self.cache = cache
    self.known = known
    self.substitutes = substitutes
  }

  /// Fetches, and hands on what comes meanwhile.
  ///
  /// - Parameter receive: is told what comes; gives whether to go on.
  /// - Throws: why it is not there, or not all of it. What was handed on by then is not the whole.
  package func fetch(_ request: Request, receive: (Piece) -> Bool = { _ in true }) throws(FetchFault) -> Answer {
    var address = request.address
    var seen: Set<FetchAddress> = []
    while true {
      guard seen.insert(address).inserted else { throw .loop(address.text) }
      guard seen.count <= settings.limits.redirections + 1 else {
        throw .tooManyRedirections(settings.limits.redirections)
      }
      switch try ask(address, request, receive) {
      case .answer(let answer): return answer
      case .redirection(let next): address = next
      }
    }
  }

  private enum Outcome {
    case answer(Answer)
    case redirection(FetchAddress)
  }

  private static let redirections: Set = [301, 302, 303, 307, 308]

  private func ask(_ address: FetchAddress, _ request: Request, _ receive: (Piece) -> Bool) throws(FetchFault)
    -> Outcome
  {
    let cached = cache?.entry(for: address, accepting: request.types)
    var transfer = Transfer(address: address)
    if let origin = substitutes[address.origin], let moved = address.moved(to: origin) {
      transfer = Transfer(address: moved)
    } else {
      transfer.numbers = try numbers(of: address)
    }
    transfer.fields = ["Accept: \(request.types)"]
    if let tag = cached?.head["etag"] { transfer.fields.append("If-None-Match: \(tag)") }
    if let date = cached?.head["last-modified"] { transfer.fields.append("If-Modified-Since: \(date)") }
    control.begin(address.host)

    var head: ResponseHead?
    var next: FetchAddress?
    var kept: [UInt8]? = []
    let end = try transfer.run(settings) { (found: ResponseHead) throws(FetchFault) -> Bool in
      head = found
      if Self.redirections.contains(found.status) {
        next = try Self.target(of: found, at: address)
        return false
      }
      if found.status == 304, cached != nil { return false }
      guard (200..<300).contains(found.status) else { throw .status(found.status) }
      guard found.isText else { throw .notText(found.mediaType ?? "of no kind") }
      if let packing = found.strangePacking { throw .notText("packed as \(packing)") }
      return receive(.head(found, from: address))
    } onBody: { bytes in
      if let count = kept?.count, count + bytes.count > FetchCache.largestBody { kept = nil }
      kept?.append(contentsOf: bytes)
      return receive(.body(bytes))
    }
    if let next { return .redirection(next) }
    guard let head else { throw .cut(bytes: 0) }
    if head.status == 304, let cached {
      let isWanted =
        receive(.head(cached.head, from: address)) && cached.body.withUnsafeBufferPointer { receive(.body($0)) }
      if !isWanted { throw .cancelled }
      return .answer(Answer(address: address, head: cached.head, body: cached.body))
    }
    if end == .stopped { throw .cancelled }
    if let kept { cache?.keep(kept, of: head, from: address, accepting: request.types) }
    return .answer(Answer(address: address, head: head, body: kept))
  }

  private static func target(of head: ResponseHead, at address: FetchAddress) throws(FetchFault) -> FetchAddress {
    guard let location = head["location"] else { throw .badRedirection }
    do { return try address.resolving(location) } catch .credentials { throw .credentials } catch {
      throw .badRedirection
    }
  }

  /// The numbers to ask a host by. There may be none where a proxy asks it, or where `curl` knows better.
  private func numbers(of address: FetchAddress) throws(FetchFault) -> [String] {
    let isKnown = known.contains(address.host)
    // What is written in other letters than DNS has is spelled for it by `curl`.
    guard address.host.utf8.allSatisfy({ $0 < 0x80 }) else {
      if isKnown { return [] }
      throw .unknownHost(address.host)
    }
    let found = settings.hosts.numbers(of: address.host)
    guard let found else {
      if isKnown || Self.hasProxy(for: address.scheme) { return [] }
      throw .unknownHost(address.host)
    }
    if found.arePrivate, !isKnown { throw .privateHost(address.host) }
    return found.texts
  }

  /// Whether the environment names a proxy for a scheme, as `curl` reads it.
  private static func hasProxy(for scheme: String) -> Bool {
    // The name in capitals is one that servers set from what they are asked (CVE-2016-5385).
    let names = scheme == "http" ? ["http_proxy"] : ["https_proxy", "HTTPS_PROXY"]
    return (names + ["all_proxy", "ALL_PROXY"]).contains { getenv($0).map { $0.pointee != 0 } ?? false }
  }
}

import DocumentModel

/// Reads the facts of contributions as the description of an API says.
struct RecordReader {
  /// What the thread is made of: an id, and what is said about the place.
  enum Place {
    /// At the top.
    case top
    /// Below the contribution with that id.
    case below(String)
    /// At that depth, in reading order.
    case level(Int)
    case unknown
  }

  let tape: JSONTape
  private let api: ThreadAPI
  private let id, author, displayName, date, score, address, title, link, warning: TapeQuery
  private let deleted, flagged, site, opening: TapeQuery
  private let media, mediaAddress, mediaText: TapeQuery
  private let bodies: [(format: JSONBodyWriter.Format, query: TapeQuery)]
  private let nesting: [(kind: NestingKind, query: TapeQuery)]

  private enum NestingKind { case parent, path, level }

  init(_ api: ThreadAPI, in tape: JSONTape) {
    func query(_ query: JSONQuery) -> TapeQuery { TapeQuery(query, of: tape) }
    self.tape = tape
    self.api = api
    id = query(api.id)
    author = query(api.author)
    displayName = query(api.displayName)
    date = query(api.date)
    score = query(api.score)
    address = query(api.address)
    title = query(api.title)
    link = query(api.link)
    warning = query(api.warning)
    deleted = query(api.deleted)
    flagged = query(api.flagged)
    site = query(api.site)
    opening = query(api.opening)
    media = query(api.media)
    mediaAddress = query(api.mediaAddress)
    mediaText = query(api.mediaText)
    bodies = api.body.map { body in
      switch body {
      case .html(let text): (.html, query(text))
      case .escapedHTML(let text): (.escapedHTML, query(text))
      case .markdown(let text): (.markdown, query(text))
      case .text(let text): (.text, query(text))
      case .unknown(let text): (.unknown, query(text))
      }
    }
    nesting = api.nesting.map { rule in
      switch rule {
      case .parent(let place): (.parent, query(place))
      case .path(let place): (.path, query(place))
      case .level(let place): (.level, query(place))
      }
    }
  }

  // MARK: The thread

  /// The id that the source gives.
  func id(of node: JSONNode) -> String? { id.text(from: node, in: tape).flatMap(JSONTape.line) }

  /// Whether it is a post by what it says itself.
  func isOpening(_ node: JSONNode) -> Bool { !opening.isEmpty && opening.first(from: node, in: tape) != nil }

  /// What is said about its place in the thread.
  func place(of node: JSONNode) -> Place {
    for (kind, query) in nesting {
      guard let said = query.first(from: node, in: tape) else { continue }
      switch kind {
      case .parent:
        guard let parent = query.text(from: node, in: tape).flatMap(JSONTape.line), parent != "0" else { return .top }
        return .below(parent)
      case .path:
        let ids = tape.text(said).split(separator: UInt8(ascii: "."))
        guard ids.count > 2 else { return .top }
        return .below(String(decoding: ids[ids.count - 2], as: UTF8.self))
      case .level:
        if let level = tape.integer(said) { return .level(level) }
      }
    }
    return .unknown
  }

  // MARK: Facts

  /// The facts of a contribution that says `words`, strings of which `builder` keeps.
  func facts(of node: JSONNode, saying words: JSONNode?, id: String, in builder: inout DocumentBuilder) -> CommentFacts {
    var facts = CommentFacts()
    facts.author = author.value(from: node, in: tape).flatMap { share($0, in: &builder) }
    if let name = displayName.value(from: node, in: tape).flatMap(tape.line), name != self.author(of: node) {
      facts.displayName = builder.share(name)
    }
    if let moment = moment(of: node) {
      facts.published = moment.timestamp
      facts.age = builder.share(moment.age)
    }
    facts.score = score.value(from: node, in: tape).flatMap(tape.integer)
    facts.address = builder.share(address(of: node, id: id))
    facts.standing = standing(of: node, saying: words)
    return facts
  }

  /// Most names are plain.
  private func share(_ node: JSONNode, in builder: inout DocumentBuilder) -> CommentFacts.SharedString? {
    let bytes = tape.scalar(node)
    if !tape.hasEscapes(node), !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f }) {
      return builder.share(bytes)
    }
    return builder.share(tape.line(node))
  }

  /// Who wrote it.
  func author(of node: JSONNode) -> String? { author.value(from: node, in: tape).flatMap(tape.line) }

  /// When it was written.
  func moment(of node: JSONNode) -> PageMoment? {
    guard let value = date.value(from: node, in: tape) else { return nil }
    if tape.kind(of: value) == .number {
      return tape.integer(value).flatMap { PageMoment(String($0)) }
    }
    let text = tape.text(value)
    if let timestamp = Timestamp(iso8601: text) { return PageMoment(timestamp) }
    return JSONTape.line(text).flatMap { PageMoment($0) }
  }

  /// Where it stands on the web.
  func address(of node: JSONNode) -> String? { address(of: node, id: id(of: node) ?? "") }

  private func address(of node: JSONNode, id: String) -> String? {
    if let address = address.value(from: node, in: tape).flatMap(tape.line) {
      if address.hasPrefix("/") { return WebAddress(api.addressPrefix + address).link }
      return WebAddress(address).link
    }
    guard !api.addressPrefix.isEmpty, address.isEmpty, !id.isEmpty else { return nil }
    // Most ids are numbers, which need no second look.
    let isPlain = id.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) }
    return isPlain ? api.addressPrefix + id : WebAddress(api.addressPrefix + id).link
  }

  /// What became of it, as the API says or its words do.
  private func standing(of node: JSONNode, saying words: JSONNode?) -> Comment.Standing {
    if !deleted.isEmpty, deleted.first(from: node, in: tape) != nil { return .deleted }
    if !flagged.isEmpty, flagged.first(from: node, in: tape) != nil { return .flagged }
    guard let words else {
      return author.value(from: node, in: tape) == nil && media.isEmpty ? .deleted : .live
    }
    return standing(inWords: words)
  }

  /// What a notice in brackets says, when there is nothing else.
  private func standing(inWords words: JSONNode) -> Comment.Standing {
    let scalar = tape.scalar(words)
    guard scalar.count < 200, scalar.contains(UInt8(ascii: "[")) else { return .live }
    var text: [UInt8] = []
    var isInTag = false
    for byte in tape.text(words).withUnsafeBufferPointer({ JSONBodyWriter.text(ofEscaped: $0) }) {
      if byte == UInt8(ascii: "<") { isInTag = true }
      if !isInTag { text.append(byte) }
      if byte == UInt8(ascii: ">") { isInTag = false }
    }
    return JSONTape.line(text).flatMap(StandingWords.standing) ?? .live
  }

  // MARK: Words

  /// The words, and what they are written in.
  func body(of node: JSONNode) -> (format: JSONBodyWriter.Format, words: JSONNode)? {
    for (format, query) in bodies {
      if let words = query.value(from: node, in: tape), tape.kind(of: words) == .string { return (format, words) }
    }
    return nil
  }

  /// A line that warns of what follows.
  func warning(of node: JSONNode) -> String? { warning.value(from: node, in: tape).flatMap(tape.line) }

  /// What it is called.
  func title(of node: JSONNode) -> String? { title.value(from: node, in: tape).flatMap(text) }

  /// What it is about, elsewhere on the web.
  func link(of node: JSONNode) -> String? {
    guard let link = link.value(from: node, in: tape).flatMap(tape.line).flatMap({ WebAddress($0).link }) else {
      return nil
    }
    // A post that is about itself.
    if let own = address.value(from: node, in: tape).flatMap(tape.line), link.hasSuffix(own) { return nil }
    return link
  }

  /// What site it is.
  func site(of node: JSONNode) -> String? {
    site.value(from: node, in: tape).flatMap(tape.line) ?? api.siteName
  }

  /// Pictures and the like.
  func figures(of node: JSONNode) -> [Figure] {
    guard !media.isEmpty else { return [] }
    return media.all(from: node, in: tape).compactMap { item in
      let address = mediaAddress.value(from: item, in: tape).flatMap(tape.line).flatMap { WebAddress($0).link }
      let text = mediaText.value(from: item, in: tape).flatMap(tape.line)
      return address == nil && text == nil ? nil : Figure(alt: text, address: address)
    }
  }

  /// A line in which character references may stand.
  func text(_ node: JSONNode) -> String? {
    let text = tape.text(node)
    return JSONTape.line(text.withUnsafeBufferPointer { JSONBodyWriter.text(ofEscaped: $0) })
  }
}

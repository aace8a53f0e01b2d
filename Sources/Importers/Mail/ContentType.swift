/// What a part of a message is: RFC 2045, 5, with the parameters that matter.
struct ContentType {
  /// `text/plain`, in lower case.
  var name = "text/plain"
  /// The charset; `nil` for one that is not known.
  var charset: MailCharset? = .utf8
  /// Whether a charset is named that is known.
  var namesCharset = false
  /// The charset as it is named.
  var charsetLabel: String?
  /// Whether lines that end with a space go on in the next: RFC 3676.
  var isFlowed = false
  /// Whether that space is not part of the text: RFC 3676, 4.1.
  var deletesSpace = false
  /// What divides the parts of a multipart.
  var boundary: [UInt8] = []
  /// The file name.
  var fileName: String?

  /// What a part is that does not say.
  init() {}

  /// Reads a Content-Type field.
  init(_ bytes: MailBytes, _ range: Range<Int>) {
    let parameters = HeaderParameters(bytes, range)
    if parameters.value.contains("/") { name = parameters.value }
    if let label = parameters["charset"] {
      charset = MailCharset(named: String(decoding: label, as: UTF8.self))
      namesCharset = charset != nil
      charsetLabel = String(decoding: label, as: UTF8.self)
    }
    isFlowed = parameters.word("format") == "flowed"
    deletesSpace = parameters.word("delsp") == "yes"
    boundary = parameters["boundary"] ?? []
    fileName = parameters["name"].map(HeaderText.safe)
  }

  var isMultipart: Bool { name.hasPrefix("multipart/") && !boundary.isEmpty }
  var isMessage: Bool { name == "message/rfc822" || name == "message/news" || name == "message/global" }
  var isHTML: Bool { name == "text/html" || name == "application/xhtml+xml" }
  var isText: Bool { name.hasPrefix("text/") || name == "message/delivery-status" || !name.contains("/") }
}

/// A structured field: a word and parameters after it, `; name=value`.
///
/// Values in parts and in other charsets: RFC 2231, 3 and 4; encoded words in values, which no standard allows and many
/// programs write.
struct HeaderParameters {
  /// The word, in lower case.
  private(set) var value: String
  private var parameters: [(name: String, value: [UInt8])] = []
  /// More parameters are not read.
  private static let most = 64

  init(_ bytes: MailBytes, _ range: Range<Int>) {
    let range = range.limited(to: HeaderText.longest)
    let valueEnd = bytes.first(0x3b, in: range)
    value = Self.word(bytes, bytes.trimmed(range.lowerBound..<valueEnd))
    var index = valueEnd + 1
    var pieces: [(name: String, isEncoded: Bool, value: [UInt8])] = []
    while index < range.upperBound, pieces.count < Self.most {
      let equals = bytes.first(0x3d, in: index..<range.upperBound)
      guard equals < range.upperBound else { break }
      var name = bytes.trimmed(index..<equals)
      // A parameter without a value is passed over.
      let semicolon = bytes.first(0x3b, in: name)
      if semicolon < name.upperBound { name = bytes.trimmed(semicolon + 1..<name.upperBound) }
      var text = Self.word(bytes, name)
      let value = Self.value(bytes, from: equals + 1, before: range.upperBound)
      index = bytes.first(0x3b, in: value.end..<range.upperBound) + 1
      let isEncoded = text.hasSuffix("*")
      if isEncoded { text.removeLast() }
      pieces.append((text, isEncoded, value.bytes))
    }
    join(pieces)
  }

  /// The value of a parameter.
  subscript(name: String) -> [UInt8]? { parameters.first { $0.name == name }?.value }

  /// The value of a parameter that is a word, in lower case.
  func word(_ name: String) -> String? { self[name].map { String(decoding: $0, as: UTF8.self).lowercased() } }

  private static func word(_ bytes: MailBytes, _ range: Range<Int>) -> String {
    String(decoding: bytes[range].lazy.filter { $0 > 0x20 }.map(\.lowercased), as: UTF8.self)
  }

  private static func value(_ bytes: MailBytes, from start: Int, before end: Int) -> (bytes: [UInt8], end: Int) {
    var index = start
    while index < end, bytes[index].isMailSpace { index += 1 }
    guard index < end, bytes[index] == 0x22 else {
      let close = bytes.first(0x3b, in: index..<end)
      // A comment may follow.
      let remark = bytes.first(0x28, in: index..<close)
      return (HeaderText.decoded(bytes, bytes.trimmed(index..<remark)), close)
    }
    var quoted: [UInt8] = []
    index += 1
    while index < end, bytes[index] != 0x22 {
      if bytes[index] == 0x5c, index + 1 < end { index += 1 }
      if bytes[index] != 0x0a, bytes[index] != 0x0d { quoted.append(bytes[index]) }
      index += 1
    }
    if quoted.contains(0x3d) {
      quoted = quoted.withUnsafeBufferPointer { HeaderText.decoded(MailBytes($0), 0..<$0.count) }
    }
    return (quoted, min(end, index + 1))
  }

  /// Puts `name*0`, `name*1*` … together, and decodes `charset'language'%41`.
  private mutating func join(_ pieces: [(name: String, isEncoded: Bool, value: [UInt8])]) {
    var charsets: [String: MailCharset] = [:]
    for piece in pieces {
      let star = piece.name.firstIndex(of: "*") ?? piece.name.endIndex
      let name = String(piece.name[..<star])
      let isContinued = star < piece.name.endIndex && self[name] != nil
      var value = piece.value
      if piece.isEncoded {
        let marks = isContinued ? [] : value.indices.filter { value[$0] == 0x27 }
        if marks.count >= 2 {
          charsets[name] = MailCharset(named: String(decoding: value[..<marks[0]], as: UTF8.self))
          value.removeFirst(marks[1] + 1)
        }
        let raw = Self.unescaped(value)
        value = []
        raw.withUnsafeBufferPointer { (charsets[name] ?? .utf8).append($0, to: &value) }
      }
      if isContinued {
        for index in parameters.indices where parameters[index].name == name { parameters[index].value += value }
      } else if self[name] == nil {
        parameters.append((name, value))
      }
    }
  }

  private static func unescaped(_ value: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var index = 0
    while index < value.count {
      if value[index] == 0x25, index + 2 < value.count, let high = value[index + 1].hexadecimal,
        let low = value[index + 2].hexadecimal
      {
        out.append(high << 4 | low)
        index += 3
      } else {
        out.append(value[index])
        index += 1
      }
    }
    return out
  }
}

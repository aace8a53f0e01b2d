/// What a server says before what it sends: the status and the fields (RFC 9110).
package struct ResponseHead: Sendable {
  /// The status.
  package let status: Int
  /// Names in small letters, and values; of one line each, without control characters.
  package let fields: [(name: String, value: String)]

  /// A head of these fields.
  init(status: Int, fields: [(name: String, value: String)]) {
    self.status = status
    self.fields = fields
  }

  /// Reads the lines of a head; `nil` where they do not begin as one.
  ///
  /// Bytes are Latin-1, as they were once meant, unless they are UTF-8.
  init?(_ bytes: some Sequence<UInt8>) {
    let lines = Array(bytes).split(separator: 0x0a).map { line in line.last == 0x0d ? line.dropLast() : line }
    guard let first = lines.first.map(Self.text), first.hasPrefix("HTTP/"),
      let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) }), (100...999).contains(status)
    else { return nil }
    var fields: [(name: String, value: String)] = []
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { continue }
      let value = Self.text(line[(colon + 1)...]).split(separator: " ", omittingEmptySubsequences: true)
      fields.append((Self.text(line[..<colon]).lowercased(), value.joined(separator: " ")))
    }
    self.init(status: status, fields: fields)
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let plain = bytes.map { $0 < 0x20 || $0 == 0x7f ? 0x20 : $0 }
    if let text = String(validating: plain, as: UTF8.self) { return Source.harmless(text) }
    return Source.harmless(String(String.UnicodeScalarView(plain.map { Unicode.Scalar($0) })))
  }

  /// The first field called `name`, in small letters.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All fields called `name`.
  package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// The media type, in small letters and without parameters: `text/html`.
  package var mediaType: String? {
    self["content-type"].map { $0.prefix { $0 != ";" }.lowercased().split(separator: " ").joined() }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The encoding of a text, as the media type names it.
  package var charset: String? {
    for parameter in self["content-type"]?.split(separator: ";").dropFirst() ?? [] {
      let parts = parameter.split(separator: "=", maxSplits: 1).map { $0.filter { !" \"'".contains($0) } }
      if parts.count == 2, parts[0].lowercased() == "charset", !parts[1].isEmpty { return parts[1] }
    }
    return nil
  }

  /// Whether the bytes are packed as gzip, the only packing that is asked for.
  var isGzip: Bool { self["content-encoding"].map { ["gzip", "x-gzip"].contains($0.lowercased()) } ?? false }

  /// How the bytes are packed, where it is a way that was not asked for. What is no packing at all is said there as well.
  var strangePacking: String? {
    let known: Set = ["gzip", "x-gzip", "deflate", "compress", "x-compress", "br", "zstd", "dcb", "dcz"]
    guard !isGzip, let names = self["content-encoding"]?.lowercased() else { return nil }
    return names.split { ", ".contains($0) }.contains { known.contains(String($0)) } ? names : nil
  }

  /// Whether the media type is one that may be read as text.
  package var isText: Bool {
    guard let type = mediaType else { return true }
    let kinds = ["image/", "audio/", "video/", "font/", "model/"]
    let types = ["application/pdf", "application/zip", "application/gzip", "application/x-tar", "application/wasm"]
    return type == "image/svg+xml" || !kinds.contains(where: type.hasPrefix) && !types.contains(type)
  }
}

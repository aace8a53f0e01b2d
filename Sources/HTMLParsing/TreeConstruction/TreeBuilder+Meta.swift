/// What a `meta` says about the encoding (HTML standard, section 13.2.6.4.4).
extension TreeBuilder {
  /// The encoding that the `meta` of the tag token declares.
  func encodingOfMeta() -> HTMLEncoding? {
    if let label = tokenValue(of: .charset) {
      return HTMLEncoding(label: label).map(MetaPrescan.readable)
    }
    guard tokenValue(of: .httpEquiv, equals: "content-type"), let content = tokenValue(of: .content) else { return nil }
    let text = String(decoding: content.map(\.lowercased), as: UTF8.self)
    return MetaPrescan.encoding(inContent: text).map(MetaPrescan.readable)
  }

  /// The value of an attribute of the tag token, valid until the next token.
  private func tokenValue(of name: HTMLName) -> UnsafeBufferPointer<UInt8>? {
    for index in tokenizer.pendingAttributes where tokenizer.attributes[index].name == name.number {
      return tokenizer.value(of: tokenizer.attributes[index])
    }
    return nil
  }
}

/// The document type, and how old pages are told from new ones (HTML standard, section 13.2.6.4.1).
extension TreeBuilder {
  mutating func insertDoctype() {
    let token = tokenizer.doctype
    let name = token.name.map { HTMLName(number: tokenizer.names.number(of: bytes($0))) } ?? .none
    quirksMode = quirksMode(of: token, name: name)
    if name != .html || token.publicIdentifier != nil { tokenizer.errorCount += 1 }
    for (attribute, range) in [(HTMLName.public, token.publicIdentifier), (.system, token.systemIdentifier)] {
      guard let range else { continue }
      tokenizer.attributes.append(
        AttributeRecord(
          name: attribute.number,
          valueStart: UInt32(truncatingIfNeeded: range.lowerBound),
          valueEnd: UInt32(truncatingIfNeeded: range.upperBound)
        )
      )
    }
    let data = tokenizer.keepAttributes()
    store.append(store.make(NodeLabel(.doctype, name: name), dataStart: data.start, dataCount: data.count), to: 0)
  }

  private func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: tokenizer.values.elements[range])
  }

  private func quirksMode(of token: DoctypeToken, name: HTMLName) -> HTMLTree.QuirksMode {
    let publicIdentifier = token.publicIdentifier.map { lowercased($0) }
    let systemIdentifier = token.systemIdentifier.map { lowercased($0) }
    if token.forcesQuirks || name != .html { return .quirks }
    if systemIdentifier == "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd" { return .quirks }
    guard let publicIdentifier else { return .noQuirks }
    if Self.quirkyIdentifiers.contains(publicIdentifier) { return .quirks }
    if Self.quirkyPrefixes.contains(where: publicIdentifier.hasPrefix) { return .quirks }
    if Self.xhtmlPrefixes.contains(where: publicIdentifier.hasPrefix) { return .limitedQuirks }
    if Self.html4Prefixes.contains(where: publicIdentifier.hasPrefix) {
      return systemIdentifier == nil ? .quirks : .limitedQuirks
    }
    return .noQuirks
  }

  /// The identifier in lower case. Those that matter are short.
  private func lowercased(_ range: Range<Int>) -> String {
    String(decoding: bytes(range).prefix(200).map(\.lowercased), as: UTF8.self)
  }

  private static let quirkyIdentifiers = [
    "-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html",
  ]
  private static let xhtmlPrefixes = ["-//w3c//dtd xhtml 1.0 frameset//", "-//w3c//dtd xhtml 1.0 transitional//"]
  private static let html4Prefixes = ["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"]
  private static let quirkyPrefixes = [
    "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
    "-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html 2.0 level 1//",
    "-//ietf//dtd html 2.0 level 2//", "-//ietf//dtd html 2.0 strict level 1//",
    "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//", "-//ietf//dtd html 2.0//",
    "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//", "-//ietf//dtd html 3.2 final//", "-//ietf//dtd html 3.2//",
    "-//ietf//dtd html 3//", "-//ietf//dtd html level 0//", "-//ietf//dtd html level 1//",
    "-//ietf//dtd html level 2//", "-//ietf//dtd html level 3//", "-//ietf//dtd html strict level 0//",
    "-//ietf//dtd html strict level 1//", "-//ietf//dtd html strict level 2//", "-//ietf//dtd html strict level 3//",
    "-//ietf//dtd html strict//", "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//",
    "-//microsoft//dtd internet explorer 2.0 html strict//", "-//microsoft//dtd internet explorer 2.0 html//",
    "-//microsoft//dtd internet explorer 2.0 tables//", "-//microsoft//dtd internet explorer 3.0 html strict//",
    "-//microsoft//dtd internet explorer 3.0 html//", "-//microsoft//dtd internet explorer 3.0 tables//",
    "-//netscape comm. corp.//dtd html//", "-//netscape comm. corp.//dtd strict html//",
    "-//o'reilly and associates//dtd html 2.0//", "-//o'reilly and associates//dtd html extended 1.0//",
    "-//o'reilly and associates//dtd html extended relaxed 1.0//",
    "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
    "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//", "-//spyglass//dtd html 2.0 extended//",
    "-//sq//dtd html 2.0 hotmetal + extensions//", "-//sun microsystems corp.//dtd hotjava html//",
    "-//sun microsystems corp.//dtd hotjava strict html//", "-//w3c//dtd html 3 1995-03-24//",
    "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//", "-//w3c//dtd html 3.2//",
    "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//", "-//w3c//dtd html 4.0 transitional//",
    "-//w3c//dtd html experimental 19960712//", "-//w3c//dtd html experimental 970421//", "-//w3c//dtd w3 html//",
    "-//w3o//dtd w3 html 3.0//", "-//webtechs//dtd mozilla html 2.0//", "-//webtechs//dtd mozilla html//",
  ]
}

import DocumentModel
import HTMLParsing

/// Reads pages in HTML.
///
/// Reading never fails. What a browser shows of the page's body is the document.
package struct HTMLImporter {
  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - name: the file's name or the address; a title of last resort.
  ///   - address: where the page stands on the web, if that is known; links are resolved against it.
  ///   - encodingLabel: what the page is encoded in, as far as its transport says so.
  ///   - usesEngines: whether discussions are read by the descriptions of known engines before anything else.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    address: String? = nil,
    encodingLabel: String? = nil,
    usesEngines: Bool = true,
    progress: ImportProgress? = nil
  ) -> Document {
    let tree = parse(bytes, label: encodingLabel, progress: progress)
    var reader = reader(of: tree, address: address, usesEngines: usesEngines)
    var document = reader.read()
    if tree.count >= fewestNodesForTwo { Concurrency.discard(consume reader) }
    if document.metadata.title == nil { document.metadata.title = name.map { TextSanitizer.field($0.utf8) } }
    return document
  }

  /// A reader of a page of which all is known that has to be.
  private static func reader(of tree: HTMLTree, address: String?, usesEngines: Bool) -> PageReader {
    let (discussion, page) = Concurrency.both(
      if: tree.count >= fewestNodesForTwo,
      { PageDiscussion.find(in: tree, usesEngines: usesEngines) },
      { Page(tree, address: address) }
    )
    return PageReader(page, discussion)
  }

  /// A tree of fewer nodes is not worth a second thread.
  private static let fewestNodesForTwo = 1 << 15

  /// The tree of as much of a page as is wanted.
  ///
  /// A page that was saved in UTF-8 may still declare what it was in before; nothing else looks like UTF-8 by chance.
  private static func parse(_ bytes: Span<UInt8>, label: String?, progress: ImportProgress?) -> HTMLTree {
    let tree = parse(bytes, transportLabel: label, progress: progress)
    guard tree.encoding != .utf8, isMultibyteUTF8(bytes) else { return tree }
    return parse(bytes, transportLabel: "utf-8", progress: progress)
  }

  /// Whether bytes are valid UTF-8 with enough characters of several bytes for that to be no chance.
  private static func isMultibyteUTF8(_ bytes: Span<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for byte in buffer where byte >= 0xc2 {
        count += 1
        if count == fewestCharacters { break }
      }
      return count == fewestCharacters && String(validating: buffer, as: UTF8.self) != nil
    }
  }

  private static let fewestCharacters = 8

  private static func parse(_ bytes: Span<UInt8>, transportLabel: String?, progress: ImportProgress?) -> HTMLTree {
    var parser = HTMLParser(transportLabel: transportLabel, expectedCount: bytes.count)
    var meter = ProgressMeter(progress)
    var start = 0
    while start < bytes.count, meter.mayGoOn(at: start) {
      let end = min(bytes.count, start + ImportProgress.interval)
      bytes.extracting(start..<end).withUnsafeBufferPointer { parser.feed($0) }
      start = end
    }
    return parser.finish()
  }
}

/// A page, and what it says about itself.
struct Page {
  let tree: HTMLTree
  let survey: PageSurvey
  /// What is shown.
  let body: HTMLNode?
  /// What links are resolved against.
  let base: String?
  let metadata: Metadata

  /// - Complexity: O(nodes)
  init(_ tree: HTMLTree, address: String?) {
    self.tree = tree
    survey = PageSurvey(tree)
    let root = tree.children(of: .document).first { tree.isElement($0, .html) }
    let parts = root.map { Array(tree.children(of: $0)) } ?? []
    body = parts.last { tree.isElement($0, .body) || tree.isElement($0, .frameset) }
    var (title, base, canonical): (String?, String?, String?)
    if let head = parts.first(where: { tree.isElement($0, .head) }) {
      for node in tree.descendants(of: head) where tree.kind(of: node) == .element {
        switch tree.name(of: node) {
        case .title where title == nil: title = tree.string(of: node)
        case .base where base == nil: base = tree.string(.href, of: node)
        case .link where canonical == nil && tree.hasToken("canonical", in: .rel, of: node):
          canonical = tree.string(.href, of: node)
        default: break
        }
      }
    }
    // A page that was saved stands somewhere else than it says; its own word counts. What one address is called by
    // several names has one that it calls its own.
    let place = (address ?? canonical).map(WebAddress.init)
    let named = canonical.map { place?.resolving(WebAddress($0)) ?? WebAddress($0) }
    let own = named?.link != nil && named?.host == place?.host ? named : place
    let resolved = base.map { place?.resolving(WebAddress($0)) ?? WebAddress($0) } ?? place
    self.base = resolved?.link
    metadata = PageFacts(tree).metadata(
      title: title.flatMap(TextSanitizer.line),
      address: own,
      language: root.flatMap { tree.string(.lang, of: $0) }.flatMap(TextSanitizer.line)
    )
  }
}

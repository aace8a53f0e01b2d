import HTMLParsing

/// The id that a page of no known engine gives a record.
enum RecordIdentifier {
  /// How many elements into a record its id is looked for.
  private static let maximumElements = 12

  /// The number in the record's `id`, or in that of an element at its beginning; else the whole of it.
  static func id(of record: Int, in set: RecordSet) -> String? {
    let page = set.page
    var whole: String?
    var next = set.nodes[record]
    let end = min(set.end(of: record), HTMLNode(next.offset + maximumElements * 2))
    while next < end {
      if next != set.nodes[record], set.contains(next) { break }
      if page.tree.kind(of: next) == .element {
        for (name, value) in page.tree.attributes(of: next) where isIdentifying(name, page) && value.count <= 120 {
          let text = ThreadPage.field(value)
          if let digits = number(in: text) { return digits }
          if whole == nil, name == .id || name == .name { whole = text.isEmpty ? nil : text }
        }
      }
      next = next.next
    }
    return page.anchor(before: set.nodes[record]) ?? whole
  }

  private static func isIdentifying(_ name: HTMLName, _ page: ThreadPage) -> Bool {
    if name == .id || name == .name { return true }
    let spelling = page.tree.spelling(of: name)
    return spelling.hasPrefix("data-") && spelling.hasSuffix("id") && !spelling.contains("parent")
      && !spelling.contains("user")
      && !spelling.contains("author") && !spelling.contains("react")
  }

  /// The digits at the end of a text, where there are more than one.
  static func number(in text: String) -> String? {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
    return digits.count > 1 || digits.count == 1 && text.count > 1 ? String(digits.reversed()) : nil
  }
}

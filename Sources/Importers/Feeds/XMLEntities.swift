import HTMLParsing

/// What references to entities stand for that a document does not declare: those of HTML, which feeds use as if they
/// were XML's.
enum XMLEntities {
  /// The text of the entity called `name`, UTF-8; the reference itself where HTML has none of that name.
  static func text(of name: String) -> [UInt8] {
    let reference = "&\(name);"
    guard name.utf8.count <= 32, name.utf8.allSatisfy({ $0.isASCIILetter || $0.isDigit || $0 == UInt8(ascii: "#") })
    else {
      return Array(reference.utf8)
    }
    var parser = HTMLParser(fragmentIn: "div")
    parser.feed(Array(reference.utf8))
    return Array(parser.finish().text)
  }
}

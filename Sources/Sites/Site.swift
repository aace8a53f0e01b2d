// Where the discussion of a page on the web is to be had: which answers to ask for, and how they go together.
//
// Knows addresses and the order of questions. Must never know how an answer is fetched, nor read one: the importers do.

import Acquisition
import DocumentModel

/// How one site, or one program that many sites run, gives its discussions: all that is to be known about it, to be read
/// from top to bottom.
struct Site: Sendable {
  /// What it is called.
  var name: String
  /// The hosts that it is; empty for a program that runs on any host.
  var hosts: Set<String> = []
  /// A word in small letters that stands in every page of the program, by which one on any host is known.
  var sign: String?
  /// What to ask for the discussion at an address of the site; `nil` where there is none.
  var discussion: @Sendable (SitePage) -> SiteDiscussion?
}

/// An address of a site, and what its page says where that has been fetched.
struct SitePage {
  /// Where it stands.
  var address: FetchAddress
  /// The head of the answer that the page came with.
  var head: ResponseHead?

  /// Scheme, host and port.
  var origin: String { address.origin }

  /// The host's name.
  var host: String { address.host }

  /// The parts of the path.
  var path: [String] { address.webAddress.segments.map(String.init) }

  /// The part of the path behind `name`, where it is a number.
  func number(after name: String) -> String? {
    guard let index = path.firstIndex(of: name), path.indices.contains(index + 1) else { return nil }
    return Self.number(path[index + 1])
  }

  /// The value of a parameter of the query, where it is a number.
  func number(inQuery name: String) -> String? {
    for parameter in address.webAddress.query?.split(separator: "&") ?? [] where parameter.hasPrefix(name + "=") {
      return Self.number(String(parameter.dropFirst(name.count + 1)))
    }
    return nil
  }

  /// `text`, where it is a number of no more digits than there are ids.
  static func number(_ text: String) -> String? {
    !text.isEmpty && text.utf8.count <= 20 && text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? text : nil
  }

  /// `text`, where it is made of nothing but letters and digits.
  static func word(_ text: String) -> String? {
    let isWord = text.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
    return isWord && !text.isEmpty && text.utf8.count <= 64 ? text : nil
  }
}

/// What to ask for, to have a discussion.
struct SiteDiscussion: Sendable {
  /// The addresses of its first answers, in order.
  var answers: [String]
  /// Whether the page shows what the answers after the first give: it stands in for them where they are refused. Without
  /// the first there is only the page in any case.
  var pageShowsRest = false
  /// The addresses of more answers, which an answer says that there are.
  var more: @Sendable (SiteAnswer) -> [String] = { _ in [] }
  /// Where the first answer says what the discussion is about, elsewhere on the web (`JSONQuery`).
  var linked: String?
  /// A page that shows the discussion, where the site gives no answers; `nil` is the one that was asked for.
  var page: String?
}

/// An answer of a site.
struct SiteAnswer {
  /// How many came before it.
  var number: Int
  /// Where it stands.
  var address: FetchAddress
  /// What the server says about it.
  var head: ResponseHead
  /// Its bytes.
  var body: [UInt8]

  /// What it says is the next page of it (RFC 8288); empty after the last.
  var nextPage: [String] {
    let next = LinkHeader.links(in: head).first { $0.isRelation("next") }
    return next.flatMap { try? address.resolving($0.target).text }.map { [$0] } ?? []
  }
}

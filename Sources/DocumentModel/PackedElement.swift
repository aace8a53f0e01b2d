/// An ``Element`` in four bytes: what it is in the lowest four bits, its index or level in the others.
///
/// A document has one a node; an enum with a payload takes sixteen.
struct PackedElement: Equatable, Sendable {
  /// Indices are less than this.
  static let limit = 1 << 28

  private let bits: UInt32

  private init(_ kind: UInt32, _ payload: Int = 0) { bits = kind | UInt32(truncatingIfNeeded: payload) << 4 }

  /// `element`, whose index is less than ``limit``.
  init(_ element: Element) {
    switch element {
    case .document: self = .document
    case .section: self = .section
    case .heading(let level): self.init(2, level)
    case .paragraph: self.init(3)
    case .pullQuote(let statement): self.init(4, statement)
    case .quotation(let statement): self.init(5, statement)
    case .list(let ordered): self.init(6, ordered ? 1 : 0)
    case .listItem: self.init(7)
    case .code: self.init(8)
    case .rule: self.init(9)
    case .discussion: self = .discussion
    case .comment(let index): self.init(11, index)
    case .figure(let index): self.init(12, index)
    case .footnote(let index): self.init(13, index)
    case .article(let index): self.init(14, index)
    case .table: self = .table
    case .tableRow: self = .tableRow
    case .tableCell: self = .tableCell
    case .signature: self.init(15, 3)
    }
  }

  /// Code in the language of that number, less than ``limit`` - 1.
  init(codeInLanguage language: Int) { self.init(8, language + 1) }

  static let document = Self(0)
  static let section = Self(1)
  static let discussion = Self(10)
  static let table = Self(15, 0)
  static let tableRow = Self(15, 1)
  static let tableCell = Self(15, 2)

  /// A number for what it is, whatever its index or level.
  var kind: UInt32 { bits & 15 == 15 ? bits & 0xff : bits & 15 }
  /// The index into the comments, when it is a comment.
  var commentIndex: Int? { bits & 15 == 11 ? payload : nil }
  /// Whether it is a comment.
  var isComment: Bool { bits & 15 == 11 }
  /// Whether it is one of several articles.
  var isArticle: Bool { bits & 15 == 14 }

  /// The same, when so many comments, statements and facts stand before those that it was counted among.
  func moved(comments: Int, statements: Int, _ facts: BlockFacts.Shift) -> PackedElement {
    switch bits & 15 {
    case 4, 5: PackedElement(bits & 15, payload + statements)
    case 8: language.map { PackedElement(codeInLanguage: facts.languages[$0]) } ?? self
    case 11: PackedElement(11, payload + comments)
    case 12: PackedElement(12, payload + facts.figures)
    case 13: PackedElement(13, payload + facts.footnotes)
    default: self
    }
  }

  /// The number of the language, when it is code in one.
  var language: Int? { bits & 15 == 8 && payload > 0 ? payload - 1 : nil }

  private var payload: Int { Int(bits >> 4) }

  /// What was packed.
  var element: Element {
    switch bits & 15 {
    case 0: .document
    case 1: .section
    case 2: .heading(level: payload)
    case 3: .paragraph
    case 4: .pullQuote(statement: payload)
    case 5: .quotation(statement: payload)
    case 6: .list(ordered: payload == 1)
    case 7: .listItem
    case 8: .code
    case 9: .rule
    case 10: .discussion
    case 11: .comment(payload)
    case 12: .figure(payload)
    case 13: .footnote(payload)
    case 14: .article(payload)
    default: [.table, .tableRow, .tableCell, .signature][payload]
    }
  }
}

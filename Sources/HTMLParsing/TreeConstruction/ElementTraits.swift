/// What tree construction asks of an open element, one bit each.
struct ElementTraits: OptionSet, BitwiseCopyable {
  let rawValue: UInt32

  /// The special category (13.2.4.2).
  static let special = ElementTraits(rawValue: 1 << 0)
  /// Ends every scope but that of tables.
  static let scope = ElementTraits(rawValue: 1 << 1)
  /// Ends list item scope besides.
  static let listScope = ElementTraits(rawValue: 1 << 2)
  /// Ends button scope besides.
  static let buttonScope = ElementTraits(rawValue: 1 << 3)
  /// Ends table scope; what a table's context is cleared back to.
  static let tableScope = ElementTraits(rawValue: 1 << 4)
  /// Its end tag may be implied.
  static let impliedEnd = ElementTraits(rawValue: 1 << 5)
  /// Its end tag is implied at the end of a template.
  static let thoroughlyImpliedEnd = ElementTraits(rawValue: 1 << 6)
  /// `table`, `tbody`, `tfoot`, `thead`, `tr`: text in them is foster parented.
  static let tableStructure = ElementTraits(rawValue: 1 << 7)
  /// What a table body's context is cleared back to.
  static let tableBodyContext = ElementTraits(rawValue: 1 << 8)
  /// What a table row's context is cleared back to.
  static let tableRowContext = ElementTraits(rawValue: 1 << 9)
  /// `h1` … `h6`.
  static let heading = ElementTraits(rawValue: 1 << 10)
  static let htmlIntegrationPoint = ElementTraits(rawValue: 1 << 11)
  static let mathMLTextIntegrationPoint = ElementTraits(rawValue: 1 << 12)
  /// Not of HTML.
  static let foreign = ElementTraits(rawValue: 1 << 13)
  /// A `p` element is in button scope when this is the current node.
  static let hasParagraphInButtonScope = ElementTraits(rawValue: 1 << 14)

  /// The traits of the elements of HTML by the numbers of their names, and those of MathML and SVG.
  static let known: (html: [ElementTraits], mathML: [ElementTraits], svg: [ElementTraits]) = {
    let none = [ElementTraits](repeating: [], count: KnownNames.count + 1)
    var (html, mathML, svg) = (none, none.map { $0.union(.foreign) }, none.map { $0.union(.foreign) })
    func mark(_ trait: ElementTraits, _ list: [HTMLName]) {
      for name in list { html[Int(name.number)].insert(trait) }
    }
    mark(.special, specialNames)
    mark(.scope, [.applet, .caption, .html, .table, .td, .th, .marquee, .object, .select, .template])
    mark(.listScope, [.ol, .ul])
    mark(.buttonScope, [.button])
    mark(.tableScope, [.html, .table, .template])
    mark(.impliedEnd, [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc])
    mark(.thoroughlyImpliedEnd, [.caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr])
    mark(.thoroughlyImpliedEnd, [.dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc])
    mark(.tableStructure, [.table, .tbody, .tfoot, .thead, .tr])
    mark(.tableBodyContext, [.tbody, .tfoot, .thead, .template, .html])
    mark(.tableRowContext, [.tr, .template, .html])
    mark(.heading, [.h1, .h2, .h3, .h4, .h5, .h6])
    for name in [HTMLName.mi, .mo, .mn, .ms, .mtext] {
      mathML[Int(name.number)].formUnion([.special, .scope, .mathMLTextIntegrationPoint])
    }
    mathML[Int(HTMLName.annotationXml.number)].formUnion([.special, .scope])
    for name in [HTMLName.foreignObject, .desc, .title] {
      svg[Int(name.number)].formUnion([.special, .scope, .htmlIntegrationPoint])
    }
    return (html, mathML, svg)
  }()

  private static let specialNames: [HTMLName] = [
    .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body, .br, .button, .caption,
    .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt, .embed, .fieldset, .figcaption, .figure, .footer,
    .form, .frame, .frameset, .h1, .h2, .h3, .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input,
    .keygen, .li, .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript, .object, .ol,
    .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source, .style, .summary, .table, .tbody, .td,
    .template, .textarea, .tfoot, .th, .thead, .title, .tr, .track, .ul, .wbr, .xmp,
  ]
}

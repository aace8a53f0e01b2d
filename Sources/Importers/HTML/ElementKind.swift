import HTMLParsing

/// What an element of HTML means for those who read its text.
enum ElementKind: UInt8 {
  /// Stands within lines, and says nothing: `span`, `time`, and whatever nobody knows.
  case inline
  /// Stands on lines of its own.
  case block
  case strong, emphasis, code, inlineQuotation, link
  case lineBreak
  case heading, rule, preformatted, quotation, summary
  case list, orderedList, item, term
  case table, row, cell, headerCell
  case image, figure, figureCaption
  /// What is shown by other programs, within the page: films, sounds, other pages.
  case embedded
  case ruby, rubyText
  /// What is shown where scripts do not run.
  case noscript
  /// Shows no text.
  case hidden

  private static let groups: [(ElementKind, [HTMLName])] = [
    (
      .block,
      [
        .address, .article, .aside, .body, .caption, .center, .dd, .details, .dialog, .div, .dl, .fieldset, .footer,
        .form,
        .header, .hgroup, .html, .legend, .main, .nav, .optgroup, .p, .search, .section, .tbody, .tfoot, .thead,
        .frameset,
        .noframes, .colgroup,
      ]
    ),
    (.strong, [.strong, .b]),
    (.emphasis, [.em, .i, .cite, .dfn, .var]),
    (.code, [.code, .kbd, .samp, .tt]),
    (.inlineQuotation, [.q]),
    (.link, [.a]),
    (.lineBreak, [.br]),
    (.heading, [.h1, .h2, .h3, .h4, .h5, .h6]),
    (.rule, [.hr]),
    (.preformatted, [.pre, .listing, .xmp, .plaintext]),
    (.quotation, [.blockquote]),
    (.summary, [.summary]),
    (.list, [.ul, .menu, .dir]),
    (.orderedList, [.ol]),
    (.item, [.li]),
    (.term, [.dt]),
    (.table, [.table]),
    (.row, [.tr]),
    (.cell, [.td]),
    (.headerCell, [.th]),
    (.image, [.img]),
    (.figure, [.figure]),
    (.figureCaption, [.figcaption]),
    (.embedded, [.iframe, .video, .audio, .embed]),
    (.ruby, [.rp]),
    (.rubyText, [.rt]),
    (.noscript, [.noscript]),
    (
      .hidden,
      [
        .script, .style, .template, .head, .title, .link, .meta, .base, .input, .select, .button, .textarea, .datalist,
        .meter, .progress, .canvas, .source, .track, .param, .col, .area, .map, .applet, .noembed, .frame,
      ]
    ),
  ]

  private static let kinds: [ElementKind] = {
    let greatest = groups.flatMap(\.1).reduce(0) { max($0, Int($1.number)) }
    var table = [ElementKind](repeating: .inline, count: greatest + 1)
    for (kind, names) in groups { for name in names { table[Int(name.number)] = kind } }
    return table
  }()

  /// What the element with that name means.
  ///
  /// - Complexity: O(1)
  init(_ name: HTMLName) { self = Int(name.number) < Self.kinds.count ? Self.kinds[Int(name.number)] : .inline }
}

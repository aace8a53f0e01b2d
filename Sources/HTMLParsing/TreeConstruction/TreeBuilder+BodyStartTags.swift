/// Start tags in body (HTML standard, section 13.2.6.4.7).
extension TreeBuilder {
  mutating func bodyStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .a:
      if let index = formatting.lastIndex(of: .a) {
        tokenizer.errorCount += 1
        let node = formatting[index].node
        adopt(.a)
        if let index = formatting.index(of: node) { formatting.remove(at: index) }
        if store[node].label.isOpen, let index = open.index(of: node) {
          open.remove(at: index)
          store[node].label.isOpen = false
        }
      }
      insertFormattingElement(name)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: insertFormattingElement(name)
    case .nobr:
      reconstructFormatting()
      if open.index(of: .nobr, barrier: .scope) != nil {
        tokenizer.errorCount += 1
        adopt(.nobr)
      }
      insertFormattingElement(name)
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
      .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary, .ul:
      closeParagraph()
      insertElement(name)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      closeParagraph()
      if open.current.traits.contains(.heading) {
        tokenizer.errorCount += 1
        pop()
      }
      insertElement(name)
    case .pre, .listing:
      closeParagraph()
      insertElement(name)
      skipsLineFeed = true
      isFramesetOK = false
    case .form:
      guard formElement < 0 || open.contains(.template) else {
        tokenizer.errorCount += 1
        return false
      }
      closeParagraph()
      let form = insertElement(name)
      if !open.contains(.template) { formElement = form }
    case .li, .dd, .dt: openItem(name)
    case .plaintext:
      closeParagraph()
      insertElement(name)
      tokenizer.state = .plaintext
    case .button:
      if let index = open.index(of: .button, barrier: .scope) {
        tokenizer.errorCount += 1
        close(through: index)
      }
      reconstructFormatting()
      insertElement(name)
      isFramesetOK = false
    case .applet, .marquee, .object:
      reconstructFormatting()
      insertElement(name)
      formatting.appendMarker()
      isFramesetOK = false
    case .table:
      if quirksMode != .quirks { closeParagraph() }
      insertElement(name)
      isFramesetOK = false
      mode = .inTable
    case .area, .br, .embed, .img, .keygen, .wbr:
      reconstructFormatting()
      insertVoidElement(name)
      isFramesetOK = false
    case .input: inputStartTag()
    case .param, .source, .track: insertVoidElement(name)
    case .hr:
      closeParagraph()
      if open.index(of: .select, barrier: .scope) != nil { generateImpliedEndTags() }
      insertVoidElement(name)
      isFramesetOK = false
    case .image:
      tokenizer.errorCount += 1
      return bodyStartTag(.img)
    case .textarea:
      insertTextElement(name, .rcdata)
      skipsLineFeed = true
      isFramesetOK = false
    case .xmp:
      closeParagraph()
      reconstructFormatting()
      isFramesetOK = false
      insertTextElement(name, .rawtext)
    case .iframe:
      isFramesetOK = false
      insertTextElement(name, .rawtext)
    case .noembed: insertTextElement(name, .rawtext)
    case .select: selectStartTag()
    case .option, .optgroup: optionStartTag(name)
    case .rb, .rtc:
      if open.index(of: .ruby, barrier: .scope) != nil { generateImpliedEndTags() }
      insertElement(name)
    case .rp, .rt:
      if open.index(of: .ruby, barrier: .scope) != nil { generateImpliedEndTags(except: .rtc) }
      insertElement(name)
    case .math, .svg:
      reconstructFormatting()
      insertForeignElement(name, name == .svg ? .svg : .mathML)
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return headStartTag(name)
    case .html, .body, .frameset: rootStartTag(name)
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: tokenizer.errorCount += 1
    default:
      reconstructFormatting()
      insertElement(name)
    }
    return false
  }

  /// `html`, `body` and `frameset` where they cannot begin.
  private mutating func rootStartTag(_ name: HTMLName) {
    tokenizer.errorCount += 1
    let hasBody = open.count > 1 && open[1].htmlName == .body
    switch name {
    case .html:
      if !open.contains(.template) { addLateAttributes(to: open[0].node) }
    case .body:
      guard hasBody, !open.contains(.template) else { return }
      isFramesetOK = false
      addLateAttributes(to: open[1].node)
    default:
      guard hasBody, isFramesetOK else { return }
      store.remove(open[1].node)
      while open.count > 1 { pop() }
      insertElement(name)
      mode = .inFrameset
    }
  }

  private mutating func addLateAttributes(to node: Int32) {
    // The root of a fragment is no element of it.
    guard store[node].label.kind == .element else { return }
    lateAttributes.add(to: node, store: store, tokenizer: &tokenizer)
  }

  /// `li`, `dd` and `dt` end the item before, if nothing special but `address`, `div` and `p` stands between.
  private mutating func openItem(_ name: HTMLName) {
    isFramesetOK = false
    var found: Int?
    if open.contains(name) || name != .li && (open.contains(.dd) || open.contains(.dt)) {
      for index in open.searchRange().reversed() {
        let element = open[index]
        let isItem = name == .li ? element.htmlName == .li : element.htmlName == .dd || element.htmlName == .dt
        if isItem {
          found = index
          break
        }
        let isTransparent = element.htmlName == .address || element.htmlName == .div || element.htmlName == .p
        if element.traits.contains(.special), !isTransparent { break }
      }
    }
    if let found { close(through: found, except: open[found].htmlName) }
    closeParagraph()
    insertElement(name)
  }

  private mutating func inputStartTag() {
    if context?.htmlName == .select {
      tokenizer.errorCount += 1
      return
    }
    if let index = open.index(of: .select, barrier: .scope) {
      tokenizer.errorCount += 1
      pop(through: index)
    }
    let isHidden = isHiddenInput
    reconstructFormatting()
    insertVoidElement(.input)
    if !isHidden { isFramesetOK = false }
  }

  private mutating func selectStartTag() {
    if context?.htmlName == .select {
      tokenizer.errorCount += 1
      return
    }
    if let index = open.index(of: .select, barrier: .scope) {
      tokenizer.errorCount += 1
      pop(through: index)
      return
    }
    reconstructFormatting()
    insertElement(.select)
    isFramesetOK = false
  }

  private mutating func optionStartTag(_ name: HTMLName) {
    if open.index(of: .select, barrier: .scope) != nil {
      generateImpliedEndTags(except: name == .option ? .optgroup : .none)
    } else if open.current.htmlName == .option {
      pop()
    }
    reconstructFormatting()
    insertElement(name)
  }
}

/// End tags in body (HTML standard, section 13.2.6.4.7).
extension TreeBuilder {
  mutating func bodyEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adopt(name)
    case .p:
      if !open.current.traits.contains(.hasParagraphInButtonScope) {
        tokenizer.errorCount += 1
        insertImpliedElement(.p)
      }
      closeParagraph()
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search, .section,
      .select, .summary, .ul:
      endBlock(name, barrier: .scope)
    case .li: endBlock(name, barrier: [.scope, .listScope], except: name)
    case .dd, .dt: endBlock(name, barrier: .scope, except: name)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard let index = open.index(barrier: .scope, where: { $0.traits.contains(.heading) }) else {
        tokenizer.errorCount += 1
        return false
      }
      generateImpliedEndTags()
      if open.current.htmlName != name { tokenizer.errorCount += 1 }
      pop(through: index)
    case .applet, .marquee, .object:
      if endBlock(name, barrier: .scope) { formatting.clearToMarker() }
    case .br:
      // Taken for a start tag without attributes.
      tokenizer.errorCount += 1
      reconstructFormatting()
      insertImpliedElement(.br)
      pop()
      isFramesetOK = false
    case .form: endForm()
    case .body, .html:
      guard open.index(of: .body, barrier: .scope) != nil else {
        tokenizer.errorCount += 1
        return false
      }
      mode = .afterBody
      return name == .html
    case .template: closeTemplate()
    default: anyOtherEndTag(name)
    }
    return false
  }

  /// Closes through the innermost element of that name in scope; false when there is none.
  @discardableResult
  @inline(__always)
  private mutating func endBlock(_ name: HTMLName, barrier: ElementTraits, except: HTMLName = .none) -> Bool {
    guard let index = open.index(of: name, barrier: barrier) else {
      tokenizer.errorCount += 1
      return false
    }
    close(through: index, except: except)
    return true
  }

  private mutating func endForm() {
    if open.contains(.template) {
      endBlock(.form, barrier: .scope)
      return
    }
    let form = formElement
    formElement = -1
    guard form >= 0, form != Self.contextForm, store[form].label.isOpen,
      let index = open.index(barrier: .scope, where: { $0.node == form })
    else {
      tokenizer.errorCount += 1
      return
    }
    generateImpliedEndTags()
    if open.current.node == form {
      pop()
      return
    }
    tokenizer.errorCount += 1
    // Implied ends stop at the form, which is none of those.
    open.remove(at: index)
    store[form].label.isOpen = false
  }

  /// Closes through the innermost element of that name, unless something special is further in.
  mutating func anyOtherEndTag(_ name: HTMLName) {
    guard let index = open.index(of: name, barrier: .special) else {
      tokenizer.errorCount += 1
      return
    }
    close(through: index, except: name)
  }
}

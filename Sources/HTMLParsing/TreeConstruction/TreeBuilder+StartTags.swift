/// Start tags in every mode but in body (HTML standard, sections 13.2.6.4.1–22).
extension TreeBuilder {
  /// Processes a start tag in the current mode, in the next one, and so on until one has done something with it.
  mutating func processStartTag(_ name: HTMLName) {
    while startTag(name, in: mode) {}
  }

  /// Processes a start tag by the rules of a mode; true when it is to be processed again in the mode there is then.
  mutating func startTag(_ name: HTMLName, in mode: InsertionMode) -> Bool {
    switch mode {
    case .inBody, .text, .inTableText: bodyStartTag(name)
    case .inCell: cellStartTag(name)
    case .inTable: tableStartTag(name)
    case .inTableBody: tableBodyStartTag(name)
    case .inRow: rowStartTag(name)
    case .inCaption: captionStartTag(name)
    case .inColumnGroup: columnGroupStartTag(name)
    case .inTemplate: templateStartTag(name)
    case .initial, .beforeHTML, .beforeHead: earlyStartTag(name, in: mode)
    case .inHead: headStartTag(name)
    case .inHeadNoscript: headNoscriptStartTag(name)
    case .afterHead: afterHeadStartTag(name)
    case .afterBody, .afterAfterBody: afterBodyStartTag(name)
    case .inFrameset, .afterFrameset, .afterAfterFrameset: framesetStartTag(name, in: mode)
    }
  }

  /// What comes before the head makes the elements that are missing.
  private mutating func earlyStartTag(_ name: HTMLName, in mode: InsertionMode) -> Bool {
    switch mode {
    case .initial: missDoctype()
    case .beforeHTML:
      if name == .html { openRoot(isImplied: false) } else { openRoot(isImplied: true) }
      return name != .html
    default:
      if name == .html { return bodyStartTag(name) }
      headElement = name == .head ? insertElement(.head) : insertImpliedElement(.head)
      self.mode = .inHead
      return name != .head
    }
    return true
  }

  /// There is no doctype: the page is one of old.
  mutating func missDoctype() {
    tokenizer.errorCount += 1
    quirksMode = .quirks
    mode = .beforeHTML
  }

  /// Makes the root element.
  mutating func openRoot(isImplied: Bool) {
    let data = isImplied ? (start: 0, count: 0) : tokenizer.keepAttributes()
    let root = store.make(NodeLabel(.element, name: .html), dataStart: data.start, dataCount: data.count)
    store.append(root, to: 0)
    push(root, name: .html)
    mode = .beforeHead
  }

  mutating func headStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .html: return bodyStartTag(name)
    case .base, .basefont, .bgsound, .link: insertVoidElement(name)
    case .meta:
      if declaredEncoding == nil { declaredEncoding = encodingOfMeta() }
      insertVoidElement(name)
    case .title: insertTextElement(name, .rcdata)
    case .noframes, .style: insertTextElement(name, .rawtext)
    case .script: insertTextElement(name, .scriptData)
    case .noscript:
      insertElement(name)
      mode = .inHeadNoscript
    case .template: openTemplate()
    case .head: tokenizer.errorCount += 1
    default:
      pop()
      mode = .afterHead
      return true
    }
    return false
  }

  private mutating func headNoscriptStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .html: return bodyStartTag(name)
    case .basefont, .bgsound, .link, .meta, .noframes, .style: return headStartTag(name)
    case .head, .noscript:
      tokenizer.errorCount += 1
      return false
    default:
      leaveHeadNoscript()
      return true
    }
  }

  mutating func leaveHeadNoscript() {
    tokenizer.errorCount += 1
    pop()
    mode = .inHead
  }

  private mutating func afterHeadStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .html: return bodyStartTag(name)
    case .body:
      insertElement(.body)
      isFramesetOK = false
      mode = .inBody
    case .frameset:
      insertElement(.frameset)
      mode = .inFrameset
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      // They belong to the head, which is opened once more for them.
      tokenizer.errorCount += 1
      push(headElement, name: .head)
      _ = headStartTag(name)
      if let index = open.index(of: headElement) {
        open.remove(at: index)
        store[headElement].label.isOpen = false
      }
    case .head: tokenizer.errorCount += 1
    default:
      openImpliedBody()
      return true
    }
    return false
  }

  mutating func openImpliedBody() {
    insertImpliedElement(.body)
    mode = .inBody
  }

  private mutating func afterBodyStartTag(_ name: HTMLName) -> Bool {
    if name == .html { return bodyStartTag(name) }
    tokenizer.errorCount += 1
    mode = .inBody
    return true
  }

  private mutating func framesetStartTag(_ name: HTMLName, in mode: InsertionMode) -> Bool {
    switch name {
    case .html: return bodyStartTag(name)
    case .noframes: return headStartTag(name)
    case .frameset where mode == .inFrameset: insertElement(name)
    case .frame where mode == .inFrameset: insertVoidElement(name)
    default: tokenizer.errorCount += 1
    }
    return false
  }

  // MARK: Templates

  mutating func openTemplate() {
    let node = insertElement(.template)
    store.append(store.make(NodeLabel(.templateContents)), to: node)
    formatting.appendMarker()
    isFramesetOK = false
    mode = .inTemplate
    templateModes.append(.inTemplate)
  }

  private mutating func templateStartTag(_ name: HTMLName) -> Bool {
    let next: InsertionMode
    switch name {
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return headStartTag(name)
    case .caption, .colgroup, .tbody, .tfoot, .thead: next = .inTable
    case .col: next = .inColumnGroup
    case .tr: next = .inTableBody
    case .td, .th: next = .inRow
    default: next = .inBody
    }
    if !templateModes.isEmpty { templateModes[templateModes.count - 1] = next }
    mode = next
    return true
  }

  /// Closes the innermost template.
  mutating func closeTemplate() {
    guard open.contains(.template) else {
      tokenizer.errorCount += 1
      return
    }
    generateImpliedEndTags(.thoroughlyImpliedEnd)
    if open.current.htmlName != .template { tokenizer.errorCount += 1 }
    while open.count > 1, pop().htmlName != .template {}
    formatting.clearToMarker()
    _ = templateModes.popLast()
    resetMode()
  }
}

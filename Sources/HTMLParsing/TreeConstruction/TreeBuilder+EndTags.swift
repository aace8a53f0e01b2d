/// End tags in every mode but in body (HTML standard, section 13.2.6.4).
extension TreeBuilder {
  /// Processes an end tag in the current mode, in the next one, and so on until one has done something with it.
  mutating func processEndTag(_ name: HTMLName) {
    while endTag(name, in: mode) {}
  }

  /// Processes an end tag by the rules of a mode; true when it is to be processed again in the mode there is then.
  private mutating func endTag(_ name: HTMLName, in mode: InsertionMode) -> Bool {
    switch mode {
    case .inBody, .inTableText: return bodyEndTag(name)
    case .text:
      pop()
      self.mode = originalMode
    case .inCell: return cellEndTag(name)
    case .inRow: return rowEndTag(name)
    case .inTableBody: return tableBodyEndTag(name)
    case .inTable: return tableEndTag(name)
    case .inCaption: return captionEndTag(name)
    case .inColumnGroup: return columnGroupEndTag(name)
    case .inTemplate:
      if name == .template { closeTemplate() } else { tokenizer.errorCount += 1 }
    case .initial:
      missDoctype()
      return true
    case .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead: return headEndTag(name, in: mode)
    case .afterBody:
      if name == .html {
        if context == nil { self.mode = .afterAfterBody } else { tokenizer.errorCount += 1 }
        return false
      }
      tokenizer.errorCount += 1
      self.mode = .inBody
      return true
    case .afterAfterBody:
      tokenizer.errorCount += 1
      self.mode = .inBody
      return true
    case .inFrameset:
      guard name == .frameset, open.count > 1 else {
        tokenizer.errorCount += 1
        return false
      }
      pop()
      if context == nil, open.current.htmlName != .frameset { self.mode = .afterFrameset }
    case .afterFrameset:
      if name == .html { self.mode = .afterAfterFrameset } else { tokenizer.errorCount += 1 }
    case .afterAfterFrameset: tokenizer.errorCount += 1
    }
    return false
  }

  private mutating func headEndTag(_ name: HTMLName, in mode: InsertionMode) -> Bool {
    if mode == .inHead || mode == .afterHead, name == .template {
      closeTemplate()
      return false
    }
    if mode == .inHeadNoscript, name == .noscript {
      pop()
      self.mode = .inHead
      return false
    }
    if mode == .inHead, name == .head {
      pop()
      self.mode = .afterHead
      return false
    }
    let isLetThrough: Bool
    switch name {
    case .br: isLetThrough = true
    case .html, .body: isLetThrough = mode != .inHeadNoscript
    case .head: isLetThrough = mode == .beforeHTML || mode == .beforeHead
    default: isLetThrough = false
    }
    guard isLetThrough else {
      tokenizer.errorCount += 1
      return false
    }
    leaveBeforeBody()
    return true
  }

  /// What all that does not belong before the body does to the modes there.
  mutating func leaveBeforeBody() {
    switch mode {
    case .initial: missDoctype()
    case .beforeHTML: openRoot(isImplied: true)
    case .beforeHead:
      headElement = insertImpliedElement(.head)
      mode = .inHead
    case .inHead:
      pop()
      mode = .afterHead
    case .inHeadNoscript: leaveHeadNoscript()
    default: openImpliedBody()
    }
  }

  // MARK: Tables

  private mutating func tableEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .table:
      guard let index = open.index(of: .table, barrier: .tableScope) else {
        tokenizer.errorCount += 1
        return false
      }
      pop(through: index)
      resetMode()
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: tokenizer.errorCount += 1
    case .template: closeTemplate()
    default:
      tokenizer.errorCount += 1
      isFosterParenting = true
      defer { isFosterParenting = false }
      return bodyEndTag(name)
    }
    return false
  }

  private mutating func tableBodyEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .tbody, .tfoot, .thead:
      guard open.index(of: name, barrier: .tableScope) != nil else {
        tokenizer.errorCount += 1
        return false
      }
      clear(to: .tableBodyContext)
      pop()
      mode = .inTable
    case .table: return leaveTableBody()
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: tokenizer.errorCount += 1
    default: return tableEndTag(name)
    }
    return false
  }

  private mutating func rowEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .tr: _ = leaveRow()
    case .table: return leaveRow()
    case .tbody, .tfoot, .thead:
      guard open.index(of: name, barrier: .tableScope) != nil else {
        tokenizer.errorCount += 1
        return false
      }
      return leaveRow()
    case .body, .caption, .col, .colgroup, .html, .td, .th: tokenizer.errorCount += 1
    default: return tableEndTag(name)
    }
    return false
  }

  private mutating func cellEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .td, .th:
      guard let index = open.index(of: name, barrier: .tableScope) else {
        tokenizer.errorCount += 1
        return false
      }
      close(through: index)
      formatting.clearToMarker()
      mode = .inRow
    case .body, .caption, .col, .colgroup, .html: tokenizer.errorCount += 1
    case .table, .tbody, .tfoot, .thead, .tr:
      guard open.index(of: name, barrier: .tableScope) != nil else {
        tokenizer.errorCount += 1
        return false
      }
      return leaveCell()
    default: return bodyEndTag(name)
    }
    return false
  }

  private mutating func captionEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .caption: _ = leaveCaption()
    case .table: return leaveCaption()
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: tokenizer.errorCount += 1
    default: return bodyEndTag(name)
    }
    return false
  }

  private mutating func columnGroupEndTag(_ name: HTMLName) -> Bool {
    switch name {
    case .colgroup: _ = leaveColumnGroup()
    case .col: tokenizer.errorCount += 1
    case .template: closeTemplate()
    default: return leaveColumnGroup()
    }
    return false
  }
}

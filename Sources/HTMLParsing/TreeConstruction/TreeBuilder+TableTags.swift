/// Start tags in tables (HTML standard, sections 13.2.6.4.9–15).
extension TreeBuilder {
  mutating func tableStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .caption:
      clear(to: .tableScope)
      formatting.appendMarker()
      insertElement(name)
      mode = .inCaption
    case .colgroup:
      clear(to: .tableScope)
      insertElement(name)
      mode = .inColumnGroup
    case .col:
      clear(to: .tableScope)
      insertImpliedElement(.colgroup)
      mode = .inColumnGroup
      return true
    case .tbody, .tfoot, .thead:
      clear(to: .tableScope)
      insertElement(name)
      mode = .inTableBody
    case .td, .th, .tr:
      clear(to: .tableScope)
      insertImpliedElement(.tbody)
      mode = .inTableBody
      return true
    case .table:
      tokenizer.errorCount += 1
      guard let index = open.index(of: .table, barrier: .tableScope) else { return false }
      pop(through: index)
      resetMode()
      return true
    case .style, .script, .template: return headStartTag(name)
    case .input where isHiddenInput:
      tokenizer.errorCount += 1
      insertVoidElement(name)
    case .form:
      tokenizer.errorCount += 1
      guard !open.contains(.template), formElement < 0 else { return false }
      formElement = insertElement(name)
      pop()
    default:
      tokenizer.errorCount += 1
      isFosterParenting = true
      defer { isFosterParenting = false }
      return bodyStartTag(name)
    }
    return false
  }

  mutating func tableBodyStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .tr:
      clear(to: .tableBodyContext)
      insertElement(name)
      mode = .inRow
      return false
    case .td, .th:
      tokenizer.errorCount += 1
      clear(to: .tableBodyContext)
      insertImpliedElement(.tr)
      mode = .inRow
      return true
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return leaveTableBody()
    default: return tableStartTag(name)
    }
  }

  /// Closes the table body; true when there was one, and the token is to be looked at again.
  mutating func leaveTableBody() -> Bool {
    let index = open.index(barrier: .tableScope) {
      $0.htmlName == .tbody || $0.htmlName == .thead || $0.htmlName == .tfoot
    }
    guard index != nil else {
      tokenizer.errorCount += 1
      return false
    }
    clear(to: .tableBodyContext)
    pop()
    mode = .inTable
    return true
  }

  mutating func rowStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .td, .th:
      clear(to: .tableRowContext)
      insertElement(name)
      mode = .inCell
      formatting.appendMarker()
      return false
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return leaveRow()
    default: return tableStartTag(name)
    }
  }

  /// Closes the row; true when there was one.
  mutating func leaveRow() -> Bool {
    guard open.index(of: .tr, barrier: .tableScope) != nil else {
      tokenizer.errorCount += 1
      return false
    }
    clear(to: .tableRowContext)
    pop()
    mode = .inTableBody
    return true
  }

  mutating func cellStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return leaveCell()
    default: return bodyStartTag(name)
    }
  }

  /// Closes the cell; true when there was one.
  mutating func leaveCell() -> Bool {
    let index = open.index(barrier: .tableScope) { $0.htmlName == .td || $0.htmlName == .th }
    guard let index else {
      tokenizer.errorCount += 1
      return false
    }
    close(through: index)
    formatting.clearToMarker()
    mode = .inRow
    return true
  }

  mutating func captionStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: return leaveCaption()
    default: return bodyStartTag(name)
    }
  }

  /// Closes the caption; true when there was one.
  mutating func leaveCaption() -> Bool {
    guard let index = open.index(of: .caption, barrier: .tableScope) else {
      tokenizer.errorCount += 1
      return false
    }
    close(through: index)
    formatting.clearToMarker()
    mode = .inTable
    return true
  }

  mutating func columnGroupStartTag(_ name: HTMLName) -> Bool {
    switch name {
    case .html: return bodyStartTag(name)
    case .col:
      insertVoidElement(name)
      return false
    case .template: return headStartTag(name)
    default: return leaveColumnGroup()
    }
  }

  /// Closes the column group; true when there was one.
  mutating func leaveColumnGroup() -> Bool {
    guard open.current.htmlName == .colgroup else {
      tokenizer.errorCount += 1
      return false
    }
    pop()
    mode = .inTable
    return true
  }

  /// Whether the token is an `input` that is not seen.
  var isHiddenInput: Bool { tokenValue(of: .type, equals: "hidden") }

  /// Whether the tag token has an attribute of that value, in whichever case.
  func tokenValue(of name: HTMLName, equals value: StaticString) -> Bool {
    for index in tokenizer.pendingAttributes where tokenizer.attributes[index].name == name.number {
      let bytes = tokenizer.value(of: tokenizer.attributes[index])
      return value.withUTF8Buffer { $0.elementsEqual(bytes.lazy.map(\.lowercased)) }
    }
    return false
  }

  /// Resets the insertion mode appropriately (13.2.4.1).
  mutating func resetMode() {
    for index in open.searchRange().reversed() {
      let isLast = index == 0
      let element = isLast ? context ?? open[index] : open[index]
      switch element.htmlName {
      case .td, .th:
        if !isLast {
          mode = .inCell
          return
        }
      case .tr: mode = .inRow; return
      case .tbody, .thead, .tfoot: mode = .inTableBody; return
      case .caption: mode = .inCaption; return
      case .colgroup: mode = .inColumnGroup; return
      case .table: mode = .inTable; return
      case .template:
        mode = templateModes.last ?? .inBody
        return
      case .head:
        if !isLast {
          mode = .inHead
          return
        }
      case .body: mode = .inBody; return
      case .frameset: mode = .inFrameset; return
      case .html:
        mode = headElement < 0 ? .beforeHead : .afterHead
        return
      default: break
      }
    }
    if open.count > OpenElements.searchLimit { open.noteBoundedSearch() }
    mode = .inBody
  }
}

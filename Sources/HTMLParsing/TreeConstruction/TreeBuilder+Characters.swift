/// Characters in every mode (HTML standard, section 13.2.6.4).
extension TreeBuilder {
  /// Characters in body.
  @inline(__always) mutating func bodyCharacters(_ run: UnsafeBufferPointer<UInt8>) {
    reconstructFormatting()
    insertText(run)
    if isFramesetOK, !run.allSatisfy(\.isHTMLSpace) { isFramesetOK = false }
  }

  /// Characters that are all white space or none of them; no characters stand for NUL.
  mutating func processCharacters(_ run: UnsafeBufferPointer<UInt8>, isSpace: Bool) {
    while true {
      switch mode {
      case .inBody, .inCell, .inCaption, .inTemplate:
        if !run.isEmpty { bodyCharacters(run) }
        return
      case .text:
        insertText(run)
        return
      case .inTable, .inTableBody, .inRow:
        guard open.current.traits.contains(.tableStructure) || open.current.htmlName == .template else {
          isFosterParenting = true
          if !run.isEmpty { bodyCharacters(run) }
          isFosterParenting = false
          return
        }
        originalMode = mode
        mode = .inTableText
        isTableTextBlank = true
      case .inTableText:
        tableText.append(contentsOf: run)
        if !run.allSatisfy(\.isHTMLSpace) { isTableTextBlank = false }
        return
      case .initial, .beforeHTML, .beforeHead:
        if isSpace {
          ignore(run.count)
          return
        }
        leaveBeforeBody()
      case .inHead, .inHeadNoscript, .afterHead:
        if isSpace {
          insertText(run)
          return
        }
        leaveBeforeBody()
      case .inColumnGroup:
        if isSpace {
          insertText(run)
          return
        }
        guard leaveColumnGroup() else {
          ignore(run.count)
          return
        }
      case .afterBody, .afterAfterBody:
        if isSpace {
          bodyCharacters(run)
          return
        }
        tokenizer.errorCount += 1
        mode = .inBody
      case .inFrameset, .afterFrameset:
        if isSpace { insertText(run) } else { dropInFrameset(run) }
        return
      case .afterAfterFrameset:
        if isSpace { bodyCharacters(run) } else { dropInFrameset(run) }
        return
      }
    }
  }

  private mutating func dropInFrameset(_ run: UnsafeBufferPointer<UInt8>) {
    tokenizer.errorCount += 1
    ignore(run.count)
  }

  /// Puts the text gathered in a table in it if it is white space, else before it (13.2.6.4.10).
  mutating func flushTableText() {
    guard mode == .inTableText else { return }
    mode = originalMode
    if isTableTextBlank {
      insertText(tableText.elements)
    } else {
      tokenizer.errorCount += 1
      isFosterParenting = true
      bodyCharacters(tableText.elements)
      isFosterParenting = false
    }
    tableText.removeAll()
  }

  /// What the end of the page makes of each mode.
  mutating func endOfFile() {
    while true {
      switch mode {
      case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead: leaveBeforeBody()
      case .text:
        tokenizer.errorCount += 1
        pop()
        mode = originalMode
      case .inFrameset, .afterFrameset, .afterAfterFrameset, .afterAfterBody, .afterBody: return
      default:
        guard !templateModes.isEmpty, open.contains(.template) else { return }
        tokenizer.errorCount += 1
        while open.count > 1, pop().htmlName != .template {}
        formatting.clearToMarker()
        templateModes.removeLast()
        resetMode()
      }
    }
  }
}

/// Formatting elements, which go on behind the end of what they stand in (HTML standard, section 13.2.4.3).
extension TreeBuilder {
  /// Inserts a formatting element for the tag token and remembers it.
  mutating func insertFormattingElement(_ name: HTMLName) {
    reconstructFormatting()
    let node = insertElement(name)
    var entry = FormattingElements.Entry(node: node, name: name)
    if formatting.contains(name) {
      entry.signature = signature(of: node)
      removeOldestOfThree(like: entry)
    }
    formatting.append(entry)
  }

  /// Opens the formatting elements again that were closed with what they stood in.
  @inline(__always) mutating func reconstructFormatting() {
    guard let last = formatting.last, last.node >= 0, !store[last.node].label.isOpen else { return }
    reconstructClosedFormatting()
  }

  private mutating func reconstructClosedFormatting() {
    var index = formatting.count - 1
    while index > 0 {
      let entry = formatting[index - 1]
      guard entry.node >= 0, !store[entry.node].label.isOpen else { break }
      index -= 1
      if formatting.count - index > formattingAllowance { break }
    }
    while index < formatting.count {
      guard mayCloneFormatting() else { return }
      formatting.replace(at: index, with: insertClone(of: formatting[index].node))
      index += 1
    }
  }

  /// Whether another formatting element may be made again: unclosed ones must not make the tree grow faster than the
  /// page.
  mutating func mayCloneFormatting() -> Bool {
    guard formattingAllowance > 0 else {
      formatting.isSpent = true
      return false
    }
    formatting.clonedCount += 1
    return true
  }

  /// How many formatting elements may still be made again.
  private var formattingAllowance: Int { 4096 + seenCount / 4 - formatting.clonedCount }

  private mutating func insertClone(of node: Int32) -> Int32 {
    let original = store[node]
    return insertElement(original.label.name, dataStart: original.dataStart, dataCount: original.dataCount)
  }

  /// Makes an element like another, which stands nowhere yet.
  mutating func makeClone(of node: Int32) -> Int32 {
    let original = store[node]
    return store.make(
      NodeLabel(.element, name: original.label.name),
      dataStart: original.dataStart,
      dataCount: original.dataCount
    )
  }

  /// The Noah's Ark clause: three of the same are enough.
  private mutating func removeOldestOfThree(like new: FormattingElements.Entry) {
    var oldest: Int?
    var count = 0
    for index in (max(0, formatting.count - FormattingElements.searchLimit)..<formatting.count).reversed() {
      let entry = formatting[index]
      if entry.node < 0 { break }
      guard entry.name == new.name else { continue }
      if entry.signature == 0 { formatting.sign(at: index, signature(of: entry.node)) }
      guard formatting[index].signature == new.signature, hasSameAttributes(entry.node, new.node) else { continue }
      oldest = index
      count += 1
      if count == 3 { break }
    }
    if count == 3, let oldest { formatting.remove(at: oldest) }
  }

  private func signature(of node: Int32) -> UInt32 {
    let data = store[node]
    var sum = data.dataCount
    for index in Int(data.dataStart)..<Int(data.dataStart) + Int(data.dataCount) {
      let attribute = tokenizer.attributes[index]
      var hash = attribute.name
      let value = tokenizer.value(of: attribute)
      // Addresses differ at their ends.
      for byte in value.suffix(16) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      hash &+= UInt32(truncatingIfNeeded: value.count)
      sum &+= hash
    }
    return max(sum, 1)
  }

  /// Whether two elements have the same attributes, in whichever order.
  private func hasSameAttributes(_ left: Int32, _ right: Int32) -> Bool {
    let (left, right) = (store[left], store[right])
    guard left.dataCount == right.dataCount else { return false }
    // In order, as they nearly always are; those of another order are few or are called different.
    let isShort = left.dataCount <= 16
    for offset in 0..<Int(left.dataCount) {
      let one = tokenizer.attributes[Int(left.dataStart) + offset]
      if isSame(one, tokenizer.attributes[Int(right.dataStart) + offset]) { continue }
      guard isShort else { return false }
      let others = Int(right.dataStart)..<Int(right.dataStart) + Int(right.dataCount)
      guard others.contains(where: { isSame(one, tokenizer.attributes[$0]) }) else { return false }
    }
    return true
  }

  private func isSame(_ left: AttributeRecord, _ right: AttributeRecord) -> Bool {
    guard left.name == right.name, left.valueEnd - left.valueStart == right.valueEnd - right.valueStart else {
      return false
    }
    return tokenizer.value(of: left).elementsEqual(tokenizer.value(of: right))
  }

  /// The end tag of a formatting element: the adoption agency algorithm (13.2.6.4.7).
  mutating func adopt(_ name: HTMLName) {
    if open.current.htmlName == name, formatting.index(of: open.current.node) == nil {
      pop()
      return
    }
    for _ in 0..<8 {
      guard let entryIndex = formatting.lastIndex(of: name) else {
        anyOtherEndTag(name)
        return
      }
      let element = formatting[entryIndex].node
      guard store[element].label.isOpen, let index = open.index(of: element) else {
        tokenizer.errorCount += 1
        formatting.remove(at: entryIndex)
        return
      }
      guard open.index(barrier: .scope, where: { $0.node == element }) != nil else {
        tokenizer.errorCount += 1
        return
      }
      if index != open.last { tokenizer.errorCount += 1 }
      guard let blockIndex = (index + 1..<open.count).first(where: { open[$0].traits.contains(.special) }) else {
        pop(through: index)
        formatting.remove(at: entryIndex)
        return
      }
      guard mayCloneFormatting() else {
        formatting.remove(at: entryIndex)
        return
      }
      adopt(element, entryIndex: entryIndex, at: index, block: blockIndex)
    }
  }

  /// One round of the adoption agency: the block and what is in it goes out of the formatting element.
  private mutating func adopt(_ element: Int32, entryIndex: Int, at index: Int, block blockIndex: Int) {
    let block = open[blockIndex].node
    let ancestor = open[index - 1]
    var entryIndex = entryIndex
    var bookmark = entryIndex
    var blockIndex = blockIndex
    var last = block
    var counter = 0
    var nodeIndex = blockIndex - 1
    while nodeIndex > index {
      counter += 1
      let node = open[nodeIndex].node
      var entry = formatting.index(of: node)
      if counter > 3, let found = entry {
        formatting.remove(at: found)
        if found < bookmark { bookmark -= 1 }
        if found < entryIndex { entryIndex -= 1 }
        entry = nil
      }
      guard let entry else {
        store[node].label.isOpen = false
        open.remove(at: nodeIndex)
        blockIndex -= 1
        nodeIndex -= 1
        continue
      }
      let clone = makeClone(of: node)
      store[node].label.isOpen = false
      store[clone].label.isOpen = true
      formatting.replace(at: entry, with: clone)
      open.replace(at: nodeIndex, with: clone)
      if last == block { bookmark = entry + 1 }
      store.remove(last)
      store.append(last, to: clone)
      last = clone
      nodeIndex -= 1
    }
    store.remove(last)
    put(last, at: place(overriding: ancestor.node, traits: ancestor.traits))

    let clone = makeClone(of: element)
    store.moveChildren(of: block, to: clone)
    store.append(clone, to: block)

    var entry = formatting[entryIndex]
    entry.node = clone
    formatting.remove(at: entryIndex)
    if entryIndex < bookmark { bookmark -= 1 }
    formatting.insert(entry, at: bookmark)

    open.remove(at: index)
    store[element].label.isOpen = false
    store[clone].label.isOpen = true
    open.insert(
      OpenElement(node: clone, htmlName: entry.name, traits: htmlTraits(of: entry.name)),
      at: blockIndex
    )
  }
}

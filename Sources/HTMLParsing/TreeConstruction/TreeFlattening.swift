/// The end of parsing: the linked nodes become the flat tree.
extension TreeBuilder {
  /// The tree. The builder is spent.
  mutating func finish(inputWasCut: Bool) -> HTMLTree {
    lateAttributes.settle(in: &store, tokenizer: &tokenizer)
    tokenizer.beginMarkup()
    var flattening = Flattening(capacity: store.nodes.count + 1)
    var text = store.text
    if !(store.isInOrder && flattening.takeInOrder(store)) { text = flattening.take(store) }
    var notices: [HTMLNotice] = []
    if flattening.hasFlattened { notices.append(.nestingFlattened) }
    if open.hasBoundedSearch { notices.append(.searchBounded) }
    if formatting.isSpent { notices.append(.formattingDropped) }
    if inputWasCut { notices.append(.inputCutShort) }
    return HTMLTree(
      text: text,
      quirksMode: quirksMode,
      parseErrorCount: tokenizer.errorCount,
      notices: notices,
      records: flattening.records,
      attributes: Array(tokenizer.attributes.elements),
      values: Array(tokenizer.values.elements),
      names: tokenizer.names
    )
  }
}

/// The records of the tree while they are written, in preorder.
private struct Flattening {
  var records: [HTMLTree.Record] = []
  /// Whether a node was deeper than it may be.
  var hasFlattened = false
  /// The nodes that are open, outermost first: the node in the store, and the record it became.
  private var path: [(node: Int32, record: Int32)] = []
  /// How many of the open nodes are deeper than the limit.
  private var textCount = 0

  init(capacity: Int) { records.reserveCapacity(capacity) }

  /// Takes nodes that were made in preorder; false when they turn out not to have been.
  mutating func takeInOrder(_ store: borrowing NodeStore) -> Bool {
    for index in 0..<store.nodes.count {
      let node = store.nodes[index]
      while let last = path.last, last.node != node.parent { close() }
      if path.isEmpty, index > 0 || node.parent >= 0 {
        restart()
        return false
      }
      if node.label.kind == .text {
        guard Int(node.dataStart) == textCount else {
          restart()
          return false
        }
        add(node, at: Int32(truncatingIfNeeded: index))
        textCount += Int(node.dataCount)
      } else {
        add(node, at: Int32(truncatingIfNeeded: index))
      }
    }
    finish()
    return true
  }

  /// Takes the nodes by their links and gives their text in the order of the tree.
  mutating func take(_ store: borrowing NodeStore) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(store.text.count)
    var current: Int32 = 0
    while true {
      let node = store[current]
      if node.label.kind == .text {
        if !node.label.isContinuation { add(node, at: current) }
        text.append(contentsOf: store.text[Int(node.dataStart)..<Int(node.dataStart) + Int(node.dataCount)])
        textCount = text.count
        if !node.label.isContinuation { close() }
      } else {
        add(node, at: current)
        if node.firstChild >= 0 {
          current = node.firstChild
          continue
        }
        close()
      }
      var next = current == 0 ? -1 : node.nextSibling
      while next < 0, let last = path.last {
        close()
        if last.node != 0 { next = store[last.node].nextSibling }
      }
      if next < 0 { break }
      current = next
    }
    finish()
    return text
  }

  private mutating func add(_ node: NodeStore.Node, at position: Int32) {
    var parent = Int32(-1)
    if !path.isEmpty {
      let depth = min(path.count, HTMLTree.depthLimit)
      hasFlattened = hasFlattened || path.count > HTMLTree.depthLimit
      parent = path[depth - 1].record
    }
    var label = node.label
    label.isOpen = false
    let hasData = node.label.kind != .text
    let record = Int32(truncatingIfNeeded: records.count)
    records.append(
      HTMLTree.Record(
        label: label,
        parent: parent,
        subtreeEnd: record + 1,
        textStart: UInt32(truncatingIfNeeded: textCount),
        dataStart: hasData ? node.dataStart : 0,
        dataEnd: hasData ? node.dataStart + node.dataCount : 0
      )
    )
    path.append((position, record))
  }

  /// Closes the innermost open node.
  private mutating func close() {
    let last = path.removeLast()
    // What is beyond the limit has become siblings of one another, which hold nothing.
    if path.count < HTMLTree.depthLimit { records[Int(last.record)].subtreeEnd = Int32(records.count) }
  }

  private mutating func finish() {
    while !path.isEmpty { close() }
    records.append(
      HTMLTree.Record(
        label: NodeLabel(.document),
        parent: -1,
        subtreeEnd: Int32(records.count) + 1,
        textStart: UInt32(truncatingIfNeeded: textCount),
        dataStart: 0,
        dataEnd: 0
      )
    )
  }

  private mutating func restart() {
    records.removeAll(keepingCapacity: true)
    path.removeAll()
    textCount = 0
  }
}

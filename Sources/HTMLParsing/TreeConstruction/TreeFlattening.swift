import Glibc
import LargePages

/// The end of parsing: the linked nodes become the flat tree.
extension TreeBuilder {
  /// The tree. The builder is spent.
  mutating func finish(encoding: HTMLEncoding) -> HTMLTree {
    lateAttributes.settle(in: &store, tokenizer: &tokenizer)
    tokenizer.beginMarkup()
    let textCount = store.text.count
    let flattened = store.isInOrder ? flattenInPlace() : flattenByLinks()
    var notices: [HTMLNotice] = []
    if flattened.isCut { notices.append(.nestingFlattened) }
    if open.hasBoundedSearch { notices.append(.searchBounded) }
    if formatting.isSpent { notices.append(.formattingDropped) }
    if tokenizer.hasDroppedAttributes { notices.append(.attributesDropped) }
    if isInputCut { notices.append(.inputCutShort) }
    return HTMLTree(
      text: flattened.text,
      encoding: encoding,
      quirksMode: quirksMode,
      parseErrorCount: tokenizer.errorCount,
      pageTextCount: seenTextCount,
      ignoredTextCount: ignoredTextCount + textCount - flattened.text.count,
      notices: notices,
      records: flattened.records,
      attributes: tokenizer.takeAttributes(),
      values: tokenizer.takeValues(),
      names: tokenizer.names
    )
  }

  private typealias Flattened = (records: TreeRecords, text: [UInt8], isCut: Bool)

  /// Nodes made in preorder need not be followed by their links, and their records, which are smaller, take their place.
  private mutating func flattenInPlace() -> Flattened {
    guard isPreorder() else { return flattenByLinks() }
    let nodes = store.takeNodes()
    let count = nodes.count
    let memory = nodes.release()
    var writer = RecordWriter(memory)
    for index in 0..<count {
      // Read before the record is written, which reaches into no node behind it.
      let node = memory.load(fromByteOffset: index * MemoryLayout<NodeStore.Node>.stride, as: NodeStore.Node.self)
      while let last = writer.innermost, last != node.parent { writer.close() }
      writer.add(node, at: Int32(truncatingIfNeeded: index))
    }
    return (writer.finish(), store.text, writer.isCut)
  }

  /// Whether the nodes were made in preorder and their text is in that order.
  private func isPreorder() -> Bool {
    var path = GrowingBuffer<Int32>(capacity: 64)
    var textCount = 0
    for index in 0..<store.nodes.count {
      let node = store.nodes[index]
      while !path.isEmpty, path[path.count - 1] != node.parent { path.removeLast() }
      if path.isEmpty != (index == 0) { return false }
      if node.label.kind == .text {
        if Int(node.dataStart) != textCount { return false }
        textCount += Int(node.dataCount)
      } else {
        path.append(Int32(truncatingIfNeeded: index))
      }
    }
    return textCount == store.text.count
  }

  /// Follows the links, and puts the text in the order of the tree.
  private mutating func flattenByLinks() -> Flattened {
    let nodes = store.takeNodes()
    var writer = RecordWriter(capacity: nodes.count + 1)
    var text: [UInt8] = []
    text.reserveLargeCapacity(store.text.count)
    var current: Int32 = 0
    while current >= 0 {
      let node = nodes[Int(current)]
      if node.label.kind == .text {
        text.append(contentsOf: store.text[Int(node.dataStart)..<Int(node.dataStart) + Int(node.dataCount)])
      }
      writer.add(node, at: current)
      if node.label.kind != .text, node.firstChild >= 0 {
        current = node.firstChild
        continue
      }
      var next: Int32 = -1
      while next < 0, let last = writer.innermost {
        writer.close()
        next = last == 0 ? -1 : nodes[Int(last)].nextSibling
      }
      current = next
    }
    return (writer.finish(), text, writer.isCut)
  }
}

/// Writes the records of a tree in preorder.
private struct RecordWriter: ~Copyable {
  /// Whether a node was deeper than it may be.
  var isCut = false
  private let memory: UnsafeMutableRawPointer
  private var count = 0
  private var textCount = 0
  /// The nodes that are open, outermost first: which one of the store, and the record it became.
  private var path = GrowingBuffer<(node: Int32, record: Int32)>(capacity: 64)

  /// Writes to memory that has room for one record more than there are nodes.
  init(_ memory: UnsafeMutableRawPointer) { self.memory = memory }

  init(capacity: Int) {
    let buffer = GrowingBuffer<HTMLTree.Record>(capacity: capacity)
    memory = buffer.release()
  }

  /// The innermost node that is open.
  @inline(__always) var innermost: Int32? { path.isEmpty ? nil : path[path.count - 1].node }

  /// Adds a node to the innermost that is open, and opens it.
  @inline(__always) mutating func add(_ node: NodeStore.Node, at position: Int32) {
    // A continuation is a part of the text before it.
    let isPart = node.label.isContinuation
    var parent: Int32 = -1
    if !path.isEmpty {
      parent = path[min(path.count, HTMLTree.depthLimit) - 1].record
      if path.count > HTMLTree.depthLimit { isCut = true }
    }
    let record = Int32(truncatingIfNeeded: isPart ? count - 1 : count)
    path.append((position, record))
    let isText = node.label.kind == .text
    defer { if isText { textCount += Int(node.dataCount) } }
    guard !isPart else { return }
    var label = node.label
    label.isOpen = false
    write(
      HTMLTree.Record(
        label: label,
        parent: parent,
        subtreeEnd: record + 1,
        textStart: UInt32(truncatingIfNeeded: textCount),
        dataStart: isText ? 0 : node.dataStart,
        dataEnd: isText ? 0 : node.dataStart + node.dataCount
      )
    )
  }

  /// Closes the innermost open node.
  @inline(__always) mutating func close() {
    let record = Int(path.removeLast().record)
    // What would be deeper than the limit stands beside each other, and holds nothing.
    guard path.count < HTMLTree.depthLimit else { return }
    let stride = MemoryLayout<HTMLTree.Record>.stride
    let place = record * stride + (MemoryLayout<HTMLTree.Record>.offset(of: \.subtreeEnd) ?? 0)
    memory.storeBytes(of: Int32(truncatingIfNeeded: count), toByteOffset: place, as: Int32.self)
  }

  /// Closes all nodes and gives the records.
  mutating func finish() -> TreeRecords {
    while !path.isEmpty { close() }
    write(
      HTMLTree.Record(
        label: NodeLabel(.document),
        parent: -1,
        subtreeEnd: Int32(truncatingIfNeeded: count) + 1,
        textStart: UInt32(truncatingIfNeeded: textCount),
        dataStart: 0,
        dataEnd: 0
      )
    )
    return TreeRecords(adopting: memory, count: count)
  }

  @inline(__always) private mutating func write(_ record: HTMLTree.Record) {
    memory.storeBytes(of: record, toByteOffset: count * MemoryLayout<HTMLTree.Record>.stride, as: HTMLTree.Record.self)
    count += 1
  }
}

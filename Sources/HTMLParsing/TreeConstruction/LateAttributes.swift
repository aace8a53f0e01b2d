/// Attributes that come to `html` and `body` by later tags of those names.
///
/// They are put beside the earlier ones when parsing ends, so that a page of such tags costs no more than another.
struct LateAttributes {
  private struct Addition {
    var names: Set<UInt32>
    var records: [AttributeRecord] = []
  }

  private var additions: [Int32: Addition] = [:]

  /// Adds the attributes of the tag token that the element does not have yet.
  mutating func add(to node: Int32, store: borrowing NodeStore, tokenizer: inout Tokenizer) {
    guard !tokenizer.pendingAttributes.isEmpty else { return }
    let data = store[node]
    let present = Int(data.dataStart)..<Int(data.dataStart) + Int(data.dataCount)
    let attributes = tokenizer.pendingAttributes.map { tokenizer.attributes[$0] }
    tokenizer.keepValues()
    var addition =
      additions.removeValue(forKey: node)
      ?? Addition(names: Set(present.map { tokenizer.attributes[$0].name }))
    for attribute in attributes where addition.names.insert(attribute.name).inserted {
      addition.records.append(attribute)
    }
    additions[node] = addition
  }

  /// Gives the elements what came to them.
  func settle(in store: inout NodeStore, tokenizer: inout Tokenizer) {
    tokenizer.beginMarkup()
    for (node, addition) in additions where !addition.records.isEmpty {
      let data = store[node]
      for index in Int(data.dataStart)..<Int(data.dataStart) + Int(data.dataCount) {
        let record = tokenizer.attributes[index]
        tokenizer.attributes.append(record)
      }
      for record in addition.records { tokenizer.attributes.append(record) }
      let kept = tokenizer.keepAttributes()
      store[node].dataStart = kept.start
      store[node].dataCount = kept.count
    }
  }
}

/// What a node is in 32 bits: its name, its kind, its namespace, and two marks that matter while the tree is made.
@usableFromInline
struct NodeLabel: BitwiseCopyable, Equatable {
  @usableFromInline var bits: UInt32

  @inlinable init(_ kind: HTMLTree.Kind, name: HTMLName = .none, namespace: HTMLTree.Namespace = .html) {
    bits = name.number << 8 | UInt32(namespace.rawValue) << 3 | UInt32(kind.rawValue)
  }

  @inlinable var kind: HTMLTree.Kind { HTMLTree.Kind(rawValue: UInt8(bits & 7)) ?? .comment }
  @inlinable var namespace: HTMLTree.Namespace { HTMLTree.Namespace(rawValue: UInt8(bits >> 3 & 3)) ?? .html }
  @inlinable var name: HTMLName { HTMLName(number: bits >> 8) }

  /// Whether a node of that kind may have attributes.
  @inlinable var hasAttributes: Bool { kind == .element || kind == .doctype }

  /// Whether the element is on the stack of open elements.
  var isOpen: Bool {
    get { bits & 0x20 != 0 }
    set { bits = newValue ? bits | 0x20 : bits & ~0x20 }
  }

  /// Whether the text belongs to the text node before it, and is apart only because its bytes are.
  var isContinuation: Bool {
    get { bits & 0x40 != 0 }
    set { bits = newValue ? bits | 0x40 : bits & ~0x40 }
  }
}

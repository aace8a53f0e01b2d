import Glibc
import LargePages

/// A growing array with one owner and memory of its own.
///
/// `Array` asks at every write whether it is shared, and copies when it grows; the parser writes millions of small
/// records and grows by what the system moves without copying. Every access is checked all the same.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  /// Where the elements are.
  private(set) var base: UnsafeMutablePointer<Element>
  /// How many there are.
  private(set) var count = 0
  private var capacity: Int

  /// An empty buffer with room for `capacity` elements.
  init(capacity: Int = 16) {
    self.capacity = max(capacity, 16)
    base = Self.reallocate(nil, capacity: self.capacity)
  }

  deinit { free(base) }

  /// The last position is `count - 1`.
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "beyond the end of the buffer")
      return base[index]
    }
    _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "beyond the end of the buffer")
      yield &base[index]
    }
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { count == 0 }

  /// All elements; valid until the next change.
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Adds one element. O(1), amortised.
  mutating func append(_ element: Element) {
    if count == capacity { grow(toHold: count + 1) }
    base[count] = element
    count += 1
  }

  /// Adds elements, which are not of this buffer.
  mutating func append(contentsOf added: UnsafeBufferPointer<Element>) {
    guard let start = added.baseAddress, added.count > 0 else { return }
    if count + added.count > capacity { grow(toHold: count + added.count) }
    (base + count).update(from: start, count: added.count)
    count += added.count
  }

  /// Forgets the elements from `newCount` on.
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "a buffer is cut short, never made longer")
    count = newCount
  }

  /// Forgets all elements.
  mutating func removeAll() { count = 0 }

  /// Removes the last element, which exists.
  @discardableResult
  mutating func removeLast() -> Element {
    precondition(count > 0, "nothing to remove")
    count -= 1
    return base[count]
  }

  /// Removes the element at `index`. O(distance to the end).
  mutating func remove(at index: Int) {
    precondition(index >= 0 && index < count, "beyond the end of the buffer")
    (base + index).update(from: base + index + 1, count: count - index - 1)
    count -= 1
  }

  /// Puts an element before the one at `index`. O(distance to the end).
  mutating func insert(_ element: Element, at index: Int) {
    precondition(index >= 0 && index <= count, "beyond the end of the buffer")
    append(element)
    (base + index + 1).update(from: base + index, count: count - 1 - index)
    base[index] = element
  }

  /// Gives the memory away, which is to be freed with `free`.
  consuming func release() -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer(base)
    discard self
    return memory
  }

  private mutating func grow(toHold needed: Int) {
    capacity = max(needed, capacity * 2)
    base = Self.reallocate(base, capacity: capacity)
  }

  private static func reallocate(_ old: UnsafeMutablePointer<Element>?, capacity: Int) -> UnsafeMutablePointer<Element>
  {
    let length = capacity * MemoryLayout<Element>.stride
    guard let memory = realloc(old, length) else { preconditionFailure("out of memory") }
    LargePages.use(for: UnsafeMutableRawBufferPointer(start: memory, count: length))
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }
}

import DocumentModel
import TextLayout

/// Where the reader jumped from, so as to get back, and forward again.
package struct JumpList: Sendable {
  /// Older places are forgotten.
  private static let capacity = 200

  private var places: [Viewport] = []
  /// The place shown is `places[index]`, or a new one when `index` is the count.
  private var index = 0

  /// Every place is in another node now.
  mutating func move(_ node: (NodeIndex) -> NodeIndex) {
    for index in places.indices { places[index].anchor.node = node(places[index].anchor.node) }
  }

  /// Notes that the reader jumps away from `place`. What could be gone forward to is forgotten.
  package mutating func push(_ place: Viewport) {
    places.removeSubrange(index...)
    if places.last != place { places.append(place) }
    if places.count > Self.capacity { places.removeFirst(places.count - Self.capacity) }
    index = places.count
  }

  /// The place jumped from last; `place`, which is left, can be gone forward to.
  package mutating func back(from place: Viewport) -> Viewport? {
    guard index > 0 else { return nil }
    if index == places.count { places.append(place) } else { places[index] = place }
    index -= 1
    return places[index]
  }

  /// The place that ``back(from:)`` left last; `place`, which is left, can be gone back to.
  package mutating func forward(from place: Viewport) -> Viewport? {
    guard index + 1 < places.count else { return nil }
    places[index] = place
    index += 1
    return places[index]
  }
}

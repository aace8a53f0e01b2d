import DocumentModel
import TextLayout

/// Where the reader jumped from, so as to get back, and forward again.
package struct JumpList: Sendable {
  /// A place that was jumped from.
  package struct Place: Hashable, Sendable {
    /// Where the reader was.
    package var view: Viewport
    /// What the jump away from there unfolded: what going back folds again.
    package var unfolded: [NodeIndex] = []
    /// Whether the jump followed a link, so that the status line names this place: from comment to comment nobody needs telling.
    package var isFollowed = false
  }

  /// Older places are forgotten.
  private static let capacity = 200
  /// No more folds are remembered than this; a chain of replies can be as long as the document.
  private static let mostUnfolded = 1 << 20

  private var places: [Place] = []
  /// Where the reader jumped from last, or came back from.
  private(set) var latest: Viewport?
  /// The place shown is `places[index]`, or a new one when `index` is the count.
  private var index = 0

  /// Every place is in another node now.
  mutating func move(_ node: (NodeIndex) -> NodeIndex) {
    if let place = latest?.anchor.node { latest?.anchor.node = node(place) }
    for index in places.indices {
      places[index].view.anchor.node = node(places[index].view.anchor.node)
      places[index].unfolded = places[index].unfolded.map(node)
    }
  }

  /// Notes that the reader jumps away from `view`, which unfolds `unfolded`. What could be gone forward to is forgotten.
  package mutating func push(_ view: Viewport, unfolding unfolded: [NodeIndex] = [], isFollowed: Bool = false) {
    latest = view
    places.removeSubrange(index...)
    if places.last?.view == view {
      places[places.count - 1].unfolded += unfolded
      places[places.count - 1].isFollowed = isFollowed
    } else {
      places.append(Place(view: view, unfolded: unfolded, isFollowed: isFollowed))
    }
    if places.count > Self.capacity { places.removeFirst(places.count - Self.capacity) }
    var kept = 0
    for index in places.indices.reversed() {
      kept += places[index].unfolded.count
      if kept > Self.mostUnfolded { places[index].unfolded = [] }
    }
    index = places.count
  }

  /// Notes that the reader went on from where the last jump led, which unfolded more.
  mutating func extend(unfolding unfolded: [NodeIndex]) {
    if index == places.count, index > 0 { places[index - 1].unfolded += unfolded }
  }

  /// The place jumped from last; `view`, which is left, can be gone forward to.
  package mutating func back(from view: Viewport) -> Place? {
    guard index > 0 else { return nil }
    latest = view
    if index == places.count { places.append(Place(view: view)) } else { places[index].view = view }
    index -= 1
    return places[index]
  }

  /// The place that ``back(from:)`` left last, and what was unfolded on the way there; `view`, which is left, can be gone back to.
  package mutating func forward(from view: Viewport) -> (place: Place, unfolded: [NodeIndex])? {
    guard index + 1 < places.count else { return nil }
    places[index].view = view
    index += 1
    return (places[index], places[index - 1].unfolded)
  }

  /// The place that the last jump followed a link from; `nil` where it followed none.
  package var origin: Viewport? {
    guard index > 0, places[index - 1].isFollowed else { return nil }
    return places[index - 1].view
  }
}

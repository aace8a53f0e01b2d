extension Array {
  /// The number of elements that come before the first that does not satisfy `belongs`, which all before it do.
  ///
  /// - Complexity: O(log n)
  @inlinable
  package func partition(where belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

import HTMLParsing

extension PageThread {
  /// The discussion of a page; `nil` when there is none.
  ///
  /// - Parameter engines: the descriptions that are tried, in order, before the page's own repetition is looked at.
  /// - Complexity: O(size of the page)
  static func find(in tree: HTMLTree, engines: [ThreadEngine] = ThreadEngine.all) -> PageThread? {
    let page = ThreadPage(tree)
    func read(as engines: [ThreadEngine]) -> PageThread? {
      for engine in EngineReader.engines(engines, thatMayHaveMade: page) {
        if let thread = EngineReader(engine, of: page).read() { return thread }
      }
      return nil
    }
    if let thread = read(as: engines) { return thread }
    if let thread = RepetitionReader(page).read() { return thread }
    return engines.isEmpty ? nil : read(as: [.commonNames])
  }
}

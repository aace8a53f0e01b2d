/// Something the reader can ask for, by key or by name.
package struct Command: Sendable {
  /// What a command belongs to in help and README, in the order shown there.
  package enum Group: String, CaseIterable, Sendable {
    case scrolling = "Scrolling"
    case comments = "Comments"
    case statements = "Statements"
    case folds = "Folds"
    case finding = "Finding"
    case links = "Links"
    case window = "Window"
  }

  /// What a command does to a panel that is open, since panels scroll by the keys that the document does.
  package enum PanelMove: Sendable {
    case lines(Int)
    /// In halves of the panel's height.
    case halves(Int)
    case top
    case bottom
    case close
    /// Asks for words to be found in it.
    case find
  }

  /// What a command can be given at the prompt, after its name.
  package struct Argument: Sendable {
    /// What could be given, for completion; nothing where it can be anything.
    package let values: @Sendable (ReaderState) -> [String]
    /// Does what the command does with it.
    package let perform: @Sendable (inout ReaderState, String) -> [Effect]

    /// An argument that is any text, or one of `values`.
    package init(
      values: @escaping @Sendable (ReaderState) -> [String] = { _ in [] },
      perform: @escaping @Sendable (inout ReaderState, String) -> [Effect]
    ) {
      self.values = values
      self.perform = perform
    }
  }

  /// Kebab-case verb phrase, unique: what `:` and configuration know it by.
  package let name: String
  /// Where help lists it.
  package let group: Group
  /// One sentence without a full stop.
  package let summary: String
  /// Default keys in the keymap's notation; keys of a sequence are separated by blanks.
  package let keys: [String]
  /// What it does while a panel is open; `nil`: nothing.
  package let panelMove: PanelMove?
  /// Does it. The number is the count typed before it.
  package let perform: @Sendable (inout ReaderState, Int?) -> [Effect]
  /// What it can be given at the prompt; `nil` where that is at most a count.
  package let argument: Argument?

  init(
    _ name: String,
    _ group: Group,
    _ keys: [String],
    _ summary: String,
    panel panelMove: PanelMove? = nil,
    argument: Argument? = nil,
    perform: @escaping @Sendable (inout ReaderState, Int?) -> Void
  ) {
    self.init(
      name: name,
      group: group,
      keys: keys,
      summary: summary,
      panelMove: panelMove,
      argument: argument
    ) { state, count in
      perform(&state, count)
      return []
    }
  }

  init(
    name: String,
    group: Group,
    keys: [String],
    summary: String,
    panelMove: PanelMove? = nil,
    argument: Argument? = nil,
    perform: @escaping @Sendable (inout ReaderState, Int?) -> [Effect]
  ) {
    self.name = name
    self.group = group
    self.keys = keys
    self.summary = summary
    self.panelMove = panelMove
    self.argument = argument
    self.perform = perform
  }
}

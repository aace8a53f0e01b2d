extension Command {
  /// Every command there is. Keymap, help screen, `quire keys` and README are made from this table.
  package static let table: [Command] = scrolling + comments + statements + folds + finding + links + window

  /// The command of a name.
  static func named(_ name: String) -> Command? { table.first { $0.name == name } }

  private static let scrolling: [Command] = [
    Command("line-down", .scrolling, ["j", "Down"], "Scroll one line down", panel: .lines(1)) {
      $0.scroll(by: $1 ?? 1)
    },
    Command("line-up", .scrolling, ["k", "Up"], "Scroll one line up", panel: .lines(-1)) { $0.scroll(by: -($1 ?? 1)) },
    Command("half-page-down", .scrolling, ["d", "^D"], "Scroll half a page down", panel: .halves(1)) {
      $0.scroll(by: ($1 ?? 1) * max(1, $0.textRows / 2))
    },
    Command("half-page-up", .scrolling, ["u", "^U"], "Scroll half a page up", panel: .halves(-1)) {
      $0.scroll(by: -($1 ?? 1) * max(1, $0.textRows / 2))
    },
    Command("page-down", .scrolling, ["Space", "f", "PgDn"], "Scroll a page down", panel: .halves(2)) {
      $0.scroll(by: ($1 ?? 1) * $0.textRows)
    },
    Command("page-up", .scrolling, ["b", "PgUp"], "Scroll a page up", panel: .halves(-2)) {
      $0.scroll(by: -($1 ?? 1) * $0.textRows)
    },
    Command("top", .scrolling, ["g", "Home"], "Go to the first line", panel: .top) { state, _ in state.goToTop() },
    Command("bottom", .scrolling, ["G", "End"], "Go to the last line", panel: .bottom) { state, _ in state.goToBottom()
    },
    Command("percent", .scrolling, ["%"], "Go to a percentage of the document: 40%") { $0.goToPercentage($1) },
    Command("code-left", .scrolling, ["<"], "Show the beginning of long lines of code") { $0.moveSideways(-($1 ?? 1)) },
    Command("code-right", .scrolling, [">"], "Show more of long lines of code") { $0.moveSideways($1 ?? 1) },
  ]

  private static let comments: [Command] = [
    Command("next-comment", .comments, ["]"], "Go to the next comment") { $0.repeating($1) { $0.goToNextComment() } },
    Command("previous-comment", .comments, ["["], "Go to the previous comment") {
      $0.repeating($1) { $0.goToPreviousComment() }
    },
    Command("next-sibling", .comments, ["J"], "Go to the next comment or section of the same level") {
      $0.repeating($1) { $0.goToSibling(forward: true) }
    },
    Command("previous-sibling", .comments, ["K"], "Go to the previous comment or section of the same level") {
      $0.repeating($1) { $0.goToSibling(forward: false) }
    },
    Command("parent", .comments, ["p"], "Go to the comment that this one answers") {
      $0.repeating($1) { $0.goToParent() }
    },
    Command("next-top-level", .comments, ["}"], "Go to the next top-level comment or heading") {
      $0.repeating($1) { $0.goToNextTopLevel() }
    },
    Command("previous-top-level", .comments, ["{"], "Go to the previous top-level comment or heading") {
      $0.repeating($1) { $0.goToPreviousTopLevel() }
    },
    Command("next-new", .comments, ["."], "Go to the next new comment, unfolding what hides it") {
      $0.repeating($1) { $0.goToNewComment(forward: true) }
    },
    Command("previous-new", .comments, [","], "Go to the previous new comment, unfolding what hides it") {
      $0.repeating($1) { $0.goToNewComment(forward: false) }
    },
  ]

  private static let statements: [Command] = [
    Command("next-statement", .statements, ["s"], "Go to the next statement, unfolding what hides it") {
      $0.repeating($1) { $0.goToNextStatement() }
    },
    Command("previous-statement", .statements, ["S"], "Go to the previous statement, unfolding what hides it") {
      $0.repeating($1) { $0.goToPreviousStatement() }
    },
    Command(
      name: "act",
      group: .statements,
      keys: ["Enter"],
      summary: "Open a link, unfold, go to a quotation's source, or fold"
    ) { state, _ in state.act() },
    Command("peek", .statements, ["P"], "Show the source below the quotation, or hide it") { state, _ in
      state.togglePeek()
    },
    Command("backlinks", .statements, ["B"], "Go to the next statement that quotes this") {
      $0.repeating($1) { $0.goToBacklink() }
    },
    Command("toggle-quoted", .statements, ["T"], "Hide or show all quoted text") { state, _ in
      state.toggleQuotedText()
    },
    Command("own-words", .statements, ["w"], "Go past what is quoted, to somebody's own words") {
      $0.repeating($1) { $0.goToOwnWords() }
    },
    Command("toggle-counts", .statements, ["z B"], "Hide or show how many statements quote a passage") { state, _ in
      state.toggleBacklinkCounts()
    },
    Command("back", .statements, ["Backspace", "^O"], "Go back to where you jumped from") {
      $0.repeating($1) { $0.goBack() }
    },
    Command("forward", .statements, [")"], "Go forward again") { $0.repeating($1) { $0.goForward() } },
  ]

  private static let folds: [Command] = [
    Command("fold", .folds, ["h", "Left"], "Fold, or go to the parent of what is folded") { state, _ in
      state.foldOrGoToParent()
    },
    Command("unfold", .folds, ["l", "Right"], "Unfold") { state, _ in state.unfold() },
    Command("toggle-fold", .folds, ["z a"], "Fold or unfold") { state, _ in state.toggleFold() },
    Command("open-fold", .folds, ["z o"], "Unfold the comment, section or quotation") { state, _ in state.unfold() },
    Command("close-fold", .folds, ["z c"], "Fold the comment, section or long quotation") { state, _ in
      state.closeFold()
    },
    Command("fold-all", .folds, ["z M"], "Fold all comments: one line a thread") { state, _ in state.setFoldLevel(0) },
    Command("unfold-all", .folds, ["z R"], "Unfold all comments") { state, _ in state.setFoldLevel(nil) },
    Command("fold-more", .folds, ["z m"], "Show one level of comments less") { $0.moveFoldLevel(by: -($1 ?? 1)) },
    Command("fold-less", .folds, ["z r"], "Show one level of comments more") { $0.moveFoldLevel(by: $1 ?? 1) },
    Command("fold-thread", .folds, ["Z"], "Fold everything from here up to the thread's top") { state, _ in
      state.foldThread()
    },
  ]

  private static let finding: [Command] = [
    Command(
      "search",
      .finding,
      ["/"],
      "Search for words; // for a regular expression",
      panel: .find,
      argument: Argument { $0.search(for: $1) }
    ) { state, _ in state.openSearch() },
    Command("next-hit", .finding, ["n"], "Go to the next hit, unfolding what hides it") {
      $0.goToHit(forward: true, count: $1)
    },
    Command("previous-hit", .finding, ["N"], "Go to the previous hit, unfolding what hides it") {
      $0.goToHit(forward: false, count: $1)
    },
    Command(
      "filter",
      .finding,
      ["&"],
      "Show only comments with words, by @name, has:quote, score>9",
      argument: Argument {
        $0.filter(by: $1)
        return []
      }
    ) { state, _ in state.openFilter() },
    Command(
      "set-mark",
      .finding,
      ["m"],
      "Set a mark, named by the next key",
      argument: Argument {
        if let name = $1.unicodeScalars.first { $0.setMark(name) }
        return []
      }
    ) { state, _ in state.nameRequest = .setMark },
    Command(
      "go-to-mark",
      .finding,
      ["'"],
      "Go to a mark; '' goes where you jumped from",
      argument: Argument {
        if let name = $1.unicodeScalars.first { $0.goToMark(name) }
        return []
      }
    ) { state, _ in state.nameRequest = .goToMark },
    Command("outline", .finding, ["t"], "List headings, statements and threads; type to filter") { state, _ in
      state.openOutline()
    },
  ]

  private static let links: [Command] = [
    Command("next-link", .links, ["Tab"], "Go to the next link or statement") {
      $0.goToLink(forward: true, count: $1)
    },
    Command("previous-link", .links, ["S-Tab"], "Go to the previous link or statement") {
      $0.goToLink(forward: false, count: $1)
    },
    Command("link-letters", .links, ["F"], "Show letters beside the links, and open one by them") { state, _ in
      state.showHints()
    },
    Command(name: "open-link", group: .links, keys: ["o"], summary: "Open the link in the browser") { state, _ in
      state.openLink()
    },
    Command(
      name: "open-discussion",
      group: .links,
      keys: ["O"],
      summary: "Open the comment or document in the browser"
    ) { state, _ in state.openDiscussion() },
    Command(name: "copy-text", group: .links, keys: ["y"], summary: "Copy the comment, section or block") { state, _ in
      state.copyText()
    },
    Command(
      name: "copy-address",
      group: .links,
      keys: ["Y"],
      summary: "Copy the address of the link, comment or document"
    ) { state, _ in state.copyAddress() },
  ]

  private static let window: [Command] = [
    Command("wider", .window, ["+"], "Make the text column wider") { $0.setColumn($0.column + 4 * ($1 ?? 1)) },
    Command("narrower", .window, ["-"], "Make the text column narrower") { $0.setColumn($0.column - 4 * ($1 ?? 1)) },
    Command("default-width", .window, ["="], "Give the text column its default width") { state, _ in
      state.setColumn(state.defaultColumn)
    },
    Command(
      name: "toggle-mouse",
      group: .window,
      keys: ["z p"],
      summary: "Take the mouse, or leave it to the terminal"
    ) { state, _ in state.toggleMouse() },
    Command("command-line", .window, [":"], "Perform a command by its name; Tab completes") { state, _ in
      state.open(.command)
    },
    Command(
      name: "theme",
      group: .window,
      keys: ["z t"],
      summary: "Take the light theme for the dark one, or :theme NAME",
      argument: Command.Argument(values: \.themes) { state, name in [.changeTheme(.named(name))] }
    ) { _, _ in [.changeTheme(.counterpart)] },
    Command(name: "library", group: .window, keys: ["L"], summary: "List what was read before; type to filter") { _, _ in
      [.listLibrary]
    },
    Command(name: "reload", group: .window, keys: ["R"], summary: "Read the source again, and stay here") { state, _ in
      state.reload()
    },
    Command("help", .window, ["?", "F1"], "Show or hide this help", panel: .close) { state, _ in state.openHelp() },
    Command(
      name: "cancel",
      group: .window,
      keys: ["Esc"],
      summary: "Forget keys, close a panel, end search, filter or fetching",
      panelMove: .close
    ) { state, _ in state.cancel() },
    Command(name: "redraw", group: .window, keys: ["^L"], summary: "Draw the screen again") { _, _ in [.redraw] },
    Command(name: "suspend", group: .window, keys: ["^Z"], summary: "Go to the shell; `fg` comes back") { _, _ in
      [.suspend]
    },
    Command(name: "quit", group: .window, keys: ["q"], summary: "Close the panel, or quit", panelMove: .close) { _, _ in
      [.quit]
    },
  ]
}

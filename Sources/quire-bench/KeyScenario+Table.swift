import TextLayout
import DocumentModel
import ReaderCore

extension KeyScenario {
  /// All of them, in the order of the table.
  static var all: [KeyScenario] { scrolling + jumps + folds }

  private static var scrolling: [KeyScenario] {
    [
      KeyScenario("line-down", "j", times: 100, "from the middle") { $0.type("50%") },
      KeyScenario("line-up", "k", times: 100, "from the middle") { $0.type("50%") },
      KeyScenario("page-down", "Space", times: 10, "from the middle") { $0.type("50%") },
      KeyScenario("page-up", "b", times: 10, "from the middle") { $0.type("50%") },
      KeyScenario("end", "G", "from the top") { _ in },
      KeyScenario("home", "g", "from the end") { $0.type("G") },
      KeyScenario("percent", "75%", "from the top") { _ in },
      KeyScenario("wider", "+", "in the middle") { $0.type("50%") },
      resize,
    ]
  }

  private static var jumps: [KeyScenario] {
    [
      KeyScenario("next-comment", "]", times: 20, "from the middle") { $0.type("50%") },
      KeyScenario("previous-comment", "[", times: 20, "from the middle") { $0.type("50%") },
      KeyScenario("next-sibling", "J", "from a comment between others") { $0.goBetweenSiblings() },
      KeyScenario("previous-sibling", "K", "from a comment between others") { $0.goBetweenSiblings() },
      KeyScenario("parent", "p", "from a reply in the middle") { $0.goToReply() },
      KeyScenario("next-top-level", "}", "from the middle") { $0.type("50%") },
      KeyScenario("previous-top-level", "{", "from the middle") { $0.type("50%") },
      KeyScenario("next-statement", "s", times: 10, "from the middle") { $0.type("50%") },
      KeyScenario("previous-statement", "S", times: 10, "from the middle") { $0.type("50%") },
      KeyScenario("source", "Enter", "on a quotation whose source is known") { $0.goToLinkedStatement() },
      KeyScenario("back", "Backspace", "from the end to the middle, which is laid out") { $0.type("50% G") },
    ]
  }

  private static var folds: [KeyScenario] {
    [
      KeyScenario("fold-all", "zM", "in the middle") { $0.type("50%") },
      KeyScenario("unfold-all", "zR", "in the middle, all threads folded") { $0.type("50% zM") },
      KeyScenario("fold-more", "zm", "in the middle") { $0.type("50%") },
      KeyScenario("fold-less", "zr", "in the middle, all threads folded") { $0.type("50% zM") },
      KeyScenario("fold", "zc", "on a reply in the middle") { $0.goToReply() },
      KeyScenario("unfold", "zo", "on a folded reply in the middle") {
        $0.goToReply()
        $0.type("zc")
      },
      KeyScenario("fold-thread", "Z", "on a reply in the middle") { $0.goToReply() },
      KeyScenario("line-down-folded", "j", times: 20, "from the middle, all threads folded") { $0.type("50% zM") },
      KeyScenario("line-up-folded", "k", times: 20, "from the middle, all threads folded") { $0.type("50% zM") },
      KeyScenario("line-up-after-fold", "k", times: 20, "from a folded reply in the middle") {
        $0.goToReply()
        $0.type("zc")
      },
      KeyScenario("statement-folded", "s", "from the middle, all threads folded") { $0.type("50% zM") },
      KeyScenario("end-folded", "G", "from the top, all threads folded") { $0.type("zM g") },
    ]
  }
}

// Places; where the document has none of the kind, the reader ends somewhere near.
extension Reading {
  fileprivate func goToReply() {
    type("50% ]")
    type("]") { state in
      state.currentFoldable.map { state.document.parentComment(of: $0) != nil } ?? true
    }
  }

  fileprivate func goBetweenSiblings() {
    type("50% ]")
    type("]") { state in
      guard let current = state.currentFoldable else { return true }
      return [state.document.nextSibling(of: current), state.document.previousSibling(of: current)].allSatisfy {
        $0.map { state.document[$0].isComment } ?? false
      }
    }
  }

  fileprivate func goToLinkedStatement() {
    type("50% s")
    type("s") { state in
      guard let statement = state.document[state.focus].statementIndex else { return true }
      return state.layout.sources[statement] != nil
    }
  }
}

import Glibc
import ReaderCore

/// The program that opens addresses: what BROWSER names, else what the platform has for it.
struct Browser {
  /// Browsers that are read in the terminal, so that they have to be given it.
  private static let textBrowsers: Set = ["w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "chawan", "cha"]

  /// What could be started, the preferred first: each a program and its arguments.
  let candidates: [[String]]

  /// What `variable`, the value of BROWSER, asks for to open `link`: programs with arguments, separated by colons; the
  /// address takes the place of `%s`, or stands last.
  init(for link: WebLink, variable: String?) {
    let named = (variable ?? "").split(separator: ":").compactMap { command -> [String]? in
      let words = command.split(separator: " ").map(String.init)
      guard !words.isEmpty else { return nil }
      let isPlaced = words.contains { $0.contains("%s") }
      return words.map { $0.replacing("%s", with: link.address) } + (isPlaced ? [] : [link.address])
    }
    candidates = named + [["xdg-open", link.address], ["open", link.address]]
  }

  /// Whether a command is of a browser that needs the terminal.
  static func needsTerminal(_ command: [String]) -> Bool {
    textBrowsers.contains(String(command.first?.split(separator: "/").last ?? ""))
  }

  /// The value of BROWSER.
  static var variable: String? { getenv("BROWSER").map { String(cString: $0) } }
}

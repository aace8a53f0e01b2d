import Acquisition
import Glibc
import ProcessSpawning

/// The platform's own way to copy, beside the terminal's: a program that reads what is to be pasted.
enum Clipboard {
  /// The programs, each with the variable that says that what it talks to is there.
  private static let programs: [(arguments: [String], variable: String?)] = [
    (["wl-copy"], "WAYLAND_DISPLAY"), (["xclip", "-selection", "clipboard"], "DISPLAY"), (["pbcopy"], nil),
  ]

  /// Gives `text` to the first of them that can be started.
  ///
  /// - Returns: whether one was. What it did with the text is seen only when it is pasted.
  static func copy(_ text: String) -> Bool {
    for (arguments, variable) in programs where variable.map({ getenv($0) != nil }) ?? true {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { return false }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let process = ChildProcess(arguments, streams: .reading(ends[0]))
      close(ends[0])
      guard let process else {
        close(ends[1])
        continue
      }
      let end = ends[1]
      // The program may read slowly, or not at all.
      BackgroundThread.run {
        _ = text.utf8.span.writeAll(to: end)
        close(end)
        _ = process.waitUntilItEnds()
      }
      return true
    }
    return false
  }
}

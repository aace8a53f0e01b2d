import ArgumentParser
import Glibc
import HTMLParsing
import Synchronization

/// `quire-bench pages FILE…`: how fast pages in HTML are parsed.
struct Pages: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the HTML parser on files: a line for each, and one for all."
  )

  @Option(help: ArgumentHelp("Of how many runs the best counts.", valueName: "count"))
  var runs: Int = 5

  @Argument(help: "Pages in HTML.") var files: [String]

  func run() throws {
    var (bytes, time) = (0, 0)
    for path in files {
      guard let page = TextFile.bytes(of: path) else { throw Failure("\(path): it cannot be read") }
      var best = Int.max
      for _ in 0..<max(runs, 1) {
        let start = ThreadClock.now
        sink.add(measured { HTMLParser.parse(page).count }, ordering: .relaxed)
        best = min(best, ThreadClock.now - start)
      }
      writeOut("\(path)\t\(Self.speed(page.count, best))\n")
      bytes += page.count
      time += best
    }
    writeOut("\(files.count) pages\t\(Self.speed(bytes, time))\n")
  }

  private static func speed(_ bytes: Int, _ nanoseconds: Int) -> String {
    "\(bytes) bytes\t\(nanoseconds / 1000) µs\t\(bytes * 1000 / max(nanoseconds, 1)) MB/s"
  }
}

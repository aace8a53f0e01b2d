import Foundation
import TestSupport
import Testing

/// The page that the project began with, read in a terminal; it stands beside the checkout.
private enum Seed {
  static let path: String? = {
    let shared =
      ProcessInfo.processInfo.environment["QUIRE_SHARED"]
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared").standardizedFileURL
      .path()
    let folder = shared + "/seeds"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.sorted().first { $0.hasSuffix(".txt") }.map { folder + "/" + $0 }
  }()
}

@Suite(
  .enabled(if: Program.isBuiltAndTmuxAvailable && Seed.path != nil, "needs the built program, tmux and ../shared/seeds")
)
struct SeedTests {
  @Test func foldsUnfoldsAndGoesToTheSourceAndBack() throws {
    let path = try #require(Seed.path)
    let directory = try TemporaryDirectory()
    let session = try Program.inTmux(reading: path, in: directory, rows: 14, columns: 80)
    try session.waitForScreen("the title") { $0.contains("Pyongyang to Washington") }

    try session.press("z", "M")
    try session.press("G")
    let folded = try session.waitForScreen("three threads, folded") { $0.contains("▸ vlad127490") }
    #expect(folded.contains("▸ Adam") && folded.contains("▸ unc-2"))
    #expect(folded.contains("1 reply"))
    #expect(!folded.contains("real leader"))

    try session.press("z", "R")
    try session.press("G")
    try session.waitForScreen("the reply") { $0.contains("It's just that the DPRK has a real leader") }

    try session.press("S")
    let before = try session.waitForScreen("the quotation, resolved") {
      $0.contains("⤴ vlad127490") && $0.contains("▌ │ ┃")
    }
    try session.press("Enter")
    try session.waitForScreen("the source, in the comment above") {
      $0.contains("▌ It turned out that little North Korea") && $0.contains("back to guest's reply")
    }
    try session.press("BSpace")
    try session.waitForScreen("the quotation again") {
      $0.split(separator: "\n").dropLast() == before.split(separator: "\n").dropLast()
    }
  }
}

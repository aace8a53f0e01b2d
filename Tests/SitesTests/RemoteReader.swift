import Acquisition
import DocumentModel
import Glibc
import Importers
import Sites
import TestSupport

/// Reads addresses by a server on this machine that stands in for others.
struct RemoteReader {
  /// The server.
  let server: LoopbackServer
  /// Hosts that the user is taken to have typed beside the one of the address.
  var known: Set<String> = ["127.0.0.1"]
  /// The origins that it stands in for.
  var origins: [String] = []

  /// What reading `address` gives: the bytes, and what is known about them.
  func read(_ address: String) -> (bytes: [UInt8], known: RemoteReading.State) {
    let stand = server.address("")
    let fetcher = Fetcher(
      agent: "quire/test",
      known: known,
      cache: nil,
      substitutes: Dictionary(uniqueKeysWithValues: origins.map { ($0, stand) })
    )
    let reading = RemoteReading(.address(address), fetcher: fetcher)
    guard let ends = try? SourceStream.pipe(of: .address(address)) else { return ([], reading.known) }
    let descriptor = ends.descriptor
    // What one test gives is less than a pipe holds, but for the page that is long on purpose.
    let thread = WorkerThread { reading.run(writingTo: descriptor) }
    try? ends.stream.readAll()
    thread.join()
    return (ends.stream.withSpan { span in span.withUnsafeBufferPointer { Array($0) } }, reading.known)
  }

  /// The targets that were asked for, in order.
  var targets: [String] { server.questions.map(\.target) }
}

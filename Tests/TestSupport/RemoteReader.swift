import Acquisition
import DocumentModel
import Glibc
import Importers
import Sites

/// Reads addresses by a server on this machine that stands in for others.
package struct RemoteReader {
  /// The server.
  package let server: LoopbackServer
  /// The origins that it stands in for.
  private let origins: [String]

  /// A reader by `server`, which stands in for `origins`.
  package init(server: LoopbackServer, origins: [String] = []) {
    self.server = server
    self.origins = origins
  }

  /// What reading `address` gives: the bytes, and what is known about them.
  ///
  /// - Parameter beginning: whether what comes first is enough.
  package func read(_ address: String, beginning: Bool = false) -> (bytes: [UInt8], known: RemoteReading.State) {
    let stand = server.address("")
    let fetcher = Fetcher(
      agent: "quire/test",
      known: ["127.0.0.1"],
      cache: nil,
      substitutes: Dictionary(uniqueKeysWithValues: origins.map { ($0, stand) })
    )
    let reading = RemoteReading(.address(address), fetcher: fetcher)
    guard let ends = try? SourceStream.pipe(of: .address(address)) else { return ([], reading.known) }
    let descriptor = ends.descriptor
    let thread = WorkerThread { reading.run(writingTo: descriptor) }
    if beginning {
      _ = try? ends.stream.readMore()
      reading.cancel()
    } else {
      try? ends.stream.readAll()
    }
    thread.join()
    return (ends.stream.withSpan { span in span.withUnsafeBufferPointer { Array($0) } }, reading.known)
  }

  /// The document at `address`, with what belongs to it; or why there is none.
  package func document(_ address: String) -> Result<(document: Document, failure: SourceFailure?), SourceFailure> {
    let (bytes, known) = read(address)
    if let failure = known.failure, bytes.isEmpty { return .failure(failure) }
    let options = ImportOptions().fetched(known.facts)
    let format = options.format(of: bytes.span, name: nil)
    let document = known.completing(DocumentImporter.read(bytes.span, as: format, options: options), options: options)
    return .success((document, known.failure))
  }

  /// The targets that were asked for, in order.
  package var targets: [String] { server.questions.map(\.target) }
}

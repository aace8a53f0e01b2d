import Importers
import ReaderCore
import Sites

/// How far the loading of a source has come, and the wish to end it; may be looked at from any thread.
struct LoadingProgress: Sendable {
  /// How far the document that is being made has come.
  let importing = ImportProgress()
  /// What fetches the source, where it stands on the web.
  let remote: RemoteReading?

  /// What there is to say to the reader.
  var event: ReaderEvent {
    guard let (host, bytes) = remote?.progress, !host.isEmpty else {
      return .progressed(bytes: importing.bytesRead)
    }
    return .progressed(bytes: bytes, host: host)
  }

  /// Has everything be read at once, since somebody waits for the end.
  func hurry() { importing.hurry() }

  /// Has nothing more be fetched.
  func stop() { remote?.cancel() }
}

import Acquisition
import Glibc

/// How what stands on the web is fetched.
struct FetchOptions {
  /// Whether answers are kept for the next time.
  var keepsAnswers: Bool

  /// What fetches `source`; knows its host, which the user named.
  func fetcher(for source: Source) -> Fetcher {
    let host = source.address.flatMap { try? FetchAddress($0).host }
    return Fetcher(agent: "quire/\(Quire.version)", known: Set(host.map { [$0] } ?? []), cache: cache)
  }

  /// The folder of answers (XDG Base Directory Specification 0.8); `nil` where there is no home.
  private var cache: FetchCache? {
    guard keepsAnswers else { return nil }
    return UserFiles.folder(in: "XDG_CACHE_HOME", orBelowHome: ".cache").map { FetchCache(folder: $0) }
  }
}

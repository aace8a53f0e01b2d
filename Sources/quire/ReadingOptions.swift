import Importers

/// How sources are read.
struct ReadingOptions: Sendable {
  /// How a format is.
  var importing = ImportOptions()
  /// How what stands on the web is fetched.
  var fetching = FetchOptions(keepsAnswers: true)
}

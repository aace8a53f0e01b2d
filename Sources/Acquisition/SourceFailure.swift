import Glibc

/// Why a source could not be read.
package struct SourceFailure: Error, Hashable, Sendable {
  /// What was found.
  package enum Kind: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It is a directory, piped in.
    case directory
    /// It is a directory with more files than are read.
    case tooManyFiles
    /// It may not be read by this user.
    case notReadable
    /// It is a device or a socket, which may never end.
    case device
    /// It could not be fetched.
    case fetch(FetchFault)
    /// It is standard input, and nothing is piped in.
    case terminal
    /// It has more bytes than a document can.
    case tooLarge
    /// The system says no; `code` is its `errno`.
    case system(code: Int32)
  }

  /// What was to be read.
  package var source: Source
  /// What was found.
  package var kind: Kind

  /// The failure to read `source`.
  package init(_ source: Source, _ kind: Kind) {
    self.source = source
    self.kind = kind
  }

  /// `SOURCE: what was found; what to do`, of one line.
  package var message: String { "\(source.name): \(advice)" }

  /// `what was found; what to do`, of one line.
  package var advice: String {
    switch kind {
    case .missing: "no such file; check the name"
    case .directory: "is a directory; name it, or a file in it"
    case .tooManyFiles: "has more than \(FolderListing.maximumCount) files; the rest was not read, read it in parts"
    case .notReadable: "may not be read; check its permissions"
    case .device: "is a device; pipe what it gives into quire -"
    case .fetch(let fault): fault.advice
    case .terminal: "nothing is piped in; name a file, or pipe one in"
    case .tooLarge: "is larger than 4 GiB; split it and read the parts"
    case .system(let code): "could not be read (\(String(cString: strerror(code)))); try again, or read a copy"
    }
  }

  /// The failure that the system's `errno` tells of after `open`.
  static func opening(_ source: Source, code: Int32) -> SourceFailure {
    switch code {
    case ENOENT, ENOTDIR: SourceFailure(source, .missing)
    case EACCES, EPERM: SourceFailure(source, .notReadable)
    // What a socket, or a device without a driver, answers.
    case ENXIO, ENODEV: SourceFailure(source, .device)
    default: SourceFailure(source, .system(code: code))
    }
  }
}

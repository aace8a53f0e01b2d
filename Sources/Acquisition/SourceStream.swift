import Glibc

/// A source that is being read: the bytes that have come, and the rest as it comes.
///
/// A file is there whole as soon as it is opened; one of ``mappingThreshold`` bytes or more is mapped, smaller ones are
/// read into memory and cannot change. A pipe gives what its other end writes, when it does; a folder its files, one
/// after another. Belongs to one thread at a time until it is complete; from then on several may read its bytes.
package final class SourceStream {
  /// The most bytes that are read: offsets in a document are 32 bits wide.
  package static let maximumSize = Int(UInt32.max) - 1
  /// Files of as many bytes are mapped.
  package static let mappingThreshold = 1 << 20
  /// As much is asked of a pipe at a time: what it holds on Linux.
  private static let portion = 1 << 16

  /// What is read.
  package let source: Source
  /// Whether everything has come.
  package private(set) var isComplete = false

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private var mapping: FileMapping?
  private var buffer = GrowingBuffer()
  /// The files of a folder, and how many of them have been read or passed over.
  private var listing: FolderListing?
  private var listed = 0
  /// Where the files of a folder that have come stand among its bytes, in order; `nil` for what is no folder.
  package private(set) var files: [Range<Int>]?
  /// Why files of a folder are not among its bytes.
  package private(set) var passedOver: [SourceFailure] = []

  /// Opens `source`; a file is read at once.
  ///
  /// - Precondition: it is no address; what stands at one is fetched.
  /// - Complexity: O(1) for a large file and for a pipe, else O(size).
  /// - Throws: what keeps it from being read.
  package convenience init(_ source: Source) throws(SourceFailure) {
    precondition(source.address == nil, "what stands on the web is fetched by a Fetcher")
    guard let path = source.path else {
      try self.init(descriptor: STDIN_FILENO, of: source, ownsDescriptor: false)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .opening(source, code: errno) }
    try self.init(descriptor: descriptor, of: source, ownsDescriptor: true)
  }

  /// A stream of what is written to a new descriptor, until that is closed.
  ///
  /// - Throws: what keeps it from being made.
  package static func pipe(of source: Source) throws(SourceFailure) -> (stream: SourceStream, descriptor: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw SourceFailure(source, .system(code: errno)) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (try SourceStream(descriptor: ends[0], of: source, ownsDescriptor: true), ends[1])
  }

  /// What can be read from `descriptor`, which is closed in the end when the stream owns it.
  ///
  /// - Throws: what keeps it from being read.
  init(descriptor: Int32, of source: Source, ownsDescriptor: Bool) throws(SourceFailure) {
    self.source = source
    self.descriptor = descriptor
    self.ownsDescriptor = ownsDescriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceFailure(source, .system(code: errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      guard let path = source.path else { throw SourceFailure(source, .directory) }
      listing = try FolderListing(source, path: path)
      files = []
    case S_IFCHR where isatty(descriptor) == 1 && source == .standardInput: throw SourceFailure(source, .terminal)
    // `quire < /dev/null` is an empty input; a device that is named, or fills the memory, is a mistake.
    case S_IFCHR where Self.isNull(status): isComplete = true
    case S_IFCHR, S_IFBLK: throw SourceFailure(source, .device)
    case S_IFREG: try readFile(size: Int(status.st_size))
    default: break
    }
  }

  deinit { if ownsDescriptor { close(descriptor) } }

  /// The number of bytes that have come.
  package var count: Int { mapping?.bytes.count ?? buffer.count }

  /// Whether a mapped file became shorter while its bytes were read, and zeros stand in for the rest.
  package var wasCutShort: Bool { mapping?.wasCutShort ?? false }

  /// Lends the bytes that have come.
  ///
  /// - Throws: what `body` throws.
  package func withSpan<Result, Failure: Error>(_ body: (Span<UInt8>) throws(Failure) -> Result) throws(Failure)
    -> Result
  {
    defer { withExtendedLifetime(self) {} }
    return try body((mapping?.bytes ?? buffer.bytes).span)
  }

  /// Takes in what comes next.
  ///
  /// - Parameter milliseconds: how long to wait for it; `nil` waits as long as it takes.
  /// - Returns: whether anything came: more bytes, or the end.
  /// - Throws: what keeps the rest from being read.
  package func readMore(within milliseconds: Int? = nil) throws(SourceFailure) -> Bool {
    while !isComplete {
      if listing != nil { return try readFiles() }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let found = poll(&waiting, 1, milliseconds.map { Int32(clamping: $0) } ?? -1)
      if found == 0 { return false }
      if found < 0, errno == EINTR { continue }
      if try readOnce(expecting: Self.portion) { return true }
    }
    return false
  }

  /// Takes in everything.
  ///
  /// Blocks until a pipe is closed at its other end.
  ///
  /// - Throws: what keeps it from being read.
  package func readAll() throws(SourceFailure) {
    while !isComplete { _ = try readMore() }
  }

  private func readFile(size: Int) throws(SourceFailure) {
    guard size <= Self.maximumSize else { throw SourceFailure(source, .tooLarge) }
    // Of standard input somebody may have read a part already; a mapping would bring it back.
    if size >= Self.mappingThreshold, lseek(descriptor, 0, SEEK_CUR) == 0,
      let mapped = FileMapping(descriptor, count: size)
    {
      mapping = mapped
      isComplete = true
    }
    // The size is a guess: files below /proc say 0, and a file may grow. One byte more finds the end.
    while !isComplete { _ = try readOnce(expecting: buffer.count <= size ? size - buffer.count + 1 : Self.portion) }
  }

  /// Reads the next files of a folder, until about as much has come as a pipe gives; gives whether anything came.
  private func readFiles() throws(SourceFailure) -> Bool {
    guard let listing else { return false }
    let start = buffer.count
    while listed < listing.paths.count, buffer.count - start < Self.portion {
      let file = Source.file(path: listing.paths[listed])
      listed += 1
      do throws(SourceFailure) { try append(file) } catch { passedOver.append(error) }
      guard buffer.count <= Self.maximumSize else { throw SourceFailure(source, .tooLarge) }
    }
    if listed == listing.paths.count {
      isComplete = true
      if listing.isCurtailed { passedOver.append(SourceFailure(source, .tooManyFiles)) }
    }
    return true
  }

  /// Adds a file of a folder; folders in it are passed over.
  private func append(_ file: Source) throws(SourceFailure) {
    // A pipe would wait for whoever writes into it.
    let descriptor = open(file.path ?? "", O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw .opening(file, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceFailure(file, .system(code: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { return }
    let start = buffer.count
    var length = Int(status.st_size)
    repeat {
      guard start + length <= Self.maximumSize else { throw SourceFailure(file, .tooLarge) }
      guard buffer.reserve(length + 1) else { throw SourceFailure(file, .system(code: ENOMEM)) }
      let count = buffer.read(descriptor, limit: length + 1)
      if count < 0, errno != EINTR { throw SourceFailure(file, .system(code: errno)) }
      if count == 0 { break }
      length = max(0, length - max(0, count))
    } while true
    if buffer.count > start { files?.append(start..<buffer.count) }
  }

  /// Reads once; gives whether bytes came, or the end.
  private func readOnce(expecting length: Int) throws(SourceFailure) -> Bool {
    guard buffer.reserve(length) else { throw SourceFailure(source, .system(code: ENOMEM)) }
    let length = buffer.read(descriptor)
    if length < 0 {
      // Whoever holds the other end may have made it so that reading does not wait.
      guard errno == EINTR || errno == EAGAIN else { throw SourceFailure(source, .system(code: errno)) }
      return false
    }
    if length == 0 { isComplete = true }
    guard buffer.count <= Self.maximumSize else { throw SourceFailure(source, .tooLarge) }
    return true
  }

  private static func isNull(_ status: stat) -> Bool {
    var null = stat()
    return stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev
  }
}

import Glibc

/// Reads sources.
package enum SourceReader {
  /// The most bytes that are read: offsets in a document are 32 bits wide.
  package static let maximumSize = Int(UInt32.max) - 1

  /// All bytes of `source`; none are a success.
  ///
  /// Blocks until a pipe is closed at its other end.
  ///
  /// - Complexity: O(1) for a large file, else O(size).
  /// - Throws: what kept it from being read.
  package static func read(_ source: Source) throws(SourceFailure) -> SourceBytes {
    guard let path = source.path else { return try read(descriptor: STDIN_FILENO, of: source) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .opening(source, code: errno) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, of: source)
  }

  /// All bytes that can be read from `descriptor`, which stays open.
  ///
  /// - Throws: what kept them from being read.
  static func read(descriptor: Int32, of source: Source) throws(SourceFailure) -> SourceBytes {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SourceFailure(source, .system(code: errno)) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw SourceFailure(source, .directory)
    case S_IFCHR where isatty(descriptor) == 1 && source == .standardInput: throw SourceFailure(source, .terminal)
    // `quire < /dev/null` is an empty input; a device that is named, or fills the memory, is a mistake.
    case S_IFCHR where isNull(status): return SourceBytes()
    case S_IFCHR, S_IFBLK: throw SourceFailure(source, .device)
    case S_IFREG: return try readFile(descriptor, size: Int(status.st_size), of: source)
    default: return try readAll(descriptor, expecting: 0, of: source)
    }
  }

  private static func isNull(_ status: stat) -> Bool {
    var null = stat()
    return stat("/dev/null", &null) == 0 && null.st_rdev == status.st_rdev
  }

  private static func readFile(_ descriptor: Int32, size: Int, of source: Source) throws(SourceFailure) -> SourceBytes {
    guard size <= maximumSize else { throw SourceFailure(source, .tooLarge) }
    // Of standard input somebody may have read a part already; a mapping would bring it back.
    let isAtStart = lseek(descriptor, 0, SEEK_CUR) == 0
    if isAtStart, size >= SourceBytes.mappingThreshold, let mapped = SourceBytes(mapping: descriptor, count: size) {
      return mapped
    }
    return try readAll(descriptor, expecting: size, of: source)
  }

  /// Reads to the end. `size` is a guess: files below /proc say 0, and a file may grow.
  private static func readAll(_ descriptor: Int32, expecting size: Int, of source: Source) throws(SourceFailure)
    -> SourceBytes
  {
    var capacity = max(size + 1, 1 << 16)
    guard let memory = malloc(capacity) else { throw SourceFailure(source, .system(code: ENOMEM)) }
    var buffer = memory
    var count = 0
    while true {
      let length = Glibc.read(descriptor, buffer + count, capacity - count)
      if length == 0 { return SourceBytes(taking: buffer, count: count) }
      guard length > 0 else {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          poll(&waiting, 1, -1)
          continue
        }
        let code = errno
        free(buffer)
        throw SourceFailure(source, .system(code: code))
      }
      count += length
      guard count <= maximumSize else {
        free(buffer)
        throw SourceFailure(source, .tooLarge)
      }
      guard count == capacity else { continue }
      capacity *= 2
      guard let larger = realloc(buffer, capacity) else {
        free(buffer)
        throw SourceFailure(source, .system(code: ENOMEM))
      }
      buffer = larger
    }
  }
}

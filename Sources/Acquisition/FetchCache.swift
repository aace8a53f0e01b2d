import DocumentModel
import Glibc

/// Answers kept for the next time, to be asked for again only if they have changed (RFC 9111, section 4.3).
///
/// A folder of files, one an answer: lines that say what it is, a blank one, and the bytes. A file is written under
/// another name and renamed, so that who reads sees all of it or none; any number of programs may do so at once. What
/// cannot be written is not kept, and nobody is told.
package struct FetchCache: Sendable {
  /// What was kept of an answer.
  struct Entry {
    var head: ResponseHead
    var body: [UInt8]
  }

  /// Larger answers are not kept, in bytes.
  static let largestBody = 1 << 24
  /// Beyond as many bytes altogether, the answers that were not asked for longest go, until a quarter is free.
  private let capacity: Int
  private let folder: String

  private static let mark = "quire cache 1"
  /// What is kept of a head.
  private static let kept: Set = [
    "content-type", "etag", "last-modified", "link", "x-wp-total", "x-wp-totalpages",
  ]
  /// A file of another run that is older was left by one that was killed, in seconds.
  private static let abandoned = 3600

  /// A cache in `folder`, which is made when something is kept.
  package init(folder: String, capacity: Int = 1 << 26) {
    self.folder = folder
    self.capacity = capacity
  }

  private func path(for address: FetchAddress, accepting type: String) -> String {
    let key = Array((type + " " + address.text).utf8)
    let digits = String(key.withUnsafeBytes { ByteHash.hash($0) }, radix: 16)
    return folder + "/" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  // MARK: Reading

  /// What was kept of the answer from `address`; `nil` where there is nothing, or nothing of use.
  ///
  /// - Complexity: O(size)
  func entry(for address: FetchAddress, accepting type: String) -> Entry? {
    let path = path(for: address, accepting: type)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= Self.largestBody + (1 << 16)
    else { return nil }
    var bytes = GrowingBuffer()
    while bytes.reserve(Int(status.st_size) - bytes.count + 1) {
      let count = bytes.read(descriptor)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
    }
    guard let entry = Self.entry(in: bytes.bytes, for: address, accepting: type) else { return nil }
    // What is asked for is kept longer.
    utimensat(AT_FDCWD, path, nil, 0)
    return entry
  }

  private static func entry(in bytes: UnsafeBufferPointer<UInt8>, for address: FetchAddress, accepting type: String)
    -> Entry?
  {
    var lines: [String] = []
    var start = 0
    while let feed = bytes[start...].firstIndex(of: 0x0a), lines.count < 64 {
      let line = String(decoding: bytes[start..<feed], as: UTF8.self)
      start = feed + 1
      if line.isEmpty { break }
      lines.append(line)
    }
    // Of two addresses with one name only one is kept; a file that is no cache's is none.
    guard lines.count >= 4, lines[0] == mark, lines[1] == address.text, lines[2] == type, let count = Int(lines[3]),
      bytes.count - start == count
    else { return nil }
    let fields = lines[4...].compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (String(line[..<colon]), String(line[line.index(after: colon)...]))
    }
    return Entry(head: ResponseHead(status: 200, fields: fields), body: Array(bytes[start...]))
  }

  // MARK: Keeping

  /// Keeps an answer that is whole, where its server can be asked whether it has changed.
  ///
  /// - Complexity: O(size + answers that are kept)
  func keep(_ body: [UInt8], of head: ResponseHead, from address: FetchAddress, accepting type: String) {
    guard head.status == 200, head["etag"] != nil || head["last-modified"] != nil, body.count <= Self.largestBody,
      !(head["cache-control"]?.lowercased().contains("no-store") ?? false), head["vary"] != "*",
      makePrivateFolder(folder) == nil
    else { return }
    let fields = head.fields.filter { Self.kept.contains($0.name) && $0.value.utf8.count < 8192 }
    guard fields.count < 32 else { return }
    let lines = [Self.mark, address.text, type, "\(body.count)"] + fields.map { "\($0.name):\($0.value)" }
    let path = path(for: address, accepting: type)
    let part = path + ".\(getpid()).\(UInt64.random(in: 0...UInt64.max)).part"
    let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let top = Array((lines.joined(separator: "\n") + "\n\n").utf8)
    let isWritten = top.span.writeAll(to: descriptor) == nil && body.span.writeAll(to: descriptor) == nil
    guard close(descriptor) == 0, isWritten, rename(part, path) == 0 else {
      unlink(part)
      return
    }
    makeRoom()
  }

  private func makeRoom() {
    guard let directory = opendir(folder) else { return }
    defer { closedir(directory) }
    let now = time(nil)
    var files: [(time: Int, name: String, size: Int)] = []
    while let found = readdir(directory) {
      let name = withUnsafeBytes(of: &found.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      var status = stat()
      guard fstatat(dirfd(directory), name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
      else {
        continue
      }
      if name.hasSuffix(".part") {
        if now - status.st_mtim.tv_sec > Self.abandoned { unlinkat(dirfd(directory), name, 0) }
      } else {
        files.append((status.st_mtim.tv_sec, name, Int(status.st_size)))
      }
    }
    var total = files.reduce(0) { $0 + $1.size }
    guard total > capacity else { return }
    for file in files.sorted(by: { ($0.time, $0.name) < ($1.time, $1.name) }) where total > capacity / 4 * 3 {
      if unlinkat(dirfd(directory), file.name, 0) == 0 { total -= file.size }
    }
  }
}

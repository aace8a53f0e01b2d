import Glibc

/// The files of a folder, in the order in which they are read: those directly in it, or, where it is a Maildir (with
/// folders `cur` and `new`), the messages in these.
///
/// Numbers in names count as numbers, so that `10` comes after `9`; names of a Maildir begin with the time. Names that
/// begin with a dot are passed over.
struct FolderListing {
  /// More files are not read.
  static let maximumCount = 1 << 20

  /// Their paths.
  private(set) var paths: [String] = []
  /// Whether there are more files than are read.
  private(set) var isCurtailed = false

  /// The files of the folder at `path`.
  ///
  /// - Complexity: O(n log n)
  /// - Throws: what keeps it from being read.
  init(_ source: Source, path: String) throws(SourceFailure) {
    var found: [(name: String, path: String)] = []
    let names = try Self.names(source, in: path)
    let mail = ["cur", "new"].filter(names.contains)
    if mail.count == 2 {
      for folder in mail {
        let inner = path + "/" + folder
        found += try Self.names(source, in: inner).map { ($0, inner + "/" + $0) }
      }
    } else {
      found = names.map { ($0, path + "/" + $0) }
    }
    isCurtailed = found.count > Self.maximumCount
    paths = found.sorted { Self.precedes($0.name, $1.name) }.prefix(Self.maximumCount).map(\.path)
  }

  private static func names(_ source: Source, in path: String) throws(SourceFailure) -> Set<String> {
    guard let folder = opendir(path) else { throw .opening(source, code: errno) }
    defer { closedir(folder) }
    var names: Set<String> = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.insert(name) }
    }
    return names
  }

  /// Whether one name comes before another: numbers by their value, all else by its bytes.
  static func precedes(_ first: String, _ second: String) -> Bool {
    var (one, other) = (Array(first.utf8)[...], Array(second.utf8)[...])
    while let a = one.first, let b = other.first {
      if isDigit(a), isDigit(b) {
        let (left, right) = (takeNumber(&one), takeNumber(&other))
        if left.count != right.count { return left.count < right.count }
        if !left.elementsEqual(right) { return left.lexicographicallyPrecedes(right) }
      } else if a != b {
        return a < b
      } else {
        one.removeFirst()
        other.removeFirst()
      }
    }
    return one.isEmpty == other.isEmpty ? first < second : one.isEmpty
  }

  /// The digits at the beginning, without zeros before them; they are taken away.
  private static func takeNumber(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = bytes.prefix(while: isDigit)
    bytes = bytes.dropFirst(digits.count)
    return digits.drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

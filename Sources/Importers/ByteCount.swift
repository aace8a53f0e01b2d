/// Sizes of files in words.
enum ByteCount {
  /// `count` bytes, in a unit that keeps the number short.
  static func text(_ count: Int) -> String {
    if count == 1 { return "1 byte" }
    return count < 1000
      ? "\(count) bytes" : count < 1_000_000 ? "\((count + 500) / 1000) KB" : "\((count + 500_000) / 1_000_000) MB"
  }
}

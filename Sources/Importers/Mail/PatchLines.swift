/// Where a patch in a message ends: what `diff` makes is counted, so that blank lines and `-- ` in it are its own.
struct PatchLines {
  /// Lines of the part begun last that are still to come, of the old and of the new text.
  private var old = 0
  private var new = 0
  /// How often the lines of that part are quoted.
  private var depth = 0

  /// The end of the patch that `lines` begin with; `nil` when they begin with none.
  ///
  /// A part that a reply interrupts goes on where lines quoted as often begin as its lines do.
  mutating func end(_ lines: ArraySlice<BodyLine>, of text: MailBytes) -> Int? {
    guard let first = lines.first, !first.isBlank else { return nil }
    let goesOn = old + new > 0 && first.depth == depth && isBody(text[first.start])
    guard goesOn || begins(lines, of: text) else { return nil }
    if !goesOn { (old, new, depth) = (0, 0, first.depth) }
    var end = lines.startIndex
    for line in lines {
      guard line.depth == depth, take(line, of: text) else { break }
      end += 1
    }
    while end > lines.startIndex + 1, lines[end - 1].isBlank { end -= 1 }
    return end
  }

  private func isBody(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x2b || byte == 0x2d || byte == 0x5c }

  private func begins(_ lines: ArraySlice<BodyLine>, of text: MailBytes) -> Bool {
    let line = lines[lines.startIndex]
    func starts(_ line: BodyLine, _ word: StaticString) -> Bool { text.matches(word, at: line.start, before: line.end) }
    switch text[line.start] {
    case 0x64: return starts(line, "diff -")
    case 0x40: return counts(line, of: text) != nil
    case 0x2d, 0x49:
      guard starts(line, "--- ") || starts(line, "index: ") else { return false }
      return lines.dropFirst().prefix(4).contains { !$0.isBlank && (starts($0, "+++ ") || starts($0, "--- ")) }
    default: return false
    }
  }

  /// Takes a line as part of the patch, if it can be.
  private mutating func take(_ line: BodyLine, of text: MailBytes) -> Bool {
    if let counts = line.isBlank ? nil : counts(line, of: text) {
      (old, new) = counts
      return true
    }
    guard old + new > 0 else { return line.isBlank || isHead(line, of: text) }
    switch line.isBlank ? 0x20 : text[line.start] {
    case 0x20: (old, new) = (max(0, old - 1), max(0, new - 1))
    case 0x2d: old = max(0, old - 1)
    case 0x2b: new = max(0, new - 1)
    case 0x5c: break
    default: return false
    }
    return true
  }

  private static let heads: [StaticString] = [
    "diff ", "index ", "index: ", "--- ", "+++ ", "old mode ", "new mode ", "new file ", "deleted file ",
    "similarity ", "dissimilarity ", "rename ", "copy ", "binary files ", "git binary ", "====", "\\ no newline",
  ]

  private func isHead(_ line: BodyLine, of text: MailBytes) -> Bool {
    Self.heads.contains { text.matches($0, at: line.start, before: line.end) }
  }

  /// The lengths in `@@ -1,5 +1,6 @@`.
  private func counts(_ line: BodyLine, of text: MailBytes) -> (old: Int, new: Int)? {
    guard text.matches("@@ -", at: line.start, before: line.end) else { return nil }
    var index = line.start + 4
    func number() -> Int? {
      var value: Int?
      while index < line.end, text[index].isDigit, (value ?? 0) < 1 << 30 {
        value = (value ?? 0) * 10 + Int(text[index] - 0x30)
        index += 1
      }
      return value
    }
    func length() -> Int? {
      guard number() != nil else { return nil }
      guard index < line.end, text[index] == 0x2c else { return 1 }
      index += 1
      return number()
    }
    guard let old = length(), index + 1 < line.end, text[index] == 0x20, text[index + 1] == 0x2b else { return nil }
    index += 2
    guard let new = length(), text.matches(" @@", at: index, before: line.end) else { return nil }
    return (old, new)
  }
}

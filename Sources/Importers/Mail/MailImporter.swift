import DocumentModel

/// Reads mails and news articles: a mailbox, a single message, a folder of messages.
///
/// They are put into threads by what they refer to (RFC 5256). The only root of an archive is its article; where there
/// are several, all are comments. Reading never fails; what is broken is read as far as it makes sense and said in the
/// document's diagnostics.
package enum MailImporter {
  /// A message, or a mailbox, of a folder: bytes of the whole folder, all files one after another.
  package typealias File = Range<Int>

  /// The document that `bytes` hold.
  ///
  /// - Parameters:
  ///   - name: the file's name or the address; a title of last resort.
  ///   - isComplete: whether the source ends with these bytes. If it does not, they end with a line.
  ///   - gathersSubjects: whether messages that refer to nothing are put below one with the same subject: RFC 5256,
  ///     REFERENCES, step 5. That joins what does not belong together as well.
  ///   - progress: is told how far the reading is, and can end it.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    name: String? = nil,
    isComplete: Bool = true,
    gathersSubjects: Bool = false,
    progress: ImportProgress? = nil
  ) -> Document {
    read(
      bytes,
      files: [0..<bytes.count],
      name: name,
      isComplete: isComplete,
      gathersSubjects: gathersSubjects,
      progress: progress
    )
  }

  /// The document of a folder whose `files` stand in `bytes`; each is a message, or a mailbox.
  ///
  /// The order of the files decides between messages of the same time, and which of two with the same id keeps it.
  /// - Precondition: `files` are in order and do not overlap.
  /// - Complexity: O(n)
  package static func read(
    _ bytes: Span<UInt8>,
    files: [File],
    name: String? = nil,
    isComplete: Bool = true,
    gathersSubjects: Bool = false,
    progress: ImportProgress? = nil
  ) -> Document {
    bytes.withUnsafeBufferPointer { buffer in
      var archive = MailArchive(MailBytes(buffer))
      var ahead = ProgressMeter(progress, countsReading: false)
      for file in files where !file.isEmpty {
        guard archive.add(file, isComplete: isComplete || file.upperBound < buffer.count, &ahead) else { break }
      }
      let entries = archive.assemble(gathersSubjects: gathersSubjects)
      var writer = ArchiveWriter(archive, ProgressMeter(progress))
      return writer.write(entries, name: name)
    }
  }

  /// Whether bytes that a source begins with are a mailbox, a mail or a news article.
  ///
  /// - Complexity: O(n)
  static func recognizes(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = MailBytes(buffer)
    var start = 0
    while start < bytes.count, bytes[start].isMailSpace { start += 1 }
    let lines = MailboxLines(bytes, isComplete: false)
    if lines.beginsMessage(at: start, before: bytes.count, from: start) { return true }
    let head = MessageHead(bytes, from: start, before: bytes.count)
    // The head ends with a blank line, or with what there is.
    let end = head.bodyStart
    let isClosed =
      end >= bytes.count
      || end > 1 && bytes[end - 1] == 0x0a
        && (bytes[end - 2] == 0x0a || bytes[end - 2] == 0x0d)
    return isClosed && head.typicalCount >= 2 && head.typicalCount * 6 >= head.count
  }
}

import DocumentModel
import Foundation
import Testing

@testable import Importers

/// Mail archives of others.
///
/// `NAME.edges.tsv` beside an archive has a line `<id>`, a tab, and `<id>` of the message it answers or nothing.
@Suite struct MailTests {
  private static let folder = "corpora/mail/give"

  /// The bytes of a file, unpacked by the platform's own programs.
  private func unpacked(_ file: URL) throws -> [UInt8] {
    let tools = ["gz": "/usr/bin/gzip", "xz": "/usr/bin/xz"]
    guard let tool = tools[file.pathExtension] else { return SharedFolder.bytes(file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    defer { process.waitUntilExit() }
    return Array(output.fileHandleForReading.readDataToEndOfFile())
  }

  /// The edges of the truth that are other in `document`; those are left out whose parent is not there.
  private func defects(_ document: Document, _ truth: [UInt8]) -> [String] {
    func bare(_ id: Substring) -> String { id.trimmingCharacters(in: CharacterSet(charactersIn: "<> \r\t")) }
    var parents: [String: String] = [:]
    for comment in document.comments.indices {
      let node = document.node(ofComment: comment)
      let parent = document.parentComment(of: node).flatMap { document.comment(at: $0)?.id }
      parents[document.comments[comment].id] = parent ?? ""
    }
    // Of an id that stands twice the first counts.
    var edges: [String: String] = [:]
    for line in String(decoding: truth, as: UTF8.self).split(separator: "\n") {
      let sides = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let id = bare(sides[0])
      if edges[id] == nil { edges[id] = sides.count > 1 ? bare(sides[1]) : "" }
    }
    var defects: [String] = []
    for (id, parent) in edges {
      guard let made = parents[id] else {
        defects.append("\(id) is not there")
        continue
      }
      if edges[parent] != nil, made != parent { defects.append("\(id) answers \(made), not \(parent)") }
    }
    return defects
  }

  @Test func everyMessageAnswersWhatItShould() throws {
    for truth in SharedFolder.files(in: Self.folder, suffix: ".mbox.edges.tsv.gz") {
      let stem = String(truth.path.dropLast(".edges.tsv.gz".count))
      let packed = [".gz", ".xz"].map { URL(fileURLWithPath: stem + $0) }
      for archive in packed where FileManager.default.fileExists(atPath: archive.path) {
        let bytes = try unpacked(archive)
        let edges = try unpacked(truth)
        let found = defects(MailImporter.read(bytes.span), edges)
        #expect(found == [], "\(archive.lastPathComponent)")
      }
    }
  }

  @Test func aFolderIsReadAsItsFiles() {
    let files = SharedFolder.files(in: Self.folder + "/notmuch-lkml", suffix: "")
      .filter { $0.lastPathComponent.hasPrefix("cur_") }
    guard !files.isEmpty else { return }
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for file in files {
      let content = SharedFolder.bytes(file)
      ranges.append(bytes.count..<bytes.count + content.count)
      bytes += content
    }
    let document = MailImporter.read(bytes.span, files: ranges)
    #expect(document.comments.count { $0.standing == .live } == files.count)
    let truth = SharedFolder.url.appendingPathComponent(Self.folder + "/notmuch-lkml.edges.tsv")
    #expect(defects(document, SharedFolder.bytes(truth)) == [])
  }

  @Test func oddMessagesAreRead() {
    for file in SharedFolder.files(in: Self.folder + "/hyperkitty", suffix: ".txt") {
      let bytes = SharedFolder.bytes(file)
      #expect(FormatDetection.format(of: bytes.span, name: nil) == .mail, "\(file.lastPathComponent)")
      #expect(MailImporter.read(bytes.span).count > 1, "\(file.lastPathComponent)")
    }
  }
}

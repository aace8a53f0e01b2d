import DocumentModel
import Exporters
import Foundation
import Importers
import ReaderCore
import StatementLinking
import TestSupport
import Testing

@testable import Library

/// The library as files: what can go wrong with them, and what is found in them.
@Suite struct StoreTests {
  private let folder = LibraryFolder()

  private func add(
    _ text: String,
    title: String = "A title",
    to store: LibraryStore,
    as name: String,
    at time: Int64 = 1000
  ) throws -> Int64 {
    let change = VisitChange(title: title, origin: "here", comments: 0, new: 0)
    let number = try store.save(change, of: .test(name), now: time)
    let document = Document(sketch: text, metadata: Metadata(title: title))
    let json = JSONExporter.export(document, links: StatementLinks(linking: document))
    try store.save(text: document, json: json, of: number, now: time)
    return number
  }

  private func mode(_ path: String) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test func nobodyElseMayReadIt() throws {
    let store = try folder.open().store
    _ = try add("Words.", to: store, as: "a")
    #expect(try mode(folder.path) == 0o700)
    for name in folder.names { #expect(try mode(folder.path + "/" + name) == 0o600, "\(name)") }
  }

  @Test func aSavedDocumentIsTheSameBytes() throws {
    let store = try folder.open().store
    for seed in UInt64(0)..<20 {
      let random = Document(seed: seed, size: 30)
      // What is read is clean.
      let document = JSONImporter.read(JSONExporter.export(random, links: StatementLinks(linking: random)).span)
      let json = JSONExporter.export(document, links: StatementLinks(linking: document))
      let number = try store.save(
        VisitChange(title: "t", origin: "o", comments: 0, new: 0),
        of: .test("\(seed)"),
        now: 1
      )
      try store.save(text: document, json: json, of: number, now: 1)
      let saved = try #require(try store.text(of: number)).json
      #expect(saved == json)
      let again = JSONImporter.read(saved.span)
      let second = JSONExporter.export(again, links: StatementLinks(linking: again))
      #expect(second == json)
    }
  }

  @Test func damagedFilesAreMovedAsideAndSaid() throws {
    let store = try folder.open().store
    for name in 0..<40 { _ = try add(String(repeating: "Words and words. ", count: 200), to: store, as: "\(name)") }
    try store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let good = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    var zeros = good
    zeros.replaceSubrange(20..<4000, with: Data(repeating: 0, count: 3980))
    for (number, bytes) in [Data("no database at all, but a note of mine".utf8), good.prefix(5000), zeros].enumerated() {
      let other = LibraryFolder()
      try other.write(bytes)
      do {
        let (opened, notice) = try other.open()
        #expect(notice?.contains("library.db.corrupt-2024-03-01") == true, "\(number)")
        #expect(other.names.contains("library.db.corrupt-2024-03-01"), "\(number)")
        _ = try add("Words.", to: opened, as: "a")
        #expect(try opened.documents().count == 1)
      }
      // The next one is kept under another name.
      try other.write(bytes)
      #expect(try other.open().notice?.contains("library.db.corrupt-2024-03-01-2") == true, "\(number)")
    }
  }

  @Test(arguments: 0..<60)
  func damageAnywhereIsSurvived(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let store = try folder.open().store
    for name in 0..<8 { _ = try add("Words \(name). " + String(repeating: "More. ", count: 300), to: store, as: "\(name)") }
    try store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    for _ in 0..<Int.random(in: 1...200, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let other = LibraryFolder()
    try other.write(bytes)
    // Whatever is found is said or done without; the one after that works.
    do {
      let opened = try other.open().store
      _ = try opened.documents()
      _ = try opened.record(of: .test("3"))
      _ = try opened.search("words")
      _ = try add("Words.", to: opened, as: "new")
    } catch let failure as LibraryFailure {
      #expect(!failure.message.isEmpty)
    }
  }

  @Test func anEarlierSchemaIsBroughtUpToDateAndALaterOneIsLeftAlone() throws {
    try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    do {
      let old = try Database(path: folder.file)
      try old.execute(LibrarySchema.steps[0] + "; PRAGMA user_version = 1")
      try old.execute(
        "INSERT INTO documents (identity, title, origin, visited, comments, new) VALUES ('test:a', 'Old', 'o', 5, 0, 0)"
      )
    }
    let (store, notice) = try folder.open()
    #expect(notice == nil)
    #expect(try store.documents().map(\.title) == ["Old"])
    let number = try add("Words.", title: "New", to: store, as: "a")
    #expect(try store.search("words").map(\.document.number) == [number])
    try store.database.execute("PRAGMA user_version = 99")
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.file))
    #expect(throws: LibraryFailure(folder.file, .newer)) { try folder.open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file)) == before)
  }

  @Test func aFileSystemWithoutSharedMemoryWillDo() throws {
    do {
      // Locks by files are all that this one has.
      let store = try folder.open(fileSystem: "unix-dotfile").store
      _ = try add("Words.", to: store, as: "a")
      #expect(!folder.names.contains("library.db-wal"))
    }
    #expect(try folder.open(fileSystem: "unix-dotfile").store.documents().count == 1)
    // The same file with a write-ahead log, and then without one again.
    do { _ = try add("More.", to: try folder.open().store, as: "b") }
    #expect(try folder.open(fileSystem: "unix-dotfile").store.documents().count == 2)
  }

  @Test func whatCannotBeWrittenIsSaid() throws {
    try Data("a file".utf8).write(to: URL(fileURLWithPath: folder.path))
    #expect(throws: LibraryFailure.self) { try folder.open() }
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(throws: LibraryFailure("/proc/quire", .other("No such file or directory"))) {
      try LibraryStore.open(in: "/proc/quire", date: "")
    }
  }

  @Test func aFullDiskIsSaidAndNothingIsHalfWritten() throws {
    let store = try folder.open().store
    let number = try add("First words.", to: store, as: "a")
    // As full as a disk: no page more than there are.
    try store.database.execute("PRAGMA max_page_count = 1")
    let long = String(repeating: "Many words. ", count: 20_000)
    #expect(throws: LibraryFailure(folder.file, .full)) { try add(long, to: store, as: "b") }
    #expect(try store.search("first").map(\.document.number) == [number])
    #expect(try store.search("many").isEmpty)
    try store.database.execute("PRAGMA max_page_count = 1073741823")
    _ = try add(long, to: store, as: "b")
    #expect(try store.search("many").count == 1)
  }

  @Test func whatSomebodyElseHoldsIsWaitedForAndThenSaid() throws {
    let (left, right) = (try folder.open().store, try folder.open().store)
    right.database.setPatience(20)
    try left.database.execute("BEGIN IMMEDIATE")
    #expect(throws: LibraryFailure(folder.file, .locked)) { try add("Words.", to: right, as: "a") }
    // Reading goes on.
    #expect(try right.documents().isEmpty)
    try left.database.execute("COMMIT")
    _ = try add("Words.", to: right, as: "a")
    #expect(try left.documents().count == 1)
  }

  /// Several programs that see comments at the same time lose none.
  @Test func writersAtTheSameTimeLoseNothing() async throws {
    let path = folder.path
    _ = try folder.open()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in UInt64(0)..<4 {
        group.addTask {
          let store = try LibraryStore.open(in: path, date: "").store
          for round in UInt64(0)..<50 {
            var change = VisitChange(title: "t", origin: "o", comments: 0, new: 0)
            change.thread = (KeySet([writer << 32 | round]), KeySet([writer << 32 | round]))
            try store.save(change, of: .test("shared"), now: 1000)
          }
        }
      }
      try await group.waitForAll()
    }
    let record = try #require(try folder.open().store.record(of: .test("shared")))
    #expect(record.seen?.keys.count == 200)
    #expect(record.fresh.keys.count == 200)
  }

  @Test func whatIsOldOrTooMuchIsForgotten() throws {
    let store = try folder.open().store
    let day: Int64 = 86_400
    _ = try add("Old words.", to: store, as: "old", at: 0)
    let kept = try add("New words.", to: store, as: "new", at: 300 * day)
    #expect(try store.expire(now: 366 * day) == 1)
    #expect(try store.documents().map(\.number) == [kept])
    #expect(try store.search("words").map(\.document.number) == [kept])
    // Of too many words those go that were not looked at for longest; where the reader was stays known.
    let later = try add("Later words.", to: store, as: "later", at: 301 * day)
    try store.database.execute("UPDATE texts SET size = \(LibraryLimits.allTextBytes)")
    #expect(try store.expire(now: 302 * day) == 1)
    #expect(try store.search("words").map(\.document.number) == [later])
    #expect(try store.documents().map(\.hasText) == [true, false])
  }

  @Test func removingForgetsWordsAndAll() throws {
    let store = try folder.open().store
    let number = try add("Some words.", to: store, as: "a")
    try store.remove(number)
    #expect(try store.documents().isEmpty)
    #expect(try store.search("words").isEmpty)
    #expect(try store.text(of: number) == nil)
    for table in LibrarySchema.tables {
      let query = try store.database.query("SELECT count(*) FROM \(table)")
      #expect(try query.next() && query.number(0) == 0, "\(table)")
      query.end()
    }
    // A number is never given twice.
    #expect(try add("Other words.", to: store, as: "b") > number)
  }

  @Test(arguments: [
    ("lamp", ["lighthouse"]), ("LAMP", ["lighthouse"]), ("lam", ["lighthouse"]), ("amp", []),
    ("lamp harbour", ["lighthouse"]), ("\"fog signal\"", ["lighthouse"]), ("\"signal fog\"", []), ("naïve", ["café"]),
    ("naive cafe", ["café"]), ("灯台", ["日本"]), ("台の", ["日本"]), ("灯の", []), ("маяк", ["маяк"]), ("МАЯК", ["маяк"]),
    ("\"", []), ("*", []), ("lamp OR", []), ("NEAR(", []), ("-lamp", ["lighthouse"]), ("title:lamp", []), ("", []),
    ("o'clock", ["lighthouse"]), ("Skerry", ["lighthouse"]),
  ])
  func wordsAreFound(typed: String, titles: [String]) throws {
    let store = try folder.open().store
    _ = try add(
      "The lamp of the harbour.\nThe fog signal rang at nine o'clock.",
      title: "lighthouse",
      to: store,
      as: "a"
    )
    _ = try add("A na\u{EF}ve caf\u{E9} owner.", title: "café", to: store, as: "b")
    _ = try add("古い灯台の物語。", title: "日本", to: store, as: "c")
    _ = try add("Старый маяк.", title: "маяк", to: store, as: "d")
    _ = try add("Skerry Point.", title: "lighthouse", to: store, as: "e")
    #expect(Set(try store.search(typed).map(\.document.title)) == Set(titles))
  }

  @Test func whatIsFoundIsShownWithWhatStandsAroundIt() throws {
    let store = try folder.open().store
    _ = try add("Before it rang.\nThe 灯台 fog signal was wound by hand.", to: store, as: "a")
    let words = try #require(try store.search("signal").first).words
    #expect(words.map(\.text).joined() == "Before it rang. The 灯台 fog signal was wound by hand. ")
    #expect(words.filter(\.isHit).map(\.text) == ["signal"])
  }

  @Test func longTextsAreCutIntoPassagesWithoutLosingAByte() {
    for (sketch, count) in [("Short.", 1), (String(repeating: "é", count: 50_000), 6), ("", 1)] {
      let document = Document(sketch: sketch)
      let passages = LibraryStore.passages(of: document)
      #expect(passages.first?.lowerBound == 0 && passages.last?.upperBound == document.text.count)
      for (left, right) in zip(passages, passages.dropFirst()) { #expect(left.upperBound == right.lowerBound) }
      #expect(passages.allSatisfy { document.string(in: $0).utf8.elementsEqual(document.text[$0]) })
      #expect(passages.count == count, "\(sketch.prefix(10))")
    }
  }
}

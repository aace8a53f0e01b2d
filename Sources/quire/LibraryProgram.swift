import DocumentModel
import Glibc
import Library
import ReaderCore
import TerminalModel
import TextLayout

/// What `quire library` does.
enum LibraryProgram {
  /// Writes a line for each document: its number, when it was read, what is new in it, its title and where it is from.
  static func list(most: Int?) throws {
    let documents = try opened().documents(atMost: most ?? LibraryLimits.documents)
    guard !documents.isEmpty else { throw empty }
    let now = VisitTime.now
    let rows = documents.map { document -> [String] in
      let new = document.new > 0 ? ", \(document.new) new" : ""
      let comments = document.comments == 0 ? "" : "\(document.comments) comment\(document.comments == 1 ? "" : "s")\(new)"
      let facts = [document.origin, comments, document.hasText ? "" : "not saved"].filter { !$0.isEmpty }
      return [
        String(document.number), VisitTime.text(document.visited, now: now), document.title,
        "(" + facts.joined(separator: ", ") + ")",
      ]
    }
    let number = rows.map { $0[0].count }.max() ?? 0
    let time = rows.map { $0[1].count }.max() ?? 0
    for row in rows {
      let lead = padded(row[0], number, atEnd: false) + "  " + padded(row[1], time, atEnd: true) + "  "
      try StandardOutput.write(lead + fitted(row[2], row[3], used: lead.count) + "\n")
    }
  }

  /// A title and facts in what the terminal has left; whole where nobody looks at the width.
  private static func fitted(_ title: String, _ facts: String, used: Int) -> String {
    guard let columns = StandardOutput.columns else { return title + "  " + facts }
    let room = max(8, columns - used)
    let facts = DisplayWidth.truncate(facts, toColumns: room / 2, ellipsis: "…")
    return DisplayWidth.truncate(title, toColumns: room - DisplayWidth.columns(of: facts) - 2, ellipsis: "…") + "  " + facts
  }

  private static func padded(_ text: String, _ columns: Int, atEnd: Bool) -> String {
    let blanks = String(repeating: " ", count: max(0, columns - text.count))
    return atEnd ? text + blanks : blanks + text
  }

  /// Writes for each document that has what was typed its number and title, and below them the words around it.
  static func search(_ typed: String, most: Int) throws {
    let hits = try opened().search(typed, atMost: most)
    guard !hits.isEmpty else { throw ProgramError("nothing found of \(typed)") }
    let isMarked = StandardOutput.isTerminal
    let width = String(hits.map(\.document.number).max() ?? 0).count
    for hit in hits {
      let words = hit.words.map { isMarked && $0.isHit ? "\u{1B}[1m\($0.text)\u{1B}[0m" : $0.text }.joined()
      let lead = padded(String(hit.document.number), width, atEnd: false)
      let facts = "(\(hit.document.origin), \(VisitTime.text(hit.document.visited)))"
      try StandardOutput.write("\(lead)  \(hit.document.title)  \(facts)\n")
      try StandardOutput.write(String(repeating: " ", count: width + 2) + words + "\n")
    }
  }

  /// Reads a document as it was saved; writes it where standard output is no terminal.
  static func open(_ name: String, layout: LayoutOptions, mouse: Bool?) throws {
    let store = try opened()
    let document = try find(name, in: store)
    let json = try text(of: document, in: store)
    let opening = Opening.saved(document, json: json)
    guard StandardOutput.isTerminal else { return try Program.print(opening, layout: layout, format: .text) }
    try Program.read(opening, layout: layout, mouse: mouse, remembers: true)
  }

  /// Writes a document as Quire's own JSON.
  static func export(_ name: String) throws {
    let store = try opened()
    let document = try find(name, in: store)
    let json = try text(of: document, in: store)
    try StandardOutput.write(json.span)
  }

  /// Forgets documents; says which.
  static func remove(_ names: [String]) throws {
    // All are found before any is forgotten.
    let store = try opened()
    for document in try names.map({ try find($0, in: store) }) {
      try store.remove(document.number)
      StandardError.write("forgotten: \(document.title)")
    }
  }

  // MARK: Finding

  private static let empty = ProgramError("the library is empty: it keeps what you read")

  private static func opened() throws -> LibraryStore {
    guard let folder = StateFolder.path, LibraryStore.exists(in: folder) else { throw empty }
    let (store, notice) = try LibraryStore.open(in: folder, date: VisitTime.date())
    if let notice { StandardError.write(notice) }
    return store
  }

  /// The document of a number, a file or an address.
  private static func find(_ name: String, in store: LibraryStore) throws -> LibraryDocument {
    var found: LibraryDocument?
    if let number = Int64(name) { found = try store.document(number) }
    if found == nil { found = try store.document(from: DocumentIdentity.source(named: name)) }
    if let found { return found }
    throw ProgramError("nothing in the library is \(name); quire library lists what there is")
  }

  private static func text(of document: LibraryDocument, in store: LibraryStore) throws -> [UInt8] {
    guard let text = try store.text(of: document.number) else {
      let megabytes = LibraryLimits.textBytes >> 20
      throw ProgramError("\(document.title): its words are not saved, as of all that is longer than \(megabytes) MB")
    }
    return text.json
  }
}

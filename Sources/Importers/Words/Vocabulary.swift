/// All words and phrases of all lexicons in one table: a word of a text is looked up once, whatever is asked about it.
///
/// Built at first use, in one pass over the tables: some 40 KB of text, a fraction of a millisecond.
final class Vocabulary: Sendable {
  /// The lexicons.
  enum Table: UInt8 {
    case month, clock, age, unit, shortUnit, head
    case announcement, furniture, lead
    case quotationOpener, quotationCloser, quotationEnd
    case reporting, filler, title, article, opening
    // Small words within names.
    case particle
    // What stands on pages only.
    case answer, notice, bracketedNotice, closing

    /// The bit that stands for the lexicon in a ``Entry/tables``.
    var bit: UInt32 { 1 << UInt32(rawValue) }
  }

  /// What is known of a word.
  struct Entry {
    /// Its number; 0 when no phrase has it.
    var word: UInt16 = 0
    /// The lexicons that have a phrase which begins with it, see ``Table/bit``.
    var tables: UInt32 = 0
  }

  /// A phrase of a lexicon.
  struct Phrase {
    var table: UInt8
    var meaning: UInt8
    /// How many words it has after the first.
    var restCount: UInt8
    /// Where these stand in ``rest``.
    var restStart: UInt16
  }

  static let shared = Vocabulary()

  /// Hashes of words in an open table, 0 where free, and what is known of each.
  private let hashes: [UInt64]
  private let entries: [Entry]
  /// Most words of a text are not here: a bit for each hash that is spares looking.
  private let filter: [UInt64]
  /// All phrases, by first word and lexicon, longer ones first.
  private let phrases: [Phrase]
  /// Where the phrases of each first word begin.
  private let starts: [UInt16]
  private let rest: [UInt16]

  private init() {
    var builder = VocabularyBuilder()
    builder.add(.month, MonthNames.table)
    builder.add(.clock, ClockWords.table)
    builder.add(.age, AgeWords.table)
    builder.add(.unit, AgeWords.unitTable)
    builder.add(.shortUnit, AgeWords.shortUnitTable)
    builder.add(.head, HeadWords.table)
    builder.add(.announcement, ThreadWords.announcementTable)
    builder.add(.furniture, ThreadWords.furnitureTable)
    builder.add(.lead, ThreadWords.leadTable)
    builder.add(.closing, ClosingWords.table)
    builder.add(.quotationOpener, QuotationWords.openerTable)
    builder.add(.quotationCloser, QuotationWords.closerTable)
    builder.add(.quotationEnd, QuotationWords.endTable)
    builder.add(.reporting, ReportingWords.table)
    builder.add(.filler, ReportingWords.fillerTable)
    builder.add(.title, ReportingWords.titleTable)
    builder.add(.article, ReportingWords.articleTable)
    builder.add(.opening, ReportingWords.openingTable)
    builder.add(.particle, ReportingWords.particleTable)
    builder.add(.answer, AnswerWords.table)
    builder.add(.notice, StandingWords.noticeTable)
    builder.add(.bracketedNotice, StandingWords.bracketedTable)
    hashes = builder.hashes
    entries = builder.entries
    (phrases, starts) = builder.sortedPhrases()
    rest = builder.rest
    var filter = [UInt64](repeating: 0, count: 512)
    for hash in hashes where hash != 0 { filter[Int(hash >> 55)] |= 1 << (hash >> 49 & 63) }
    self.filter = filter
  }

  /// What is known of the word of this hash.
  func entry(_ hash: UInt64) -> Entry {
    guard filter[Int(hash >> 55)] & 1 << (hash >> 49 & 63) != 0 else { return Entry() }
    var slot = Int(truncatingIfNeeded: hash) & (hashes.count - 1)
    while hashes[slot] != hash {
      if hashes[slot] == 0 { return Entry() }
      slot = (slot + 1) & (hashes.count - 1)
    }
    return entries[slot]
  }

  /// The phrases that begin with a word, of all lexicons.
  func phrases(beginningWith word: UInt16) -> ArraySlice<Phrase> {
    phrases[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
  }

  /// The number of a word after the first of `phrase`.
  func word(_ index: Int, of phrase: Phrase) -> UInt16 { rest[Int(phrase.restStart) + index] }
}

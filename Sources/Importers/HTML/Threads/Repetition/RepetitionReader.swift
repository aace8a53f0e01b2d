import DocumentModel
import HTMLParsing

/// Reads the discussion of a page of which nothing is known, by what repeats on it: a name, a date and words, again and
/// again.
struct RepetitionReader {
  private let page: ThreadPage
  private let survey: LeafSurvey
  /// A page has no more kinds of dates that are worth a look.
  private static let maximumFindings = 24

  init(_ page: ThreadPage) {
    self.page = page
    survey = LeafSurvey(page)
  }

  /// The discussion; `nil` when nothing on the page is one for certain.
  ///
  /// - Complexity: O(size of the page)
  func read() -> PageThread? {
    let finder = RecordFinder(survey)
    var (accepted, runsOn) = records(around: .moment, finder)
    // Where most contributions have no date they may still have something to answer them with.
    let answered = records(around: .answer, finder)
    if answered.nodes.count * 2 > accepted.count * 3 { (accepted, runsOn) = answered }
    guard !accepted.isEmpty else { return nil }
    if !runsOn { accepted += RecordFinder(survey).others(like: accepted) }
    let set = RecordSet(accepted, of: page, runsOn: runsOn)
    let leaves = RecordLeaves(set, survey)
    let author = AuthorSlot(leaves)
    let bodies = BodyFinder(leaves, author: author)
    var records: [ThreadRecord] = []
    for index in set.nodes.indices {
      var record = ThreadRecord(node: set.nodes[index], body: bodies.body(of: index))
      record.author = author.name(in: index)
      record.moment = moment(of: index, leaves)
      record.score = score(of: index, leaves)
      record.id = RecordIdentifier.id(of: index, in: set) ?? ""
      page.judgeStanding(of: &record)
      records.append(record)
    }
    // Comments may be folded on a page and say nothing, but then they have authors.
    guard records.count(where: \.isBlank) * 2 < records.count || Set(records.compactMap(\.author)).count > 2 else {
      return nil
    }
    RepetitionNester(set).nest(&records)
    return PageThread(engine: "repetition", records: records, removing: nil)
  }

  /// The contributions around the texts of a kind.
  private func records(around kind: PageLeaf.Kind, _ finder: RecordFinder) -> (nodes: [HTMLNode], runsOn: Bool) {
    var accepted: [HTMLNode] = []
    var runsOn = false
    for finding in finder.findings(around: kind).prefix(Self.maximumFindings) {
      let leaves = RecordLeaves(RecordSet(finding.nodes, of: page, runsOn: finding.runsOn), survey)
      guard ThreadEvidence(leaves, author: AuthorSlot(leaves)).isThread else { continue }
      if accepted.isEmpty {
        accepted = finding.nodes
        runsOn = finding.runsOn
      } else if !runsOn, !finding.runsOn, finder.isAmong(finding.nodes, accepted) {
        accepted += finding.nodes
      }
    }
    return (accepted, runsOn)
  }

  private func moment(of record: Int, _ leaves: RecordLeaves) -> PageMoment? {
    guard let index = leaves.leaves[record].first(where: { survey.leaves[$0].kind == .moment }) else { return nil }
    let leaf = survey.leaves[index]
    // The element says it more exactly than its words.
    var node: HTMLNode? = leaf.element
    for _ in 0..<3 {
      guard let current = node, current >= leaves.set.nodes[record] else { break }
      for (name, value) in page.tree.attributes(of: current) where name != .href && name != .class && name != .id {
        guard value.count >= 9, value.count <= 80 else { continue }
        if let moment = PageMoment(ThreadPage.field(value), order: page.dateOrder), moment.timestamp?.hour != nil {
          return moment
        }
      }
      node = page.tree.parent(of: current)
    }
    return PageMoment(survey.text(leaf), order: page.dateOrder)
  }

  private func score(of record: Int, _ leaves: RecordLeaves) -> Int? {
    for index in leaves.leaves[record] where survey.leaves[index].kind == .control {
      let text = Array(survey.text(survey.leaves[index]).utf8)
      let score = text.withUnsafeBufferPointer { buffer in
        var reader = HeadLineReader(SourceText(buffer))
        return reader.read(0..<buffer.count).score
      }
      if let score { return score }
    }
    return nil
  }
}

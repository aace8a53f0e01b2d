/// Finds where the discussion begins, and what its comments look like.
///
/// Front to back; a decision needs no more than ``window`` bytes after the place it is about.
struct ThreadFinder {
  enum Finding {
    case thread(ThreadProfile)
    /// There is no thread.
    case none
  }

  /// A thread that may turn out to be no more than a list in the margin.
  private struct Candidate {
    var profile: ThreadProfile
    /// Number of comments.
    var size: Int
    /// Offset of its end.
    var end: Int
    /// How many paragraphs of prose were met up to its end.
    var prose: Int

    /// Whether so much prose follows that the article comes only now, when `prose` paragraphs were met in all.
    func isMargin(prose: Int) -> Bool {
      guard !profile.isFlat else { return false }
      let after = prose - self.prose
      return profile.kind == .headed ? after >= 5 && after > 2 * self.prose : after >= 3
    }
  }

  /// How much of a thread is looked at before it is decided upon, in bytes.
  static let window = 1 << 16
  /// How many times the bytes read may be looked at again.
  private static let effort = 2
  /// How many lines an announcement may stand above the thread, blank ones not counted.
  private static let announcementReach = 14

  private let text: SourceText
  private var heads: HeadGroupReader
  private var progress: ProgressMeter

  init(_ text: SourceText, _ progress: ProgressMeter = ProgressMeter(nil)) {
    self.text = text
    self.progress = progress
    heads = HeadGroupReader(text)
  }

  /// The first thread of the text from `start` on.
  ///
  /// A short list of comments in a page's margin is passed over when prose and a longer thread follow it.
  ///
  /// - Complexity: O(n)
  mutating func find(from start: Int = 0) -> Finding {
    var lines = LineWindow(text, from: start)
    var announced: (lines: Int, count: Int?)?
    var surveyed = 0
    var best: Candidate?
    var prose = 0
    var secondStart = 0
    while let line = lines.peek() {
      defer { lines.advance() }
      guard progress.mayGoOn(at: line.start) else { return .none }
      if let best, line.start > best.end + Self.window { break }
      if line.isBlank { continue }
      if let lines = announced {
        announced = lines.lines > Self.announcementReach ? nil : (lines.lines + 1, lines.count)
      }
      guard let marker = ListMarker(line, in: text) else {
        if let count = announcement(line) {
          announced = (0, count)
          // Comments that are announced only now cannot have begun above.
          if count > 0, line.start < secondStart, best?.profile.isFlat ?? false { best = nil }
        }
        if line.count > 160 {
          prose += 1
          if let candidate = best, line.start >= candidate.end, candidate.isMargin(prose: prose) { best = nil }
        }
        guard best?.profile.isFlat ?? true, surveyed <= Self.effort * (line.start - start) + Self.effort * Self.window,
          FlatSurvey.mayBeHead(line, &lines, in: text)
        else { continue }
        let head = heads.readFlat(&lines)
        guard head.isStrong, head.beginsWithFact, head.author != nil, head.moment != nil || head.isNumbered else {
          continue
        }
        let survey = FlatSurvey(text, from: line.start, like: head, column: line.indent)
        surveyed += survey.bytes
        // A list of comments may still come, and says more.
        if let profile = survey.profile(isAnnounced: announced != nil), survey.comments > 2 * (best?.size ?? 0) {
          best = Candidate(profile: profile, size: survey.comments, end: line.start, prose: prose)
          secondStart = survey.secondStart
        }
        continue
      }
      if let best, line.start < best.end { continue }
      // Looking is bounded by what was read, so that every byte is looked at a bounded number of times.
      guard marker.textStart < line.textEnd, surveyed <= Self.effort * (line.start - start) + Self.effort * Self.window
      else { continue }
      let isAtOnce = announced.map { $0.lines <= 2 && ($0.count ?? 0) > 0 } ?? false
      let head = heads.read(&lines, start: marker.textStart, column: marker.column)
      guard head.isStrong || head.isWeak && (announced != nil || head.isScoreOnly) || isAtOnce else { continue }
      var survey = ThreadSurvey(text, from: line.start, column: marker.column)
      surveyed += survey.bytes
      guard var profile = survey.profile(isAnnounced: announced != nil, count: isAtOnce ? announced?.count : nil) else {
        continue
      }
      if profile.start != line.start {
        // What stood before the first comment has no part in what the thread looks like.
        survey = ThreadSurvey(text, from: profile.start, column: profile.column)
        surveyed += survey.bytes
        profile = survey.profile(isAnnounced: true, count: nil) ?? profile
      }
      profile.depths = survey.depths(profile)
      if let known = best {
        if known.profile.isFlat {
          guard profile.kind == .headed, survey.count * 2 >= known.size else { continue }
          return .thread(profile)
        }
        guard prose >= known.prose + 2, profile.kind == .headed,
          survey.count > known.size || known.profile.kind != .headed
        else {
          continue
        }
      } else if survey.count > 10 || !survey.isWhole {
        return .thread(profile)
      }
      best = Candidate(
        profile: profile,
        size: survey.count,
        end: line.start + max(1, survey.bytes),
        prose: prose + survey.prose
      )
    }
    return best.map { .thread($0.profile) } ?? .none
  }

  /// The number of comments that `line` announces; 0 when it announces comments and gives no number; `nil` when it
  /// does neither.
  private func announcement(_ line: Line) -> Int? {
    guard line.count <= 160 else { return nil }
    // A longer line has to give a number.
    guard line.count <= 40 || text[line.text].contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    var tokenizer = Tokenizer()
    tokenizer.tokenize(line.text, of: text)
    let tokens = tokenizer.tokens
    guard tokens.count <= 40 else { return nil }
    for index in tokens.indices where tokens[index].kind == .word {
      guard let match = ThreadWords.announcements.match(tokens, at: index) else { continue }
      if index > 0, tokens[index - 1].kind == .number { return tokens[index - 1].number }
      var next = match.end
      while next < tokens.count, tokens[next].kind == .sign { next += 1 }
      if next < tokens.count, tokens[next].kind == .number { return tokens[next].number }
      if match.end - index == tokens.count || tokens.count <= 3 { return 0 }
    }
    return nil
  }
}

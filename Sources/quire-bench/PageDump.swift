import Glibc

/// Writes the text that an extractor would leave of a page: an article with headings and statements, and below it a numbered list of
/// comments with replies, quotations, and some text that is not ASCII. Invented, and the same in every run.
///
/// Lengths of comments are log-normal about 140 bytes. Four comments of ten answer the one before, some begin a long argument, the
/// others answer somebody further up; no reply is deeper than 40.
struct PageDump {
  /// Comments deeper than this are answered beside, not below.
  static let greatestDepth = 40

  private static let announcement = "Dear reader, to leave comments on the publication, you must sign in.\n"

  private var random: SeededGenerator
  private var text: [UInt8] = []
  private let phrases: Phrases
  private let authorCount: Int

  /// What the comments say that a reply at each depth would answer.
  private var heard: [(author: Int, sentence: Int)] = []
  /// The number of the comment written last, at each depth.
  private var numbers = [0]

  /// The bytes of a page with `count` comments.
  ///
  /// - Complexity: O(n); some 400 bytes a comment.
  static func bytes(comments count: Int) -> [UInt8] {
    var dump = PageDump(comments: count)
    dump.writeArticle()
    dump.writeThread(of: count)
    return dump.text
  }

  private init(comments count: Int) {
    random = SeededGenerator(seed: 1)
    phrases = Phrases(using: &random)
    authorCount = max(8, min(count / 4, 50_000))
    text.reserveCapacity(count * 420 + 16_384)
  }

  private mutating func write(_ string: String) { text.append(contentsOf: string.utf8) }

  private mutating func writeSentence(_ sentence: Int) { text.append(contentsOf: phrases.sentences[sentence]) }

  private mutating func anySentence() -> Int { Int.random(in: phrases.sentences.indices, using: &random) }
}

// MARK: Article

extension PageDump {
  private mutating func writeArticle() {
    write("How long a page may become\n\n")
    for section in 1...6 {
      if section > 1 { write("What happened in year \(section)\n\n") }
      var first = 0
      for paragraph in 0..<4 {
        for sentence in 0..<Int.random(in: 4...9, using: &random) {
          if sentence > 0 { write(" ") }
          let next = anySentence()
          if paragraph == 0, sentence == 0 { first = next }
          writeSentence(next)
        }
        write("\n\n")
      }
      // Words set apart that stand in the article, and words that somebody says.
      writeSentence(first)
      write("\n\nThe gardener Ada Quill answered the council:\n\n")
      writeSentence(anySentence())
      write("\n\n")
    }
    write(Self.announcement)
  }
}

// MARK: Comments

extension PageDump {
  private mutating func writeThread(of count: Int) {
    var depth = 0
    var argument = 0
    for comment in 0..<count {
      let choice = Int.random(in: 0..<1000, using: &random)
      if comment == 0 {
        depth = 0
      } else if argument > 0 {
        argument -= 1
        depth += 1
      } else if choice < 400 {
        depth += 1
      } else if choice < 403 {
        argument = Int.random(in: 5...Self.greatestDepth, using: &random)
        depth += 1
      } else if choice >= 600 {
        depth = Int.random(in: 0...depth, using: &random)
      }
      depth = min(depth, Self.greatestDepth - 1)
      writeComment(comment, depth: depth)
    }
  }

  private mutating func writeComment(_ comment: Int, depth: Int) {
    let isReply = depth == heard.count
    if isReply, depth == numbers.count { numbers.append(0) }
    if isReply { numbers[depth] = depth == 0 ? numbers[0] : 0 }
    numbers[depth] += 1
    heard.removeSubrange(depth...)

    let author = Int(pow(Double.random(in: 0..<1, using: &random), 3) * Double(authorCount))
    let name = phrases.name(of: author)
    let margin = String(repeating: "  ", count: depth + 1)
    let minute = comment / 3
    let (day, hour) = (minute / 1440 % 28 + 1, minute / 60 % 24)
    let month = Phrases.months[minute / 40_320 % 12]
    let clock = "\(hour / 10)\(hour % 10): \(minute % 60 / 10)\(minute % 10)"
    write("\(margin)\(numbers[depth]). \(name) Offline \(name)\n")
    write("\(margin)  \(name) \(day) \(month) 2023 \(clock)\n")
    if let parent = heard.last, Int.random(in: 0..<100, using: &random) < 18 {
      write("\(margin)  Quote: \(phrases.name(of: parent.author))\n\(margin)  ")
      writeSentence(parent.sentence)
      write("\n\n")
    }
    heard.append((author, writeBody(margin: margin)))
  }

  /// - Returns: its first sentence.
  private mutating func writeBody(margin: String) -> Int {
    let length = min(2000, max(20, exp(4.95 + 0.95 * normal())))
    let start = text.count
    let first = anySentence()
    write(margin + "  ")
    writeSentence(first)
    while Double(text.count - start) < length {
      if Int.random(in: 0..<100, using: &random) < 18 { write("\n\n\(margin)  ") } else { write(" ") }
      writeSentence(anySentence())
    }
    write("\n")
    return first
  }

  /// A number of the standard normal distribution, by Box and Muller's transform.
  private mutating func normal() -> Double {
    let radius = sqrt(-2 * log(Double.random(in: 0.000_001..<1, using: &random)))
    return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
  }
}

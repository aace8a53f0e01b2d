import DocumentModel
import StatementLinking
import TestSupport
import Testing

/// The links of a document as text, a line a statement: its words, then where they stand.
private func links(_ sketch: String) -> String {
  let document = Document(sketch: sketch)
  let links = StatementLinks(linking: document)
  return document.statements.indices.map { index in
    let words = document.string(in: document.textRange(of: document.statements[index].node))
    guard let passage = links.passage(of: index) else { return "\(words) -> unresolved" }
    let comment = document.enclosingComment(of: passage.node).flatMap(document.comment)
    return "\(words) -> \(comment?.id ?? "article"): \(document.string(in: passage.bytes))"
  }.joined(separator: "\n")
}

@Suite("Links follow the words")
struct WordsTests {
  @Test("Case, punctuation, white space and quotation marks do not count")
  func normalised() {
    #expect(
      links(
        """
        @ann
          First of all, “The fog signal -- was never  AUTOMATIC”, as I said.
          @bob
            > the fog signal was “never automatic”.
        """
      ) == "the fog signal was “never automatic”. -> ann: The fog signal -- was never  AUTOMATIC”"
    )
  }

  @Test("Statements of a letter or two are read like any others", arguments: ["a", "ab", "1 2 3", "ab cd ef gh i"])
  func short(_ words: String) {
    #expect(links("@ann\n  well, \(words) there\n  @bob\n    > \(words)") == "\(words) -> ann: \(words)")
  }

  @Test("A source begins and ends with whole words")
  func wholeWords() {
    #expect(
      links(
        """
        @ann
          another lighthouse keepership
          @bob
            > other lighthouse keeper
            @cat
              > a lighthouse keep
        """
      ) == "other lighthouse keeper -> unresolved\na lighthouse keep -> unresolved"
    )
  }

  @Test("Words that lost the space between them are the same words")
  func lostSpaces() {
    #expect(
      links(
        """
        @ann
          He keeps the light first.More of this later.
          @bob
            > keeps the light first. More of this
        """
      ) == "keeps the light first. More of this -> ann: keeps the light first.More of this"
    )
  }

  @Test("Scripts beyond ASCII fold their case; those without spaces are quoted from any letter")
  func scripts() {
    #expect(
      links(
        """
        @аня
          Сигнал НИКОГДА не был автоматическим, говорю я.
          @боб
            > сигнал никогда не был Автоматическим
        @林
          灯台の霧笛は一度も自動ではなかったと私は言いました。
          @森
            > 霧笛は一度も自動ではなかった
        """
      ) == """
        сигнал никогда не был Автоматическим -> аня: Сигнал НИКОГДА не был автоматическим
        霧笛は一度も自動ではなかった -> 林: 霧笛は一度も自動ではなかった
        """
    )
  }

  @Test("Ellipses at the ends are ignored; inside they stand for what was left out")
  func cuts() {
    #expect(
      links(
        """
        @ann
          The fog signal was never automatic. It was wound by hand until 1974, and the log shows who wound it.
          @bob
            > …was never automatic. It was wound (..)
            > The fog signal was never automatic [...] the log shows who wound it.
            > The fog signal … who
            > the log shows who wound it … The fog signal was never
        """
      ) == """
        …was never automatic. It was wound (..) -> ann: was never automatic. It was wound
        The fog signal was never automatic [...] the log shows who wound it. -> ann: The fog signal was never automatic. \
        It was wound by hand until 1974, and the log shows who wound it.
        The fog signal … who -> unresolved
        the log shows who wound it … The fog signal was never -> unresolved
        """
    )
  }

  @Test("A passage may run on into the next block, not into the next comment")
  func acrossBlocks() {
    #expect(
      links(
        """
        @ann
          The first part of it.
          And the second part.
          @bob
            and a third.
            > part of it. And the second
            > the second part and a third
        """
      ) == """
        part of it. And the second -> ann: part of it.
        And the second
        the second part and a third -> unresolved
        """
    )
  }
}

@Suite("Links prefer places in order")
struct OrderTests {
  @Test("A comment named by its id comes first, earlier or later")
  func claimedComment() {
    #expect(
      links(
        """
        The lamp was lit.
        @ann
          the lamp was lit
          @bob
            >#dan the lamp was lit
        @cat
          the lamp was lit
        @dan
          so the lamp was lit
        """
      ) == "the lamp was lit -> dan: the lamp was lit"
    )
  }

  @Test("The named author's nearest ancestor, then the author's only comment, before other ancestors")
  func namedAuthor() {
    #expect(
      links(
        """
        @ann #1
          the lamp was lit
          @bob #2
            the lamp was lit
            @ann #3
              the lamp was lit, indeed
              @cat #4
                > ann: the lamp was lit
                > bob: the lamp was lit
                > cat: the lamp was lit
        @dan #5
          the keeper was away
        @bob #6
          > Dan: the keeper was away
          > eve: the keeper is at home
        @eve #7
          the keeper is at home
        """
      ) == """
        the lamp was lit -> 3: the lamp was lit
        the lamp was lit -> 2: the lamp was lit
        the lamp was lit -> 3: the lamp was lit
        the keeper was away -> 5: the keeper was away
        the keeper is at home -> 7: the keeper is at home
        """
    )
  }

  @Test("Ancestors, then the article, then earlier comments")
  func unnamed() {
    #expect(
      links(
        """
        The lamp was lit. The green door was shut.
        @ann
          the lamp was lit
          @bob
            > the lamp was lit
            > the green door was shut
        @cat
          the green door was shut and the keeper was away
        @dan
          > the green door was shut
          > the keeper was away
        @eve
          > the boat was late
        @fay
          the boat was late
        """
      ) == """
        the lamp was lit -> ann: the lamp was lit
        the green door was shut -> article: The green door was shut
        the green door was shut -> article: The green door was shut
        the keeper was away -> cat: the keeper was away
        the boat was late -> unresolved
        """
    )
  }

  @Test(
    "Two unrelated comments with the same words leave a quotation unresolved; the root of a thread that repeats them does not"
  )
  func ambiguous() {
    #expect(
      links(
        """
        The door was shut.
        Again the door was shut.
        @ann
          the lamp was lit
        @bob
          the lamp was lit
        @cat
          > the lamp was lit
          > the door was shut
        @dan
          the keeper was away
          @eve
            You say the keeper was away?
        @fay
          > the keeper was away
        """
      ) == """
        the lamp was lit -> unresolved
        the door was shut -> unresolved
        the keeper was away -> dan: the keeper was away
        """
    )
  }

  @Test("Short statements are sought in named comments, named authors and ancestors only")
  func short() {
    #expect(
      links(
        """
        No. It is so.
        @ann
          Never again.
          @bob
            > never
            > it is so
        @cat
          > never again
          > ann: never again
          >#ann again
        """
      ) == """
        never -> ann: Never
        it is so -> unresolved
        never again -> unresolved
        never again -> ann: Never again
        again -> ann: again
        """
    )
  }
}

@Suite("Quoted words are not a source where the original stands")
struct QuotedTests {
  @Test("The original, however far, before the quotation of an ancestor; that, where there is no original")
  func originals() {
    #expect(
      links(
        """
        The lamp was lit by hand.
        @ann
          > The lamp was lit by hand.
          > from a letter of 1974
          @bob
            > ann: The lamp was lit by hand.
            > from a letter of 1974
        @cat
          > from a letter of 1974
        """
      ) == """
        The lamp was lit by hand. -> article: The lamp was lit by hand.
        from a letter of 1974 -> unresolved
        The lamp was lit by hand. -> article: The lamp was lit by hand.
        from a letter of 1974 -> ann: from a letter of 1974
        from a letter of 1974 -> unresolved
        """
    )
  }

  @Test("A pull-quote's source is another place in the article")
  func pullQuotes() {
    #expect(
      links(
        """
        > The light is not late.
        As the board said: the light is not late.
        > board: We have no keeper here.
        > We have no keeper here.
        > Nobody knows the hour.
        @ann
          Nobody knows the hour.
          > we have a clock
          > Nobody knows the hour.
        """
      ) == """
        The light is not late. -> article: the light is not late.
        We have no keeper here. -> unresolved
        We have no keeper here. -> article: We have no keeper here.
        Nobody knows the hour. -> unresolved
        we have a clock -> unresolved
        Nobody knows the hour. -> article: Nobody knows the hour.
        """
    )
  }

  @Test("A quotation says only what is not said by one inside it")
  func nested() {
    #expect(
      links(
        """
        @ann
          The lamp was lit.
          @bob
            > ann: The lamp was lit.
            By whom, I wonder?
            @cat
              > bob: By whom, I wonder?
                > ann: The lamp was lit.
        """
      ) == """
        The lamp was lit. -> ann: The lamp was lit.
        By whom, I wonder? -> bob: By whom, I wonder?
        The lamp was lit. -> ann: The lamp was lit.
        """
    )
  }
}

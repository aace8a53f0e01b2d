/// A page as text extractors leave it: an article with headings and a statement, then a discussion with a reply that
/// quotes the first comment.
enum Fixture {
  /// The sentence that is quoted; it stands in the first comment and in the reply that quotes it.
  static let quoted = "The bell in the east tower is older than the clock."

  /// What only the first comment says, two lines below the quoted sentence.
  static let besideSource = "My grandfather wound it every Saturday."

  /// What only the reply says, below its quotation.
  static let besideQuotation = "Then somebody ought to date its rim."

  /// What only the last comment says.
  static let lastWords = "See you all at the ferry."

  /// The title.
  static let title = "Harbour Clock Moves to the Customs House"

  /// The authors of the top-level comments.
  static let threadAuthors = ["marten", "isolde-9", "quayside"]

  /// The whole page.
  static let page = """
    \(title)

    The council has decided to move the harbour clock from its tower to the roof of the old customs house. The work is \
    to begin in spring, when the winter storms are over and the scaffolding can stand on the quay without being chained.

    A Clock Nobody Could Read

    For forty years the dial faced the warehouses, and the ferries sailed by the watch of whoever was on the bridge. \
    The keeper of the tower, who has asked for a second dial since he was hired, said on Monday:

    A clock belongs where the ships can see it, and the ships are not in the warehouses.

    The council did not answer him in so many words. It found the money in the fund for the lighthouse, which has had no \
    lamp since the channel was dredged.

    What It Will Cost

    The move costs less than the repair of the stairs in the tower would, and those stairs are needed by nobody else. \
    What becomes of the tower itself is left for the next council to say.

    To leave a comment you must be signed in.
      1. marten Offline marten
        marten (Marten Aalto) 1 September 2023 10: 39
        \(quoted)

        \(besideSource)

        It was cast for the chapel on the island, and came over the ice when the chapel burnt. Nobody has ever asked \
    who owns it, and I would not begin with it now that there is a customs house to hang it in.
        1. pilot-boat Offline pilot-boat
          pilot-boat (Ines Rocha) 1 September 2023 11: 05
          The chapel never had a bell. What came over the ice was the font, and it went to the school, where it has \
    stood in the yard ever since. The bell was bought with the clock, from the same founder, and paid for in herring.

          The bill hangs in the reading room, third frame from the door.
        2. isolde-9 Offline isolde-9
          isolde-9 1 September 2023 12: 40
          Quote: marten
          \(quoted)

          \(besideQuotation)
      2. isolde-9 Offline isolde-9
        isolde-9 1 September 2023 13: 02
        A second dial would have done, and cost a tenth. But a second dial has no opening with ribbons and a band.
      3. quayside Offline quayside
        quayside (Joren Vik) 2 September 2023 08: 15
        I only hope that it strikes the hours again. \(lastWords)

    """

  /// A page of `count` numbered paragraphs of one line each.
  static func numberedPage(_ count: Int) -> String {
    "Numbered\n\n" + (1...count).map { "Paragraph number \($0) of the page.\n\n" }.joined()
  }
}

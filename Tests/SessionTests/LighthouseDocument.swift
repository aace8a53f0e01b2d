import DocumentModel

extension Document {
  /// An article and its discussion with one of everything: what the golden screens show.
  ///
  /// All of it is made up for these tests.
  static let lighthouse: Document = {
    var builder = DocumentBuilder(
      metadata: Metadata(
        title: "The light that kept its own hours",
        byline: "Ines Falk",
        site: "Coastal Review",
        published: Timestamp(year: 2024, month: 3, day: 3)
      )
    )
    builder.article()
    builder.lamp()
    builder.letter()
    builder.languages()
    return builder.finish()
  }()
}

extension DocumentBuilder {
  fileprivate mutating func paragraph(_ text: String) { leaf(.paragraph, text) }

  fileprivate mutating func quote(_ text: String, speaker: String? = nil) {
    openQuotation(Statement(speaker: speaker))
    self.text(text)
    close()
  }

  fileprivate mutating func comment(
    _ author: String?,
    _ hour: Int,
    _ minute: Int,
    day: Int = 3,
    name: String? = nil,
    score: Int? = nil,
    standing: Comment.Standing = .live
  ) {
    openComment(
      Comment(
        author: author,
        displayName: name,
        published: Timestamp(year: 2024, month: 3, day: day, hour: hour, minute: minute),
        score: score,
        standing: standing
      )
    )
  }

  fileprivate mutating func article() {
    paragraph(
      """
      For ninety years the lamp at Skerry Point was lit by a clock that no one had set. Keepers came and went, the lens \
      was changed twice, and still it came on eleven minutes after sunset, summer and winter.
      """
    )
    leaf(.heading(level: 2), "A clock without a keeper")
    open(.paragraph)
    text("The harbour board had an explanation, and it put it in ")
    let start = textCount
    text("writing")
    span(.emphasis, from: start)
    text(". Asked in 1931 why the light was late, the secretary answered:")
    close()
    openPullQuote(Statement(speaker: "the harbour board, 1931"))
    text("The light is not late. The sun is early, and we have written to the Observatory about it.")
    close()
    paragraph(
      "Nobody at the Observatory has found the letter. What they did find, in a box of lamp receipts, was this:"
    )
    open(.list(ordered: true))
    for entry in ["the bill for a second clock,", "a drawing of its escapement, unsigned,", "a pressed flower."] {
      leaf(.listItem, entry)
    }
    close()
    leaf(.heading(level: 2), "What the second clock did")
    paragraph("It ran backwards. Its table, copied from the case:")
    leaf(
      .code,
      "sunset  16:02   lamp 16:13   winter, by the keeper's own hand, every day but Sundays and the feast of St Nicholas\nsunset  21:24   lamp 21:35   summer"
    )
    leaf(.rule, "")
    paragraph("Both clocks stopped in 1974, eleven minutes apart.")
  }

  fileprivate mutating func lamp() {
    comment("harbourmaster", 14, 2, name: "Tom Reyes", score: 14)
    paragraph("The fog signal was never automatic. It was wound by hand until 1974, and the log shows who wound it.")
    comment("mira", 15, 40)
    quote("The fog signal was never automatic.", speaker: "harbourmaster")
    paragraph("The 1921 log says otherwise: an electric motor is listed in March, with the price of its copper.")
    comment("harbourmaster", 8, 11, day: 4)
    paragraph("That motor drove the lens. I have oiled it.")
    comment("Ines Falk", 9, 5, day: 4)
    paragraph("Could you send me a photograph of it for the archive? The board kept none.")
    close()
    close()
    comment("odd_bodkin", 9, 30, day: 4)
    paragraph("Both of you are reading the same page of the log: the motor is entered twice, once for the lens.")
    close()
    close()
    close()
  }

  fileprivate mutating func letter() {
    comment("lens_grinder", 16, 12, score: 3)
    quote("The letter was never sent at all.")
    paragraph("Who said so? A Fresnel lens of that order costs a year’s receipts; they would have kept the letter.")
    open(.list(ordered: false))
    leaf(.listItem, "Ask the Observatory.")
    leaf(.listItem, "Ask the post office: letters to official bodies were entered in a book, which is still there.")
    close()
    comment(nil, 16, 40, standing: .deleted)
    comment("quiet_keeper", 22, 48)
    quote("The sun is early, and we have written to the Observatory about it.", speaker: "the harbour board")
    paragraph("That book burnt in 1940.")
    close()
    close()
    close()
  }

  fileprivate mutating func languages() {
    comment("灯台守", 7, 15, day: 5)
    paragraph("日本の灯台でも同じ話を聞きました。時計は二つあり、一つは逆に回っていたそうです。🏮 は今も夜ごとに灯ります。")
    comment("mira", 7, 50, day: 5)
    quote("時計は二つあり、一つは逆に回っていたそうです。", speaker: "灯台守")
    paragraph("Thank you! 🙏🏽 So there were two in Japan as well.")
    close()
    close()
    comment("маяк_1974", 12, 0, day: 6)
    paragraph("У нас на Севере лампу зажигали от руки до самой весны того же года.")
    close()
  }
}

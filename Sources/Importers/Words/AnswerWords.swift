/// What is clicked to answer a contribution, or to quote or report it: hardly anything but a discussion has it.
enum AnswerWords {
  private static var lexicon: Lexicon<ListedWord> { Lexicon(.answer) }

  static let table: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      reply, reply to this, reply to, reply to this comment, reply with quote, quote, report, report abuse, report \
      comment, flag, flag as inappropriate, permalink, log in to reply, login to reply, sign in to reply, answer, \
      respond, antworten, antwort, beantworten, zitieren, zitat, melden, auf diesen kommentar antworten, kommentar \
      melden, répondre, citer, signaler, signaler un abus, responder, citar, denunciar, reportar, rispondi, cita, \
      segnala, beantwoorden, reageer, reageren, antwoorden, citeren, rapporteren, ответить, цитировать, цитата, \
      пожаловаться, жалоба, комментировать, відповісти, поскаржитися, цитувати, odpowiedz, cytuj, zgłoś, odpovědět, \
      citovat, nahlásit, yanıtla, cevapla, alıntı, şikayet et, svara, svar, citera, anmäl, rapportera, besvar, citer, \
      anmeld, siter, vastaa, lainaa, ilmoita, 返信, 返信する, 引用, 通報, 回复, 回覆, 举报, 檢舉, 답글, 답글 달기, 신고
      """
    )
  ]

  /// Whether nothing else stands in `range`, the name of whom it answers aside.
  static func isAnswer(_ range: Range<Int>, in text: SourceText) -> Bool {
    guard range.count <= 60 else { return false }
    var tokenizer = Tokenizer()
    tokenizer.tokenize(range, of: text)
    let tokens = tokenizer.tokens
    guard let first = tokens.firstIndex(where: { $0.kind == .word }), first <= 2,
      let match = lexicon.match(tokens, at: first)
    else { return false }
    return tokens[match.end...].allSatisfy { $0.kind == .sign }
      || match.end > first + 1 && tokens.count - match.end <= 3
  }
}

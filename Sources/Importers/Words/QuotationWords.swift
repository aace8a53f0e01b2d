/// The words around quoted passages of forums and mails.
enum QuotationWords {
  enum Opener: UInt8, WordMeaning {
    /// A colon has to follow, then the name: `Quote: NAME`.
    case labelled
    /// The name follows at once: `Originally Posted by NAME`.
    case named
  }

  /// What stands before the name.
  static var openers: Lexicon<Opener> { Lexicon(.quotationOpener) }

  static let openerTable: [(Opener, StaticString)] = [
    (
      .labelled,
      """
      quote, quoting, zitat, citation, cita, citazione, citação, citaat, quoten, цитата, цитирую, цитування, cytat, \
      citace, citát, citat, alıntı, lainaus, 引用, 인용, idézet, sitat, sitaatti, trích dẫn
      """
    ),
    (
      .named,
      """
      originally posted by, originally said by, quote from, quote by, quote originally posted by, quoted from, \
      posted by, zitat von, ursprünglich geschrieben von, original von, citation de, posté par, envoyé par, cita de, \
      iniciado por, escrito originalmente por, originariamente inviato da, citação de, citaat van, oorspronkelijk \
      geplaatst door, сообщение от, цитата сообщение от, цитата от, повідомлення від, cytat z, zamieszczone przez, \
      původně napsal, ursprungligen postat av, alıntı yapılan
      """
    ),
  ]

  /// What may stand after the name.
  static var closers: Lexicon<ListedWord> { Lexicon(.quotationCloser) }

  static let closerTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      view post, go to post, go to original post, wrote, said, beitrag anzeigen, zum beitrag, voir le message, ver \
      post, ver mensaje, visualizza messaggio, ver publicação, bericht bekijken, посмотреть сообщение, перейти к \
      сообщению, wyświetl post, zobrazit příspěvek, visa inlägg, mesajı göster, on
      """
    )
  ]

  /// What stands after quoted words.
  static var ends: Lexicon<ListedWord> { Lexicon(.quotationEnd) }

  static let endTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      click to expand, zum vergrößern anklicken, cliquez pour agrandir, haz clic para expandir, clicca per \
      espandere, espandi, clique para expandir, klik om te vergroten, нажмите чтобы раскрыть, нажмите для раскрытия, \
      натисніть щоб розгорнути, kliknij aby rozwinąć, kliknutím rozbalíte, genişletmek için tıkla, klicka för att \
      förstora, klik for at udvide, klikkaa laajentaaksesi, expand, read more
      """
    )
  ]
}

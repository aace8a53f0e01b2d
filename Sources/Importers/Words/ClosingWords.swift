/// What begins lines that articles close with and that are none of their words.
enum ClosingWords {
  /// What such a line says.
  enum Meaning: UInt8, WordMeaning {
    /// Where a picture is from.
    case credit
    /// How the article is to be cited.
    case citation
  }

  static var lexicon: Lexicon<Meaning> { Lexicon(.closing) }

  static let table: [(Meaning, StaticString)] = [
    (
      .credit,
      """
      photo credit, photo credits, image credit, image credits, picture credit, picture credits, featured image, header image, \
      cover image, cover photo, image source, photo source, beitragsbild, titelbild, artikelbild, bildnachweis, bildnachweise, \
      bildquelle, bildquellen, crédit photo, crédits photo, crédit photos, crédits photos, image à la une, imagen destacada, \
      foto de portada, crédito de la foto, créditos da imagem, immagine di copertina, fonte foto, omslagfoto, uitgelichte afbeelding
      """
    ),
    (
      .citation,
      """
      suggested citation, recommended citation, how to cite, cite as, cite this article, cite this article as, to cite this \
      article, zitiervorschlag, zitierempfehlung, zitierweise, zitieren als, pour citer cet article, cómo citar, como citar, \
      come citare
      """
    ),
  ]
}

/// The words that stand around a discussion: above it, between it and the article, below it.
enum ThreadWords {
  /// What a discussion is announced with: `12 comments`, `Kommentare`.
  static var announcements: Lexicon<ListedWord> { Lexicon(.announcement) }

  static let announcementTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      comment, comments, response, responses, reply, replies, thought, thoughts, reactions, discussion, reader \
      interactions, discussion to this post, kommentar, kommentare, kommentaren, antworten, gedanken, meinungen, \
      reaktionen, beiträge, commentaire, commentaires, réponse, réponses, réaction, réactions, avis, comentario, \
      comentarios, respuesta, respuestas, opiniones, commento, commenti, risposte, comentário, comentários, \
      respostas, reactie, reacties, opmerkingen, комментарий, комментария, комментариев, комментарии, отзыв, отзыва, \
      отзывов, отзывы, ответ, ответа, ответов, ответы, обсуждение, коментар, коментаря, коментарі, коментарів, \
      komentarz, komentarze, komentarzy, odpowiedzi, komentář, komentáře, komentářů, odpovědi, yorum, yorumlar, \
      cevap, kommentarer, svar, kommentti, kommenttia, kommentit, vastausta, コメント, 件のコメント, 评论, 条评论, 評論, 则评论, 댓글, 개의 \
      댓글
      """
    )
  ]

  /// What stands between an article and its discussion, and below both, and is neither.
  static var furniture: Lexicon<ListedWord> { Lexicon(.furniture) }

  static let furnitureTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      you must sign in, you must log in, you must be logged in, sign in to comment, log in to comment, login to \
      comment, must sign in, must be registered, to leave comments, to post a comment, to leave a comment, leave a \
      reply, leave a comment, post a comment, write a comment, add a comment, cancel reply, your email address will \
      not be published, required fields are marked, comments are closed, comments off, notify me of, save my name, \
      rate this recipe, share this, share it, sharing is caring, share on, subscribe to, newsletter, related posts, \
      related articles, previous post, next post, previous article, next article, filed under, posted in, tagged \
      with, tags, categories, all rights reserved, privacy policy, terms of use, terms of service, cookie policy, \
      powered by, copyright, this site uses akismet, this entry was posted, no part may be reproduced, advertisement, sponsored, back to top, sie müssen angemeldet sein, du musst angemeldet \
      sein, melde dich an, anmelden um, schreibe einen kommentar, kommentar schreiben, hinterlasse einen kommentar, \
      kommentar hinterlassen, deine e mail adresse wird nicht veröffentlicht, erforderliche felder sind, antworten \
      abbrechen, die kommentarfunktion ist geschlossen, teilen mit, ähnliche beiträge, ähnliche artikel, vorheriger \
      beitrag, nächster beitrag, veröffentlicht in, getaggt mit, kategorien, schlagwörter, stichworte, alle rechte \
      vorbehalten, impressum, datenschutz, werbung, anzeige, vous devez être connecté, connectez vous, laisser un \
      commentaire, poster un commentaire, votre adresse e mail ne sera pas publiée, articles similaires, partager, \
      tous droits réservés, mentions légales, publicité, debes iniciar sesión, inicia sesión, deja un comentario, \
      deja una respuesta, tu dirección de correo electrónico no será publicada, compartir en, artículos \
      relacionados, todos los derechos reservados, publicidad, devi accedere, accedi per, lascia un commento, il tuo \
      indirizzo email non sarà pubblicato, articoli correlati, tutti i diritti riservati, pubblicità, você precisa \
      fazer login, deixe um comentário, o seu endereço de e mail não será publicado, todos os direitos reservados, \
      publicidade, je moet inloggen, log in om, geef een reactie, plaats een reactie, je e mailadres wordt niet \
      gepubliceerd, alle rechten voorbehouden, чтобы оставить комментарий, чтобы оставлять комментарии, необходимо \
      авторизоваться, вам необходимо авторизоваться, войдите чтобы, зарегистрируйтесь, добавить комментарий, \
      оставить комментарий, написать комментарий, ваш адрес email не будет опубликован, уважаемый читатель, похожие \
      статьи, читайте также, поделиться, рубрики, метки, все права защищены, реклама, подпишитесь на, щоб залишити \
      коментар, залишити коментар, ваша електронна адреса не буде опублікована, усі права захищено, musisz się \
      zalogować, zaloguj się, dodaj komentarz, twój adres e mail nie zostanie opublikowany, wszelkie prawa \
      zastrzeżone, reklama, musíte se přihlásit, přihlaste se, napsat komentář, vaše e mailová adresa nebude \
      zveřejněna, všechna práva vyhrazena, yorum yapabilmek için, giriş yapmalısınız, yorum yap, bir yanıt yazın, \
      tüm hakları saklıdır, du måste logga in, lämna ett svar, lämna en kommentar, du skal være logget ind, skriv en \
      kommentar, legg igjen en kommentar, kirjaudu sisään, jätä kommentti, コメントを残す, ログインして, 发表评论, 登录后, 댓글 남기기, 로그인
      """
    )
  ]

  /// What begins lines that lead from an article to others: `Read more: …`.
  static var leads: Lexicon<ListedWord> { Lexicon(.lead) }

  static let leadTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      read more, read also, read next, read this, also read, see also, see more, related, related story, related stories, related \
      article, related content, related links, more on this, more from, more stories, more news, don't miss, don t miss, in other news, you might also \
      like, you may also like, you may like, recommended, recommended for you, recommended reading, recommended stories, must read, up next, watch, \
      watch now, watch more, click here, subscribe, sign up, follow us, most read, most popular, trending, trending now, popular, latest \
      news, advert, ad, advertisement, continue reading, story continues below, key points, tags, share, share this article, print, email, \
      mehr zum thema, lesen sie auch, lesen sie hier, lies auch, auch interessant, das könnte sie auch interessieren, das könnte dich auch interessieren, passend dazu, \
      weiterlesen, mehr dazu, zum thema, ähnliche artikel, anzeige, werbung, lire aussi, à lire aussi, à lire, voir aussi, sur le même \
      sujet, publicité, lea también, leer también, leer más, lee también, te puede interesar, ver también, más información, noticias relacionadas, publicidad, \
      leia também, leia mais, veja também, saiba mais, você pode gostar, notícias relacionadas, publicidade, leggi anche, leggi tutto, \
      potrebbe interessarti, ti potrebbe interessare, pubblicità, lees ook, lees meer, meer over, advertentie, читайте также, читать далее, см также, смотрите \
      также, похожие статьи, похожие материалы, по теме, ещё по теме, реклама, читайте також, czytaj także, czytaj też, zobacz także, zobacz też, przeczytaj też, polecamy, \
      reklama, čtěte také, čtěte více, läs också, läs mer, les også, les mer, læs også, læs mere, lue myös, ayrıca okuyun, ilgili haberler, 関連記事, \
      あわせて読みたい, 相关阅读, 相关新闻, 延伸阅读, 相關新聞, 관련기사, alle angaben ohne gewähr, angaben ohne \
      gewähr
      """
    )
  ]
}

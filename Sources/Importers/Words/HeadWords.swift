/// The words of a comment's head and foot: who says, what can be clicked, who is there.
enum HeadWords {
  enum Meaning: UInt8, WordMeaning {
    /// Follows the author: `says`, `wrote`.
    case says
    /// Comes before the author: `by`, `Posted by`.
    case by
    /// Comes before an author's name, for a picture: `Avatar of`.
    case avatar
    /// Whether the author is there: `Offline`.
    case presence
    /// What is clicked: `Reply`, `Report`, `Share`.
    case control
    /// What follows a number of votes: `points`, `likes`.
    case points
    /// What follows a number of stars.
    case stars
    /// What the author is: `Moderator`, `OP`.
    case badge
    /// That the comment was changed: `edited`.
    case edited
    /// What stands before the comment's number: `Comment #3`.
    case label
  }

  static var lexicon: Lexicon<Meaning> { Lexicon(.head) }

  static let table: [(Meaning, StaticString)] =
    [
      (
        .says,
        """
        says, said, wrote, writes, wrote on, said on, commented, comments, replied, responded, adds, sagt, sagte, \
        meint, meinte, schreibt, schrieb, schrieb am, kommentierte, antwortete, hat gesagt, hat geschrieben, dit, a \
        dit, a écrit, écrit, répond, a commenté, dice, dijo, escribió, escribe, ha dicho, comentó, ha detto, ha \
        scritto, scrive, disse, diz, escreveu, escreve, comentou, zegt, zei, schrijft, schreef, reageerde, говорит, \
        сказал, сказала, сказал а, пишет, написал, написала, написал а, комментирует, ответил, ответила, каже, \
        сказав, пише, написав, написала, відповів, mówi, powiedział, pisze, napisał, napisała, napisał a, \
        odpowiedział, říká, řekl, píše, napsal, napsala, odpověděl, diyor ki, dedi ki, der ki, dedi, yazdı, demiş \
        ki, säger, sade, sa, skriver, skrev, siger, sagde, sier, svarade, svarede, sanoo, sanoi, kirjoitti, \
        kirjoittaa, より, のコメント, 说道, 说, 說道, 說, 评论, 님의 말, 님의 말씀
        """
      ),
      (
        .by,
        """
        by, posted by, submitted by, written by, comment by, von, geschrieben von, verfasst von, kommentar von, \
        beitrag von, par, posté par, publié par, écrit par, por, publicado por, enviado por, scritto da, da, door, \
        geplaatst door, от, автор, написал, autor, od, przez, napsal, av, af, skrevet av, kirjoittaja, yazan, \
        gönderen, 投稿者
        """
      ),
      (
        .avatar,
        """
        avatar, avatar of, avatar for, avatar von, avatar de, avatar di, avatar van, gravatar, bild von, profilbild \
        von, benutzerbild von, photo of, picture of, profile picture of, photo de, foto de, foto di, foto van, \
        аватар, аватар пользователя, фото, user avatar, 's avatar
        """
      ),
      (
        .presence,
        """
        offline, online, is offline, is online, ist offline, ist online, est hors ligne, est en ligne, hors ligne, \
        en ligne, no está en línea, desconectado, conectado, non in linea, in linea, is niet online, офлайн, \
        оффлайн, онлайн, не в сети, в сети, вне форума, на форуме, не на сайте, на сайте, поза мережею, niedostępny, \
        dostępny, nieaktywny, çevrimdışı, çevrimiçi, frånvarande, ej inloggad, poissa, オフライン, オンライン, 离线, 在线
        """
      ),
      (
        .control,
        """
        reply, reply to this, reply to this parent, reply to, quote, report, report abuse, share, share this, \
        permalink, permanent link, link, parent, flag, flag as inappropriate, give gold, crosspost, get, post, hide \
        child comments, edit, delete, hide, save, give award, award, embed, follow, like, likes, unlike, dislike, \
        dislikes, like this, liked, vote up, vote down, upvote, downvote, up, down, loading, log in to reply, login \
        to reply, sign in to reply, leave a reply, show more, read more, view replies, hide replies, show replies, \
        hide reply, more, collapse, expand, print, tweet, copy link, on, reply with quote, share on google, share on \
        facebook, share on twitter, facebook, twitter, linkedin, google, pinterest, reddit, whatsapp, email, e mail, \
        improve this answer, improve this question, add a comment, unread, context, full comments, source, load more \
        comments, cancel reply, cancel, undo, block, mute, helpful, not helpful, antworten, antwort, beantworten, \
        auf diesen kommentar antworten, zitieren, zitat, melden, kommentar melden, teilen, gefällt mir, gefällt mir \
        nicht, liken, gefällt, nach oben, bearbeiten, löschen, verbergen, mehr anzeigen, profil, profil anzeigen, \
        beiträge anzeigen, private nachricht, private nachricht senden, homepage besuchen, homepage, zum anfang, zum \
        seitenanfang, positiv bewerten, negativ bewerten, répondre, réponse, citer, signaler, signaler un abus, \
        partager, j'aime, je n'aime pas, modifier, supprimer, lien permanent, voir plus, responder, respuesta, \
        citar, denunciar, reportar, compartir, me gusta, no me gusta, editar, eliminar, borrar, enlace permanente, \
        ver más, rispondi, cita, segnala, condividi, mi piace, non mi piace, modifica, elimina, cancella, \
        collegamento permanente, resposta, compartilhar, partilhar, curtir, gosto, não gosto, excluir, apagar, \
        beantwoorden, reageer, reageren, antwoord, antwoorden, citeren, rapporteren, meld, delen, vind ik leuk, \
        leuk, bewerken, verwijderen, ответить, ответ, цитировать, цитата, пожаловаться, жалоба, поделиться, \
        нравится, мне нравится, редактировать, изменить, удалить, ссылка, скрыть, показать, развернуть, свернуть, \
        спасибо, в избранное, сохранить, вверх, наверх, профиль, отправить, подписаться, плюс, минус, \
        комментировать, відповісти, поскаржитися, скарга, поділитися, подобається, цитувати, змінити, видалити, \
        посилання, сховати, odpowiedz, odpowiedź, cytuj, zgłoś, zgłoś nadużycie, udostępnij, lubię to, lubię, \
        edytuj, usuń, odpovědět, odpověď, citovat, nahlásit, sdílet, líbí se mi, líbí, upravit, smazat, yanıtla, \
        cevapla, cevap ver, alıntı, alıntıla, şikayet et, bildir, paylaş, beğen, düzenle, sil, svara, svar, citera, \
        anmäl, rapportera, dela, gilla, redigera, ta bort, svar på dette, besvar, citer, anmeld, del, synes godt om, \
        rediger, slet, siter, rapporter, liker, slett, vastaa, lainaa, ilmoita, jaa, tykkää, muokkaa, poista, 返信, \
        返信する, 引用, 通報, いいね, シェア, 回复, 回覆, 举报, 檢舉, 分享, 赞, 喜欢, 답글, 답글 달기, 신고, 공유, 좋아요, journal, profile, view profile
        """
      ),
      (
        .points,
        """
        point, points, vote, votes, like, likes, dislikes, upvotes, kudos, karma, score, punkt, punkte, stimme, \
        stimmen, danke, points, vote, puntos, votos, punti, voti, pontos, punten, stemmen, балл, балла, баллов, \
        голос, голоса, голосов, очко, очков, бали, балів, punkty, punktów, bodů, puan, poäng, point, pistettä
        """
      ),
      (
        .stars,
        """
        star, stars, stern, sterne, étoile, étoiles, estrella, estrellas, stella, stelle, estrela, estrelas, \
        ster, sterren, звезда, звезды, звёзд, звезд, gwiazdki, gwiazdek
        """
      ),
      (
        .badge,
        """
        op, mod, moderator, moderators, moderatorin, sysop, admin, administrator, author, post author, article \
        author, staff, verified, submitter, member, subscriber, guest, autor, autorin, auteur, autore, автор, автор \
        статьи, автор поста, модератор, администратор, админ, гость, redaktion, gast, invité, invitado, ospite, \
        convidado
        """
      ),
      (
        .edited,
        """
        asked, active, viewed, answered, posted, published, submitted, created, joined, erstellt, \
        veröffentlicht, geschrieben, publié, publicado, pubblicato, опубликовано, размещено, добавлено, edited, \
        modified, updated, last edited, bearbeitet, zuletzt bearbeitet, modifié, editado, modificato, bewerkt, \
        изменено, изменён, отредактировано, edytowano, upraveno, düzenlendi, redigerad, redigeret, muokattu
        """
      ),
      (
        .label,
        """
        comment, comments, kommentar, commentaire, comentario, commento, comentário, reactie, комментарий, \
        комментариев, коментар, komentarz, komentář, yorum, post, beitrag, message, nr, no, №, id
        """
      ),
    ]
}

import DocumentModel

/// What stands where a comment or its author was.
enum StandingWords {
  /// What a notice says became of a comment.
  enum Notice: UInt8, WordMeaning { case deleted, flagged }

  /// No notice is longer, in bytes.
  static let longest = 160

  /// What a text of one line says about a comment, if that is all it says.
  static func standing(_ text: String) -> Comment.Standing? {
    guard text.utf8.count <= longest else { return nil }
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard mayBegin(buffer) else { return nil }
      var tokenizer = Tokenizer()
      tokenizer.tokenize(0..<buffer.count, of: SourceText(buffer))
      let tokens = tokenizer.tokens
      guard let first = tokens.firstIndex(where: { $0.kind == .word }) else { return nil }
      // Between brackets one word is enough: `[deleted]`.
      let isBracketed = first > 0 && tokens[first - 1].isSign(in: "[<(") && tokens[tokens.count - 1].isSign(in: "]>)")
      for table in isBracketed ? [Vocabulary.Table.notice, .bracketedNotice] : [.notice] {
        let lexicon = Lexicon<Notice>(table)
        if let match = lexicon.match(tokens, at: first), tokens[match.end...].allSatisfy({ $0.kind == .sign }) {
          return match.meaning == .deleted ? .deleted : .flagged
        }
      }
      return nil
    }
  }

  /// Whether the first word of a text, which need not be safe, is that of a notice.
  ///
  /// - Complexity: O(length of what stands before the second word)
  static func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let word = SourceText(bytes).firstWord(in: 0..<bytes.count) else { return false }
    return Lexicon<Notice>(.notice).hasPhrase(beginningWith: word.hash)
      || Lexicon<Notice>(.bracketedNotice).hasPhrase(beginningWith: word.hash)
  }

  /// Words that say it between brackets.
  static let bracketedTable: [(Notice, StaticString)] = [
    (
      .deleted, "deleted, removed, gelöscht, entfernt, supprimé, eliminado, удалено, удалён, удален, видалено, usunięty"
    ),
    (.flagged, "flagged, dead, hidden, ausgeblendet, скрыто, скрыт"),
  ]

  /// Whole notices.
  static let noticeTable: [(Notice, StaticString)] = [
    (
      .deleted,
      """
      comment deleted, comment removed, deleted comment, comment deleted by user, comment removed by moderator, \
      this comment has been deleted, this comment was deleted, this comment has been removed, this comment was \
      removed, this comment has been removed by the author, this comment has been removed by a blog administrator, \
      this comment has been removed by a moderator, this comment was removed by a moderator, this comment was deleted \
      by its author, this comment was removed by its author, this post has been deleted, this post was deleted, this \
      message was deleted, this message has been removed from public view, post deleted by author, post withdrawn by \
      author, comment removed by author, comment has been collapsed due to user deletion, kommentar gelöscht, dieser \
      kommentar wurde gelöscht, dieser kommentar wurde entfernt, dieser kommentar wurde vom autor entfernt, der \
      kommentar wurde entfernt, dieser beitrag wurde gelöscht, commentaire supprimé, ce commentaire a été supprimé, \
      ce commentaire a été supprimé par l'auteur, comentario eliminado, este comentario ha sido eliminado, este \
      comentario ha sido eliminado por el autor, commento eliminato, questo commento è stato eliminato, comentário \
      removido, este comentário foi removido pelo autor, reactie verwijderd, deze reactie is verwijderd, комментарий \
      удалён, комментарий удален, комментарий удалён автором, комментарий удален автором, комментарий был удалён, \
      комментарий был удален, этот комментарий был удалён, этот комментарий был удален, этот комментарий удалён, \
      комментарий удалён модератором, комментарий удален модератором, сообщение удалено, сообщение удалено автором, \
      нло прилетело и опубликовало эту надпись здесь, коментар видалено, komentarz usunięty, ten komentarz został \
      usunięty, komentář smazán, yorum silindi
      """
    ),
    (
      .flagged,
      """
      comment flagged, this comment is hidden, this comment has been hidden, this comment has been flagged, comment \
      hidden, comment score below threshold, this post was flagged by the community and is temporarily hidden, \
      комментарий скрыт, комментарий скрыт из за низкого рейтинга, комментарий скрыт модератором
      """
    ),
  ]
}

/// The words of sentences that introduce somebody's words.
enum ReportingWords {
  /// Verbs and nouns of saying.
  static var lexicon: Lexicon<ListedWord> { Lexicon(.reporting) }

  static let table: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      said, says, say, saying, noted, notes, note, stated, states, stating, outlined, outlines, declared, declares, \
      announced, announces, added, adds, explained, explains, wrote, writes, told, tells, argued, argues, claimed, \
      claims, warned, warns, asked, asks, replied, replies, answered, answers, commented, comments, remarked, \
      emphasized, emphasised, stressed, concluded, insisted, insists, admitted, acknowledged, confirmed, criticized, \
      criticised, criticize, criticizes, complained, recalled, recalls, observed, quoted, quotes, citing, cited, \
      according to, in the words of, put it, summed up, responded, responds, continues, continued, reads, reported, \
      reports, promised, demanded, urged, stresses, statement, position, following words, sagte, sagt, erklärte, \
      erklärt, betonte, betont, schrieb, schreibt, meinte, meint, teilte, warnte, fragte, antwortete, ergänzte, \
      kommentierte, behauptete, äußerte, verkündete, berichtete, berichtet, zitiert, heißt es, laut, nach den worten \
      von, zufolge, gesagt, geschrieben, erläuterte, a déclaré, déclare, déclarait, a dit, dit, disait, a écrit, \
      écrit, écrivait, affirme, a affirmé, explique, a expliqué, ajoute, a ajouté, souligne, a souligné, précise, \
      selon, note, répond, a répondu, rappelle, dijo, dice, declaró, afirmó, afirma, explicó, explica, señaló, \
      señala, escribió, escribe, añadió, agregó, aseguró, advirtió, comentó, según, respondió, en palabras de, ha \
      detto, disse, dice, ha dichiarato, dichiarò, ha scritto, scrive, afferma, ha affermato, spiega, ha spiegato, \
      aggiunge, ha aggiunto, secondo, sottolinea, rispose, disse, diz, declarou, afirmou, afirma, explicou, explica, \
      escreveu, escreve, acrescentou, segundo, destacou, respondeu, conforme, zei, zegt, verklaarde, schreef, \
      schrijft, vertelde, voegde, benadrukte, volgens, antwoordde, stelde, сказал, сказала, говорит, заявил, \
      заявила, заявили, отметил, отметила, подчеркнул, подчеркнула, написал, написала, пишет, добавил, добавила, \
      сообщил, сообщила, пояснил, пояснила, объяснил, рассказал, рассказала, ответил, ответила, считает, утверждает, \
      предупредил, по словам, цитирует, говорится, признал, сказав, сказала, заявив, заявила, зазначив, зазначила, \
      написав, пише, додав, додала, повідомив, пояснив, розповів, відповів, наголосив, за словами, powiedział, \
      powiedziała, mówi, oświadczył, stwierdził, stwierdziła, napisał, napisała, pisze, dodał, dodała, podkreślił, \
      wyjaśnił, zdaniem, według, zauważył, řekl, řekla, říká, uvedl, uvedla, prohlásil, prohlásila, napsal, napsala, \
      píše, dodal, dodala, vysvětlil, podle, dedi, diyor, söyledi, açıkladı, belirtti, yazdı, vurguladı, ifade etti, \
      şöyle, şunları söyledi, göre, sade, säger, skrev, skriver, förklarade, berättade, enligt, sagde, siger, \
      udtalte, forklarede, ifølge, sa, sier, uttalte, forklarte, sanoi, sanoo, totesi, kirjoitti, kertoi, mukaan, \
      と述べた, と語った, 表示, 说, 說, 指出, 写道, 말했다
      """
    )
  ]

  /// What may stand between a name and its verb, or open a sentence before a name.
  static var fillers: Lexicon<ListedWord> { Lexicon(.filler) }

  static let fillerTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      has, had, have, is, was, also, then, once, again, later, further, now, still, recently, himself, herself, to, \
      even, just, already, ever, who, continues, opponents, hat, habe, hatte, auch, dann, dazu, später, bereits, \
      noch, wieder, selbst, nun, wörtlich, a, avait, aussi, encore, ensuite, alors, ha, había, también, luego, \
      anche, poi, inoltre, também, depois, heeft, ook, daarna, также, затем, потом, позже, ранее, уже, вновь, снова, \
      однажды, так, тогда, також, потім, też, także, potem, také, poté, har, även, också, også, on
      """
    )
  ]

  /// What somebody is. A name begins after it.
  static var titles: Lexicon<ListedWord> { Lexicon(.title) }

  static let titleTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      mr, mrs, ms, miss, dr, prof, professor, sir, lord, lady, president, minister, secretary, chancellor, senator, \
      congressman, governor, mayor, king, queen, prince, princess, pope, general, colonel, captain, major, admiral, \
      sergeant, officer, chief, director, chairman, chairwoman, chair, head, manager, coordinator, spokesman, \
      spokeswoman, spokesperson, ambassador, judge, justice, attorney, analyst, expert, economist, historian, \
      scientist, researcher, author, writer, journalist, editor, ceo, cto, cfo, founder, representative, \
      commissioner, deputy, leader, father, herr, frau, präsident, präsidentin, ministerin, kanzler, kanzlerin, \
      bundeskanzler, bundeskanzlerin, außenminister, sprecher, sprecherin, bürgermeisterin, oberbürgermeister, außenministerin, kapitän, direktor, leiter, leiterin, professorin, \
      chef, chefin, forscher, forscherin, bürgermeister, experte, expertin, président, présidente, ministre, \
      directeur, directrice, professeur, maire, porte parole, monsieur, madame, m, mme, presidente, presidenta, \
      ministro, ministra, director, directora, profesor, profesora, portavoz, señor, señora, direttore, direttrice, \
      professore, portavoce, signor, signora, sindaco, ministro, diretor, diretora, porta voz, senhor, senhora, \
      minister president, woordvoerder, directeur, hoogleraar, президент, министр, секретарь, генерал, полковник, \
      директор, глава, профессор, доктор, представитель, пресс секретарь, депутат, посол, губернатор, эксперт, \
      аналитик, писатель, міністр, голова, речник, prezydent, minister, dyrektor, rzecznik, profesor, prezident, \
      ministr, ředitel, mluvčí, cumhurbaşkanı, bakan, başkan, statsminister, utrikesminister, talesperson, \
      presidentti, ministeri, tutkija
      """
    )
  ]

  /// What stands before things rather than names.
  static var articles: Lexicon<ListedWord> { Lexicon(.article) }

  static let articleTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      the, a, an, this, that, these, those, its, his, her, their, our, my, der, die, das, den, dem, des, ein, eine, \
      einer, dieser, diese, sein, seine, ihr, ihre, le, la, les, un, une, l', ce, cette, el, los, las, una, il, lo, \
      gli, o, os, as, um, uma, de, het, een, du, de la, del, en, ett, et, bir
      """
    )
  ]

  /// Small words within names.
  static var particles: Lexicon<ListedWord> { Lexicon(.particle) }

  static let particleTable: [(ListedWord, StaticString)] = [
    (.listed, "von, van, de, der, den, da, di, del, della, dos, du, la, le, al, bin, ibn, ben, af, zu, zum")
  ]

  /// Capitalised only because a sentence begins with it.
  static var openings: Lexicon<ListedWord> { Lexicon(.opening) }

  static let openingTable: [(ListedWord, StaticString)] = [
    (
      .listed,
      """
      meanwhile, here, there, then, as, in, on, at, after, before, when, while, so, but, and, thus, however, today, \
      yesterday, later, earlier, also, what, suffice, according, hier, da, dazu, so, dann, am, im, auf, nach, vor, \
      als, doch, und, aber, gestern, heute, später, wie, comme, voici, ainsi, dans, à, hier, puis, mais, como, así, \
      en, ayer, pero, come, così, ieri, ma, assim, ontem, mas, как, вот, так, в, на, по, после, затем, однако, но, \
      и, а, вчера, сегодня, позже, як, ось, jak, oto, tak, i, však, jako, takto, sedan, så
      """
    )
  ]
}

/// The words of the lines that mail programs put before what they quote: `On Monday, Ann wrote:`.
///
/// Words are known by a hash of their bytes, ASCII letters in lower case.
enum AttributionWords {
  /// Who wrote stands before these, and nothing after them.
  static let closing = words(
    """
    wrote writes said says escribió escribio écrit ecrit écrivait scritto scrive écrivit escreveu escreve pisze \
    napisał napisała napsal napsala píše написал написала написав написала пишет пише пишуть kirjoitti írta scris \
    menulis yazdı yazmış έγραψε escriure viết napisao napisala написа kirjutas rašė rakstīja skrifaði geschrieben \
    schreibt schrijft כתב كتب tulis typed posted asked replied responded commented stated
    """
  )

  /// Who wrote stands after these, or before them.
  static let parting = words("schrieb schreef skrev skrifaði geschreven schreibt schrijft כתב كتب écrivait escribió")

  /// What may stand between a name and those.
  static let auxiliaries = words(
    "a ha hat va has had ezt şunları şunu este a le mi está đã je са е am en on user użytkownik odesílatel użyt"
  )

  /// What may stand before a name, after a date.
  static let openers = words(
    """
    on am le el il em op den på w dniu dnia dne at um uhr à às kl klo ora ore alle las o v om г в году ο/η ο η χρήστης \
    giorno lun pan pani user pm utc gmt cet cest est edt cst cdt pst pdt mst mdt bst msk the quoth quoting die der \
    od dem im in tarihinde odesílatel użytkownik пользователь користувач vào lúc pada el/la
    """
  )

  /// What an attribution of several lines begins with.
  static let beginnings = words(
    """
    on am le el il em op den på w dnia dne in at um 在 vào pada στις a quoting mon tue wed thu fri sat sun monday \
    tuesday wednesday thursday friday saturday sunday пн вт ср чт пт сб вс pon wt śr czw pt sob niedz dans en im från \
    från date från ma di wo do vr za zo
    """
  )

  /// What stands before the id of what is quoted.
  static let things = words("article message news msg-id message-id artikel nachricht bericht mensaje messaggio")

  /// Who is not known by this.
  static let pronouns = words(
    "i you he she it they we who someone somebody one ich du er sie es wir man je tu il elle on nous vous yo él ella io lui"
  )

  /// What ends an attribution in scripts that do not divide words.
  static let endings: [[UInt8]] = ["写道", "寫道", "书写", "さんは書きました", "は書きました", "さんが書きました", "님이 작성", "님이 쓴 글", "님의 말"].map {
    Array($0.utf8)
  }

  /// The hash of a word.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    // FNV-1a, <http://www.isthe.com/chongo/tech/comp/fnv/>.
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1.lowercased)) &* 0x100_0000_01b3 }
  }

  private static func words(_ list: String) -> Set<UInt64> { Set(list.split(separator: " ").map { hash($0.utf8) }) }
}

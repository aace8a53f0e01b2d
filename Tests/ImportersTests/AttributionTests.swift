import Testing

@testable import Importers

@Suite("Who said what is quoted")
struct AttributionTests {
  private func attribution(_ text: String) -> Attribution? {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var lines: [BodyLine] = []
      var reader = BodyLineReader(MailBytes(buffer), BodyLineReader.Style())
      reader.read(into: &lines)
      var attributions = AttributionReader()
      return attributions.read(lines[...], of: MailBytes(buffer))
    }
  }

  @Test("A blank line is no part of one", arguments: ["\nada wrote:", "\n\nada writes:", " \n.:", "\n:"])
  func blankLines(text: String) {
    #expect(attribution(text)?.lineCount ?? 1 == 1)
    #expect(AttributionReader.speaker(in: Array(text.utf8)) == nil)
  }

  @Test(
    "In many languages, of many programs",
    arguments: [
      ("Ada Holm wrote:", "Ada Holm"), ("ada99 wrote:", "ada99"), ("Ada writes:", "Ada"),
      ("ada@example.org writes:", "ada@example.org"),
      ("ada@example.org (Ada Holm) writes:", "Ada Holm"), ("Ada Holm (ada@example.org) wrote:", "Ada Holm"),
      ("Ada Holm <ada@example.org> writes:", "Ada Holm"), ("\"Holm, Ada\" <ada@example.org> writes:", "Holm, Ada"),
      ("On Mon, 4 Mar 2024, Ada Holm wrote:", "Ada Holm"), ("On 4 Mar 2024 Ada Holm wrote:", "Ada Holm"),
      ("On Mar 4, 2024, at 3:00 PM, Ada Holm wrote:", "Ada Holm"),
      ("On 4 March, Ada Holm wrote:", "Ada Holm"),
      ("On Mon, 2024-03-04 at 16:13 +0100, Ada Holm wrote:", "Ada Holm"),
      ("On 3/4/24, Holm, Ada <ada at example.org> wrote:", "Holm, Ada"),
      ("On Mon, Mar 4, 2024 at 10:02 AM Ada Holm <ada@example.org> wrote:", "Ada Holm"),
      ("On Mon, Mar 04, 2024 at 10:00:00AM +0100, Ada Holm wrote:", "Ada Holm"),
      ("At 02:57 PM 26/01/2024 +0100, Ada Holm wrote:", "Ada Holm"),
      ("On Mon, 4 Mar 2024 10:02:00 +0100\nAda Holm <ada@example.org> wrote:", "Ada Holm"),
      ("On Mon, Mar 4, 2024 at 10:02 AM, Ada\nHolm <ada@example.org>\nwrote:", "Ada Holm"),
      ("2024/3/4, Ada Holm <ada@example.org>:", "Ada Holm"),
      ("пн, 4 мар. 2024 г. в 10:02, Ada Holm <ada@example.org>:", "Ada Holm"),
      ("04.03.2024 10:02, Ада Хольм пишет:", "Ада Хольм"),
      ("4 марта 2024 г. 10:02 пользователь Ада <ada@example.org> написал:", "Ада"),
      ("Am 04.03.24 um 10:02 schrieb Ada Holm:", "Ada Holm"),
      ("Am Mo., 4. März 2024 um 10:02 Uhr schrieb Ada Holm <ada@example.org>:", "Ada Holm"),
      ("Ada Holm schrieb:", "Ada Holm"), ("Ada Holm schrieb am 04.03.2024 um 10:02:", "Ada Holm"),
      ("Le 4 mars 2024 à 10:02, Ada Holm <ada@example.org> a écrit\u{a0}:", "Ada Holm"),
      ("El lun, 4 mar 2024 a las 10:02, Ada Holm (<ada@example.org>) escribió:", "Ada Holm"),
      ("Il giorno lun 4 mar 2024 alle ore 10:02 Ada Holm <ada@example.org> ha scritto:", "Ada Holm"),
      ("Em seg., 4 de mar. de 2024 às 10:02, Ada Holm <ada@example.org> escreveu:", "Ada Holm"),
      ("Op ma 4 mrt 2024 om 10:02 schreef Ada Holm <ada@example.org>:", "Ada Holm"),
      ("Den mån 4 mars 2024 kl 10:02 skrev Ada Holm <ada@example.org>:", "Ada Holm"),
      ("Den 04-03-2024 kl. 10:02 skrev Ada Holm:", "Ada Holm"),
      ("pon., 4 mar 2024 o 10:02 Ada Holm <ada@example.org> napisał(a):", "Ada Holm"),
      ("W dniu 04.03.2024 o 10:02, Ada Holm pisze:", "Ada Holm"),
      ("Dne 4.3.2024 v 10:02 Ada Holm napsal(a):", "Ada Holm"),
      ("4.3.2024 klo 10.02 Ada Holm kirjoitti:", "Ada Holm"),
      ("Ada Holm <ada@example.org> ezt írta (időpont: 2024. márc. 4., H, 10:02):", "Ada Holm"),
      ("在 2024年3月4日，Ada Holm <ada@example.org> 写道：", "Ada Holm"),
      ("2024年3月4日(月) 10:02 Ada Holm <ada@example.org>:", "Ada Holm"),
    ]
  )
  func speakers(_ text: String, _ expected: String) {
    #expect(attribution(text)?.speaker == expected)
  }

  @Test(
    "With the id of what is quoted",
    arguments: [
      ("In article <1@example.org>, ada@example.org (Ada Holm) writes:", "Ada Holm", "1@example.org"),
      ("In article <1@example.org> ada@example.org (Ada\nHolm) writes:", "Ada Holm", "1@example.org"),
      ("In <1@example.org> ada@example.org writes:", "ada@example.org", "1@example.org"),
      ("In article 1@example.org, ada@example.org (Ada) writes:", "Ada", "1@example.org"),
      ("Ada wrote in message <1@example.org>...", "Ada", "1@example.org"),
      ("Ada writes in article <1@example.org>:", "Ada", "1@example.org"),
    ]
  )
  func comments(_ text: String, _ speaker: String, _ comment: String) {
    let attribution = attribution(text)
    #expect(attribution?.speaker == speaker)
    #expect(attribution?.comment == comment)
  }

  @Test("Only its own lines are an attribution")
  func lines() {
    #expect(attribution("Hello Bo,\nAda wrote:")?.lineCount == 1)
    #expect(attribution("Hello Bo,\nOn 4 Mar 2024, Ada\nwrote:")?.lineCount == 2)
  }

  @Test(
    "Sentences are none",
    arguments: [
      "He wrote:", "I wrote:", "Here is an example:", "The result of this is:", "How about this:",
      "Write to:", "There is one thing that nobody ever wrote:", "wrote:", ":", "...",
      "The following was what somebody had said:",
    ]
  )
  func sentences(_ text: String) {
    #expect(attribution(text) == nil)
  }
}

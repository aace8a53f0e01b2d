import DocumentModel
import Testing

@testable import Importers

@Suite("Moments")
struct MomentReaderTests {
  /// The first moment of `line`: ISO 8601, or the words of an age in quotation marks; `-` without one.
  private func moment(_ line: String, _ order: DateOrder = .dayFirst) -> String {
    let text = Array(line.utf8)
    let tokens = Tokenizer.tokens(of: line[...])
    guard let moment = MomentReader(tokens: tokens, order: order).first() else { return "-" }
    return moment.timestamp?.iso8601 ?? "'" + String(decoding: text[moment.bytes], as: UTF8.self) + "'"
  }

  @Test(
    "Dates and times in many styles and languages",
    arguments: [
      ("2023-09-01", "2023-09-01"), ("2023-09-01T13:33", "2023-09-01T13:33"),
      ("2023-09-01 13:33:05", "2023-09-01T13:33:05"),
      ("2023-09-01T13:33:05Z", "2023-09-01T13:33:05Z"), ("2023-09-01T13:33:05.123+02:00", "2023-09-01T13:33:05+02:00"),
      ("2023-09-01 13:33 UTC+3", "2023-09-01T13:33+03:00"), ("2023/9/1 9:05", "2023-09-01T09:05"),
      ("1 September 2023 10: 39", "2023-09-01T10:39"), ("September 1, 2023 at 3:04 pm", "2023-09-01T15:04"),
      ("Sep 1st, 2023, 12:04 a.m.", "2023-09-01T00:04"), ("Tuesday December 31, 2013 @09:50AM", "2013-12-31T09:50"),
      ("Sep 13 '10 at 17:03", "2010-09-13T17:03"), ("01-Sep-23 15:04", "2023-09-01T15:04"),
      ("September 2023", "2023-09"),
      ("1.9.2023", "2023-09-01"), ("01.09, 2023 @ 15:04", "2023-09-01T15:04"),
      ("01.09.23 | 15:04", "2023-09-01T15:04"),
      ("01.09.2023, 15:04 Uhr", "2023-09-01T15:04"),
      ("am 1. September 2023 um 15:04 Uhr", "2023-09-01T15:04"), ("Do 9 Apr 2020 / 08:34", "2020-04-09T08:34"),
      ("Juli 30, 2013 um 2:33 pm", "2013-07-30T14:33"), ("13 Dezember, 2015 um 01:10", "2015-12-13T01:10"),
      ("le 1er septembre 2023 à 15h04", "2023-09-01T15:04"),
      ("vendredi 1 septembre 2023 à 15 h 04", "2023-09-01T15:04"),
      ("1 de septiembre de 2023 a las 15:04", "2023-09-01T15:04"), ("1 settembre 2023 alle 15:04", "2023-09-01T15:04"),
      ("1 de setembro de 2023 às 15:04", "2023-09-01T15:04"), ("1 september 2023 om 15:04", "2023-09-01T15:04"),
      ("1 сентября 2023 г. в 15:04", "2023-09-01T15:04"), ("Март 2018", "2018-03"),
      ("1 вересня 2023 р. о 15:04", "2023-09-01T15:04"),
      ("1 września 2023 o 15:04", "2023-09-01T15:04"), ("1. září 2023 v 15:04", "2023-09-01T15:04"),
      ("1 Eylül 2023, 15:04", "2023-09-01T15:04"), ("1 september 2023 kl. 15.04", "2023-09-01T15:04"),
      ("1. syyskuuta 2023 klo 15.04", "2023-09-01T15:04"), ("1. september 2023 kl. 15:04", "2023-09-01T15:04"),
      ("2023年9月1日 15:04", "2023-09-01T15:04"), ("2023年9月1日 午後3:04", "2023-09-01T15:04"),
      ("2023年9月1日 下午3:04", "2023-09-01T15:04"),
      ("2023년 9월 1일 오후 3:04", "2023-09-01T15:04"), ("2023. 9. 1. 15:04", "2023-09-01T15:04"),
      ("14:17, 03.03.2011", "2011-03-03T14:17"), ("2:33 pm on July 30, 2013", "2013-07-30T14:33"),
      ("14/04/2020 at 3:00 pm", "2020-04-14T15:00"), ("04/14/2020 3:00 PM", "2020-04-14T15:00"),
    ]
  )
  func dates(_ line: String, _ expected: String) {
    #expect(moment(line) == expected)
  }

  @Test("Where only numbers are given, the page says which is the month")
  func order() {
    #expect(moment("03/04/2023", .dayFirst) == "2023-04-03")
    #expect(moment("03/04/2023", .monthFirst) == "2023-03-04")
    #expect(moment("03.04.2023", .monthFirst) == "2023-04-03")
  }

  @Test(
    "Ages, and dates without a year, are kept in the source's words",
    arguments: [
      "3 hours ago", "an hour ago", "about 2 days ago", "10 years, 3 months ago", "just now", "yesterday at 15:04",
      "15h",
      "vor 2 Tagen", "vor etwa einer Stunde", "gestern um 10:20", "il y a 3 heures", "hace 3 horas", "há 2 dias",
      "3 ore fa",
      "2 uur geleden", "2 часа назад", "час назад", "вчера в 15:04", "3 години тому", "3 godziny temu", "před 3 dny",
      "3 saat önce",
      "för 3 timmar sedan", "3 päivää sitten", "3時間前", "3小时前", "3시간 전", "Nov 16 at 19:15",
    ]
  )
  func ages(_ line: String) {
    #expect(moment(line) == "'\(line)'")
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "version 1.2.3", "the ratio is 3:4", "chapter 5", "May we come in", "3 hours of work", "30/02/2023",
      "192.168.10.12", "in 15 minutes",
      "call 555-1234", "Mar", "13.13.2023", "2 + 2 = 4",
    ]
  )
  func none(_ line: String) {
    #expect(moment(line) == "-")
  }
}

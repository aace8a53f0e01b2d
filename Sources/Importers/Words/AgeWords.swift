/// The words of relative times: `3 hours ago`, `vor 2 Tagen`, `2 часа назад`, `3時間前`.
enum AgeWords {
  enum Meaning: UInt8, WordMeaning {
    /// A unit of time.
    case unit
    /// A unit and what makes it past, in one word: 時間前.
    case unitAgo
    /// What makes it past, after the number and unit.
    case agoAfter
    /// What makes it past, before the number.
    case agoBefore
    /// One of the unit.
    case one
    /// May stand before a number: `about`, `over`.
    case about
    /// A whole age: `just now`, `yesterday`.
    case whole
  }

  /// What follows the number. A table of its own: some of its words are others' too (`an` is French for a year).
  static var units: Lexicon<Meaning> { Lexicon(.unit) }

  static let unitTable: [(Meaning, StaticString)] =
    [
      (
        .unit,
        """
        second, seconds, sec, secs, minute, minutes, min, mins, hour, hours, hr, hrs, day, days, week, weeks, wk, \
        wks, month, months, mo, mos, year, years, yr, yrs, s, m, h, d, w, y, sekunde, sekunden, minuten, stunde, \
        stunden, std, tag, tage, tagen, woche, wochen, monat, monate, monaten, jahr, jahre, jahren, seconde, \
        secondes, heure, heures, jour, jours, semaine, semaines, mois, an, ans, année, années, segundo, segundos, \
        minuto, minutos, hora, horas, día, días, dia, dias, semana, semanas, mes, meses, año, años, mês, ano, anos, \
        secondo, secondi, minuti, ora, ore, giorno, giorni, gg, settimana, settimane, mese, mesi, anno, anni, uur, \
        uren, dag, dagen, week, weken, maand, maanden, jaar, jaren, секунда, секунду, секунды, секунд, сек, минута, \
        минуту, минуты, минут, мин, час, часа, часов, ч, день, дня, дней, дн, неделя, неделю, недели, недель, нед, \
        месяц, месяца, месяцев, мес, год, года, лет, г, л, хвилина, хвилину, хвилини, хвилин, хв, година, годину, \
        години, годин, год, днів, дні, тиждень, тижні, тижнів, місяць, місяці, місяців, рік, роки, років, sekunda, \
        sekundę, sekundy, sekund, minuta, minutę, minuty, minut, godzina, godzinę, godziny, godzin, godz, dzień, \
        dni, tydzień, tygodnie, tygodni, miesiąc, miesiące, miesięcy, rok, lata, lat, minutami, minutou, hodina, \
        hodinou, hodinami, hodin, den, dnem, dny, týdnem, týdny, měsícem, měsíci, rokem, roky, lety, saniye, dakika, \
        dk, saat, gün, hafta, ay, yıl, sekunder, minuter, minutter, timme, timmar, time, timer, tim, dagar, dager, \
        dage, vecka, veckor, uke, uker, uge, uger, månad, månader, måned, måneder, år, sekunti, sekuntia, minuutti, \
        minuuttia, tunti, tuntia, päivä, päivää, viikko, viikkoa, kuukausi, kuukautta, vuosi, vuotta, 秒, 分, 分钟, 分鐘, \
        時間, 小时, 小時, 天, 日, 周, 週, 週間, 个月, 個月, か月, ヶ月, カ月, 年, 초, 분, 시간, 일, 주, 개월, 년
        """
      ),
      (
        .unitAgo,
        """
        秒前, 分前, 時間前, 日前, 週間前, か月前, ヶ月前, カ月前, ケ月前, 年前, 秒钟前, 分钟前, 小时前, 天前, 周前, 星期前, 个月前, 分鐘前, 小時前, 週前, 個月前, 초전, 분전, \
        시간전, 일전, 주전, 개월전, 년전
        """
      ),
    ]

  /// Units of three letters that may be glued to a number and mean an age by themselves: `15min`.
  static var shortUnits: Lexicon<ListedWord> { Lexicon(.shortUnit) }

  static let shortUnitTable: [(ListedWord, StaticString)] = [(.listed, "min, sec, mos, hrs, wks, yrs")]

  /// Everything else.
  static var lexicon: Lexicon<Meaning> { Lexicon(.age) }

  static let table: [(Meaning, StaticString)] =
    [
      (
        .agoAfter,
        """
        ago, назад, тому, тому назад, temu, önce, geleden, sedan, siden, fa, atrás, sitten, earlier, 전, 前, zpět, \
        lalu, πριν
        """
      ),
      (.agoBefore, "vor, il y a, hace, há, för, for, před, acum, πριν, cách đây, fa"),
      (
        .one,
        "a, an, one, einer, einem, ein, eine, un, une, una, um, uma, een, en, ett, et, один, одну, одна, bir, jeden"
      ),
      (
        .about,
        """
        about, over, almost, around, less than, more than, ca, etwa, circa, environ, около, más de, mais de, \
        cerca de, bijna, for
        """
      ),
      (
        .whole,
        """
        just now, now, moments ago, a moment ago, a few seconds ago, a few moments ago, yesterday, today, gerade \
        eben, eben, gestern, heute, à l'instant, hier, aujourd'hui, ahora, ahora mismo, ayer, hoy, adesso, ieri, \
        oggi, agora, agora mesmo, ontem, hoje, zojuist, gisteren, vandaag, только что, сейчас, вчера, сегодня, \
        позавчера, щойно, вчора, сьогодні, przed chwilą, wczoraj, dzisiaj, dziś, právě teď, včera, dnes, şimdi, az \
        önce, dün, bugün, nyss, just nu, igår, i går, idag, i dag, juuri nyt, eilen, tänään, たった今, 昨日, 今日, 刚刚, 刚才, \
        剛剛, 昨天, 今天, 前天, 방금, 어제, 오늘, минуту назад, час назад, неделю назад, месяц назад, год назад, годину тому, \
        хвилину тому, godzinę temu, minutę temu, rok temu, bir saat önce
        """
      ),
    ]
}

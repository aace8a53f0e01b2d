/// The words that stand in and around dates and times of day, but for months and ages.
enum ClockWords {
  enum Meaning: UInt8, WordMeaning {
    /// Ties a time to a date, or a date to what comes before it: `at`, `um`, `on`.
    case joiner
    case weekday
    case morning
    case afternoon
    /// Follows the hour: `h`, `Uhr`, 時.
    case hour
    /// Follows the minute: 分.
    case minute
    case second
    /// Follows a year: `г.`, 年.
    case year
    case month
    case day
    /// Follows the number of a day: `st`, `nd`, `th`, `er`, `de`.
    case ordinal
    /// UTC and its like.
    case universal
    /// A zone whose distance from UTC is not fixed or not certain.
    case zone
  }

  static var lexicon: Lexicon<Meaning> { Lexicon(.clock) }

  static let table: [(Meaning, StaticString)] =
    [
      (
        .joiner,
        """
        at, on, um, am, à, a las, a la, às, as, alle, alle ore, ore, om, kl, klo, kello, o, v, ve, в, о, об, saat, \
        den, le, el, il, em, op, the, dne, posted on, la, ora, στις, pukul, dia, u
        """
      ),
      (
        .weekday,
        """
        monday, mon, tuesday, tue, tues, wednesday, wed, thursday, thu, thur, thurs, friday, fri, saturday, sat, \
        sunday, sun, montag, mo, dienstag, di, mittwoch, mi, donnerstag, do, freitag, fr, samstag, sonnabend, sa, \
        sonntag, so, lundi, lun, mardi, mercredi, mer, jeudi, jeu, vendredi, ven, samedi, sam, dimanche, dim, lunes, \
        martes, miércoles, mié, mie, jueves, jue, viernes, vie, sábado, sáb, domingo, dom, lunedì, martedì, \
        mercoledì, giovedì, gio, venerdì, sabato, sab, domenica, segunda, segunda feira, terça, terça feira, quarta, \
        quarta feira, quinta, quinta feira, sexta, sexta feira, seg, qua, qui, sex, maandag, dinsdag, woensdag, \
        donderdag, vrijdag, zaterdag, zondag, ma, wo, vr, za, zo, понедельник, вторник, среда, четверг, пятница, \
        суббота, воскресенье, пн, вт, ср, чт, пт, сб, вс, понеділок, вівторок, середа, пятниця, п'ятниця, субота, \
        неділя, нд, poniedziałek, wtorek, środa, czwartek, piątek, niedziela, pon, wt, śr, czw, pt, sob, niedz, nd, \
        pondělí, úterý, středa, čtvrtek, pátek, neděle, po, út, st, čt, pá, pazartesi, salı, çarşamba, perşembe, \
        cuma, cumartesi, pazar, paz, sal, çar, per, cum, cmt, måndag, tisdag, onsdag, torsdag, fredag, lördag, \
        söndag, mandag, tirsdag, lørdag, søndag, mån, tis, ons, tors, tor, fre, lör, lør, sön, søn, maanantai, \
        tiistai, keskiviikko, torstai, perjantai, lauantai, sunnuntai, ti, ke, pe, la, su, 月曜日, 火曜日, 水曜日, 木曜日, 金曜日, \
        土曜日, 日曜日, 星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日, 星期天, 周一, 周二, 周三, 周四, 周五, 周六, 周日, 월요일, 화요일, 수요일, 목요일, 금요일, 토요일, \
        일요일
        """
      ),
      (.morning, "am, a m, vorm, 午前, 上午, 凌晨, 早上, 오전, öö, dop"),
      (.afternoon, "pm, p m, nachm, 午後, 下午, 晚上, 中午, 오후, ös, odp"),
      (.hour, "h, hs, hrs, uhr, uur, 時, 时, 點, 点, 시, час, godz, hod"),
      (.minute, "分, 분, min, m"),
      (.second, "秒, 초, s"),
      (.year, "г, год, года, р, року, r, roku, 年, 년, yıl"),
      (.month, "月, 월"),
      (.day, "日, 號, 号, 일"),
      (.ordinal, "st, nd, rd, th, er, º, ª, e, de, del, d', of, a, ta, і, го"),
      (.universal, "utc, gmt, z"),
      (
        .zone,
        """
        est, edt, cst, cdt, mst, mdt, pst, pdt, et, ct, pt, cet, cest, mez, mesz, bst, ist, jst, msk, мск, eet, \
        eest, wet, west, aest, aedt
        """
      ),
    ]
}

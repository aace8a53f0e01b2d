/// The names of months, in full and shortened, nominative and genitive.
///
/// English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Polish, Czech, Turkish, Swedish,
/// Danish, Norwegian,
/// Finnish, Romanian, Hungarian, Greek, Catalan, Indonesian. Another language is another word in each line.
enum MonthNames {
  /// 1–12 by name.
  static var lexicon: Lexicon<UInt8> { Lexicon(.month) }

  static let table: [(UInt8, StaticString)] =
    [
      (
        1,
        """
        january, jan, januar, jänner, jänn, janvier, janv, enero, ene, gennaio, gen, janeiro, januari, январь, \
        января, янв, січень, січня, січ, styczeń, stycznia, sty, leden, ledna, led, ocak, oca, tammikuu, tammikuuta, \
        tammi, ianuarie, ian, január, ιανουαρίου, ιαν, gener
        """
      ),
      (
        2,
        """
        february, feb, febr, februar, feber, février, févr, fév, fevr, febrero, febbraio, fevereiro, fev, februari, \
        февраль, февраля, фев, лютий, лютого, лют, luty, lutego, lut, únor, února, úno, şubat, şub, helmikuu, \
        helmikuuta, helmi, februarie, február, φεβρουαρίου, φεβ, febrer, pebruari
        """
      ),
      (
        3,
        """
        march, mar, märz, mrz, mär, mars, marzo, março, maart, mrt, март, марта, мар, березень, березня, бер, \
        marzec, marca, březen, března, bře, mart, maaliskuu, maaliskuuta, maalis, martie, március, márc, μαρτίου, \
        μαρ, març, maret, marts
        """
      ),
      (
        4,
        """
        april, apr, avril, avr, abril, abr, aprile, апрель, апреля, апр, квітень, квітня, квіт, кві, kwiecień, \
        kwietnia, kwi, duben, dubna, dub, nisan, nis, huhtikuu, huhtikuuta, huhti, aprilie, április, ápr, απριλίου, \
        απρ
        """
      ),
      (
        5,
        """
        may, mai, mayo, maggio, mag, maio, mei, maj, май, мая, травень, травня, трав, тра, maja, květen, května, \
        kvě, mayıs, toukokuu, toukokuuta, touko, május, máj, μαΐου, μάι, maig
        """
      ),
      (
        6,
        """
        june, jun, juni, juin, junio, giugno, giu, junho, июнь, июня, июн, червень, червня, черв, чер, czerwiec, \
        czerwca, cze, červen, června, čvn, haziran, haz, kesäkuu, kesäkuuta, kesä, iunie, iun, június, jún, ιουνίου, \
        ιουν, juny
        """
      ),
      (
        7,
        """
        july, jul, juli, juillet, juil, julio, luglio, lug, julho, июль, июля, июл, липень, липня, лип, lipiec, \
        lipca, lip, červenec, července, čvc, temmuz, tem, heinäkuu, heinäkuuta, heinä, iulie, iul, július, júl, \
        ιουλίου, ιουλ, juliol
        """
      ),
      (
        8,
        """
        august, aug, août, aout, agosto, ago, augustus, август, августа, авг, серпень, серпня, серп, сер, sierpień, \
        sierpnia, sie, srpen, srpna, srp, ağustos, ağu, augusti, elokuu, elokuuta, elo, augusztus, αυγούστου, αυγ, \
        agost, agustus
        """
      ),
      (
        9,
        """
        september, sep, sept, septembre, septiembre, setiembre, settembre, set, sett, setembro, сентябрь, сентября, \
        сен, сент, вересень, вересня, вер, вересн, wrzesień, września, wrz, září, zář, eylül, eyl, syyskuu, \
        syyskuuta, syys, septembrie, szeptember, szept, σεπτεμβρίου, σεπ, setembre
        """
      ),
      (
        10,
        """
        october, oct, oktober, okt, octobre, octubre, ottobre, ott, outubro, out, октябрь, октября, окт, жовтень, \
        жовтня, жовт, жов, październik, października, paź, říjen, října, říj, ekim, eki, lokakuu, lokakuuta, loka, \
        octombrie, október, οκτωβρίου, οκτ
        """
      ),
      (
        11,
        """
        november, nov, novembre, noviembre, novembro, ноябрь, ноября, ноя, нояб, листопад, листопада, лист, лис, \
        listopad, listopada, lis, kasım, kas, marraskuu, marraskuuta, marras, noiembrie, noi, νοεμβρίου, νοε, \
        nopember
        """
      ),
      (
        12,
        """
        december, dec, dezember, dez, décembre, déc, diciembre, dic, dicembre, dezembro, декабрь, декабря, дек, \
        грудень, грудня, груд, гру, grudzień, grudnia, gru, prosinec, prosince, pro, aralık, ara, joulukuu, \
        joulukuuta, joulu, decembrie, δεκεμβρίου, δεκ, desember, des, desembre
        """
      ),
    ]
}

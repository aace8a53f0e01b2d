/// An encoding of the Encoding standard (https://encoding.spec.whatwg.org/).
package struct HTMLEncoding: Hashable, Sendable {
  /// The name the standard gives it.
  package let name: String
  /// What the C library calls it.
  let libraryName: String
  /// Whether each byte is a character.
  let isSingleByte: Bool

  /// The encoding that a label stands for, whatever its case and the white space around it.
  ///
  /// - Complexity: O(length of the table): a page asks once.
  package init?(label: some Sequence<UInt8>) {
    let trimmed = Array(label).drop(while: Self.isTrimmed).reversed().drop(while: Self.isTrimmed).reversed()
    let label = trimmed.map(\.lowercased)
    self.init { $0.dropFirst(3).contains { $0.elementsEqual(label) } }
  }

  /// The first encoding in the table of which the fields fit.
  private init?(_ fits: ([Slice<UnsafeBufferPointer<UInt8>>]) -> Bool) {
    let found = Self.table.withUTF8Buffer { table -> (String, String, Bool)? in
      for line in table.split(separator: .lineFeed) {
        let fields = line.split(separator: .space)
        guard fits(fields) else { continue }
        let names = fields.prefix(2).map { String(decoding: $0, as: UTF8.self) }
        return (names[0], names[1], fields[2].first == UInt8(ascii: "1"))
      }
      return nil
    }
    guard let found else { return nil }
    (name, libraryName, isSingleByte) = found
  }

  private init(_ name: String, _ libraryName: String, isSingleByte: Bool = false) {
    (self.name, self.libraryName, self.isSingleByte) = (name, libraryName, isSingleByte)
  }

  private static func isTrimmed(_ byte: UInt8) -> Bool { byte.isHTMLSpace || byte == .carriageReturn }

  /// UTF-8.
  package static let utf8 = HTMLEncoding("UTF-8", "UTF-8")
  /// What pages are in that say nothing, by tradition.
  package static let windows1252 = HTMLEncoding("windows-1252", "CP1252", isSingleByte: true)
  static let utf16LE = HTMLEncoding("UTF-16LE", "UTF-16LE")
  static let utf16BE = HTMLEncoding("UTF-16BE", "UTF-16BE")
  static let userDefined = HTMLEncoding("x-user-defined", "-", isSingleByte: true)
  /// Encodings that are dangerous to decode: the standard decodes nothing.
  static let replacement = HTMLEncoding("replacement", "-")

  /// Name, name in the C library, bytes of a character (`*`: several), labels (Encoding standard, section 4.2).
  private static let table: StaticString = """
    UTF-8 UTF-8 * unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8
    IBM866 CP866 1 866 cp866 csibm866 ibm866
    ISO-8859-2 ISO-8859-2 1 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
    ISO-8859-3 ISO-8859-3 1 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
    ISO-8859-4 ISO-8859-4 1 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
    ISO-8859-5 ISO-8859-5 1 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 \
    iso_8859-5:1988
    ISO-8859-6 ISO-8859-6 1 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e \
    iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
    ISO-8859-7 ISO-8859-7 1 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 \
    iso_8859-7 iso_8859-7:1987 sun_eu_greek
    ISO-8859-8 ISO-8859-8 1 csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 \
    iso_8859-8 iso_8859-8:1988 visual
    ISO-8859-8-I ISO-8859-8 1 csiso88598i iso-8859-8-i logical
    ISO-8859-10 ISO-8859-10 1 csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
    ISO-8859-13 ISO-8859-13 1 iso-8859-13 iso8859-13 iso885913
    ISO-8859-14 ISO-8859-14 1 iso-8859-14 iso8859-14 iso885914
    ISO-8859-15 ISO-8859-15 1 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
    ISO-8859-16 ISO-8859-16 1 iso-8859-16
    KOI8-R KOI8-R 1 cskoi8r koi koi8 koi8-r koi8_r
    KOI8-U KOI8-U 1 koi8-ru koi8-u
    macintosh MACINTOSH 1 csmacintosh mac macintosh x-mac-roman
    windows-874 CP874 1 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
    windows-1250 CP1250 1 cp1250 windows-1250 x-cp1250
    windows-1251 CP1251 1 cp1251 windows-1251 x-cp1251
    windows-1252 CP1252 1 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 \
    iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
    windows-1253 CP1253 1 cp1253 windows-1253 x-cp1253
    windows-1254 CP1254 1 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 \
    latin5 windows-1254 x-cp1254
    windows-1255 CP1255 1 cp1255 windows-1255 x-cp1255
    windows-1256 CP1256 1 cp1256 windows-1256 x-cp1256
    windows-1257 CP1257 1 cp1257 windows-1257 x-cp1257
    windows-1258 CP1258 1 cp1258 windows-1258 x-cp1258
    x-mac-cyrillic MAC-UK 1 x-mac-cyrillic x-mac-ukrainian
    GBK GB18030 * chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
    gb18030 GB18030 * gb18030
    Big5 BIG5-HKSCS * big5 big5-hkscs cn-big5 csbig5 x-x-big5
    EUC-JP EUC-JP-MS * cseucpkdfmtjapanese euc-jp x-euc-jp
    ISO-2022-JP ISO-2022-JP * csiso2022jp iso-2022-jp
    Shift_JIS CP932 * csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
    EUC-KR UHC * cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 \
    windows-949
    replacement - * csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement
    UTF-16BE UTF-16BE * unicodefffe utf-16be
    UTF-16LE UTF-16LE * csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le
    x-user-defined - 1 x-user-defined
    """
}

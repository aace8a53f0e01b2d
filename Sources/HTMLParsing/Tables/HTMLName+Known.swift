// Made by `.ci/generate-html-tables.py`; do not edit.

extension HTMLName {
  /// `a`
  @inlinable package static var a: HTMLName { HTMLName(number: 1) }
  /// `abbr`
  @inlinable package static var abbr: HTMLName { HTMLName(number: 2) }
  /// `acronym`
  @inlinable package static var acronym: HTMLName { HTMLName(number: 3) }
  /// `address`
  @inlinable package static var address: HTMLName { HTMLName(number: 4) }
  /// `annotation-xml`
  @inlinable package static var annotationXml: HTMLName { HTMLName(number: 5) }
  /// `applet`
  @inlinable package static var applet: HTMLName { HTMLName(number: 6) }
  /// `area`
  @inlinable package static var area: HTMLName { HTMLName(number: 7) }
  /// `article`
  @inlinable package static var article: HTMLName { HTMLName(number: 8) }
  /// `aside`
  @inlinable package static var aside: HTMLName { HTMLName(number: 9) }
  /// `audio`
  @inlinable package static var audio: HTMLName { HTMLName(number: 10) }
  /// `b`
  @inlinable package static var b: HTMLName { HTMLName(number: 11) }
  /// `base`
  @inlinable package static var base: HTMLName { HTMLName(number: 12) }
  /// `basefont`
  @inlinable package static var basefont: HTMLName { HTMLName(number: 13) }
  /// `bdi`
  @inlinable package static var bdi: HTMLName { HTMLName(number: 14) }
  /// `bdo`
  @inlinable package static var bdo: HTMLName { HTMLName(number: 15) }
  /// `bgsound`
  @inlinable package static var bgsound: HTMLName { HTMLName(number: 16) }
  /// `big`
  @inlinable package static var big: HTMLName { HTMLName(number: 17) }
  /// `blockquote`
  @inlinable package static var blockquote: HTMLName { HTMLName(number: 18) }
  /// `body`
  @inlinable package static var body: HTMLName { HTMLName(number: 19) }
  /// `br`
  @inlinable package static var br: HTMLName { HTMLName(number: 20) }
  /// `button`
  @inlinable package static var button: HTMLName { HTMLName(number: 21) }
  /// `canvas`
  @inlinable package static var canvas: HTMLName { HTMLName(number: 22) }
  /// `caption`
  @inlinable package static var caption: HTMLName { HTMLName(number: 23) }
  /// `center`
  @inlinable package static var center: HTMLName { HTMLName(number: 24) }
  /// `cite`
  @inlinable package static var cite: HTMLName { HTMLName(number: 25) }
  /// `code`
  @inlinable package static var code: HTMLName { HTMLName(number: 26) }
  /// `col`
  @inlinable package static var col: HTMLName { HTMLName(number: 27) }
  /// `colgroup`
  @inlinable package static var colgroup: HTMLName { HTMLName(number: 28) }
  /// `data`
  @inlinable package static var data: HTMLName { HTMLName(number: 29) }
  /// `datalist`
  @inlinable package static var datalist: HTMLName { HTMLName(number: 30) }
  /// `dd`
  @inlinable package static var dd: HTMLName { HTMLName(number: 31) }
  /// `del`
  @inlinable package static var del: HTMLName { HTMLName(number: 32) }
  /// `desc`
  @inlinable package static var desc: HTMLName { HTMLName(number: 33) }
  /// `details`
  @inlinable package static var details: HTMLName { HTMLName(number: 34) }
  /// `dfn`
  @inlinable package static var dfn: HTMLName { HTMLName(number: 35) }
  /// `dialog`
  @inlinable package static var dialog: HTMLName { HTMLName(number: 36) }
  /// `dir`
  @inlinable package static var dir: HTMLName { HTMLName(number: 37) }
  /// `div`
  @inlinable package static var div: HTMLName { HTMLName(number: 38) }
  /// `dl`
  @inlinable package static var dl: HTMLName { HTMLName(number: 39) }
  /// `dt`
  @inlinable package static var dt: HTMLName { HTMLName(number: 40) }
  /// `em`
  @inlinable package static var em: HTMLName { HTMLName(number: 41) }
  /// `embed`
  @inlinable package static var embed: HTMLName { HTMLName(number: 42) }
  /// `fieldset`
  @inlinable package static var fieldset: HTMLName { HTMLName(number: 43) }
  /// `figcaption`
  @inlinable package static var figcaption: HTMLName { HTMLName(number: 44) }
  /// `figure`
  @inlinable package static var figure: HTMLName { HTMLName(number: 45) }
  /// `font`
  @inlinable package static var font: HTMLName { HTMLName(number: 46) }
  /// `footer`
  @inlinable package static var footer: HTMLName { HTMLName(number: 47) }
  /// `form`
  @inlinable package static var form: HTMLName { HTMLName(number: 48) }
  /// `frame`
  @inlinable package static var frame: HTMLName { HTMLName(number: 49) }
  /// `frameset`
  @inlinable package static var frameset: HTMLName { HTMLName(number: 50) }
  /// `h1`
  @inlinable package static var h1: HTMLName { HTMLName(number: 51) }
  /// `h2`
  @inlinable package static var h2: HTMLName { HTMLName(number: 52) }
  /// `h3`
  @inlinable package static var h3: HTMLName { HTMLName(number: 53) }
  /// `h4`
  @inlinable package static var h4: HTMLName { HTMLName(number: 54) }
  /// `h5`
  @inlinable package static var h5: HTMLName { HTMLName(number: 55) }
  /// `h6`
  @inlinable package static var h6: HTMLName { HTMLName(number: 56) }
  /// `head`
  @inlinable package static var head: HTMLName { HTMLName(number: 57) }
  /// `header`
  @inlinable package static var header: HTMLName { HTMLName(number: 58) }
  /// `hgroup`
  @inlinable package static var hgroup: HTMLName { HTMLName(number: 59) }
  /// `hr`
  @inlinable package static var hr: HTMLName { HTMLName(number: 60) }
  /// `html`
  @inlinable package static var html: HTMLName { HTMLName(number: 61) }
  /// `i`
  @inlinable package static var i: HTMLName { HTMLName(number: 62) }
  /// `iframe`
  @inlinable package static var iframe: HTMLName { HTMLName(number: 63) }
  /// `image`
  @inlinable package static var image: HTMLName { HTMLName(number: 64) }
  /// `img`
  @inlinable package static var img: HTMLName { HTMLName(number: 65) }
  /// `input`
  @inlinable package static var input: HTMLName { HTMLName(number: 66) }
  /// `ins`
  @inlinable package static var ins: HTMLName { HTMLName(number: 67) }
  /// `kbd`
  @inlinable package static var kbd: HTMLName { HTMLName(number: 68) }
  /// `keygen`
  @inlinable package static var keygen: HTMLName { HTMLName(number: 69) }
  /// `label`
  @inlinable package static var label: HTMLName { HTMLName(number: 70) }
  /// `legend`
  @inlinable package static var legend: HTMLName { HTMLName(number: 71) }
  /// `li`
  @inlinable package static var li: HTMLName { HTMLName(number: 72) }
  /// `link`
  @inlinable package static var link: HTMLName { HTMLName(number: 73) }
  /// `listing`
  @inlinable package static var listing: HTMLName { HTMLName(number: 74) }
  /// `main`
  @inlinable package static var main: HTMLName { HTMLName(number: 75) }
  /// `malignmark`
  @inlinable package static var malignmark: HTMLName { HTMLName(number: 76) }
  /// `map`
  @inlinable package static var map: HTMLName { HTMLName(number: 77) }
  /// `mark`
  @inlinable package static var mark: HTMLName { HTMLName(number: 78) }
  /// `marquee`
  @inlinable package static var marquee: HTMLName { HTMLName(number: 79) }
  /// `math`
  @inlinable package static var math: HTMLName { HTMLName(number: 80) }
  /// `menu`
  @inlinable package static var menu: HTMLName { HTMLName(number: 81) }
  /// `menuitem`
  @inlinable package static var menuitem: HTMLName { HTMLName(number: 82) }
  /// `meta`
  @inlinable package static var meta: HTMLName { HTMLName(number: 83) }
  /// `meter`
  @inlinable package static var meter: HTMLName { HTMLName(number: 84) }
  /// `mglyph`
  @inlinable package static var mglyph: HTMLName { HTMLName(number: 85) }
  /// `mi`
  @inlinable package static var mi: HTMLName { HTMLName(number: 86) }
  /// `mn`
  @inlinable package static var mn: HTMLName { HTMLName(number: 87) }
  /// `mo`
  @inlinable package static var mo: HTMLName { HTMLName(number: 88) }
  /// `ms`
  @inlinable package static var ms: HTMLName { HTMLName(number: 89) }
  /// `mtext`
  @inlinable package static var mtext: HTMLName { HTMLName(number: 90) }
  /// `nav`
  @inlinable package static var nav: HTMLName { HTMLName(number: 91) }
  /// `nobr`
  @inlinable package static var nobr: HTMLName { HTMLName(number: 92) }
  /// `noembed`
  @inlinable package static var noembed: HTMLName { HTMLName(number: 93) }
  /// `noframes`
  @inlinable package static var noframes: HTMLName { HTMLName(number: 94) }
  /// `noscript`
  @inlinable package static var noscript: HTMLName { HTMLName(number: 95) }
  /// `object`
  @inlinable package static var object: HTMLName { HTMLName(number: 96) }
  /// `ol`
  @inlinable package static var ol: HTMLName { HTMLName(number: 97) }
  /// `optgroup`
  @inlinable package static var optgroup: HTMLName { HTMLName(number: 98) }
  /// `option`
  @inlinable package static var option: HTMLName { HTMLName(number: 99) }
  /// `output`
  @inlinable package static var output: HTMLName { HTMLName(number: 100) }
  /// `p`
  @inlinable package static var p: HTMLName { HTMLName(number: 101) }
  /// `param`
  @inlinable package static var param: HTMLName { HTMLName(number: 102) }
  /// `path`
  @inlinable package static var path: HTMLName { HTMLName(number: 103) }
  /// `picture`
  @inlinable package static var picture: HTMLName { HTMLName(number: 104) }
  /// `plaintext`
  @inlinable package static var plaintext: HTMLName { HTMLName(number: 105) }
  /// `pre`
  @inlinable package static var pre: HTMLName { HTMLName(number: 106) }
  /// `progress`
  @inlinable package static var progress: HTMLName { HTMLName(number: 107) }
  /// `q`
  @inlinable package static var q: HTMLName { HTMLName(number: 108) }
  /// `rb`
  @inlinable package static var rb: HTMLName { HTMLName(number: 109) }
  /// `rp`
  @inlinable package static var rp: HTMLName { HTMLName(number: 110) }
  /// `rt`
  @inlinable package static var rt: HTMLName { HTMLName(number: 111) }
  /// `rtc`
  @inlinable package static var rtc: HTMLName { HTMLName(number: 112) }
  /// `ruby`
  @inlinable package static var ruby: HTMLName { HTMLName(number: 113) }
  /// `s`
  @inlinable package static var s: HTMLName { HTMLName(number: 114) }
  /// `samp`
  @inlinable package static var samp: HTMLName { HTMLName(number: 115) }
  /// `script`
  @inlinable package static var script: HTMLName { HTMLName(number: 116) }
  /// `search`
  @inlinable package static var search: HTMLName { HTMLName(number: 117) }
  /// `section`
  @inlinable package static var section: HTMLName { HTMLName(number: 118) }
  /// `select`
  @inlinable package static var select: HTMLName { HTMLName(number: 119) }
  /// `slot`
  @inlinable package static var slot: HTMLName { HTMLName(number: 120) }
  /// `small`
  @inlinable package static var small: HTMLName { HTMLName(number: 121) }
  /// `source`
  @inlinable package static var source: HTMLName { HTMLName(number: 122) }
  /// `span`
  @inlinable package static var span: HTMLName { HTMLName(number: 123) }
  /// `strike`
  @inlinable package static var strike: HTMLName { HTMLName(number: 124) }
  /// `strong`
  @inlinable package static var strong: HTMLName { HTMLName(number: 125) }
  /// `style`
  @inlinable package static var style: HTMLName { HTMLName(number: 126) }
  /// `sub`
  @inlinable package static var sub: HTMLName { HTMLName(number: 127) }
  /// `summary`
  @inlinable package static var summary: HTMLName { HTMLName(number: 128) }
  /// `sup`
  @inlinable package static var sup: HTMLName { HTMLName(number: 129) }
  /// `svg`
  @inlinable package static var svg: HTMLName { HTMLName(number: 130) }
  /// `table`
  @inlinable package static var table: HTMLName { HTMLName(number: 131) }
  /// `tbody`
  @inlinable package static var tbody: HTMLName { HTMLName(number: 132) }
  /// `td`
  @inlinable package static var td: HTMLName { HTMLName(number: 133) }
  /// `template`
  @inlinable package static var template: HTMLName { HTMLName(number: 134) }
  /// `textarea`
  @inlinable package static var textarea: HTMLName { HTMLName(number: 135) }
  /// `tfoot`
  @inlinable package static var tfoot: HTMLName { HTMLName(number: 136) }
  /// `th`
  @inlinable package static var th: HTMLName { HTMLName(number: 137) }
  /// `thead`
  @inlinable package static var thead: HTMLName { HTMLName(number: 138) }
  /// `time`
  @inlinable package static var time: HTMLName { HTMLName(number: 139) }
  /// `title`
  @inlinable package static var title: HTMLName { HTMLName(number: 140) }
  /// `tr`
  @inlinable package static var tr: HTMLName { HTMLName(number: 141) }
  /// `track`
  @inlinable package static var track: HTMLName { HTMLName(number: 142) }
  /// `tt`
  @inlinable package static var tt: HTMLName { HTMLName(number: 143) }
  /// `u`
  @inlinable package static var u: HTMLName { HTMLName(number: 144) }
  /// `ul`
  @inlinable package static var ul: HTMLName { HTMLName(number: 145) }
  /// `var`
  @inlinable package static var `var`: HTMLName { HTMLName(number: 146) }
  /// `video`
  @inlinable package static var video: HTMLName { HTMLName(number: 147) }
  /// `wbr`
  @inlinable package static var wbr: HTMLName { HTMLName(number: 148) }
  /// `xmp`
  @inlinable package static var xmp: HTMLName { HTMLName(number: 149) }
  /// `about`
  @inlinable package static var about: HTMLName { HTMLName(number: 150) }
  /// `action`
  @inlinable package static var action: HTMLName { HTMLName(number: 151) }
  /// `align`
  @inlinable package static var align: HTMLName { HTMLName(number: 152) }
  /// `alt`
  @inlinable package static var alt: HTMLName { HTMLName(number: 153) }
  /// `aria-hidden`
  @inlinable package static var ariaHidden: HTMLName { HTMLName(number: 154) }
  /// `aria-label`
  @inlinable package static var ariaLabel: HTMLName { HTMLName(number: 155) }
  /// `aria-level`
  @inlinable package static var ariaLevel: HTMLName { HTMLName(number: 156) }
  /// `async`
  @inlinable package static var async: HTMLName { HTMLName(number: 157) }
  /// `background`
  @inlinable package static var background: HTMLName { HTMLName(number: 158) }
  /// `bgcolor`
  @inlinable package static var bgcolor: HTMLName { HTMLName(number: 159) }
  /// `border`
  @inlinable package static var border: HTMLName { HTMLName(number: 160) }
  /// `charset`
  @inlinable package static var charset: HTMLName { HTMLName(number: 161) }
  /// `checked`
  @inlinable package static var checked: HTMLName { HTMLName(number: 162) }
  /// `class`
  @inlinable package static var `class`: HTMLName { HTMLName(number: 163) }
  /// `color`
  @inlinable package static var color: HTMLName { HTMLName(number: 164) }
  /// `colspan`
  @inlinable package static var colspan: HTMLName { HTMLName(number: 165) }
  /// `content`
  @inlinable package static var content: HTMLName { HTMLName(number: 166) }
  /// `contenteditable`
  @inlinable package static var contenteditable: HTMLName { HTMLName(number: 167) }
  /// `coords`
  @inlinable package static var coords: HTMLName { HTMLName(number: 168) }
  /// `datetime`
  @inlinable package static var datetime: HTMLName { HTMLName(number: 169) }
  /// `disabled`
  @inlinable package static var disabled: HTMLName { HTMLName(number: 170) }
  /// `encoding`
  @inlinable package static var encoding: HTMLName { HTMLName(number: 171) }
  /// `face`
  @inlinable package static var face: HTMLName { HTMLName(number: 172) }
  /// `for`
  @inlinable package static var `for`: HTMLName { HTMLName(number: 173) }
  /// `hidden`
  @inlinable package static var hidden: HTMLName { HTMLName(number: 174) }
  /// `height`
  @inlinable package static var height: HTMLName { HTMLName(number: 175) }
  /// `href`
  @inlinable package static var href: HTMLName { HTMLName(number: 176) }
  /// `hreflang`
  @inlinable package static var hreflang: HTMLName { HTMLName(number: 177) }
  /// `http-equiv`
  @inlinable package static var httpEquiv: HTMLName { HTMLName(number: 178) }
  /// `id`
  @inlinable package static var id: HTMLName { HTMLName(number: 179) }
  /// `indent`
  @inlinable package static var indent: HTMLName { HTMLName(number: 180) }
  /// `itemid`
  @inlinable package static var itemid: HTMLName { HTMLName(number: 181) }
  /// `itemprop`
  @inlinable package static var itemprop: HTMLName { HTMLName(number: 182) }
  /// `itemref`
  @inlinable package static var itemref: HTMLName { HTMLName(number: 183) }
  /// `itemscope`
  @inlinable package static var itemscope: HTMLName { HTMLName(number: 184) }
  /// `itemtype`
  @inlinable package static var itemtype: HTMLName { HTMLName(number: 185) }
  /// `lang`
  @inlinable package static var lang: HTMLName { HTMLName(number: 186) }
  /// `language`
  @inlinable package static var language: HTMLName { HTMLName(number: 187) }
  /// `loading`
  @inlinable package static var loading: HTMLName { HTMLName(number: 188) }
  /// `media`
  @inlinable package static var media: HTMLName { HTMLName(number: 189) }
  /// `method`
  @inlinable package static var method: HTMLName { HTMLName(number: 190) }
  /// `name`
  @inlinable package static var name: HTMLName { HTMLName(number: 191) }
  /// `onclick`
  @inlinable package static var onclick: HTMLName { HTMLName(number: 192) }
  /// `placeholder`
  @inlinable package static var placeholder: HTMLName { HTMLName(number: 193) }
  /// `property`
  @inlinable package static var property: HTMLName { HTMLName(number: 194) }
  /// `public`
  @inlinable package static var `public`: HTMLName { HTMLName(number: 195) }
  /// `rel`
  @inlinable package static var rel: HTMLName { HTMLName(number: 196) }
  /// `rev`
  @inlinable package static var rev: HTMLName { HTMLName(number: 197) }
  /// `role`
  @inlinable package static var role: HTMLName { HTMLName(number: 198) }
  /// `rowspan`
  @inlinable package static var rowspan: HTMLName { HTMLName(number: 199) }
  /// `size`
  @inlinable package static var size: HTMLName { HTMLName(number: 200) }
  /// `sizes`
  @inlinable package static var sizes: HTMLName { HTMLName(number: 201) }
  /// `src`
  @inlinable package static var src: HTMLName { HTMLName(number: 202) }
  /// `srcset`
  @inlinable package static var srcset: HTMLName { HTMLName(number: 203) }
  /// `start`
  @inlinable package static var start: HTMLName { HTMLName(number: 204) }
  /// `system`
  @inlinable package static var system: HTMLName { HTMLName(number: 205) }
  /// `tabindex`
  @inlinable package static var tabindex: HTMLName { HTMLName(number: 206) }
  /// `target`
  @inlinable package static var target: HTMLName { HTMLName(number: 207) }
  /// `type`
  @inlinable package static var type: HTMLName { HTMLName(number: 208) }
  /// `typeof`
  @inlinable package static var typeof: HTMLName { HTMLName(number: 209) }
  /// `valign`
  @inlinable package static var valign: HTMLName { HTMLName(number: 210) }
  /// `value`
  @inlinable package static var value: HTMLName { HTMLName(number: 211) }
  /// `version`
  @inlinable package static var version: HTMLName { HTMLName(number: 212) }
  /// `width`
  @inlinable package static var width: HTMLName { HTMLName(number: 213) }
  /// `xlink:actuate`
  @inlinable package static var xlinkActuate: HTMLName { HTMLName(number: 214) }
  /// `xlink:arcrole`
  @inlinable package static var xlinkArcrole: HTMLName { HTMLName(number: 215) }
  /// `xlink:href`
  @inlinable package static var xlinkHref: HTMLName { HTMLName(number: 216) }
  /// `xlink:role`
  @inlinable package static var xlinkRole: HTMLName { HTMLName(number: 217) }
  /// `xlink:show`
  @inlinable package static var xlinkShow: HTMLName { HTMLName(number: 218) }
  /// `xlink:title`
  @inlinable package static var xlinkTitle: HTMLName { HTMLName(number: 219) }
  /// `xlink:type`
  @inlinable package static var xlinkType: HTMLName { HTMLName(number: 220) }
  /// `xml:lang`
  @inlinable package static var xmlLang: HTMLName { HTMLName(number: 221) }
  /// `xml:space`
  @inlinable package static var xmlSpace: HTMLName { HTMLName(number: 222) }
  /// `xmlns`
  @inlinable package static var xmlns: HTMLName { HTMLName(number: 223) }
  /// `xmlns:xlink`
  @inlinable package static var xmlnsXlink: HTMLName { HTMLName(number: 224) }
  /// `altglyph`
  @inlinable package static var altglyph: HTMLName { HTMLName(number: 225) }
  /// `altglyphdef`
  @inlinable package static var altglyphdef: HTMLName { HTMLName(number: 226) }
  /// `altglyphitem`
  @inlinable package static var altglyphitem: HTMLName { HTMLName(number: 227) }
  /// `animatecolor`
  @inlinable package static var animatecolor: HTMLName { HTMLName(number: 228) }
  /// `animatemotion`
  @inlinable package static var animatemotion: HTMLName { HTMLName(number: 229) }
  /// `animatetransform`
  @inlinable package static var animatetransform: HTMLName { HTMLName(number: 230) }
  /// `clippath`
  @inlinable package static var clippath: HTMLName { HTMLName(number: 231) }
  /// `feblend`
  @inlinable package static var feblend: HTMLName { HTMLName(number: 232) }
  /// `fecolormatrix`
  @inlinable package static var fecolormatrix: HTMLName { HTMLName(number: 233) }
  /// `fecomponenttransfer`
  @inlinable package static var fecomponenttransfer: HTMLName { HTMLName(number: 234) }
  /// `fecomposite`
  @inlinable package static var fecomposite: HTMLName { HTMLName(number: 235) }
  /// `feconvolvematrix`
  @inlinable package static var feconvolvematrix: HTMLName { HTMLName(number: 236) }
  /// `fediffuselighting`
  @inlinable package static var fediffuselighting: HTMLName { HTMLName(number: 237) }
  /// `fedisplacementmap`
  @inlinable package static var fedisplacementmap: HTMLName { HTMLName(number: 238) }
  /// `fedistantlight`
  @inlinable package static var fedistantlight: HTMLName { HTMLName(number: 239) }
  /// `fedropshadow`
  @inlinable package static var fedropshadow: HTMLName { HTMLName(number: 240) }
  /// `feflood`
  @inlinable package static var feflood: HTMLName { HTMLName(number: 241) }
  /// `fefunca`
  @inlinable package static var fefunca: HTMLName { HTMLName(number: 242) }
  /// `fefuncb`
  @inlinable package static var fefuncb: HTMLName { HTMLName(number: 243) }
  /// `fefuncg`
  @inlinable package static var fefuncg: HTMLName { HTMLName(number: 244) }
  /// `fefuncr`
  @inlinable package static var fefuncr: HTMLName { HTMLName(number: 245) }
  /// `fegaussianblur`
  @inlinable package static var fegaussianblur: HTMLName { HTMLName(number: 246) }
  /// `feimage`
  @inlinable package static var feimage: HTMLName { HTMLName(number: 247) }
  /// `femerge`
  @inlinable package static var femerge: HTMLName { HTMLName(number: 248) }
  /// `femergenode`
  @inlinable package static var femergenode: HTMLName { HTMLName(number: 249) }
  /// `femorphology`
  @inlinable package static var femorphology: HTMLName { HTMLName(number: 250) }
  /// `feoffset`
  @inlinable package static var feoffset: HTMLName { HTMLName(number: 251) }
  /// `fepointlight`
  @inlinable package static var fepointlight: HTMLName { HTMLName(number: 252) }
  /// `fespecularlighting`
  @inlinable package static var fespecularlighting: HTMLName { HTMLName(number: 253) }
  /// `fespotlight`
  @inlinable package static var fespotlight: HTMLName { HTMLName(number: 254) }
  /// `fetile`
  @inlinable package static var fetile: HTMLName { HTMLName(number: 255) }
  /// `feturbulence`
  @inlinable package static var feturbulence: HTMLName { HTMLName(number: 256) }
  /// `foreignobject`
  @inlinable package static var foreignobject: HTMLName { HTMLName(number: 257) }
  /// `glyphref`
  @inlinable package static var glyphref: HTMLName { HTMLName(number: 258) }
  /// `lineargradient`
  @inlinable package static var lineargradient: HTMLName { HTMLName(number: 259) }
  /// `radialgradient`
  @inlinable package static var radialgradient: HTMLName { HTMLName(number: 260) }
  /// `textpath`
  @inlinable package static var textpath: HTMLName { HTMLName(number: 261) }
  /// `altGlyph`
  @inlinable package static var altGlyph: HTMLName { HTMLName(number: 262) }
  /// `altGlyphDef`
  @inlinable package static var altGlyphDef: HTMLName { HTMLName(number: 263) }
  /// `altGlyphItem`
  @inlinable package static var altGlyphItem: HTMLName { HTMLName(number: 264) }
  /// `animateColor`
  @inlinable package static var animateColor: HTMLName { HTMLName(number: 265) }
  /// `animateMotion`
  @inlinable package static var animateMotion: HTMLName { HTMLName(number: 266) }
  /// `animateTransform`
  @inlinable package static var animateTransform: HTMLName { HTMLName(number: 267) }
  /// `clipPath`
  @inlinable package static var clipPath: HTMLName { HTMLName(number: 268) }
  /// `feBlend`
  @inlinable package static var feBlend: HTMLName { HTMLName(number: 269) }
  /// `feColorMatrix`
  @inlinable package static var feColorMatrix: HTMLName { HTMLName(number: 270) }
  /// `feComponentTransfer`
  @inlinable package static var feComponentTransfer: HTMLName { HTMLName(number: 271) }
  /// `feComposite`
  @inlinable package static var feComposite: HTMLName { HTMLName(number: 272) }
  /// `feConvolveMatrix`
  @inlinable package static var feConvolveMatrix: HTMLName { HTMLName(number: 273) }
  /// `feDiffuseLighting`
  @inlinable package static var feDiffuseLighting: HTMLName { HTMLName(number: 274) }
  /// `feDisplacementMap`
  @inlinable package static var feDisplacementMap: HTMLName { HTMLName(number: 275) }
  /// `feDistantLight`
  @inlinable package static var feDistantLight: HTMLName { HTMLName(number: 276) }
  /// `feDropShadow`
  @inlinable package static var feDropShadow: HTMLName { HTMLName(number: 277) }
  /// `feFlood`
  @inlinable package static var feFlood: HTMLName { HTMLName(number: 278) }
  /// `feFuncA`
  @inlinable package static var feFuncA: HTMLName { HTMLName(number: 279) }
  /// `feFuncB`
  @inlinable package static var feFuncB: HTMLName { HTMLName(number: 280) }
  /// `feFuncG`
  @inlinable package static var feFuncG: HTMLName { HTMLName(number: 281) }
  /// `feFuncR`
  @inlinable package static var feFuncR: HTMLName { HTMLName(number: 282) }
  /// `feGaussianBlur`
  @inlinable package static var feGaussianBlur: HTMLName { HTMLName(number: 283) }
  /// `feImage`
  @inlinable package static var feImage: HTMLName { HTMLName(number: 284) }
  /// `feMerge`
  @inlinable package static var feMerge: HTMLName { HTMLName(number: 285) }
  /// `feMergeNode`
  @inlinable package static var feMergeNode: HTMLName { HTMLName(number: 286) }
  /// `feMorphology`
  @inlinable package static var feMorphology: HTMLName { HTMLName(number: 287) }
  /// `feOffset`
  @inlinable package static var feOffset: HTMLName { HTMLName(number: 288) }
  /// `fePointLight`
  @inlinable package static var fePointLight: HTMLName { HTMLName(number: 289) }
  /// `feSpecularLighting`
  @inlinable package static var feSpecularLighting: HTMLName { HTMLName(number: 290) }
  /// `feSpotLight`
  @inlinable package static var feSpotLight: HTMLName { HTMLName(number: 291) }
  /// `feTile`
  @inlinable package static var feTile: HTMLName { HTMLName(number: 292) }
  /// `feTurbulence`
  @inlinable package static var feTurbulence: HTMLName { HTMLName(number: 293) }
  /// `foreignObject`
  @inlinable package static var foreignObject: HTMLName { HTMLName(number: 294) }
  /// `glyphRef`
  @inlinable package static var glyphRef: HTMLName { HTMLName(number: 295) }
  /// `linearGradient`
  @inlinable package static var linearGradient: HTMLName { HTMLName(number: 296) }
  /// `radialGradient`
  @inlinable package static var radialGradient: HTMLName { HTMLName(number: 297) }
  /// `textPath`
  @inlinable package static var textPath: HTMLName { HTMLName(number: 298) }
  /// `attributename`
  @inlinable package static var attributename: HTMLName { HTMLName(number: 299) }
  /// `attributetype`
  @inlinable package static var attributetype: HTMLName { HTMLName(number: 300) }
  /// `basefrequency`
  @inlinable package static var basefrequency: HTMLName { HTMLName(number: 301) }
  /// `baseprofile`
  @inlinable package static var baseprofile: HTMLName { HTMLName(number: 302) }
  /// `calcmode`
  @inlinable package static var calcmode: HTMLName { HTMLName(number: 303) }
  /// `clippathunits`
  @inlinable package static var clippathunits: HTMLName { HTMLName(number: 304) }
  /// `diffuseconstant`
  @inlinable package static var diffuseconstant: HTMLName { HTMLName(number: 305) }
  /// `edgemode`
  @inlinable package static var edgemode: HTMLName { HTMLName(number: 306) }
  /// `filterunits`
  @inlinable package static var filterunits: HTMLName { HTMLName(number: 307) }
  /// `gradienttransform`
  @inlinable package static var gradienttransform: HTMLName { HTMLName(number: 308) }
  /// `gradientunits`
  @inlinable package static var gradientunits: HTMLName { HTMLName(number: 309) }
  /// `kernelmatrix`
  @inlinable package static var kernelmatrix: HTMLName { HTMLName(number: 310) }
  /// `kernelunitlength`
  @inlinable package static var kernelunitlength: HTMLName { HTMLName(number: 311) }
  /// `keypoints`
  @inlinable package static var keypoints: HTMLName { HTMLName(number: 312) }
  /// `keysplines`
  @inlinable package static var keysplines: HTMLName { HTMLName(number: 313) }
  /// `keytimes`
  @inlinable package static var keytimes: HTMLName { HTMLName(number: 314) }
  /// `lengthadjust`
  @inlinable package static var lengthadjust: HTMLName { HTMLName(number: 315) }
  /// `limitingconeangle`
  @inlinable package static var limitingconeangle: HTMLName { HTMLName(number: 316) }
  /// `markerheight`
  @inlinable package static var markerheight: HTMLName { HTMLName(number: 317) }
  /// `markerunits`
  @inlinable package static var markerunits: HTMLName { HTMLName(number: 318) }
  /// `markerwidth`
  @inlinable package static var markerwidth: HTMLName { HTMLName(number: 319) }
  /// `maskcontentunits`
  @inlinable package static var maskcontentunits: HTMLName { HTMLName(number: 320) }
  /// `maskunits`
  @inlinable package static var maskunits: HTMLName { HTMLName(number: 321) }
  /// `numoctaves`
  @inlinable package static var numoctaves: HTMLName { HTMLName(number: 322) }
  /// `pathlength`
  @inlinable package static var pathlength: HTMLName { HTMLName(number: 323) }
  /// `patterncontentunits`
  @inlinable package static var patterncontentunits: HTMLName { HTMLName(number: 324) }
  /// `patterntransform`
  @inlinable package static var patterntransform: HTMLName { HTMLName(number: 325) }
  /// `patternunits`
  @inlinable package static var patternunits: HTMLName { HTMLName(number: 326) }
  /// `pointsatx`
  @inlinable package static var pointsatx: HTMLName { HTMLName(number: 327) }
  /// `pointsaty`
  @inlinable package static var pointsaty: HTMLName { HTMLName(number: 328) }
  /// `pointsatz`
  @inlinable package static var pointsatz: HTMLName { HTMLName(number: 329) }
  /// `preservealpha`
  @inlinable package static var preservealpha: HTMLName { HTMLName(number: 330) }
  /// `preserveaspectratio`
  @inlinable package static var preserveaspectratio: HTMLName { HTMLName(number: 331) }
  /// `primitiveunits`
  @inlinable package static var primitiveunits: HTMLName { HTMLName(number: 332) }
  /// `refx`
  @inlinable package static var refx: HTMLName { HTMLName(number: 333) }
  /// `refy`
  @inlinable package static var refy: HTMLName { HTMLName(number: 334) }
  /// `repeatcount`
  @inlinable package static var repeatcount: HTMLName { HTMLName(number: 335) }
  /// `repeatdur`
  @inlinable package static var repeatdur: HTMLName { HTMLName(number: 336) }
  /// `requiredextensions`
  @inlinable package static var requiredextensions: HTMLName { HTMLName(number: 337) }
  /// `requiredfeatures`
  @inlinable package static var requiredfeatures: HTMLName { HTMLName(number: 338) }
  /// `specularconstant`
  @inlinable package static var specularconstant: HTMLName { HTMLName(number: 339) }
  /// `specularexponent`
  @inlinable package static var specularexponent: HTMLName { HTMLName(number: 340) }
  /// `spreadmethod`
  @inlinable package static var spreadmethod: HTMLName { HTMLName(number: 341) }
  /// `startoffset`
  @inlinable package static var startoffset: HTMLName { HTMLName(number: 342) }
  /// `stddeviation`
  @inlinable package static var stddeviation: HTMLName { HTMLName(number: 343) }
  /// `stitchtiles`
  @inlinable package static var stitchtiles: HTMLName { HTMLName(number: 344) }
  /// `surfacescale`
  @inlinable package static var surfacescale: HTMLName { HTMLName(number: 345) }
  /// `systemlanguage`
  @inlinable package static var systemlanguage: HTMLName { HTMLName(number: 346) }
  /// `tablevalues`
  @inlinable package static var tablevalues: HTMLName { HTMLName(number: 347) }
  /// `targetx`
  @inlinable package static var targetx: HTMLName { HTMLName(number: 348) }
  /// `targety`
  @inlinable package static var targety: HTMLName { HTMLName(number: 349) }
  /// `textlength`
  @inlinable package static var textlength: HTMLName { HTMLName(number: 350) }
  /// `viewbox`
  @inlinable package static var viewbox: HTMLName { HTMLName(number: 351) }
  /// `viewtarget`
  @inlinable package static var viewtarget: HTMLName { HTMLName(number: 352) }
  /// `xchannelselector`
  @inlinable package static var xchannelselector: HTMLName { HTMLName(number: 353) }
  /// `ychannelselector`
  @inlinable package static var ychannelselector: HTMLName { HTMLName(number: 354) }
  /// `zoomandpan`
  @inlinable package static var zoomandpan: HTMLName { HTMLName(number: 355) }
  /// `attributeName`
  @inlinable package static var attributeName: HTMLName { HTMLName(number: 356) }
  /// `attributeType`
  @inlinable package static var attributeType: HTMLName { HTMLName(number: 357) }
  /// `baseFrequency`
  @inlinable package static var baseFrequency: HTMLName { HTMLName(number: 358) }
  /// `baseProfile`
  @inlinable package static var baseProfile: HTMLName { HTMLName(number: 359) }
  /// `calcMode`
  @inlinable package static var calcMode: HTMLName { HTMLName(number: 360) }
  /// `clipPathUnits`
  @inlinable package static var clipPathUnits: HTMLName { HTMLName(number: 361) }
  /// `diffuseConstant`
  @inlinable package static var diffuseConstant: HTMLName { HTMLName(number: 362) }
  /// `edgeMode`
  @inlinable package static var edgeMode: HTMLName { HTMLName(number: 363) }
  /// `filterUnits`
  @inlinable package static var filterUnits: HTMLName { HTMLName(number: 364) }
  /// `gradientTransform`
  @inlinable package static var gradientTransform: HTMLName { HTMLName(number: 365) }
  /// `gradientUnits`
  @inlinable package static var gradientUnits: HTMLName { HTMLName(number: 366) }
  /// `kernelMatrix`
  @inlinable package static var kernelMatrix: HTMLName { HTMLName(number: 367) }
  /// `kernelUnitLength`
  @inlinable package static var kernelUnitLength: HTMLName { HTMLName(number: 368) }
  /// `keyPoints`
  @inlinable package static var keyPoints: HTMLName { HTMLName(number: 369) }
  /// `keySplines`
  @inlinable package static var keySplines: HTMLName { HTMLName(number: 370) }
  /// `keyTimes`
  @inlinable package static var keyTimes: HTMLName { HTMLName(number: 371) }
  /// `lengthAdjust`
  @inlinable package static var lengthAdjust: HTMLName { HTMLName(number: 372) }
  /// `limitingConeAngle`
  @inlinable package static var limitingConeAngle: HTMLName { HTMLName(number: 373) }
  /// `markerHeight`
  @inlinable package static var markerHeight: HTMLName { HTMLName(number: 374) }
  /// `markerUnits`
  @inlinable package static var markerUnits: HTMLName { HTMLName(number: 375) }
  /// `markerWidth`
  @inlinable package static var markerWidth: HTMLName { HTMLName(number: 376) }
  /// `maskContentUnits`
  @inlinable package static var maskContentUnits: HTMLName { HTMLName(number: 377) }
  /// `maskUnits`
  @inlinable package static var maskUnits: HTMLName { HTMLName(number: 378) }
  /// `numOctaves`
  @inlinable package static var numOctaves: HTMLName { HTMLName(number: 379) }
  /// `pathLength`
  @inlinable package static var pathLength: HTMLName { HTMLName(number: 380) }
  /// `patternContentUnits`
  @inlinable package static var patternContentUnits: HTMLName { HTMLName(number: 381) }
  /// `patternTransform`
  @inlinable package static var patternTransform: HTMLName { HTMLName(number: 382) }
  /// `patternUnits`
  @inlinable package static var patternUnits: HTMLName { HTMLName(number: 383) }
  /// `pointsAtX`
  @inlinable package static var pointsAtX: HTMLName { HTMLName(number: 384) }
  /// `pointsAtY`
  @inlinable package static var pointsAtY: HTMLName { HTMLName(number: 385) }
  /// `pointsAtZ`
  @inlinable package static var pointsAtZ: HTMLName { HTMLName(number: 386) }
  /// `preserveAlpha`
  @inlinable package static var preserveAlpha: HTMLName { HTMLName(number: 387) }
  /// `preserveAspectRatio`
  @inlinable package static var preserveAspectRatio: HTMLName { HTMLName(number: 388) }
  /// `primitiveUnits`
  @inlinable package static var primitiveUnits: HTMLName { HTMLName(number: 389) }
  /// `refX`
  @inlinable package static var refX: HTMLName { HTMLName(number: 390) }
  /// `refY`
  @inlinable package static var refY: HTMLName { HTMLName(number: 391) }
  /// `repeatCount`
  @inlinable package static var repeatCount: HTMLName { HTMLName(number: 392) }
  /// `repeatDur`
  @inlinable package static var repeatDur: HTMLName { HTMLName(number: 393) }
  /// `requiredExtensions`
  @inlinable package static var requiredExtensions: HTMLName { HTMLName(number: 394) }
  /// `requiredFeatures`
  @inlinable package static var requiredFeatures: HTMLName { HTMLName(number: 395) }
  /// `specularConstant`
  @inlinable package static var specularConstant: HTMLName { HTMLName(number: 396) }
  /// `specularExponent`
  @inlinable package static var specularExponent: HTMLName { HTMLName(number: 397) }
  /// `spreadMethod`
  @inlinable package static var spreadMethod: HTMLName { HTMLName(number: 398) }
  /// `startOffset`
  @inlinable package static var startOffset: HTMLName { HTMLName(number: 399) }
  /// `stdDeviation`
  @inlinable package static var stdDeviation: HTMLName { HTMLName(number: 400) }
  /// `stitchTiles`
  @inlinable package static var stitchTiles: HTMLName { HTMLName(number: 401) }
  /// `surfaceScale`
  @inlinable package static var surfaceScale: HTMLName { HTMLName(number: 402) }
  /// `systemLanguage`
  @inlinable package static var systemLanguage: HTMLName { HTMLName(number: 403) }
  /// `tableValues`
  @inlinable package static var tableValues: HTMLName { HTMLName(number: 404) }
  /// `targetX`
  @inlinable package static var targetX: HTMLName { HTMLName(number: 405) }
  /// `targetY`
  @inlinable package static var targetY: HTMLName { HTMLName(number: 406) }
  /// `textLength`
  @inlinable package static var textLength: HTMLName { HTMLName(number: 407) }
  /// `viewBox`
  @inlinable package static var viewBox: HTMLName { HTMLName(number: 408) }
  /// `viewTarget`
  @inlinable package static var viewTarget: HTMLName { HTMLName(number: 409) }
  /// `xChannelSelector`
  @inlinable package static var xChannelSelector: HTMLName { HTMLName(number: 410) }
  /// `yChannelSelector`
  @inlinable package static var yChannelSelector: HTMLName { HTMLName(number: 411) }
  /// `zoomAndPan`
  @inlinable package static var zoomAndPan: HTMLName { HTMLName(number: 412) }
  /// `definitionurl`
  @inlinable package static var definitionurl: HTMLName { HTMLName(number: 413) }
  /// `definitionURL`
  @inlinable package static var definitionURL: HTMLName { HTMLName(number: 414) }
}

/// The names that have a fixed number.
enum KnownNames {
  /// How many there are; the first has the number 1.
  static let count = 414
  /// Elements of SVG in lower case; their proper spelling follows in a region of the same size.
  static let loweredSVGElements: Range<UInt32> = 225..<262
  /// Attributes of SVG in lower case; their proper spelling follows in a region of the same size.
  static let loweredSVGAttributes: Range<UInt32> = 299..<356
  /// All of them in order, with a space between two.
  static var spelled: StaticString {
    """
    a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound big \
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del desc details \
    dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 \
    h6 head header hgroup hr html i iframe image img input ins kbd keygen label legend li link listing main \
    malignmark map mark marquee math menu menuitem meta meter mglyph mi mn mo ms mtext nav nobr noembed \
    noframes noscript object ol optgroup option output p param path picture plaintext pre progress q rb rp rt \
    rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg \
    table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp about action \
    align alt aria-hidden aria-label aria-level async background bgcolor border charset checked class color \
    colspan content contenteditable coords datetime disabled encoding face for hidden height href hreflang \
    http-equiv id indent itemid itemprop itemref itemscope itemtype lang language loading media method name \
    onclick placeholder property public rel rev role rowspan size sizes src srcset start system tabindex target \
    type typeof valign value version width xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show \
    xlink:title xlink:type xml:lang xml:space xmlns xmlns:xlink altglyph altglyphdef altglyphitem animatecolor \
    animatemotion animatetransform clippath feblend fecolormatrix fecomponenttransfer fecomposite \
    feconvolvematrix fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb \
    fefuncg fefuncr fegaussianblur feimage femerge femergenode femorphology feoffset fepointlight \
    fespecularlighting fespotlight fetile feturbulence foreignobject glyphref lineargradient radialgradient \
    textpath altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend \
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap \
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge \
    feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence \
    foreignObject glyphRef linearGradient radialGradient textPath attributename attributetype basefrequency \
    baseprofile calcmode clippathunits diffuseconstant edgemode filterunits gradienttransform gradientunits \
    kernelmatrix kernelunitlength keypoints keysplines keytimes lengthadjust limitingconeangle markerheight \
    markerunits markerwidth maskcontentunits maskunits numoctaves pathlength patterncontentunits \
    patterntransform patternunits pointsatx pointsaty pointsatz preservealpha preserveaspectratio \
    primitiveunits refx refy repeatcount repeatdur requiredextensions requiredfeatures specularconstant \
    specularexponent spreadmethod startoffset stddeviation stitchtiles surfacescale systemlanguage tablevalues \
    targetx targety textlength viewbox viewtarget xchannelselector ychannelselector zoomandpan attributeName \
    attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits \
    gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust \
    limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength \
    patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha \
    preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures \
    specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale \
    systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector \
    zoomAndPan definitionurl definitionURL
    """
  }
}

/// What the names that pages give to their parts say of them, in attributes such as `class` and `id`.
struct PartHints: OptionSet, Hashable {
  let rawValue: UInt8

  /// The words of the article: `entry-content`, `story-body`.
  static let article = PartHints(rawValue: 1)
  /// What pages have around an article: menus, share bars, related links, advertisements, notices.
  static let furniture = PartHints(rawValue: 2)
  /// A discussion, or what invites to one.
  static let discussion = PartHints(rawValue: 4)
  /// Who wrote it, when, and where it is filed.
  static let facts = PartHints(rawValue: 8)
  /// Words set apart as somebody's.
  static let quotation = PartHints(rawValue: 16)
  /// What is on a picture, and who made it.
  static let caption = PartHints(rawValue: 32)
  /// What a recipe is made of: it may stand beside the text.
  static let ingredients = PartHints(rawValue: 128)
  /// Notes to the text.
  static let notes = PartHints(rawValue: 64)

  /// Names of more words are not looked at to their end, in bytes.
  private static let maximumBytes = 256

  /// The hints of a list of names such as `post-body entry-content`.
  ///
  /// A name is taken apart where a word ends: at signs, and at capitals. Every word counts, and every two that follow
  /// each other in one name: `most-read` is furniture and `most` is not.
  ///
  /// - Complexity: O(length)
  init(_ names: ArraySlice<UInt8>) {
    self = []
    var previous = ""
    var word = ""
    var wasLower = false
    func end(_ hints: inout PartHints, endsName: Bool) {
      if !word.isEmpty {
        // A builder of pages calls everything a widget, the article's paragraphs too.
        if previous != "elementor" { hints.formUnion(Self.words[word] ?? []) }
        if !previous.isEmpty { hints.formUnion(Self.words[previous + word] ?? []) }
        previous = word
        word = ""
      }
      if endsName { previous = "" }
      wasLower = false
    }
    for byte in names.prefix(Self.maximumBytes) {
      switch byte {
      case 0x61...0x7a, 0x80...:
        word.unicodeScalars.append(Unicode.Scalar(byte))
        wasLower = true
      case 0x41...0x5a:
        if wasLower { end(&self, endsName: false) }
        word.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      default: end(&self, endsName: byte.isHTMLSpace)
      }
    }
    end(&self, endsName: true)
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private static let words: [String: PartHints] = {
    var table: [String: PartHints] = [:]
    for (hint, words) in lists {
      for word in words.split(separator: " ") { table[String(word), default: []].insert(hint) }
    }
    return table
  }()

  private static let lists: [(PartHints, String)] = [
    (
      .article,
      """
      article articlebody articlecontent articletext articlecopy body bodytext bodycopy content contentbody entry \
      entrycontent entrybody hentry instapaper main maincontent mainentity markdown page post postbody postcontent posttext \
      prose richtext story storybody storycontent storytext text textbody blogpost
      """
    ),
    (
      .furniture,
      """
      nav navbar navigation navi menu submenu menubar breadcrumb breadcrumbs crumbs sidebar siderail rail rightrail leftrail rightcol \
      footer masthead toolbar pagination pager paging pagenav postnav postnavigation nextprev prevnext navlinks postlinks nextpost prevpost backtotop scrolltop totop skip skiplink skipto \
      share sharing shares sharebar sharebutton sharebuttons sharelinks sharetools sharethis addthis addtoany sharedaddy jpsharedaddy \
      shareaholic social socials socialmedia sociallinks socialbar socialshare bookmark bookmarks followus follow \
      related relatedposts relatedarticles relatedcontent relatedlinks relatedstories yarpp seealso recommend recommended recommendation recommendations recirc \
      recirculation readmore readnext readalso morefrom morestories morearticles morenews moreon alsoon upnext nextup linkbox popular mostread mostpopular mostviewed mostcommented \
      trending teaser teasers promo promos promotion promoted crosspromo newsletter newsletters subscribe subscription subscriptions \
      signup optin mailinglist emailsignup paywall regwall cookie cookies cookiebanner consent gdpr banner ad ads adv advert adverts advertisement advertisements advertising adsense \
      adsbygoogle adslot adunit adwrapper adbox dfp sponsor sponsors sponsored outbrain taboola zergnet revcontent mgid nativo widget widgets popup modal \
      lightbox overlay login signin signon register tagcloud taglist tagslist taglinks postags posttags entrytags articletags tags keywords topics rating ratings ratingbox starrating \
      wppostratings printfriendly recipeprint printrecipe printonly noprint printfooter editsection mweditsection navbox catlinks sitesub jumpto jumplink mwjumplink printfooter portal metadata ambox mbox hatnote \
      authorbox authorbio authorinfo aboutauthor aboutheauthor aboutauthors authorcard authorprofile bio biobox searchform searchbox searchbar languageswitcher \
      copyright disclaimer donate donation donations fundraising correctionform feedback contactform webform quiz poll polls wppolls carousel slideshownav \
      shoppingcart addtocart pricebox affiliate amazonbox productbox toc tableofcontents listen audioplayer factbox boxout resgallery assetgallery controlpanel slider gallery galleries slideshow slides postauthor authorcontent authordesc authordescription entryauthor printblock rodape piedepagina fusszeile steady paywalled saboxplugin entryutility textsize fontsize fontresizer zoom \
      screenreader visuallyhidden hidden hide nocontent offscreen printhide sitemap topbar bottombar stickybar notification notifications alertbar
      """
    ),
    (
      .discussion,
      """
      comment comments commentlist commentarea commentsarea commentform commentcount commentslist commentlink commentcontainer comentarios kommentar kommentare kommentarcontent kommentarmodul commentaires respond \
      disqus disqusthread livefyre reply replies discussion discussions talkback responses commenting viafoura coral spotim trackback trackbacks pingbacks fbcomments
      """
    ),
    (
      .facts,
      """
      byline bylines autor author authors authorname dateline date dates datetime time timestamp pubdate published publishdate postdate postmeta entrymeta articlemeta articleinfo \
      postinfo entryinfo meta metainfo metabar postedon postedby postedin filedunder categories category kicker eyebrow breadcrumbs readingtime readtime timetoread views viewcount \
      updated modified lastupdated dateposted articleheader articlehead entryheader postheader storyheader submitted
      """
    ),
    (
      .caption,
      """
      caption captions figcaption imagecaption photocaption wpcaption imagecredit photocredit photocredits credit credits \
      photo photos photographer
      """
    ),
    (
      .ingredients,
      "ingredients ingredientlist recipeingredients ingredientes ingrédients ingredienti zutaten zutatenliste"
    ),
    (.notes, "footnotes footnote endnotes endnote references reflist noteslist"),
    (.quotation, "pullquote blockquote quote quotes quotebox pull"),
  ]
}

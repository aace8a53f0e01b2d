import Testing

@testable import Importers

@Suite("Titles of pages")
struct PageTitleTests {
  private static func title(_ shown: String, headings: [String] = [], site: String? = nil, host: String? = nil)
    -> String?
  {
    PageTitle.choose(declared: nil, shown: shown, headings: headings, site: site, host: host)
  }

  @Test("What the page gives to others counts as it stands")
  func declared() {
    let title = PageTitle.choose(
      declared: "The lamp - a history",
      shown: "The lamp | Review",
      headings: ["The lamp"],
      site: "Review",
      host: nil
    )
    #expect(title == "The lamp - a history")
  }

  @Test("What machines are told as the headline may be a description")
  func description() {
    let headings = ["The light of Skerry"]
    #expect(PageTitle.isDescription("list of harbours", shown: "The light of Skerry - Lamps", headings: headings))
    #expect(!PageTitle.isDescription("The light of Skerry, a list", shown: "The light of Skerry", headings: headings))
    #expect(!PageTitle.isDescription("A list", shown: "Lamps", headings: headings))
  }

  @Test("The name of the site is taken off, at either end")
  func site() {
    #expect(Self.title("The light is late | Coastal Review", site: "Coastal Review") == "The light is late")
    #expect(Self.title("Coastal Review – The light is late", site: "Coastal Review") == "The light is late")
    #expect(Self.title("The light is late - coastalreview", host: "coastalreview") == "The light is late")
  }

  @Test("A heading says which part is the title")
  func heading() {
    #expect(Self.title("Lamps » The light", headings: ["The light"]) == "The light")
    #expect(Self.title("The light – Skerry – Lamps", headings: ["The light"]) == "The light")
    // The heading of all pages of a site.
    let title = Self.title("The Lamp » Why the light is late", headings: ["The Lamp"], host: "the-lamp")
    #expect(title == "Why the light is late")
  }

  @Test("A single word says too little without what stands beside it")
  func oneWord() { #expect(Self.title("Lamp - Wiki", site: "Wiki") == "Lamp - Wiki") }

  @Test("Without separators nothing is taken off; without a title the only heading is it")
  func plain() {
    #expect(Self.title("A well-known lamp") == "A well-known lamp")
    #expect(PageTitle.choose(declared: nil, shown: nil, headings: ["The lamp"], site: nil, host: nil) == "The lamp")
    #expect(
      PageTitle.choose(declared: nil, shown: nil, headings: ["The lamp", "The fog"], site: nil, host: nil) == nil
    )
  }
}

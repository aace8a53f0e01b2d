/// What a source says about itself. All texts are sanitised, of one line, and absent rather than empty.
package struct Metadata: Hashable, Sendable {
  /// The title of the article or discussion.
  package var title: String?
  /// Who wrote it.
  package var byline: String?
  /// The name of the site it was published on.
  package var site: String?
  /// When it was published.
  package var published: Timestamp?
  /// Its canonical address.
  package var address: String?
  /// Its language, a BCP 47 tag.
  package var language: String?

  /// Facts about a document; only what the source says is given.
  package init(
    title: String? = nil,
    byline: String? = nil,
    site: String? = nil,
    published: Timestamp? = nil,
    address: String? = nil,
    language: String? = nil
  ) {
    self.title = title
    self.byline = byline
    self.site = site
    self.published = published
    self.address = address
    self.language = language
  }

  /// The site, where that says more than the byline: some sites sign with their own name.
  package var siteBesideByline: String? { site == byline ? nil : site }
}

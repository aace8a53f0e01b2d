import Testing
import TextLayout
import Themes

@Suite struct ThemeFileTests {
  @Test(arguments: Theme.names)
  func loadsWithoutProblems(name: String) throws {
    let source = try #require(Theme.source(ofBuiltIn: name))
    #expect(Theme.read(name: name, source: source).problems == [])
    #expect(Theme.builtIn(name) != nil)
  }

  @Test func everyRoleHasAScopeOfTheVocabulary() {
    let scopes = Set(Theme.vocabulary.map(\.scope))
    for role in Role.all { #expect(scopes.contains(role.scope), "\(role)") }
  }

  @Test func readmeListsTheScopes() throws {
    let listed = Checkout.table(after: "## Scopes", in: try Checkout.text("Themes/README.md")).map { $0[0] }
    #expect(listed == Theme.vocabulary.filter { !$0.purpose.isEmpty }.map { "`\($0.scope)`" })
  }

  @Test func readmeListsTheThemes() throws {
    let listed = Checkout.table(after: "## Themes", in: try Checkout.text("Themes/README.md")).map { $0[0] }
    #expect(listed == Theme.names.map { "`\($0)`" })
  }

  @Test func everyThemeFileIsShipped() {
    let files = Set(Checkout.files(in: "Themes").filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) })
    #expect(files == Set(Theme.names + ["base"]))
  }
}

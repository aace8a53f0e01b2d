import Foundation
import ReaderCore
import Testing

/// What is made from the command table, and the places that repeat it.
@Suite struct GeneratedTextTests {
  @Test func readmeHasTheKeyTable() throws {
    let readme = try Checkout.text("README.md")
    let start = try #require(readme.range(of: "<!-- keys -->\n"))
    let end = try #require(readme.range(of: "<!-- keys end -->"))
    let table = String(readme[start.upperBound..<end.lowerBound])
    if table != KeyTable.markdown, ProcessInfo.processInfo.environment["QUIRE_REFRESH_GOLDENS"] != nil {
      let refreshed = readme.replacingCharacters(in: start.upperBound..<end.lowerBound, with: KeyTable.markdown)
      try refreshed.write(to: Checkout.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
      return
    }
    #expect(table == KeyTable.markdown, "refresh: QUIRE_REFRESH_GOLDENS=1 swift test --filter GeneratedTextTests")
  }

  @Test func readmeAndContinuousIntegrationInstallTheSamePackages() throws {
    func packages(_ path: String) throws -> [String] {
      let line = try #require(try Checkout.text(path).split(separator: "\n").first { $0.contains("apt-get install") })
      let words = line.split(separator: " ").drop { $0 != "install" }.dropFirst()
      return words.prefix { $0 != "&&" }.filter { !$0.hasPrefix("-") }.map(String.init).sorted()
    }
    let readme = try packages("README.md")
    #expect(readme.contains("libncursesw5-dev"))
    #expect(try packages(".ci/run") == readme)
  }

  @Test func continuousIntegrationRunsTheTestCommandOfReadme() throws {
    let readme = try Checkout.text("README.md")
    let section = try #require(readme.range(of: "## Test it"))
    let command = try #require(readme[section.upperBound...].split(separator: "\n").first { $0.hasPrefix("swift ") })
    #expect(try Checkout.text(".ci/run").split(separator: "\n").contains(command))
  }

  @Test func glossariesNameTheSameWords() throws {
    let words = Checkout.table(after: "## Glossary", in: try Checkout.text("Sources/README.md")).map { $0[0] }
    #expect(words.count >= 15)
    #expect(Set(words).count == words.count)
  }
}

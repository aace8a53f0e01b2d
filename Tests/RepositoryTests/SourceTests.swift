import Foundation
import Testing

/// What a reviewer would check by eye in the sources.
@Suite struct SourceTests {
  /// Modules of the platform that every target may import, and those that need a reason in the table.
  static let platform: Set<String> = ["Glibc", "Synchronization"]

  static let sources = Checkout.swiftFiles(in: ["Sources", "Themes"])
  static let everything = Checkout.swiftFiles(in: ["Sources", "Themes", "Tests"])

  /// The module a file belongs to.
  private func module(of path: String) -> String {
    path.hasPrefix("Themes/") ? "Themes" : String(path.split(separator: "/")[1])
  }

  @Test func importsAreThoseOfTheTable() throws {
    let rows = Checkout.table(after: "## Allowed imports", in: try Checkout.text("Sources/README.md"))
    let allowed = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row[0], Set(row[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }))
      }
    )
    #expect(allowed.count > 10)
    var used: [String: Set<String>] = [:]
    for path in Self.sources {
      for line in try Checkout.text(path).split(separator: "\n") where line.hasPrefix("import ") {
        used[module(of: path), default: []].insert(String(line.dropFirst("import ".count)))
      }
    }
    for path in Self.sources { #expect(allowed[module(of: path)] != nil, "\(path): its module is not in the table") }
    for (module, imports) in used {
      let missing = imports.subtracting(Self.platform).subtracting(allowed[module] ?? [])
      #expect(missing.isEmpty, "\(module) imports \(missing.sorted()), which Sources/README.md does not allow")
    }
    for (module, imports) in allowed {
      let unused = imports.subtracting(used[module] ?? [])
      #expect(unused.isEmpty, "\(module) may import \(unused.sorted()) but does not; take it out of Sources/README.md")
    }
  }

  @Test func filesAreShort() throws {
    for path in Self.everything {
      let text = try Checkout.text(path)
      guard !text.prefix(400).contains("; do not edit.") else { continue }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(lines <= 400, "\(path) has \(lines) lines; split it by idea")
    }
  }

  @Test func nothingGivesUpOnInput() throws {
    for path in Self.sources {
      for (number, line) in try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = line.prefix(upTo: line.range(of: "//")?.lowerBound ?? line.endIndex)
        for word in ["try!", "as!", "fatalError(", "import Foundation", "print(\"DEBUG", "TODO", "FIXME"] {
          #expect(!(word == "import Foundation" ? code == word : code.contains(word)), "\(path):\(number + 1): \(word)")
        }
      }
    }
  }

  /// `///` stands above everything that other modules can see.
  @Test func whatIsNotPrivateIsDocumented() throws {
    let declaration =
      /^\s*(@\w+(\(.*\))?\s+)*package (static |mutating |indirect |final |convenience |internal\(set\) |private\(set\) )*(func|var|let|init|struct|enum|class|protocol|subscript|typealias)\b/
    for path in Self.sources {
      let lines = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() where line.firstMatch(of: declaration) != nil {
        var above = number - 1
        func isSkipped(_ line: Substring) -> Bool {
          let text = line.trimmingCharacters(in: .whitespaces)
          return text.hasPrefix("@") || text.hasPrefix("//") && !text.hasPrefix("///")
        }
        while above >= 0, isSkipped(lines[above]) { above -= 1 }
        let before = above >= 0 ? lines[above].trimmingCharacters(in: .whitespaces) : ""
        let isOperator = line.contains("static func <") || line.contains("static func ==")
        let isProtocolMember = line.contains("var description")
        #expect(
          before.hasPrefix("///") || isOperator || isProtocolMember,
          "\(path):\(number + 1): no summary above \(line)"
        )
      }
    }
  }

  @Test func theTopLevelIsFixed() throws {
    let known: Set<String> = ["Package.swift", "Sources", "Tests", "Themes", "README.md", "Package.resolved"]
    let found = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.path()).filter { !$0.hasPrefix(".") }
    #expect(Set(found).subtracting(known).isEmpty)
  }
}

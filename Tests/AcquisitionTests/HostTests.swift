import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Acquisition

/// Hosts by their names, from a resolver of our own making.
@Suite("Hosts", .enabled(if: access("/usr/bin/curl", X_OK) == 0, "needs curl"))
struct HostTests {
  /// Counts what is asked of it.
  private final class Resolver: Sendable {
    let asked = Mutex<[String]>([])
    let answers: [String: [HostNumbers]]

    init(_ answers: [String: [HostNumbers]]) { self.answers = answers }

    /// The first answer the first time, then the second, and so on.
    func look(up host: String) -> HostNumbers? {
      asked.withLock { asked in
        asked.append(host)
        let times = asked.count { $0 == host }
        return answers[host].flatMap { $0.isEmpty ? nil : $0[min(times, $0.count) - 1] }
      }
    }
  }

  private static let loopback = HostNumbers(["127.0.0.1"], arePrivate: true)
  /// What a test can reach, as if anybody could.
  private static let reachable = HostNumbers(["127.0.0.1"], arePrivate: false)

  private func fetch(_ address: String, known: Set<String>, by resolver: Resolver) -> String {
    let hosts = HostTable { resolver.look(up: $0) }
    let settings = Transfer.Settings(
      limits: FetchLimits(),
      control: FetchControl(),
      hosts: hosts,
      program: "curl",
      agent: "quire/test"
    )
    do throws(FetchFault) {
      let answer = try Fetcher(settings, known: known).fetch(Fetcher.Request(try FetchAddress(address)))
      return String(decoding: answer.body ?? [], as: UTF8.self)
    } catch {
      return error.advice
    }
  }

  @Test func hostsAreAskedByWhatWasLookedUp() throws {
    let server = try LoopbackServer { question in
      question.target == "/there"
        ? .redirection(to: "http://other.example:\(question.fields["host"]?.split(separator: ":").last ?? "")/")
        : .answer("The end.")
    }
    let resolver = Resolver(["open.example": [Self.reachable], "other.example": [Self.reachable]])
    #expect(fetch("http://open.example:\(server.port)/there", known: ["open.example"], by: resolver) == "The end.")
    #expect(
      server.questions.map { $0.fields["host"] } == ["open.example:\(server.port)", "other.example:\(server.port)"]
    )
  }

  @Test func aNameThatMeansThisMachineIsFollowedOnlyWhereItWasTyped() throws {
    let server = try LoopbackServer { question in
      question.target == "/there"
        ? .redirection(to: "http://inner.example:\(question.fields["host"]?.split(separator: ":").last ?? "")/")
        : .answer("secret")
    }
    let resolver = Resolver(["open.example": [Self.reachable], "inner.example": [Self.loopback]])
    let inner = "http://inner.example:\(server.port)/"
    #expect(fetch(inner, known: ["inner.example"], by: resolver) == "secret")
    let refused = "leads into a private network, to inner.example, which was not followed; name it if you trust it"
    #expect(fetch(inner, known: [], by: resolver) == refused)
    #expect(fetch("http://open.example:\(server.port)/there", known: ["open.example"], by: resolver) == refused)
    #expect(server.questions.count == 2)
    #expect(fetch("http://none.example/", known: [], by: resolver).hasPrefix("there is no host none.example"))
  }

  @Test func aNameDoesNotChangeItsMeaningOnTheWay() throws {
    let server = try LoopbackServer { question in question.target == "/" ? .answer("The end.") : .redirection(to: "/") }
    // What the name means next is somewhere else, which nobody asks.
    let elsewhere = HostNumbers(["192.0.2.1"], arePrivate: false)
    let resolver = Resolver(["turning.example": [Self.reachable, elsewhere]])
    #expect(fetch("http://turning.example:\(server.port)/x", known: [], by: resolver) == "The end.")
    #expect(resolver.asked.withLock { $0 } == ["turning.example"])
  }

  /// Bytes that servers might send, mostly of what heads are made of.
  @Test func anyBytesAreReadAsAHeadWithoutHarm() {
    var random = SeededGenerator(seed: 9)
    let pieces = [
      "HTTP/1.1 200 OK\r\n", "Link: ", "<", ">", ";", ",", "=", "\"", "rel", "next", "\r\n", "\n", "\u{1b}[2J", "é",
      ":", " ",
      "Content-Type: text/html; charset=", "x",
    ]
    for _ in 0..<3000 {
      var bytes: [UInt8] = random.chance(80) ? Array("HTTP/1.1 200 OK\r\nLink: <a>".utf8) : []
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        bytes +=
          random.chance(90)
          ? Array(pieces.randomElement(using: &random)!.utf8) : [UInt8.random(in: 0...255, using: &random)]
      }
      guard let head = ResponseHead(bytes) else { continue }
      let texts = head.fields.map(\.value) + [head.mediaType ?? "", head.charset ?? ""]
      #expect(
        texts.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value) } }
      )
      _ = LinkHeader.links(in: head)
    }
  }

  /// Addresses of any characters give nothing that `curl` could take for something else.
  @Test func anyTextIsAnAddressOrNone() {
    var random = SeededGenerator(seed: 10)
    let pieces = [
      "http", "https", "://", ":", "/", "@", "-", "--output", "a", "ä", ".", "[", "]", "::1", "?", "#", "\\", "%", " ",
      "{1,2}", "80", "\t", "\u{202e}", "\u{7f}",
    ]
    for _ in 0..<5000 {
      var text = random.chance(70) ? "http://" : ""
      for _ in 0..<Int.random(in: 0..<12, using: &random) { text += pieces.randomElement(using: &random)! }
      guard let address = try? FetchAddress(text) else { continue }
      #expect(address.text.hasPrefix(address.scheme + "://" + address.host) && address.target.hasPrefix("/"))
      #expect(address.target.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f } && !address.host.hasPrefix("-"))
      #expect(!address.host.contains { " @/\\?#%{".contains($0) })
      #expect((try? FetchAddress(address.text)) == address, "\(text)")
    }
  }
}

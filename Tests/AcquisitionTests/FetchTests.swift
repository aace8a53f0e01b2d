import Foundation
import TestSupport
import Testing

@testable import Acquisition

/// What fetching brings, from a server that misbehaves in every way there is.
@Suite("Fetching", .enabled(if: access("/usr/bin/curl", X_OK) == 0, "needs curl"))
struct FetchTests {
  /// Limits that a test can wait for.
  private static var limits: FetchLimits {
    var limits = FetchLimits()
    limits.connecting = 5
    limits.total = 5
    limits.silence = 1
    limits.bytes = 1 << 20
    limits.redirections = 4
    return limits
  }

  private static func fetcher(
    known: Set<String> = ["127.0.0.1"],
    cache: FetchCache? = nil,
    limits: FetchLimits = limits,
    substitutes: [String: String] = [:]
  ) -> Fetcher {
    Fetcher(agent: "quire/test", known: known, cache: cache, limits: limits, substitutes: substitutes)
  }

  /// What comes from `address`, as text: the answer's body, or why there is none and what had come.
  private static func fetch(_ address: String, by fetcher: Fetcher = fetcher()) -> String {
    var came = 0
    do throws(FetchFault) {
      let answer = try fetcher.fetch(Fetcher.Request(try FetchAddress(address))) { piece in
        if case .body(let bytes) = piece { came += bytes.count }
        return true
      }
      return String(decoding: answer.body ?? [], as: UTF8.self)
    } catch {
      return (came > 0 ? "\(came) bytes, then: " : "") + error.advice
    }
  }

  private static func text(_ body: String) throws -> LoopbackServer { try LoopbackServer { _ in .answer(body) } }

  @Test func whatStandsThereComes() throws {
    let server = try Self.text("<p>Kept hours.")
    #expect(Self.fetch(server.address("/a?b=[c]&d={e}#f")) == "<p>Kept hours.")
    let question = try #require(server.questions.first)
    #expect(question.target == "/a?b=[c]&d={e}")
    #expect(question.fields["user-agent"] == "quire/test")
    #expect(question.fields["cookie"] == nil)
    #expect(question.fields["accept-encoding"]?.contains("gzip") == true)
  }

  @Test func theHeadIsReadAndHandedOnBeforeTheBody() throws {
    let server = try LoopbackServer { _ in
      [.bytes(Array("HTTP/1.1 103 Early\r\nLink: </x>\r\n\r\n".utf8))]
        + .answer(
          "text",
          type: "Text/HTML; a=b; charset=\"windows-1251\"",
          fields: ["Link: <https://a.example/wp-json/>; rel=\"https://api.w.org/\", </b?p=1>; rel=shortlink"]
        )
    }
    var order: [String] = []
    let request = Fetcher.Request(try FetchAddress(server.address()))
    let answer = try Self.fetcher().fetch(request) { piece in
      switch piece {
      case .head(let head, from: _): order.append("\(head.status) \(head.mediaType ?? "") \(head.charset ?? "")")
      case .body(let bytes): order.append(String(decoding: bytes, as: UTF8.self))
      }
      return true
    }
    #expect(order == ["200 text/html windows-1251", "text"])
    let links = LinkHeader.links(in: answer.head)
    #expect(links.map(\.target) == ["https://a.example/wp-json/", "/b?p=1"])
    #expect(links[0].isRelation("https://api.w.org/") && links[1].isRelation("shortlink"))
  }

  // MARK: Answers that are not whole

  @Test func whatIsCutIsNotWhole() throws {
    let server = try LoopbackServer { question in
      switch question.target {
      case "/short": .answer(Array("half".utf8), length: 8)
      case "/reset": .answer(Array("half".utf8), length: 8) + [.pause(milliseconds: 50), .reset]
      case "/empty": []
      case "/chunked": [.bytes(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n8\r\nba".utf8))]
      default: [.bytes(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8))]
      }
    }
    let broken = "the connection broke off after 4 bytes, the rest is missing; try again"
    #expect(Self.fetch(server.address("/short")) == "4 bytes, then: \(broken)")
    #expect(Self.fetch(server.address("/reset")) == "4 bytes, then: \(broken)")
    #expect(
      Self.fetch(server.address("/chunked")) == "6 bytes, then: \(broken.replacingOccurrences(of: "4", with: "6"))"
    )
    #expect(Self.fetch(server.address("/empty")).hasPrefix("the connection broke off"))
    #expect(Self.fetch(server.address("/head")).contains("; try again"))
  }

  /// "Kept hours." and "A second." as gzip, one member each.
  private static let packed = [
    "H4sIAAAAAAACA7MpsPNOLShRyMgvLSrWUciGs/UAU8+uJhoAAAA=", "H4sIAAAAAAACA1NwzEtRSFQoTk3Oz0vRAwAtHPkHDgAAAA==",
  ].map { [UInt8](Data(base64Encoded: $0) ?? Data()) }
  private static let unpacked = "<p>Kept hours, kept hours. And a second."

  @Test func whatIsPackedIsUnpackedAndWholeOnlyIfItsPackingIs() throws {
    let packed = Self.packed[0] + Self.packed[1]
    let server = try LoopbackServer { question in
      let bytes =
        question.target == "/padded"
        ? packed + [0, 0, 0] : Array(packed.dropLast(Int(question.target.dropFirst()) ?? 0))
      return .answer(bytes, fields: ["Content-Encoding: \(question.target == "/1" ? "X-GZip" : "gzip")"])
    }
    let broken = "the connection broke off after 40 bytes, the rest is missing; try again"
    #expect(Self.fetch(server.address("/0")) == Self.unpacked)
    #expect(Self.fetch(server.address("/padded")) == Self.unpacked)
    #expect(Self.fetch(server.address("/1")) == "40 bytes, then: \(broken)")
    #expect(Self.fetch(server.address("/20")).hasSuffix("the rest is missing; try again"))
    // As some say of what is empty.
    #expect(Self.fetch(server.address("/\(packed.count)")) == "")
    let strange = try LoopbackServer { question in
      .answer("text", fields: ["Content-Encoding: \(question.target.dropFirst())"])
    }
    #expect(Self.fetch(strange.address("/br")) == "is packed as br, not text; open it in a browser")
    #expect(Self.fetch(strange.address("/utf-8")) == "text")
  }

  @Test(arguments: [1, 7, 1000])
  func whatIsPackedMayComeInAnyPortionsAndEndAnywhere(portion: Int) throws {
    let packed = Self.packed[0] + Self.packed[1]
    for end in 0...packed.count {
      var text: [UInt8] = []
      let unpacking = try GzipUnpacking()
      for start in stride(from: 0, to: end, by: portion) {
        _ = try packed[start..<min(end, start + portion)].withUnsafeBufferPointer { (bytes) throws(FetchFault) in
          try unpacking.unpack(bytes) { (came) throws(FetchFault) in
            text += came
            return true
          }
        }
      }
      #expect(unpacking.isWhole == [0, Self.packed[0].count, packed.count].contains(end), "cut at \(end)")
      #expect(Self.unpacked.utf8.starts(with: text))
    }
  }

  @Test func whoStopsAnsweringIsNotWaitedForLong() throws {
    let server = try LoopbackServer { question in
      question.target == "/never"
        ? [.pause(milliseconds: 60_000)] : .answer(Array("half".utf8), length: 8) + [.pause(milliseconds: 60_000)]
    }
    var limits = Self.limits
    limits.total = 1
    let begin = ContinuousClock.now
    #expect(
      Self.fetch(server.address("/never"), by: Self.fetcher(limits: limits)) == "127.0.0.1 stopped answering; try again"
    )
    #expect(
      Self.fetch(server.address("/half"), by: Self.fetcher(limits: limits))
        == "4 bytes, then: 127.0.0.1 stopped answering after 4 bytes; try again"
    )
    #expect(ContinuousClock.now - begin < .seconds(30))
  }

  @Test func aBombIsLeftWhenTheLimitIsReached() throws {
    let bomb = Self.zeros
    let server = try LoopbackServer { _ in
      [
        .bytes(Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8) + bomb.start),
        .flood(bomb.period, count: 1 << 26),
      ]
    }
    #expect(Self.fetch(server.address()).hasSuffix("is larger than 1 MB; save it and read the file"))
    let damaged = try LoopbackServer { _ in .answer("no gzip at all", fields: ["Content-Encoding: gzip"]) }
    #expect(Self.fetch(damaged.address()) == "what came is damaged; try again")
  }

  /// Zeros without end as gzip (RFC 1951, 1952): one literal, then copies of 258 bytes from the byte before, 13 bits each.
  private static var zeros: (start: [UInt8], period: [UInt8]) {
    var bits = "010" + "00110000"
    // Fixed codes begin with their highest bit; the block's header, with its lowest.
    for _ in 0..<16 { bits += "11000101" + "00000" }
    let all = Array(bits)
    let bytes = stride(from: 0, to: all.count - 7, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { $0 | (all[start + $1] == "1" ? 1 << UInt8($1) : 0) }
    }
    return ([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3] + bytes[..<2], Array(bytes[2..<15]))
  }

  @Test func whatIsNoPageIsSaid() throws {
    let server = try LoopbackServer { question in
      switch question.target {
      case "/image": .answer("PNG", type: "image/png")
      case "/teapot": .answer("", status: 418)
      default: .answer("", status: Int(question.target.dropFirst()) ?? 500)
      }
    }
    #expect(Self.fetch(server.address("/404")) == "there is no such page (404); check the address")
    #expect(Self.fetch(server.address("/403")).hasPrefix("is not shown to us (403)"))
    #expect(Self.fetch(server.address("/401")).hasPrefix("is shown only to who signs in (401)"))
    #expect(Self.fetch(server.address("/429")) == "was asked for too often (429); wait and try again")
    #expect(Self.fetch(server.address("/503")) == "the server is in trouble (503); try again later")
    #expect(Self.fetch(server.address("/teapot")).hasPrefix("the server answers with status 418"))
    #expect(Self.fetch(server.address("/image")) == "is image/png, not text; open it in a browser")
    let port = try Self.text("").port
    #expect(Self.fetch("http://127.0.0.1:\(port)/gone").hasPrefix("127.0.0.1 does not answer"))
    #expect(Self.fetch("https://127.0.0.1:\(server.port)/").hasPrefix("no secure connection to 127.0.0.1 ("))
    let missing = Fetcher(agent: "", known: [], cache: nil, program: "/no/such/curl")
    #expect(
      Self.fetch("http://192.0.2.1/", by: missing)
        == "is fetched by curl, which is not installed; install the package curl"
    )
  }

  @Test func whatIsCancelledEndsAtOnce() throws {
    let server = try LoopbackServer { _ in .answer(Array("half".utf8), length: 8) + [.pause(milliseconds: 60_000)] }
    let fetcher = Self.fetcher(limits: FetchLimits())
    let begin = ContinuousClock.now
    var fault: FetchFault?
    do throws(FetchFault) {
      _ = try fetcher.fetch(Fetcher.Request(try FetchAddress(server.address()))) { piece in
        if case .body = piece { fetcher.control.cancel() }
        return true
      }
    } catch { fault = error }
    #expect(fault == .cancelled)
    #expect(fetcher.control.progress.bytes == 4)
    #expect(ContinuousClock.now - begin < .seconds(20))
    #expect(Self.fetch(server.address(), by: fetcher) == FetchFault.cancelled.advice)
  }

  // MARK: Redirections

  @Test func redirectionsAreFollowed() throws {
    let server = try LoopbackServer { question in
      switch question.target {
      case "/one": .redirection(to: "two/three", status: 301)
      case "/two/three": .redirection(to: "../end?x", status: 307)
      case "/end?x": .answer("The end.")
      case "/loop": .redirection(to: "/loop/")
      case "/loop/": .redirection(to: "/loop")
      case "/nowhere": .answer("", status: 302)
      case "/file": .redirection(to: "file:///etc/passwd")
      case "/secret": .redirection(to: "http://user:word@127.0.0.1/")
      default: .redirection(to: question.target + "x")
      }
    }
    let answer = try Self.fetcher().fetch(Fetcher.Request(FetchAddress(server.address("/one"))))
    #expect(answer.address.text == server.address("/end?x"))
    #expect(Self.fetch(server.address("/one")) == "The end.")
    #expect(
      Self.fetch(server.address("/loop"))
        == "is redirected in a circle, to \(server.address("/loop")); open it in a browser"
    )
    #expect(Self.fetch(server.address("/more")) == "is redirected more than 4 times; open it in a browser")
    let nowhere = "is redirected to what is no address of the web; open it in a browser"
    #expect(Self.fetch(server.address("/nowhere")) == nowhere)
    #expect(Self.fetch(server.address("/file")) == nowhere)
    #expect(Self.fetch(server.address("/secret")).hasPrefix("has a name or password in it"))
  }

  @Test func noRedirectionLeadsIntoAPrivateNetwork() throws {
    let secret = try Self.text("secret")
    let server = try LoopbackServer { question in .redirection(to: String(question.target.dropFirst())) }
    // The test is a user who typed the number of this machine, not its name, and no other number.
    for host in ["localhost", "[::1]", "0", "127.1", "0x7f000001", "2130706433", "[::ffff:127.0.0.1]", "127.0.0.2"] {
      let said = Self.fetch(server.address("/http://\(host):\(secret.port)/"))
      #expect(said.hasPrefix("leads into a private network, to \(host)"), "\(host): \(said)")
    }
    #expect(secret.questions.isEmpty)
    #expect(Self.fetch(server.address("/" + secret.address())) == "secret")
  }

  @Test(arguments: [
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
    "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "2001:0:1::", "fe80::1", "fec0::1", "fc00::1", "ff02::1", "::7f00:1",
  ])
  func privateNumbers(number: String) {
    #expect(HostNumbers(of: number)?.arePrivate == true)
  }

  @Test(arguments: ["1.1.1.1", "100.128.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "::ffff:1.1.1.1"])
  func publicNumbers(number: String) throws {
    let numbers = try #require(HostNumbers(of: number))
    #expect(!numbers.arePrivate)
    #expect(numbers.texts.count == 1)
  }

  // MARK: Addresses

  @Test func addressesAreTakenApartAndPutTogether() throws {
    func text(_ address: String) -> String {
      do { return try FetchAddress(address).text } catch { return error.advice }
    }
    #expect(text("HTTPS://Example.COM:443") == "https://example.com/")
    #expect(text("http://example.com:8080/a b?ü#c") == "http://example.com:8080/a%20b?%C3%BC")
    #expect(text("http://[2001:DB8::1]:80/x") == "http://[2001:db8::1]/x")
    #expect(text("https://bücher.example/") == "https://bücher.example/")
    for wrong in [
      "https://", "https:///x", "http://-oX/", "http://a b/", "http://a\\b/", "http://a:0/", "http://a:99999/",
      "http://a:b/", "ftp://a/", "http://[::1/", "http://.../", "http://a\u{202e}b/", "http://a/\nb", "//a/b",
      "http://" + String(repeating: "a", count: 300) + "/", "http://a/" + String(repeating: "a", count: 9000),
    ] {
      #expect(text(wrong).hasPrefix("is an address that "), "\(wrong): \(text(wrong))")
    }
    #expect(text("http://me:word@example.com/").hasPrefix("has a name or password in it"))
    #expect(Source(argument: "http://me:wo/rd@example.com/@x").name == "http://me:wo/rd@example.com/@x")
    #expect(Source(argument: "http://me:word@example.com/@x").name == "http://example.com/@x")
    #expect(Source(argument: "HtTpS://x/\u{1b}[2J") == .address("HtTpS://x/\u{1b}[2J"))
    #expect(Source(argument: "HtTpS://x/\u{1b}[2J").name == "HtTpS://x/␛[2J")
  }
}

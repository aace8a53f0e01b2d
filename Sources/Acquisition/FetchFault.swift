/// Why what stands at an address could not be fetched.
package enum FetchFault: Error, Hashable, Sendable {
  /// The address is none; what is wrong with it.
  case badAddress(String)
  /// The address has a name and a password in it.
  case credentials
  /// The program that fetches is not there.
  case noProgram
  /// The host is not known.
  case unknownHost(String)
  /// The proxy that the environment names is not known.
  case unknownProxy
  /// Nothing answers at the host.
  case noConnection(String)
  /// The host cannot be trusted to be the one that is meant; as `curl` says it.
  case notSecure(String, said: String)
  /// Nothing came for a long time, or it took too long altogether; how many bytes had come.
  case timeout(host: String, bytes: Int)
  /// The answer broke off after so many bytes.
  case cut(bytes: Int)
  /// The answer is damaged.
  case damaged
  /// The answer has more bytes than are taken.
  case tooLarge(limit: Int)
  /// The host answers with this status (RFC 9110, section 15).
  case status(Int)
  /// The answer is of a media type that is not text.
  case notText(String)
  /// A redirection leads back to where it came from.
  case loop(String)
  /// There are more redirections than are followed.
  case tooManyRedirections(Int)
  /// A redirection says not where to, or to what is no address of the web.
  case badRedirection
  /// The address is not the user's own, and leads into a private network; the host.
  case privateHost(String)
  /// The site answers with something else than what was asked for.
  case notAnswered
  /// A page of a discussion is missing, and those after it; its number and why.
  case missingPage(Int, String)
  /// It is not wanted any more.
  case cancelled
  /// What `curl` says, with the status that it ended with.
  case other(Int32, said: String)

  /// `what was found; what to do`, of one line.
  package var advice: String {
    switch self {
    case .badAddress(let fault): "is an address that \(fault); check it"
    case .credentials: "has a name or password in it, which is not sent; leave it out, or pipe the page into quire -"
    case .noProgram: "is fetched by curl, which is not installed; install the package curl"
    case .unknownHost(let host): "there is no host \(host), or no network; check the address and the connection"
    case .unknownProxy: "the proxy that the environment names is not known; check http_proxy and https_proxy"
    case .noConnection(let host): "\(host) does not answer; check the address and the connection, or try again later"
    case .notSecure(let host, let said): "no secure connection to \(host) (\(said)); check the address and the clock"
    case .timeout(let host, let bytes):
      "\(host) stopped answering" + (bytes > 0 ? " after \(Self.size(bytes))" : "") + "; try again"
    case .cut(let bytes): "the connection broke off after \(Self.size(bytes)), the rest is missing; try again"
    case .damaged: "what came is damaged; try again"
    case .tooLarge(let limit): "is larger than \(Self.size(limit)); save it and read the file"
    case .status(let status): Self.advice(onStatus: status)
    case .notText(let type): "is \(type), not text; open it in a browser"
    case .loop(let address): "is redirected in a circle, to \(address); open it in a browser"
    case .tooManyRedirections(let count): "is redirected more than \(count) times; open it in a browser"
    case .badRedirection: "is redirected to what is no address of the web; open it in a browser"
    case .privateHost(let host):
      "leads into a private network, to \(host), which was not followed; name it if you trust it"
    case .notAnswered: "the site answers with something else; open it in a browser"
    case .missingPage(let number, let why): "page \(number) of the discussion and those after it are missing: \(why)"
    case .cancelled: "was not read to its end; read it again"
    case .other(let status, let said): "could not be fetched (curl \(status): \(said)); try again"
    }
  }

  private static func advice(onStatus status: Int) -> String {
    switch status {
    case 404, 410: "there is no such page (\(status)); check the address"
    case 401, 407: "is shown only to who signs in (\(status)); save the page from a browser and name the file"
    case 403, 451: "is not shown to us (\(status)); save the page from a browser and name the file"
    case 429: "was asked for too often (429); wait and try again"
    case 500...: "the server is in trouble (\(status)); try again later"
    default: "the server answers with status \(status) and no page; open it in a browser"
    }
  }

  /// A number of bytes in words.
  package static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1000: "\(bytes) bytes"
    case ..<1_000_000: "\((bytes + 500) / 1000) KB"
    default: "\((bytes + 500_000) / 1_000_000) MB"
    }
  }

  /// Whether something has come, which is not all.
  package var isCut: Bool {
    switch self {
    case .cut(let bytes), .timeout(_, let bytes): bytes > 0
    case .damaged, .cancelled, .missingPage: true
    default: false
    }
  }

  /// What the status says that `curl` ended with (curl.se/libcurl/c/libcurl-errors.html).
  static func curl(_ status: Int32, said: String, host: String, bytes: Int) -> FetchFault {
    switch status {
    case 1, 3: .badAddress("curl does not take")
    case 5: .unknownProxy
    case 6: .unknownHost(host)
    case 7: .noConnection(host)
    case 28: .timeout(host: host, bytes: bytes)
    case 18, 52, 55, 56, 92, 95, 96: .cut(bytes: bytes)
    case 23, 61: .damaged
    case 35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91, 98: .notSecure(host, said: said)
    default: .other(status, said: said)
    }
  }
}

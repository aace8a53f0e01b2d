import Glibc
import Synchronization

/// A server of HTTP on this machine that answers as a test says, well or badly.
///
/// Every connection has a thread of its own and brings one question; the answer is written piece by piece, as it stands,
/// and then the connection is closed. Ends with the object.
package final class LoopbackServer: Sendable {
  /// A question.
  package struct Question: Sendable {
    /// Path and query.
    package var target: String
    /// The fields of its head, names in small letters.
    package var fields: [String: String]
  }

  /// A step of an answer.
  package enum Step: Sendable {
    /// Bytes are sent.
    case bytes([UInt8])
    /// Nothing happens for so many milliseconds, or until the server ends.
    case pause(milliseconds: Int)
    /// The same bytes are sent again and again, until so many have been.
    case flood([UInt8], count: Int)
    /// The connection is reset, as a line that fails does.
    case reset
  }

  private let descriptor: Int32
  /// The port.
  package let port: Int
  private let answer: @Sendable (Question) -> [Step]
  private let asked = Mutex<[Question]>([])
  private let isOver = Atomic(false)

  /// A server that answers by `answer`.
  package init(_ answer: @escaping @Sendable (Question) -> [Step]) throws {
    self.answer = answer
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw SystemFailure("make a socket") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = descriptor
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isListening else { throw SystemFailure("listen") }
    port = Int(UInt16(bigEndian: address.sin_port))
    _ = WorkerThread { [weak self, descriptor] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else {
          if errno == EINTR || errno == ECONNABORTED { continue }
          return
        }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        guard let server = self else {
          close(connection)
          return
        }
        _ = WorkerThread { server.serve(connection) }
      }
    }
  }

  deinit { end() }

  /// Stops listening, and ends what waits.
  package func end() {
    if isOver.exchange(true, ordering: .relaxed) { return }
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  /// The address of a path.
  package func address(_ target: String = "/") -> String { "http://127.0.0.1:\(port)\(target)" }

  /// What was asked so far, in order.
  package var questions: [Question] { asked.withLock { $0 } }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let question = Self.question(from: connection) else { return }
    asked.withLock { $0.append(question) }
    for step in answer(question) {
      switch step {
      case .bytes(let bytes): guard Self.send(bytes, to: connection) else { return }
      case .flood(let bytes, let count):
        var sent = 0
        while sent < count, Self.send(bytes, to: connection) { sent += bytes.count }
      case .pause(let milliseconds):
        for _ in 0..<(milliseconds + 9) / 10 where !isOver.load(ordering: .relaxed) { usleep(10_000) }
      case .reset:
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        return
      }
    }
  }

  private static func question(from connection: Int32) -> Question? {
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(connection, &portion, portion.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return nil }
      bytes += portion[..<count]
      // Who wants a secure connection says something else first.
      guard bytes.first == UInt8(ascii: "G") else { return nil }
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[0] == "GET" else { return nil }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
    }
    return Question(target: String(words[1]), fields: fields)
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let left = UnsafeRawBufferPointer(rebasing: rest)
        let count = Glibc.send(connection, left.baseAddress, left.count, Int32(MSG_NOSIGNAL))
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }
}

extension [LoopbackServer.Step] {
  /// A whole answer, as it should be.
  package static func answer(
    _ body: [UInt8],
    status: Int = 200,
    type: String? = "text/html; charset=utf-8",
    fields: [String] = [],
    length: Int? = nil
  ) -> [LoopbackServer.Step] {
    var head =
      ["HTTP/1.1 \(status) As Told"] + fields + ["Content-Length: \(length ?? body.count)", "Connection: close"]
    if let type { head.append("Content-Type: \(type)") }
    return [.bytes([UInt8]((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)]
  }

  /// A whole answer of text.
  package static func answer(
    _ body: String,
    status: Int = 200,
    type: String? = "text/html; charset=utf-8",
    fields: [String] = []
  ) -> [LoopbackServer.Step] {
    answer([UInt8](body.utf8), status: status, type: type, fields: fields)
  }

  /// A redirection.
  package static func redirection(to location: String, status: Int = 302) -> [LoopbackServer.Step] {
    answer("", status: status, fields: ["Location: \(location)"])
  }

  /// That there is no such thing.
  package static var nothing: [LoopbackServer.Step] { answer("<p>Nothing here.", status: 404) }
}

import DocumentModel
import Glibc

/// Something that libFuzzer gives inputs to: it reads them and stops when what is known of any result does not hold.
struct FuzzTarget: Sendable {
  /// What it is chosen by.
  let name: String
  /// Reads an input.
  let run: @Sendable (UnsafeBufferPointer<UInt8>) -> Void

  /// A target that does `run` with an input.
  init(_ name: String, _ run: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Void) {
    self.name = name
    self.run = run
  }

  /// A target that reads inputs as documents, whole and as beginnings.
  init(_ name: String, importing read: @escaping @Sendable (Span<UInt8>, _ isComplete: Bool) -> Document) {
    self.init(name) { ImportCheck(read).run($0) }
  }

  /// The one that the environment variable `QUIRE_FUZZ` names; the first of ``all`` where it does not.
  static let chosen: FuzzTarget = {
    guard let name = getenv("QUIRE_FUZZ").map({ String(cString: $0) }) else { return all[0] }
    let found = all.first { $0.name == name }
    let names = all.map(\.name).joined(separator: ", ")
    expect(found != nil, "QUIRE_FUZZ: there is no target \(name); use one of \(names)")
    return found ?? all[0]
  }()
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(UnsafeBufferPointer(start: start, count: count))
  return 0
}

/// Stops the program, so that the fuzzer keeps the input, when something does not hold.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  guard !condition else { return }
  let line = Array((message() + "\n").utf8)
  _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  abort()
}

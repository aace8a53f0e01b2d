#if !FUZZER
  import Glibc

  /// Without libFuzzer, the inputs named on the command line are run once: to see again what the fuzzer found.
  @main struct Replay {
    static func main() {
      for path in CommandLine.arguments.dropFirst() {
        guard let file = fopen(path, "rb") else {
          expect(false, "\(path) cannot be opened")
          return
        }
        defer { fclose(file) }
        var input: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&room, 1, room.count, file), count > 0 { input.append(contentsOf: room[..<count]) }
        input.withUnsafeBufferPointer { _ = fuzz($0.baseAddress, $0.count) }
      }
    }
  }
#endif

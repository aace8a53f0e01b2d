import Glibc
import Synchronization

/// The processor time of this thread: other programs on the machine do not count, only what they leave of the caches.
enum ThreadClock {
  /// Nanoseconds since the thread began.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// The memory of this process that is no file's: `RssAnon` in `proc(5)`.
enum AnonymousMemory {
  /// `malloc_trim(3)` of glibc, which Swift's module map of it leaves out.
  private static let trim = dlsym(nil, "malloc_trim").map {
    unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
  }

  /// Its size in bytes; 0 where the system does not tell.
  static var now: Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("RssAnon:") else { continue }
      return text.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 } ?? 0
    }
    return 0
  }

  /// Its size once the allocator has given back what is free, so that what comes next cannot hide in it.
  static var afterTrimming: Int {
    _ = trim?(0)
    return now
  }
}

/// What measured work gives is added up here, where the compiler cannot know that nobody reads it.
let sink = Atomic<Int>(0)

/// Performs the work that is measured, and nothing else. Callgrind counts what is done inside of it; it is known there by its name.
@inline(never)
func measured(_ work: () -> Int) -> Int { work() }

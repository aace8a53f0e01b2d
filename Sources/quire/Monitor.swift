import Glibc

/// A value that threads share, and wait for changes of.
///
/// `@unchecked`: the value is looked at only while the mutex is held.
final class Monitor<Value>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var value: Value

  /// A monitor of `value`.
  init(_ value: sending Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    // Who sets the clock does not end a wait.
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(changed, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Changes the value, and wakes whoever waits if `change` says so.
  func change(_ change: (inout Value) -> Bool) {
    pthread_mutex_lock(mutex)
    let wakes = change(&value)
    pthread_mutex_unlock(mutex)
    if wakes { pthread_cond_broadcast(changed) }
  }

  /// Waits until `take` gives something, asked after every change.
  func wait<Result>(for take: (inout Value) -> Result?) -> Result {
    guard let result = wait(until: { _ in nil }, for: take) else { preconditionFailure("there is no deadline") }
    return result
  }

  /// Waits until `take` gives something, asked after every change, or until a time.
  ///
  /// - Parameters:
  ///   - deadline: when to stop waiting, asked likewise, as ``now`` counts; `nil` is never.
  /// - Returns: `nil` when that time has come.
  func wait<Result>(until deadline: (Value) -> Int64?, for take: (inout Value) -> Result?) -> Result? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let result = take(&value) { return result }
      guard let end = deadline(value) else {
        pthread_cond_wait(changed, mutex)
        continue
      }
      guard end > Self.now else { return nil }
      var time = timespec(tv_sec: Int(end / 1000), tv_nsec: Int(end % 1000) * 1_000_000)
      pthread_cond_timedwait(changed, mutex, &time)
    }
  }

  /// Milliseconds of a clock that nobody sets.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

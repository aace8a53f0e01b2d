import Synchronization
import DocumentModel
import ReaderCore
import TerminalModel

/// A place in a document and the keys pressed there. Measured twice: what the reader's state does of them, and until the frame is made.
///
/// Each run has a new reader that goes to the place and sees it, so that what is on the screen is laid out and nothing else is: a key
/// that goes elsewhere finds it as a person's first visit does.
struct KeyScenario {
  /// Kebab-case, unique.
  let name: String
  /// What the keys do and where, for `--list`.
  let summary: String
  /// Brings a reader to the place.
  let arrive: (Reading) -> Void
  /// What is measured: ``repetitions`` times these.
  let events: [ReaderEvent]
  /// How often.
  let repetitions: Int

  /// A scenario of keys in the keymap's notation.
  init(_ name: String, _ keys: String, times: Int = 1, _ summary: String, arrive: @escaping (Reading) -> Void) {
    self.init(name: name, summary: "\(keys) \(summary)", events: Reading.events(keys), times: times, arrive: arrive)
  }

  private init(
    name: String,
    summary: String,
    events: [ReaderEvent],
    times: Int,
    arrive: @escaping (Reading) -> Void
  ) {
    self.name = name
    self.summary = times == 1 ? summary : "\(summary); one of \(times)"
    self.arrive = arrive
    self.events = events
    repetitions = times
  }

  /// A change of the window's size.
  static var resize: KeyScenario {
    KeyScenario(
      name: "resize",
      summary: "a window of 100×30 in the middle",
      events: [.resized(Size(rows: 30, columns: 100))],
      times: 1
    ) { $0.type("50%") }
  }
}

// MARK: As benchmarks

extension KeyScenario {
  /// What the reader's state does of the keys.
  func handled(window: Window) -> Benchmark {
    Benchmark("key/\(name)", summary, operations: repetitions) { material in
      let reading = ready(material, window: window)
      return {
        for _ in 0..<repetitions {
          for event in events { reading.handle(event) }
        }
        return reading.state.view.row
      }
    }
  }

  /// The same until the frame is made: one frame for all keys of a command.
  func painted(window: Window) -> Benchmark {
    Benchmark("paint/\(name)", "\(summary); with a frame for each", operations: repetitions) { material in
      let reading = ready(material, window: window)
      return {
        var sum = 0
        for _ in 0..<repetitions {
          for event in events { reading.handle(event) }
          sum &+= reading.paint()
        }
        return sum
      }
    }
  }

  private func ready(_ material: Material, window: Window) -> Reading {
    let reading = Reading(of: material, window: window)
    arrive(reading)
    sink.wrappingAdd(reading.paint(), ordering: .relaxed)
    return reading
  }
}

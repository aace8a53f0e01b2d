import ArgumentParser
import Glibc

/// `quire-bench instructions`: counts that are the same in every run, for what the clock cannot tell apart.
///
/// The program runs itself under callgrind, each benchmark once, and callgrind writes a profile whenever ``measured(_:)`` is left: the
/// profiles are, in order, the rows of the table.
struct Instructions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count instructions with valgrind's callgrind; some fifty times slower."
  )

  @OptionGroup var selection: Selection

  func run() throws {
    var template = Array("/tmp/quire-bench.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure("/tmp: no directory can be made in it") }
    let directory = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { Self.remove(directory) }
    // Valgrind before 3.22 gives up on the debugging information that Swift writes.
    let program = "\(directory)/quire-bench"
    guard Self.run("strip", ["--strip-debug", "-o", program, try Self.path], output: "/dev/null") else {
      throw Failure("strip did not copy this program; see whether binutils are installed")
    }
    // Else every run has hash tables of another order.
    setenv("SWIFT_DETERMINISTIC_HASHING", "1", 1)
    let figures = try selection.specimens.flatMap { try count(on: $0, by: program, in: directory) }
    switch selection.format {
    case .table: writeOut(TextTable(of: figures).text)
    case .tsv: writeOut(([Figure.header] + figures.map(\.line)).map { $0 + "\n" }.joined())
    }
  }

  private func count(on specimen: Specimen, by program: String, in directory: String) throws -> [Figure] {
    let size = selection.window.defaultValueDescription
    let only = selection.only.flatMap { ["--only", $0] }
    let label = specimen.label
    let profile = "\(directory)/\(label)"
    let output = "\(profile).tsv"
    // How the compiler writes the name of `measured(_: () -> Int) -> Int`; callgrind takes no pattern for what it dumps after.
    let function = "$s11quire_bench8measuredyS2iyXEF"
    let arguments =
      [
        "--quiet", "--tool=callgrind", "--collect-atstart=no", "--toggle-collect=\(function)",
        "--dump-after=\(function)", "--callgrind-out-file=\(profile)", program, "run", "--runs", "1",
        "--format",
        "tsv", "--documents", label, "--window", size,
      ] + only
    guard Self.run("valgrind", arguments, output: output), let results = TextFile.contents(of: output) else {
      throw Failure("valgrind did not run to its end; see whether it is installed")
    }
    let operations = Dictionary(uniqueKeysWithValues: selection.benchmarks.map { ($0.name, $0.operations) })
    let timed = results.split(separator: "\n").compactMap(Figure.init(line:)).filter { $0.unit == .nanoseconds }
    return try timed.enumerated().map { index, figure in
      guard let total = Self.total(in: "\(profile).\(index + 1)") else {
        throw Failure("callgrind counted nothing for \(figure.benchmark); measured(_:) has another name")
      }
      return Figure(
        benchmark: figure.benchmark,
        specimen: label,
        unit: .instructions,
        value: Double(total) / Double(operations[figure.benchmark] ?? 1)
      )
    }
  }

  /// The number that a profile says was counted in all.
  private static func total(in path: String) -> Int? {
    let line = TextFile.contents(of: path)?.split(separator: "\n").last { $0.hasPrefix("totals: ") }
    return line.flatMap { Int($0.dropFirst("totals: ".count)) }
  }

  /// Where this program is: valgrind takes `/proc/self/exe` for itself.
  private static var path: String {
    get throws {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let length = readlink("/proc/self/exe", &buffer, buffer.count)
      guard length > 0 else { throw Failure("/proc/self/exe: it cannot be read") }
      return String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// Runs a program to its end, its standard output in a file.
  ///
  /// - Returns: whether it ended well.
  private static func run(_ program: String, _ arguments: [String], output: String) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let words = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    var status: Int32 = 0
    guard posix_spawnp(&process, program, &actions, nil, words + [nil], environ) == 0 else { return false }
    return waitpid(process, &status, 0) == process && status == 0
  }

  private static func remove(_ directory: String) {
    if let entries = opendir(directory) {
      while let entry = readdir(entries) {
        withUnsafePointer(to: &entry.pointee.d_name.0) { name in
          _ = unlink(directory + "/" + String(cString: name))
        }
      }
      closedir(entries)
    }
    rmdir(directory)
  }
}

import ArgumentParser
import Configuration
import Glibc
import Library
import TextLayout
import Themes

/// How the program looks and folds: what the command line says, else what is configured, else what is usual.
struct Appearance {
  /// The files of the person who reads.
  let files: UserFiles
  /// What is configured.
  let configuration: Configuration
  /// What was wrong with the configuration, a line each.
  let problems: [String]
  private let options: LayoutOptions

  init(_ options: LayoutOptions) throws(ProgramError) {
    self.options = options
    files = UserFiles()
    let loaded = try files.configuration()
    configuration = loaded.configuration
    problems = loaded.problems
  }

  /// The theme that is asked for, and what is wrong with it. One that is only configured gives way to the usual one where it
  /// cannot be had.
  ///
  /// - Throws: an error of usage where the command line names a theme that there is not.
  func theme() throws -> Theme.Loaded {
    if let name = options.theme {
      do { return try files.theme(name) } catch { throw ValidationError(error.message) }
    }
    guard let choice = configuration.theme else { return try files.theme(Theme.names[0]) }
    do throws(ProgramError) {
      return try files.theme(choice.name(onLight: Self.isTerminalLight))
    } catch {
      let usual = try files.theme(Theme.names[0])
      return Theme.Loaded(theme: usual.theme, problems: ["config.toml: \(error.message)"])
    }
  }

  /// The greatest width of the text column.
  var width: Int? { options.width ?? configuration.width }

  /// The comment depth from which on comments begin folded.
  var foldLevel: Int? { (options.fold?.choice ?? configuration.fold)?.depth }

  /// Whether what was folded the last time is.
  var folding: Visit.Folding {
    switch options.fold?.choice {
    case .new: .new
    case nil: configuration.fold == .new ? .new : .remembered
    default: .given
    }
  }

  /// The drawing characters.
  var symbols: Symbols { options.ascii ?? configuration.drawsASCII ? .ascii : .unicode }

  /// Whether nothing on the screen changes by itself but for what was waited for.
  var reducesMotion: Bool { options.reducedMotion ?? configuration.reducesMotion }

  /// Whether colours are wanted at all (<https://no-color.org>).
  static var hasColors: Bool { getenv("NO_COLOR").map { $0.pointee == 0 } ?? true }

  /// Whether the terminal says that its background is light: `COLORFGBG` is two or three of the sixteen colours, the
  /// background last.
  private static var isTerminalLight: Bool {
    guard let value = getenv("COLORFGBG"), let last = String(cString: value).split(separator: ";").last,
      let color = Int(last)
    else { return false }
    return color == 7 || color > 8
  }
}

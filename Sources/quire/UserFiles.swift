import Acquisition
import Configuration
import Glibc
import TOMLReading
import Themes

/// The files by which a person makes the program theirs: `config.toml` and `themes/*.toml`. What is not there is not read.
struct UserFiles {
  /// The folder they are in (XDG Base Directory Specification 0.8); `nil` where there is no home.
  private let folder: String?

  init() { folder = Self.folder(in: "XDG_CONFIG_HOME", orBelowHome: ".config") }

  /// The program's own folder in the one that `variable` names, or in the one called `name` below the home; `nil` where
  /// there is neither.
  static func folder(in variable: String, orBelowHome name: String) -> String? {
    func path(in variable: String) -> String? {
      guard let value = getenv(variable).map({ String(cString: $0) }), value.hasPrefix("/") else { return nil }
      return value
    }
    return (path(in: variable) ?? path(in: "HOME").map { $0 + "/" + name }).map { $0 + "/quire" }
  }

  /// What is configured, and what is wrong with it.
  func configuration() throws(ProgramError) -> Configuration.Loaded {
    guard let path = existing("config.toml") else { return Configuration.Loaded() }
    return Configuration.read(name: path, source: try text(of: path))
  }

  /// The names of all themes: those that are built in, then those of the person's own.
  var themeNames: [String] { Theme.names + ownThemeNames.filter { !Theme.names.contains($0) } }

  /// The theme called `name`, one's own before one that is built in, and what is wrong with it.
  ///
  /// - Throws: ``ProgramError`` where there is none.
  func theme(_ name: String) throws(ProgramError) -> Theme.Loaded {
    if let path = path(ofTheme: name) {
      // A theme of one's own may inherit from the one of its name that it takes the place of.
      return Theme.read(name: name, file: path, source: try text(of: path)) { parent in
        if parent != name, let path = self.path(ofTheme: parent), let text = try? self.text(of: path) { return text }
        return Theme.source(ofBuiltIn: parent)
      }
    }
    if Theme.names.contains(name), let source = Theme.source(ofBuiltIn: name) {
      return Theme.read(name: name, source: source)
    }
    let advice = Suggestion.nearest(to: name, among: themeNames).map { "did you mean \($0)?" }
    throw ProgramError("there is no theme \(name); \(advice ?? "`quire themes` lists those that there are")")
  }

  /// A problem as it fits in a line of the screen: the file without the folder it is in.
  func brief(_ problem: String) -> String {
    guard let folder, problem.hasPrefix(folder + "/") else { return problem }
    return String(problem.dropFirst(folder.count + 1))
  }

  private func path(ofTheme name: String) -> String? {
    // A name is no way to other folders.
    name.contains("/") ? nil : existing("themes/\(name).toml")
  }

  private func existing(_ name: String) -> String? {
    guard let folder else { return nil }
    let path = folder + "/" + name
    return access(path, F_OK) == 0 ? path : nil
  }

  private func text(of path: String) throws(ProgramError) -> String {
    do {
      let stream = try SourceStream(.file(path: path))
      try stream.readAll()
      return stream.withSpan { bytes in bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
    } catch {
      throw ProgramError(error.message)
    }
  }

  private var ownThemeNames: [String] {
    guard let folder, let directory = opendir(folder + "/themes") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(".toml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }
}

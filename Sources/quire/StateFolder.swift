/// The folder of what is remembered.
enum StateFolder {
  /// Where it is (XDG Base Directory Specification 0.8); `nil` where there is no home.
  static var path: String? { UserFiles.folder(in: "XDG_STATE_HOME", orBelowHome: ".local/state") }
}

import Glibc

/// Makes the folder at an absolute path, and those above it, for nobody else to look into (XDG Base Directory
/// Specification 0.8).
///
/// - Returns: `nil` when it is there now; else the first that could not be made, and `errno`.
package func makePrivateFolder(_ folder: String) -> (path: String, code: Int32)? {
  if access(folder, F_OK) == 0 { return nil }
  var path = ""
  for part in folder.split(separator: "/") {
    path += "/" + part
    if mkdir(path, 0o700) == 0 { continue }
    let code = errno
    // A disk that may only be read says so of folders that are there, too.
    if code != EEXIST, access(path, F_OK) != 0 { return (path, code) }
  }
  return nil
}

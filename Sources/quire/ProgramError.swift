import Acquisition
import ArgumentParser
import Library

/// What ends a command: a message of one line, and exit status 1.
struct ProgramError: Error {
  /// `SOURCE: what was found; what to do`.
  let message: String
  /// The same for who sees the source: without its name.
  let brief: String

  /// An error with a message.
  init(_ message: String) { (self.message, brief) = (message, message) }

  /// That a source could not be read.
  init(_ failure: SourceFailure) { (message, brief) = (failure.message, failure.advice) }

  /// Performs `body`; a ``ProgramError``, or a failure of the library, is said on standard error and ends the program with
  /// status 1.
  static func reporting(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ProgramError {
      StandardError.write(error.message)
      throw ExitCode(1)
    } catch let failure as LibraryFailure {
      StandardError.write(failure.message)
      throw ExitCode(1)
    }
  }
}

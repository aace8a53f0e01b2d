import DocumentModel
import TerminalModel

/// Something that happens to the reader.
package enum ReaderEvent: Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// The window has a new size.
  case resized(Size)
  /// More of the source was read, or all of it: the document so far, which takes the place of the one before.
  case read(Document, Stage)
  /// So many bytes of the source were read by now; of what comes from the web, of what this host answers.
  case progressed(bytes: Int, host: String? = nil)
  /// The rest of the source cannot be read; a message of one line, and one for who sees the source.
  case failed(String, brief: String? = nil)
  /// Something outside has a word to the reader, such as what became of an effect.
  case said(String)
  /// What there is to know about the whole of a document became known.
  case indexed(ReaderIndex)
  /// All hits of a search were found, by the job that the reader gave out.
  case found(SearchHits, by: SearchJob)
  /// The comments that pass a filter were found, by the job that the reader gave out.
  case filtered([Int32], by: FilterJob)
  /// What is remembered of earlier visits was found in a document.
  case recalled(Recollection)
  /// The source was read again, as the reader asked: all of it.
  case reread(Document)
  /// What was read before, the latest first; whether the reader asked for it.
  case library([LibraryEntry], isAsked: Bool)
  /// A mouse button was pressed, or its wheel turned.
  case mouse(MouseEvent)
}

/// What the reader asks of the world. State changes nowhere but in ``ReaderState``; effects are performed by the run loop.
package enum Effect: Hashable, Sendable {
  /// End the program.
  case quit
  /// End the program, since there is nothing to read; a message of one line.
  case fail(String)
  /// Have no more of the source read.
  case stopReading
  /// Hand the terminal back to the shell until the user continues.
  case suspend
  /// Draw the whole screen again.
  case redraw
  /// Run a search beside the main thread, and report what it finds.
  case search(SearchJob)
  /// Find out beside the main thread which comments pass a filter, and report them.
  case filter(FilterJob)
  /// Run a search no longer: nobody waits for what it finds.
  case stopSearch(SearchJob)
  /// Look for the comments that pass a filter no longer.
  case stopFilter(FilterJob)
  /// Open a page or write a mail.
  case open(WebLink)
  /// Copy a text for other programs to paste.
  case copy(String)
  /// Take the mouse, or leave it to the terminal.
  case useMouse(Bool)
  /// Read the source again; what becomes of it is answered by ``ReaderEvent/reread(_:)`` or ``ReaderEvent/said(_:)``.
  case reload
  /// List what was read before; answered by ``ReaderEvent/library(_:isAsked:)``.
  case listLibrary
  /// Read another document: the one of this number in the library.
  case openDocument(Int64)
  /// Draw in another theme; what becomes of it is answered by ``ReaderEvent/said(_:)``.
  case changeTheme(ThemeRequest)
}

/// A theme that is asked for.
package enum ThemeRequest: Hashable, Sendable {
  /// The one of this name.
  case named(String)
  /// The light or dark one that belongs to the one in force.
  case counterpart
}

/// A word to the reader in the status line, until the next key.
package struct Message: Hashable, Sendable {
  /// One line.
  package var text: String

  /// A message.
  package init(_ text: String) { self.text = text }
}

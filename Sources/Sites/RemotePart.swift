import Acquisition

/// Something on the web that belongs to what is read and has been fetched: all that is needed to import it.
package struct RemotePart: Sendable {
  /// What it is in the document.
  package enum Role: Sendable {
    /// What the discussion is about; stands above it.
    case article
    /// What was answered to the page; stands below it.
    case discussion
  }

  /// What it is in the document.
  package var role: Role
  /// Its bytes.
  package var bytes: [UInt8]
  /// Where it stands, and what its server says about it.
  package var facts: RemoteFacts
}

/// What is known about bytes from the web beside them.
package struct RemoteFacts: Sendable {
  /// Where they stand in the end.
  package var address: String
  /// The media type, in small letters and without parameters.
  package var mediaType: String?
  /// The label of the encoding.
  package var charset: String?
  /// Whether they are answers about a discussion, one after the other.
  package var areAnswers = false

  /// What an answer says.
  init(_ address: FetchAddress, _ head: ResponseHead) {
    self.address = address.text
    mediaType = head.mediaType
    charset = head.charset
  }

  /// Answers in JSON, about the discussion at an address.
  init(answersAbout address: FetchAddress) {
    self.address = address.text
    mediaType = "application/json"
    areAnswers = true
  }
}

/// What the database consists of.
enum LibrarySchema {
  /// What makes each version of the one before; the first, of nothing. A step that was released is not changed.
  static let steps = [
    // What is remembered. What is long stands apart from what is written again and again: a row is written whole.
    """
    CREATE TABLE documents (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      identity TEXT NOT NULL UNIQUE,  -- DocumentIdentity
      source TEXT,                    -- a path or an address; NULL for what was piped in
      title TEXT NOT NULL,
      origin TEXT NOT NULL,           -- a site, or the name of a file
      visited INTEGER NOT NULL,       -- when the last visit ended, in seconds since 1970
      comments INTEGER NOT NULL,
      new INTEGER NOT NULL,           -- how many of them were new on the last visit
      place BLOB                      -- StablePlace
    );
    CREATE INDEX documents_by_visit ON documents (visited);
    CREATE TABLE folds (
      document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
      folds BLOB,                     -- RememberedFolds
      marks BLOB                      -- MarkCoding
    );
    CREATE TABLE comments (
      document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
      seen BLOB NOT NULL,             -- KeySet: those that were ever there
      fresh BLOB NOT NULL             -- KeySet: those of them that were new on the last visit
    );
    """,
    // The words.
    """
    CREATE TABLE texts (
      document INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
      saved INTEGER NOT NULL,         -- when, in seconds since 1970
      hash INTEGER NOT NULL,          -- of the JSON
      size INTEGER NOT NULL,          -- of the JSON, in bytes
      json BLOB NOT NULL              -- Quire's own
    );
    -- A row is some KB of a document: its number is the document's << 20, and which part.
    CREATE VIRTUAL TABLE passages USING fts5(title, words, tokenize = "unicode61 remove_diacritics 2");
    """,
  ]

  /// The tables that there are now.
  static let tables = ["documents", "folds", "comments", "texts", "passages"]
  /// By how many bits the number of a document is moved in the numbers of its passages.
  static let passageBits: Int64 = 20
}

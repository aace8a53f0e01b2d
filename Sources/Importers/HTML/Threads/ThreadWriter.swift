import DocumentModel

/// Writes the contributions of a page as the discussion of a document.
struct ThreadWriter {
  private let thread: PageThread
  private let writeBody: (ThreadBody, inout DocumentBuilder) -> Void

  /// - Parameter writeBody: writes the words of a contribution into the comment that is open.
  init(_ thread: PageThread, writeBody: @escaping (ThreadBody, inout DocumentBuilder) -> Void) {
    self.thread = thread
    self.writeBody = writeBody
  }

  /// Writes all of them in reading order; those that are only answered get a stand-in.
  ///
  /// - Complexity: O(number of contributions), besides what their words cost
  func write(to builder: inout DocumentBuilder) {
    var assembler = ThreadAssembler()
    let keys = keys()
    for (index, record) in thread.records.enumerated() {
      let parent: String? =
        switch record.parent {
        case .none: nil
        case .record(let parent): keys[parent]
        case .missing(let id): id
        }
      assembler.add(id: keys[index], parent: parent)
    }
    var depth = 0
    for entry in assembler.assemble() {
      while depth > entry.depth {
        builder.close()
        depth -= 1
      }
      guard let contribution = entry.contribution else {
        builder.openComment(Comment(id: entry.id, standing: .missing))
        depth += 1
        continue
      }
      let record = thread.records[contribution]
      builder.openComment(
        Comment(
          id: record.id,
          author: record.author,
          displayName: record.displayName == record.author ? nil : record.displayName,
          published: record.moment?.timestamp,
          age: record.moment?.age,
          score: record.score,
          address: record.address,
          standing: record.standing
        )
      )
      depth += 1
      writeBody(record.body, &builder)
    }
    builder.diagnostics += assembler.shownDiagnostics
  }

  /// A name for each record to assemble by: its id, or where that is taken or there is none, its number.
  private func keys() -> [String] {
    var taken: Set<String> = []
    return thread.records.indices.map { index in
      let id = thread.records[index].id
      return !id.isEmpty && taken.insert(id).inserted ? id : ThreadAssembler.placeholder(index)
    }
  }
}

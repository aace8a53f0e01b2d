import Acquisition
import DocumentModel
import Importers

// Discussions that a site gives in several answers.
extension RemoteReading {
  /// Reads a discussion: its answers in order, one question at a time, and what it is about.
  ///
  /// - Parameter page: the page of it, where that has been fetched.
  /// - Throws: why the first answer is not there. Nothing has been written then.
  func read(
    _ discussion: SiteDiscussion,
    at address: FetchAddress,
    shownBy page: Fetcher.Answer? = nil,
    into descriptor: Int32
  ) throws(FetchFault) {
    guard let first = discussion.answers.first else { throw .notAnswered }
    let answer = try ask(first, number: 0)
    var waiting = discussion.answers + discussion.more(answer)
    settle(RemoteFacts(answersAbout: address))
    guard write(answer, to: descriptor) else { return }
    readLinked(of: discussion, in: answer)
    var number = 1
    while number < waiting.count {
      guard number < Self.maximumAnswers else {
        note(
          .warning,
          "the discussion has more than the \(number) pages that were read; open it in a browser to see them"
        )
        return
      }
      begin(page: number + 1, of: min(waiting.count, Self.maximumAnswers))
      do throws(FetchFault) {
        let answer = try ask(waiting[number], number: number)
        waiting += discussion.more(answer)
        guard write(answer, to: descriptor) else { return }
      } catch {
        if number == 1, error != .cancelled, discussion.pageShowsRest, let page {
          note(.info, "the site gives its comments to no program (\(error.advice)); those that its page shows are read")
          return readDiscussion(shownBy: page)
        }
        note(.warning, "page \(number + 1) of the discussion could not be read, it is not whole: \(error.advice)")
        fail(.missingPage(number + 1, error.advice))
        return
      }
      number += 1
    }
  }

  private func ask(_ text: String, number: Int) throws(FetchFault) -> SiteAnswer {
    let answer = try fetcher.fetch(Fetcher.Request(try FetchAddress(text), types: Fetcher.Request.json))
    guard let body = answer.body else { throw .tooLarge(limit: FetchLimits.largestKept) }
    // A page that says no where an answer was asked for.
    guard body.first(where: { $0 > 0x20 }).map({ $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) == true else {
      throw .notAnswered
    }
    return SiteAnswer(number: number, address: answer.address, head: answer.head, body: body)
  }

  /// Writes an answer; gives whether there is still somebody who reads.
  private func write(_ answer: SiteAnswer, to descriptor: Int32) -> Bool {
    let bytes = answer.body + [UInt8(ascii: "\n")]
    return bytes.span.writeAll(to: descriptor) == nil
  }

  /// Fetches what a discussion is about. Without it the discussion is all there is.
  private func readLinked(of discussion: SiteDiscussion, in answer: SiteAnswer) {
    guard let query = discussion.linked, let link = JSONAnswer.texts(query, in: answer.body).first,
      !link.isEmpty, let address = try? answer.address.resolving(link), Site.knownDiscussion(at: address) == nil
    else { return }
    do throws(FetchFault) {
      let page = try fetcher.fetch(Fetcher.Request(address))
      guard let bytes = page.body else { throw .tooLarge(limit: FetchLimits.largestKept) }
      add(RemotePart(role: .article, bytes: bytes, facts: RemoteFacts(page.address, page.head)))
    } catch {
      note(.warning, "the article \(address.text) \(error.advice)")
    }
  }
}

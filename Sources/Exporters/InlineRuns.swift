import DocumentModel

/// A stretch of a text that is set off in one way.
struct InlineRun {
  /// How it is set off.
  struct Style: Hashable {
    /// The link it belongs to, by its index in ``Document/spans``.
    var link: Int?
    var isStrong = false
    var isEmphasis = false
    var isCode = false
  }

  /// Bytes of the document's text, at least one.
  var bytes: Range<Int>
  var style = Style()
}

/// Cuts texts where the way they are set off changes.
///
/// Spans may overlap in any way; runs never do, so that a writer can open and close its marks in a fixed order. Where links
/// overlap, the first counts up to its end. Texts are asked for in reading order.
struct InlineRuns {
  private struct Edge {
    var offset: Int
    var span: Int
    var isEnd: Bool
  }

  private let spans: [TextSpan]
  private var next = 0

  /// Cuts texts of `document`.
  init(_ document: Document) { spans = document.spans }

  /// The runs of the text `bytes`, which follow each other without a gap.
  ///
  /// - Complexity: O(k log k) for k spans, and O(number of spans before it that were not asked for)
  mutating func runs(in bytes: Range<Int>) -> [InlineRun] {
    guard !bytes.isEmpty else { return [] }
    var edges: [Edge] = []
    while next < spans.count, spans[next].bytes.lowerBound < bytes.upperBound {
      let span = spans[next].bytes.clamped(to: bytes)
      if !span.isEmpty, spans[next].role != .mention {
        edges.append(Edge(offset: span.lowerBound, span: next, isEnd: false))
        edges.append(Edge(offset: span.upperBound, span: next, isEnd: true))
      }
      next += 1
    }
    guard !edges.isEmpty else { return [InlineRun(bytes: bytes)] }
    edges.sort { ($0.offset, $0.isEnd ? 0 : 1, $0.span) < ($1.offset, $1.isEnd ? 0 : 1, $1.span) }
    var runs: [InlineRun] = []
    var open = OpenSpans()
    var start = bytes.lowerBound
    for edge in edges {
      if edge.offset > start { Self.add(start..<edge.offset, open.style, to: &runs) }
      start = edge.offset
      open.pass(edge.span, spans[edge.span].role, isEnd: edge.isEnd)
    }
    if start < bytes.upperBound { Self.add(start..<bytes.upperBound, open.style, to: &runs) }
    return runs
  }

  private static func add(_ bytes: Range<Int>, _ style: InlineRun.Style, to runs: inout [InlineRun]) {
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].bytes = last.bytes.lowerBound..<bytes.upperBound
    } else {
      runs.append(InlineRun(bytes: bytes, style: style))
    }
  }
}

/// How many spans of each role are open.
private struct OpenSpans {
  private var link: Int?
  private var strong = 0
  private var emphasis = 0
  private var code = 0

  mutating func pass(_ span: Int, _ role: TextSpan.Role, isEnd: Bool) {
    let step = isEnd ? -1 : 1
    switch role {
    case .strong: strong += step
    case .emphasis: emphasis += step
    case .code: code += step
    case .link: if isEnd { link = link == span ? nil : link } else { link = link ?? span }
    case .mention: break
    }
  }

  var style: InlineRun.Style {
    InlineRun.Style(link: link, isStrong: strong > 0, isEmphasis: emphasis > 0, isCode: code > 0)
  }
}

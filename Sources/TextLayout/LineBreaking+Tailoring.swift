/// What Quire does differently from UAX #14, all of it.
///
/// The standard allows it (section 8, customization) for what it calls tailorable classes, and warns itself that its
/// rules know neither addresses nor command lines. Discussions are full of both:
///
/// 1. **No break inside or right after `://`.** The standard breaks after any slash that a letter follows, and so
///    would leave `https://` alone at the end of a line.
/// 2. **In an address a line may end after `/`, `?`, `&`, `=` and `;`, and before `%`.** An address is what follows
///    `://` up to white space, a quotation mark, an angle bracket or a wide character. The standard has no break in
///    `id=4711&page=2`, in `/2024/01/15` or in a run of `%D0%B0`; only words that are wider than the line would be
///    broken, and then anywhere, for instance in the middle of an escape.
/// 3. **No break after slashes or hyphens that begin a word.** LB20a keeps `-f` together, but not `--format`; nothing
///    keeps `/usr` or `/r/` together with its first slash. A word begins after white space, at the start of a line, and
///    after opening brackets and quotation marks there.
/// 4. **A line may end between a space and a slash.** LB13 forbids it "even after spaces", as it should before a
///    closing bracket or, in French, an exclamation mark; but a slash after a space begins a path.
///
/// A word that is wider than the line is not broken here but by ``LineWrapper``, between grapheme clusters: it alone
/// knows the width.
struct LineBreakTailoring: Sendable {
  /// What the word consists of so far.
  private enum Word: UInt8 {
    /// Nothing, or opening brackets and quotation marks.
    case empty
    case slashes
    case hyphens
    case other
  }

  /// How much of an address has been seen.
  private enum Address: UInt8 {
    case none
    case colon
    case colonAndSlash
    /// `://` and nothing behind it.
    case scheme
    case inside
  }

  private var word = Word.empty
  private var address = Address.none
  /// Whether the last scalar is a space.
  private var followsSpace = false
  /// Whether the last scalar is one of those after which an address may be broken.
  private var followsAddressSeparator = false

  /// The opportunity before `scalar`, given what the standard says of it.
  @inline(__always)
  mutating func advance(
    over scalar: Unicode.Scalar,
    _ property: LineBreakProperty,
    _ untailored: LineBreakOpportunity
  ) -> LineBreakOpportunity {
    // A letter or ideograph in a word that is no address: nothing here speaks of it, and nothing changes.
    if property.isPlain, isInsideWord { return untailored }
    if property.isSpace {
      self = LineBreakTailoring()
      followsSpace = true
      return untailored
    }
    return advanceByRules(over: scalar, property, untailored)
  }

  /// Whether the next letter changes nothing.
  @inline(__always)
  var isInsideWord: Bool { word == .other && address == .none }

  private mutating func advanceByRules(
    over scalar: Unicode.Scalar,
    _ property: LineBreakProperty,
    _ untailored: LineBreakOpportunity
  ) -> LineBreakOpportunity {
    let opportunity = tailored(untailored, before: scalar, property)
    append(scalar, property)
    return opportunity
  }

  private func tailored(
    _ untailored: LineBreakOpportunity,
    before scalar: Unicode.Scalar,
    _ property: LineBreakProperty
  ) -> LineBreakOpportunity {
    if untailored == .mandatory || property.lineClass.endsWord { return untailored }
    if followsSpace, scalar == "/" { return .allowed }
    if word == .slashes || word == .hyphens || address == .scheme { return .prohibited }
    guard address == .inside else { return untailored }
    if scalar == "%" { return .allowed }
    if followsAddressSeparator, property.lineClass.mayFollowAddressSeparator, !Self.isSeparator(scalar) {
      return .allowed
    }
    return untailored
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ property: LineBreakProperty) {
    let lineClass = property.lineClass
    if lineClass.endsWord {
      self = LineBreakTailoring()
      followsSpace = lineClass == .sp
      return
    }
    followsSpace = false
    switch word {
    case .empty where scalar == "/": word = .slashes
    case .empty where scalar == "-": word = .hyphens
    case .empty where lineClass == .op || lineClass == .qu || lineClass == .quInitial: break
    case .slashes where scalar == "/": break
    case .hyphens where scalar == "-": break
    default: word = .other
    }
    switch address {
    case .inside where scalar == "\"" || scalar == "<" || scalar == ">" || property.isEastAsian: address = .none
    case .inside: break
    case .scheme: address = .inside
    case .colonAndSlash where scalar == "/": address = .scheme
    case .colon where scalar == "/": address = .colonAndSlash
    default: address = scalar == ":" ? .colon : .none
    }
    followsAddressSeparator = address == .inside && Self.isSeparator(scalar)
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "?", "&", "=", ";": return true
    default: return false
    }
  }
}

import ReaderCore

/// Writes what is remembered as bytes.
struct ByteWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []

  /// A number, in as few bytes as it takes (LEB128 of its zigzag form).
  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// A key, in eight bytes.
  mutating func write(_ key: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: key >> UInt64(shift))) }
  }

  /// A block.
  mutating func write(_ block: StableBlock) {
    write(block.comment == nil ? 0 : 1)
    write(block.comment ?? block.hash)
    write(block.ordinal)
  }

  /// A place.
  mutating func write(_ place: StablePlace) {
    write(place.block)
    write(place.offset)
    write(place.row)
    write(place.share)
  }

  /// Blocks, how many of them first.
  mutating func write(_ blocks: Set<StableBlock>) {
    write(blocks.count)
    for block in blocks { write(block) }
  }
}

/// Reads what ``ByteWriter`` has written. Of anything else it reads something, or says that there is nothing.
struct ByteReader {
  private let bytes: [UInt8]
  private var index = 0

  /// A reader of `bytes`.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A number.
  mutating func number() -> Int? {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard index < bytes.count else { return nil }
      let byte = bytes[index]
      index += 1
      result |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: result >> 1) ^ -Int64(result & 1)) }
    }
    return nil
  }

  /// A number that counts something, of which each takes a byte at least.
  mutating func count() -> Int? { number().flatMap { (0...bytes.count - index).contains($0) ? $0 : nil } }

  /// A number of at most 32 bits: what nodes, rows and offsets are.
  mutating func small() -> Int? { number().flatMap { (-1...Int(UInt32.max)).contains($0) ? $0 : nil } }

  /// A key.
  mutating func key() -> UInt64? {
    guard index + 8 <= bytes.count else { return nil }
    var key: UInt64 = 0
    for place in 0..<8 { key |= UInt64(bytes[index + place]) << UInt64(place * 8) }
    index += 8
    return key
  }

  /// A block.
  mutating func block() -> StableBlock? {
    guard let kind = number(), let key = key(), let ordinal = small() else { return nil }
    return StableBlock(comment: kind == 1 ? key : nil, ordinal: ordinal, hash: kind == 1 ? 0 : key)
  }

  /// A place.
  mutating func place() -> StablePlace? {
    guard let block = block(), let offset = small(), let row = small(), let share = small() else { return nil }
    return StablePlace(block: block, offset: offset, row: row, share: share)
  }

  /// Blocks.
  mutating func blocks() -> Set<StableBlock>? {
    guard let count = count() else { return nil }
    var blocks: Set<StableBlock> = []
    for _ in 0..<count {
      guard let block = block() else { return nil }
      blocks.insert(block)
    }
    return blocks
  }
}

// The first number of each form says which form it is, so that a later program may have another.
private let form = 1

extension StablePlace {
  /// The place as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(form)
    writer.write(self)
    return writer.bytes
  }

  /// The place that ``bytes`` were made of.
  init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.number() == form, let place = reader.place() else { return nil }
    self = place
  }
}

extension RememberedFolds {
  /// The folds as bytes.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(form)
    writer.write(level ?? -1)
    writer.write(comments.count)
    for comment in comments { writer.write(comment) }
    writer.write(sections)
    writer.write(quotations)
    writer.write(shownQuotations == nil ? 0 : 1)
    if let shownQuotations { writer.write(shownQuotations) }
    return writer.bytes
  }

  /// The folds that ``bytes`` were made of.
  init?(bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.number() == form, let level = reader.small(), let count = reader.count() else { return nil }
    self.init(level: level < 0 ? nil : level)
    for _ in 0..<count {
      guard let comment = reader.key() else { return nil }
      comments.insert(comment)
    }
    guard let sections = reader.blocks(), let quotations = reader.blocks(), let hides = reader.number() else {
      return nil
    }
    self.sections = sections
    self.quotations = quotations
    if hides == 1 { shownQuotations = reader.blocks() }
  }
}

/// Marks as bytes: each a letter and a place.
enum MarkCoding {
  /// The marks as bytes.
  static func bytes(of marks: [Unicode.Scalar: StablePlace]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(form)
    writer.write(marks.count)
    for (name, place) in marks {
      writer.write(Int(name.value))
      writer.write(place)
    }
    return writer.bytes
  }

  /// The marks that bytes were made of; as many as can be read.
  static func marks(of bytes: [UInt8]) -> [Unicode.Scalar: StablePlace] {
    var reader = ByteReader(bytes)
    var marks: [Unicode.Scalar: StablePlace] = [:]
    guard reader.number() == form, let count = reader.count() else { return marks }
    for _ in 0..<count {
      guard let value = reader.small(), let place = reader.place() else { break }
      if let name = UInt32(exactly: value).flatMap(Unicode.Scalar.init) { marks[name] = place }
    }
    return marks
  }
}

#!/usr/bin/env python3
"""Makes the Unicode tables of TerminalModel and TextLayout from the Unicode Character Database.

    .ci/generate-unicode-tables.py FOLDER [--stdout]

FOLDER holds UnicodeData.txt, EastAsianWidth.txt, LineBreak.txt, GraphemeBreakProperty.txt and emoji-data.txt of one
Unicode version (https://www.unicode.org/Public/17.0.0/ucd/) and, if it is there, DerivedCoreProperties.txt.
Written are Sources/TerminalModel/ClusterTable.swift and Sources/TextLayout/LineBreakTable.swift.

Every table is a two-stage trie over all 0x110000 code points. It is written as a string literal of ASCII, one value of
at most 7 bits a character: such a literal is constant data of the program, so that it costs neither time at start nor
time in the compiler (an array literal of the same size takes the compiler seconds and is built at first use).
"""

import pathlib
import re
import sys

CODE_POINTS = 0x110000

# Indic_Conjunct_Break of DerivedCoreProperties-17.0.0.txt, for folders without that file. Extend is not listed: it is
# every Grapheme_Cluster_Break=Extend but U+200C and the linkers, and U+200D (UAX #44, section 5.7.1).
INCB_LINKERS = """
094D 09CD 0ACD 0B4D 0C4D 0D4D 1039 17D2 1A60 1B44 1BAB A9C0 AAF6 10A3F 11133 113D0 1193E 11A47 11A99 11F42
"""
INCB_CONSONANTS = """
0915-0939 0958-095F 0978-097F 0995-09A8 09AA-09B0 09B2 09B6-09B9 09DC-09DD 09DF 09F0-09F1 0A95-0AA8 0AAA-0AB0
0AB2-0AB3 0AB5-0AB9 0AF9 0B15-0B28 0B2A-0B30 0B32-0B33 0B35-0B39 0B5C-0B5D 0B5F 0B71 0C15-0C28 0C2A-0C39 0C58-0C5A
0D15-0D3A 1000-102A 103F 1050-1055 105A-105D 1061 1065-1066 106E-1070 1075-1081 108E 1780-17B3 1A20-1A54 1B0B-1B0C
1B13-1B33 1B45-1B4C 1B83-1BA0 1BAE-1BAF 1BBB-1BBD A989-A98B A98F-A9B2 A9E0-A9E4 A9E7-A9EF A9FA-A9FE AA60-AA6F
AA71-AA73 AA7A AA7E-AA7F AAE0-AAEA ABC0-ABDA 10A00 10A10-10A13 10A15-10A17 10A19-10A35 11103-11126 11144 11147
11380-11389 1138B 1138E 11390-113B5 11900-11906 11909 1190C-11913 11915-11916 11918-1192F 11A00 11A0B-11A32 11A50
11A5C-11A83 11F04-11F10 11F12-11F33
"""

# In the order of the raw values of `GraphemeBreakClass`.
GRAPHEME_CLASSES = """
other cr lf control extend zeroWidthJoiner regionalIndicator prepend spacingMark hangulL hangulV hangulT hangulLV
hangulLVT pictographic conjunctConsonant conjunctLinker extendOutsideConjunct emojiModifier
""".split()
GRAPHEME_NAMES = {
    "Other": "other", "CR": "cr", "LF": "lf", "Control": "control", "Extend": "extend", "ZWJ": "zeroWidthJoiner",
    "Regional_Indicator": "regionalIndicator", "Prepend": "prepend", "SpacingMark": "spacingMark", "L": "hangulL",
    "V": "hangulV", "T": "hangulT", "LV": "hangulLV", "LVT": "hangulLVT",
}

# In the order of the raw values of `LineBreakClass`. The last ones are subsets that a rule of UAX #14 singles out.
LINE_CLASSES = """
AL HL NU ID SP CM ZWJ BK CR LF NL ZW WJ GL BA HH HY BB B2 CB CL CP EX IN NS OP QU IS SY PO PR EB EM H2 H3 JL JV JT RI
AK AP AS VF VI QU_Pi QU_Pf ID_Unassigned AL_Unassigned AL_DottedCircle
""".split()
EAST_ASIAN = 64


def data_lines(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].strip()
        if line:
            yield [field.strip() for field in line.split(";")]


def span(text):
    first, _, last = text.replace("-", "..").partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def property_of(path, default):
    values = [default] * CODE_POINTS
    for fields in data_lines(path):
        for code in span(fields[0]):
            values[code] = fields[1]
    return values


def general_categories(folder):
    categories = ["Cn"] * CODE_POINTS
    first = 0
    for fields in data_lines(folder / "UnicodeData.txt"):
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = code
        start = first if fields[1].endswith(", Last>") else code
        for each in range(start, code + 1):
            categories[each] = fields[2]
    return categories


def emoji(folder, name):
    codes = set()
    for fields in data_lines(folder / "emoji-data.txt"):
        if fields[1] == name:
            codes.update(span(fields[0]))
    return codes


def indic_conjunct_break(folder):
    linkers, consonants = set(), set()
    path = folder / "DerivedCoreProperties.txt"
    if path.exists():
        for fields in data_lines(path):
            if fields[1] == "InCB" and fields[2] in ("Linker", "Consonant"):
                (linkers if fields[2] == "Linker" else consonants).update(span(fields[0]))
    else:
        for part in INCB_LINKERS.split():
            linkers.update(span(part))
        for part in INCB_CONSONANTS.split():
            consonants.update(span(part))
    return linkers, consonants


def east_asian_widths(folder, categories):
    widths = property_of(folder / "EastAsianWidth.txt", None)
    # The defaults of unassigned code points, from the head of EastAsianWidth.txt.
    wide = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
    for first, last in wide:
        for code in range(first, last + 1):
            widths[code] = widths[code] or "W"
    return [width or "N" for width in widths]


def column_widths(east_asian, categories, presentation):
    """0: a mark drawn with its base; 1 and 2: columns; 3: takes no column and is not drawn."""
    widths = []
    # Prepended concatenation marks are format characters that are seen (Unicode core specification, section 9.2).
    seen = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    # Selectors choose between forms of a glyph, which terminals do not agree on.
    selectors = {*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
    for code in range(CODE_POINTS):
        category = categories[code]
        if code in seen:
            width = 1
        elif code in selectors or category in ("Cf", "Zl", "Zp") or 0xE0000 <= code <= 0xE0FFF:
            width = 3
        elif category in ("Mn", "Me") or 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
            width = 0
        elif east_asian[code] in "FW" or code in presentation and not 0x1F1E6 <= code <= 0x1F1FF:
            width = 2
        else:
            width = 1
        widths.append(width)
    return widths


def cluster_values(folder, categories):
    breaks = property_of(folder / "GraphemeBreakProperty.txt", "Other")
    east_asian = east_asian_widths(folder, categories)
    widths = column_widths(east_asian, categories, emoji(folder, "Emoji_Presentation"))
    pictographic = emoji(folder, "Extended_Pictographic")
    modifiers = emoji(folder, "Emoji_Modifier")
    linkers, consonants = indic_conjunct_break(folder)
    values = []
    for code in range(CODE_POINTS):
        name = GRAPHEME_NAMES[breaks[code]]
        if code in modifiers:
            assert name == "extend"
            name = "emojiModifier"
        elif code in linkers:
            assert name == "extend"
            name = "conjunctLinker"
        elif code == 0x200C:
            name = "extendOutsideConjunct"
        elif code in consonants:
            assert name == "other"
            name = "conjunctConsonant"
        elif code in pictographic:
            assert name == "other", hex(code)
            name = "pictographic"
        values.append(widths[code] << 5 | GRAPHEME_CLASSES.index(name))
    return values


def line_break_values(folder, categories):
    classes = property_of(folder / "LineBreak.txt", None)
    # The defaults of unassigned code points, from the head of LineBreak.txt. The head names Plane 1 ranges, too, but
    # there the file lists what is ID one by one, and LineBreakTest.txt wants XX for the rest, such as U+1F8FF.
    defaults = [("ID", first, last) for first, last in [
        (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD)]
    ] + [("PR", 0x20A0, 0x20CF)]
    for name, first, last in defaults:
        for code in range(first, last + 1):
            classes[code] = classes[code] or name
    east_asian = east_asian_widths(folder, categories)
    pictographic = emoji(folder, "Extended_Pictographic")
    values = []
    for code in range(CODE_POINTS):
        name, category = classes[code] or "XX", categories[code]
        # Rule LB1.
        if name in ("AI", "SG", "XX"):
            name = "AL"
        elif name == "SA":
            name = "CM" if category in ("Mn", "Mc") else "AL"
        elif name == "CJ":
            name = "NS"
        if name == "QU" and category in ("Pi", "Pf"):
            name = "QU_" + category
        elif code in pictographic and category == "Cn":
            assert name in ("ID", "AL"), hex(code)
            name += "_Unassigned"
        elif code == 0x25CC:
            assert name == "AL"
            name = "AL_DottedCircle"
        wide = EAST_ASIAN if east_asian[code] in "FWH" else 0
        values.append(LINE_CLASSES.index(name) | wide)
    return values


def two_stages(values, bits):
    """The index of every block of `1 << bits` code points, and the different blocks one after another."""
    blocks, index, data = {}, [], []
    for start in range(0, CODE_POINTS, 1 << bits):
        block = tuple(values[start:start + (1 << bits)])
        if block not in blocks:
            blocks[block] = len(blocks)
            data.extend(block)
        index.append(blocks[block])
    return index, data


def literal(values):
    """Lines of a multi-line string literal; `\\` at the end of each joins it to the next."""
    escapes = {0: "\\0", 9: "\\t", 10: "\\n", 13: "\\r", 34: '\\"', 92: "\\\\"}
    lines, line = [], ""
    for value in values:
        assert 0 <= value < 128
        text = escapes.get(value) or (chr(value) if 32 <= value < 127 else "\\u{%X}" % value)
        if len(line) + len(text) > 113:
            lines.append(line)
            line = ""
        line += text
    return lines + [line]


def swift_literal(name, comment, values):
    body = "\n".join("    %s\\" % line for line in literal(values))[:-1]
    return '  /// %s\n  @inlinable\n  static var %s: StaticString {\n    """\n%s\n    """\n  }\n' % (comment, name, body)


def swift_table(type_name, summary, version, values, mask):
    """The Swift source of a table. The literal holds every value XOR `mask`, which makes the frequent ones printable."""
    bits = 7
    index, data = two_stages([value ^ mask for value in values], bits)
    decoding = f" ^ {mask}" if mask else ""
    assert max(index) < 64 * 64
    digits = [part + ord("0") for entry in index for part in (entry >> 6, entry & 63)]
    return f"""// Made by `.ci/generate-unicode-tables.py` from the Unicode Character Database {version}; do not edit.
// {summary}
// A two-stage trie, {len(digits) + len(data):,} bytes: which block of {1 << bits} code points, and the blocks.

/// {summary}
@usableFromInline
package enum {type_name} {{
  /// The value of a code point; 0…127. Complexity: O(1).
  ///
  /// The stages are constant data of the program, and `StaticString` hands them out as pointers only. Both reads are in
  /// bounds: the index has an entry for every block up to U+10FFFF, and each entry names a block that exists.
  @inlinable @inline(__always)
  package static func value(of scalar: Unicode.Scalar) -> UInt8 {{
    let code = Int(scalar.value)
    let entry = blockIndex.utf8Start + (code >> {bits}) * 2
    let block = Int(entry[0] &- 48) << 6 | Int(entry[1] &- 48)
    return blocks.utf8Start[block << {bits} | code & {(1 << bits) - 1}]{decoding}
  }}

{swift_literal("blockIndex", "The number of each block: two digits of base 64, from `0` on.", digits)}
{swift_literal("blocks", "The different blocks, one after another.", data)}}}
"""


def main():
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if len(arguments) != 1:
        sys.exit(__doc__)
    folder = pathlib.Path(arguments[0])
    head = (folder / "LineBreak.txt").read_text(encoding="utf-8")
    version = re.match(r"# LineBreak-([0-9.]+)\.txt", head)[1]
    categories = general_categories(folder)
    sources = pathlib.Path(__file__).resolve().parent.parent / "Sources"
    tables = {
        "TerminalModel/ClusterTable.swift": swift_table(
            "ClusterTable", "Columns (bits 5–6) and `GraphemeBreakClass` (bits 0–4) of every code point.",
            version, cluster_values(folder, categories), 0),
        "TextLayout/LineBreakTable.swift": swift_table(
            "LineBreakTable", "`LineBreakClass` (bits 0–5) and whether East Asian Width is F, W or H (bit 6).",
            version, line_break_values(folder, categories), 32),
    }
    for path, text in tables.items():
        if "--stdout" in sys.argv:
            print(text)
        else:
            (sources / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

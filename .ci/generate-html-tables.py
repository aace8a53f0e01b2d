#!/usr/bin/env python3
"""Makes the tables of HTMLParsing: the names it knows and the named character references.

    .ci/generate-html-tables.py

Written are Sources/HTMLParsing/Tables/HTMLName+Known.swift and NamedReferenceTable.swift. The character references are
those of https://html.spec.whatwg.org/multipage/named-characters.html, which Python carries as `html.entities.html5`.
"""

import html.entities
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/HTMLParsing/Tables"

ELEMENTS = """
a abbr acronym address annotation-xml applet area article aside audio b base basefont bdi bdo bgsound big blockquote
body br button canvas caption center cite code col colgroup data datalist dd del desc details dfn dialog dir div dl dt
em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i
iframe image img input ins kbd keygen label legend li link listing main malignmark map mark marquee math menu menuitem
meta meter mglyph mi mn mo ms mtext nav nobr noembed noframes noscript object ol optgroup option output p param path
picture plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source span strike
strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video
wbr xmp
"""
ATTRIBUTES = """
about action align alt aria-hidden aria-label aria-level async background bgcolor border charset checked class color
colspan content contenteditable coords datetime disabled encoding face for hidden height href hreflang http-equiv id
indent itemid itemprop itemref itemscope itemtype lang language loading media method name onclick placeholder property
public rel rev role rowspan size sizes src srcset start system tabindex target type typeof valign value version width
xlink:actuate xlink:arcrole xlink:href xlink:role xlink:show xlink:title xlink:type xml:lang xml:space xmlns
xmlns:xlink
"""
# Section 13.2.6.5 of the standard, "any other start tag", and "adjust SVG attributes" of section 13.2.6.1.
SVG_ELEMENTS = """
altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix
feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient textPath
"""
SVG_ATTRIBUTES = """
attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits
glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust
limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength
patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio
primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent
spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength
viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan
"""
MATHML_ATTRIBUTES = "definitionURL"

KEYWORDS = {"as", "class", "default", "for", "in", "is", "self", "var", "public"}


def identifier(name):
    first, *rest = re.split(r"[-:]", name)
    text = first + "".join(part[0].upper() + part[1:] for part in rest)
    return f"`{text}`" if text in KEYWORDS else text


def names():
    svg_attributes = [name for name in SVG_ATTRIBUTES.split() if name not in SVG_ELEMENTS.split()]
    regions = [
        ELEMENTS.split(),
        ATTRIBUTES.split(),
        [name.lower() for name in SVG_ELEMENTS.split()],
        SVG_ELEMENTS.split(),
        [name.lower() for name in svg_attributes],
        svg_attributes,
        [name.lower() for name in MATHML_ATTRIBUTES.split()],
        MATHML_ATTRIBUTES.split(),
    ]
    known = [name for region in regions for name in region]
    assert len(known) == len(set(known)), sorted(name for name in known if known.count(name) > 1)
    starts = [1]
    for region in regions:
        starts.append(starts[-1] + len(region))
    out = ["// Made by `.ci/generate-html-tables.py`; do not edit.", ""]
    out.append("extension HTMLName {")
    for number, name in enumerate(known, 1):
        out.append(f"  /// `{name}`")
        out.append(f"  @inlinable package static var {identifier(name)}: HTMLName {{ HTMLName(number: {number}) }}")
    out.append("}")
    out.append("")
    out.append("/// The names that have a fixed number.")
    out.append("enum KnownNames {")
    out.append("  /// How many there are; the first has the number 1.")
    out.append(f"  static let count = {len(known)}")
    out.append("  /// Elements of SVG in lower case; their proper spelling follows in a region of the same size.")
    out.append(f"  static let loweredSVGElements: Range<UInt32> = {starts[2]}..<{starts[3]}")
    out.append("  /// Attributes of SVG in lower case; their proper spelling follows in a region of the same size.")
    out.append(f"  static let loweredSVGAttributes: Range<UInt32> = {starts[4]}..<{starts[5]}")
    out.append("  /// All of them in order, with a space between two.")
    out.append('  static var spelled: StaticString {\n    """')
    line = "   "
    lines = []
    for name in known:
        if len(line) + len(name) > 110:
            lines.append(line + " \\")
            line = "   "
        line += " " + name
    lines.append(line)
    out.extend(lines)
    out.append('    """\n  }\n}')
    (FOLDER / "HTMLName+Known.swift").write_text("\n".join(out) + "\n")


def escaped(value):
    return "".join(
        character if character.isascii() and character.isprintable() and character not in '\\"'
        else "\\" + character if character in '\\"'
        else f"\\u{{{ord(character):X}}}"
        for character in value
    )


def references():
    table = sorted(html.entities.html5.items(), key=lambda item: item[0].encode())
    assert len(table) == 2231 and all(name.isascii() for name, _ in table)
    lines = [f"    {name}={escaped(value)}\\u{{0}}\\" for name, value in table]
    lines[-1] = lines[-1][:-1]
    text = f'''// Made by `.ci/generate-html-tables.py` from the named character references of the HTML standard; do not edit.

/// The named character references of section 13.5 of the HTML standard.
enum NamedReferenceTable {{
  /// How many there are.
  static let count = {len(table)}
  /// `name=value` and NUL for each, in the order of the bytes of their names.
  static var entries: StaticString {{
    """
{chr(10).join(lines)}
    """
  }}
}}
'''
    (FOLDER / "NamedReferenceTable.swift").write_text(text)


names()
references()

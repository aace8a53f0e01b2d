import HTMLParsing
import TestSupport
import Testing

/// What stands in attributes, comments and references.
@Suite struct ContentTests {
  private func body(_ page: String) -> String {
    HTMLParser.parse(Array("<!doctype html>\(page)".utf8)).string(of: .document)
  }

  @Test func references() {
    #expect(body("&lt;&gt;&amp;&quot;&nbsp;&rsquo;") == "<>&\"\u{a0}’")
    #expect(body("&notit; &notin; &AMP &am &bogus; &") == "¬it; ∉ & &am &bogus; &")
    #expect(body("&#65;&#x42;&#128;&#0;&#xD800;&#x110000;&#x;") == "AB€\u{fffd}\u{fffd}\u{fffd}&#x;")
    #expect(body("&NotEqualTilde;&CounterClockwiseContourIntegral;") == "≂̸∳")
  }

  @Test func referencesInAttributes() throws {
    let tree = HTMLParser.parse(Array("<a href='?a=1&copy=2&lt=3&amp;b&copy;&not'>x".utf8))
    let link = try #require(tree.descendants(of: .document, named: .a).first { _ in true })
    #expect(tree.string(.href, of: link) == "?a=1&copy=2&lt=3&b©¬")
  }

  @Test func attributesAsTheyAreWritten() throws {
    let page = "<P Class=\"x\" data-Id=7 HIDDEN class=y a='1\"' b=\"\n\" é=ü />"
    let tree = HTMLParser.parse(Array("<meta charset=utf-8>\(page)".utf8))
    let node = try #require(tree.descendants(of: .document, named: .p).first { _ in true })
    let found = tree.attributes(of: node).map {
      "\(tree.spelling(of: $0.name))=\(String(decoding: $0.value, as: UTF8.self))"
    }
    #expect(found == ["class=x", "data-id=7", "hidden=", "a=1\"", "b=\n", "é=ü"])
    let name = try #require(tree.name("data-id"))
    #expect(tree.string(name, of: node) == "7" && tree.name("data-other") == nil)
  }

  @Test func namesOfForeignElements() throws {
    let tree = HTMLParser.parse(Array("<svg viewbox=0><foreignobject><p>x</svg><math definitionurl=y>".utf8))
    let names = tree.nodes.filter { tree.kind(of: $0) == .element }.map { tree.spelling(of: tree.name(of: $0)) }
    #expect(names == ["html", "head", "body", "svg", "foreignObject", "p", "math"])
    let svg = try #require(tree.nodes.first { tree.namespace(of: $0) == .svg })
    #expect(tree.string(.viewBox, of: svg) == "0")
  }

  @Test func templatesStandApart() throws {
    let tree = HTMLParser.parse(Array("a<template>b<i>c</i></template>d".utf8))
    let template = try #require(tree.descendants(of: .document, named: .template).first { _ in true })
    let contents = try #require(tree.firstChild(of: template))
    #expect(tree.kind(of: contents) == .templateContents && tree.string(of: contents) == "bc")
    #expect(tree.string(of: .document) == "abcd")
  }

  @Test func aPageIsTheSameInPieces() {
    let page =
      "<title>A&amp;B</title><p class=\"one two\">x<!-- c --><script>if (a<b) '</scr'</script>é&eacute;<b>y</p>z\r\nw"
    let bytes = Array("<!DOCTYPE html><meta charset=\"utf-8\">\(page)".utf8)
    let whole = HTMLParser.parse(bytes).dump
    for size in 1..<40 {
      var parser = HTMLParser()
      for start in stride(from: 0, to: bytes.count, by: size) {
        parser.feed(Array(bytes[start..<min(bytes.count, start + size)]))
      }
      #expect(parser.finish().dump == whole)
    }
  }

  @Test func quirks() {
    #expect(HTMLParser.parse(Array("<p>".utf8)).quirksMode == .quirks)
    #expect(HTMLParser.parse(Array("<!doctype html>".utf8)).quirksMode == .noQuirks)
    let transitional = "<!doctype html public '-//W3C//DTD XHTML 1.0 Transitional//EN' ''>"
    #expect(HTMLParser.parse(Array(transitional.utf8)).quirksMode == .limitedQuirks)
  }
}

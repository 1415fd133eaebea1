"""Make broken Word files out of good ones: structure first, bytes last.

Flipping bytes mostly breaks the zip and proves little.  So the parts are parsed, their
trees changed (elements dropped, doubled, moved, renamed; attributes emptied or set to
nonsense), and the package put together again; some mutants lose, swap or cut whole parts,
and a few have their bytes flipped after all.  Everything follows from the seed.
"""

# ruff: noqa: E501
from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml import etree

from ..document.builder import field, p, pack, part, parts_of, r, rels, style, tbl, tc, tr, txbx

MOST_ELEMENTS = 3_000  # in one part: doubling a doubled tree twenty times fills any memory
ODD_VALUES = (
    "", "0", "-1", "99999999999", "3000000", "abc", "NaN", "1e9", "\u202eevil", "true", "\u0660",
    " ", "a" * 3000, "%1%9", "None", "../../x", "#", "http://127.0.0.1:9/", "\ud7ff", "{0}",
)  # fmt: skip
MARK = (
    "w:t w:p w:r w:tbl w:tr w:tc w:sdt w:sdtContent w:ins w:del w:pPr w:rPr w:fldChar w:hyperlink"
)
WML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TAGS = (
    *(f"{{{WML}}}{name.removeprefix('w:')}" for name in MARK.split()),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    "{urn:new}unknown",
)


def seeds() -> list[dict[str, bytes]]:
    """Good packages to start from: one with nearly everything, some plain."""
    who = 'w:id="1" w:author="A" w:date="2026-01-02T03:04:05Z"'
    numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
    rich = (
        p("Analysis", style="Heading1")
        + p(r("bold", "<w:b/>") + r("white", '<w:color w:val="FFFFFF"/>'), ppr=numbered)
        + p(f'<w:commentRangeStart w:id="1"/><w:ins {who}>{r("in")}</w:ins>')
        + p(f"<w:del {who}><w:r><w:delText>out</w:delText></w:r></w:del>", ppr=numbered)
        + p(field("TOC \\o", r("Analysis\t3")) + field("MERGEFIELD x", r("y")))
        + p(r("host") + txbx(p("box") + tbl(tr("in box"))))
        + tbl(
            tr(tc("a", tcpr='<w:gridSpan w:val="2"/>'), tc("b", tcpr="<w:vMerge/>")),
            tr(tc(tbl(tr("nested")), p("c")), trpr=f"<w:del {who}/>"),
        )
        + '<w:sdt><w:sdtPr><w:alias w:val="t"/></w:sdtPr><w:sdtContent>'
        + p('<w:r><w:footnoteReference w:id="2"/></w:r>')
        + "</w:sdtContent></w:sdt>"
        + p(
            f'<w:hyperlink r:id="rId8">{r("link")}</w:hyperlink><m:oMath><m:r><m:t>m</m:t></m:r></m:oMath>'
        )
    )
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    parts = {
        "word/styles.xml": part(
            "styles",
            style("Heading1", "heading 1", ppr='<w:outlineLvl w:val="0"/>')
            + style("B", based_on="Heading1", rpr="<w:vanish/>"),
        ),
        "word/numbering.xml": part(
            "numbering",
            '<w:abstractNum w:abstractNumId="0">'
            + level.format(0, "decimal")
            + level.format(1, "lowerRoman")
            + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
            '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride></w:num>',
        ),
        "word/header1.xml": part("hdr", p("header")),
        "word/footnotes.xml": part("footnotes", f'<w:footnote w:id="2">{p("note")}</w:footnote>'),
        "word/comments.xml": part(
            "comments", f'<w:comment w:id="1" w:author="A">{p("c")}</w:comment>'
        ),
        "word/settings.xml": part("settings", "<w:trackRevisions/>"),
        "docProps/core.xml": "<coreProperties><creator>A</creator></coreProperties>",
        "customXml/item1.xml": "<d><n a='b'>text</n></d>",
        "word/_rels/header1.xml.rels": rels([("rId1", "hyperlink", "mailto:a@example.org")]),
    }
    links = [("rId8", "hyperlink", "http://example.org/"), ("rId9", "image", "media/image1.png")]
    return [parts_of(rich, parts=parts, links=links), parts_of(p("plain") * 3 + tbl(tr("a", "b")))]


class Mutant(NamedTuple):
    """A broken file and how it came about."""

    data: bytes
    history: tuple[str, ...]


Operation = Callable[[random.Random, list[etree._Element]], str]


def _drop(chance: random.Random, elements: list[etree._Element]) -> str:
    victim = chance.choice(elements)
    parent = victim.getparent()
    if parent is not None:
        parent.remove(victim)
    return f"drop {victim.tag}"


def _double(chance: random.Random, elements: list[etree._Element]) -> str:
    victim = chance.choice(elements)
    size = sum(1 for _ in victim.iter())
    copies = max(1, min(chance.choice((1, 1, 3, 50)), (MOST_ELEMENTS - len(elements)) // size))
    if len(elements) + size > MOST_ELEMENTS:
        return "nothing"
    copy = etree.tostring(victim, with_tail=False)  # once: it may be put into itself
    for _ in range(copies):
        chance.choice(elements[:200]).append(etree.fromstring(copy))
    return f"copy {victim.tag} {copies} times"


def _move(chance: random.Random, elements: list[etree._Element]) -> str:
    victim, target = chance.choice(elements), chance.choice(elements)
    if (
        victim.getparent() is not None
        and victim not in target.iterancestors()
        and victim is not target
    ):
        target.insert(chance.randint(0, len(target)), victim)
    return f"move {victim.tag} into {target.tag}"


def _rename(chance: random.Random, elements: list[etree._Element]) -> str:
    victim = chance.choice(elements)
    before = victim.tag
    victim.tag = chance.choice(TAGS)
    return f"rename {before} to {victim.tag}"


def _attribute(chance: random.Random, elements: list[etree._Element]) -> str:
    victim = chance.choice([e for e in elements if e.attrib] or elements)
    if not victim.attrib:
        return "nothing"
    key = chance.choice(sorted(victim.attrib))
    if chance.random() < 0.3:
        del victim.attrib[key]
        return f"drop {key} of {victim.tag}"
    victim.attrib[key] = chance.choice(ODD_VALUES)
    return f"odd {key} of {victim.tag}"


def _wrap(chance: random.Random, elements: list[etree._Element]) -> str:
    victim = chance.choice(elements)
    parent = victim.getparent()
    if parent is None:
        return "nothing"
    at = parent.index(victim)
    depth = chance.choice((1, 3, 60))
    if len(elements) + depth > MOST_ELEMENTS:
        return "nothing"
    outer = inner = etree.Element(chance.choice(TAGS))
    for _ in range(depth - 1):
        inner = etree.SubElement(inner, chance.choice(TAGS))
    parent.insert(at, outer)
    inner.append(victim)
    return f"wrap {victim.tag} {depth} deep"


def _text(chance: random.Random, elements: list[etree._Element]) -> str:
    victim = chance.choice(elements)
    victim.text = chance.choice(("loose", "\n", "", "x" * 5000, "\u202e\u200b"))
    return f"text in {victim.tag}"


OPERATIONS: Sequence[Operation] = (
    _drop,
    _double,
    _move,
    _rename,
    _attribute,
    _attribute,
    _wrap,
    _text,
)


def _change_tree(chance: random.Random, data: bytes, history: list[str]) -> bytes:
    root = etree.fromstring(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        history.append(chance.choice(OPERATIONS)(chance, elements))
    return etree.tostring(root, xml_declaration=True, encoding=chance.choice(("UTF-8", "UTF-16")))


def _change_package(chance: random.Random, members: dict[str, bytes], history: list[str]) -> None:
    name, other = chance.choice(list(members)), chance.choice(list(members))
    what = chance.choice(("drop", "swap", "cut", "empty", "copy", "noise"))
    history.append(f"{what} {name}")
    if what == "drop":
        del members[name]
    elif what == "swap":
        members[name], members[other] = members[other], members[name]
    elif what == "cut":
        members[name] = members[name][: chance.randint(0, len(members[name]))]
    elif what == "empty":
        members[name] = b""
    elif what == "copy":
        members[f"word/{chance.choice(('a.xml', 'b.bin', 'header7.xml', 'c'))}"] = members[other]
    else:
        noise = bytearray(members[name])
        for _ in range(3):
            noise[chance.randrange(len(noise))] = chance.randrange(256)
        members[name] = bytes(noise)


def make(seed: int) -> Mutant:
    """The mutant of a seed, always the same."""
    chance = random.Random(seed)
    members = dict(chance.choice(seeds()))
    history: list[str] = []
    kind = chance.random()
    if kind < 0.85:
        name = chance.choice([n for n in members if chance.random() < 0.5] or ["word/document.xml"])
        history.append(name)
        members[name] = _change_tree(chance, members[name], history)
    if kind > 0.75:
        _change_package(chance, members, history)
    data = pack(members)
    if kind > 0.95:
        broken = bytearray(data)
        for _ in range(chance.choice((1, 5))):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        history.append("bytes")
        data = bytes(broken[: chance.randint(1, len(broken))] if chance.random() < 0.2 else broken)
    return Mutant(data, tuple(history))


def fingerprint(mutant: Mutant) -> int:
    """To see that a seed always gives the same mutant."""
    return zlib.crc32(mutant.data)

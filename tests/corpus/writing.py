"""Fictional drafts as lists of blocks, changed in small steps and written out as Word files.

A draft is read from a file of ``fragments/`` in a small mark-up: ``@title``, ``@contents``,
``# Heading``, ``| cell | cell |``, ``- item``, ``@caption``; every other line is a
paragraph.  Layouts and faults are functions from draft to draft, made of the few steps
below; each step raises if what it is to change is not there, so that no fault can quietly
stop being one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from ..document.builder import docx, p, part, r, style, styles, tbl, tc, tr

FRAGMENTS = Path(__file__).with_name("fragments")
_HEADING = re.compile(r"(#{1,3}) (.+)")


@dataclass(frozen=True)
class Block:
    """A paragraph of some kind, or a row of a table."""

    kind: str
    """title, contents, heading, p, item, caption or row."""
    text: str = ""
    level: int = 1
    cells: tuple[str, ...] = ()
    xml: str = ""
    """The paragraph's own runs, where text alone cannot say it."""


@dataclass
class Draft:
    """A draft: what is written, and what else is in the file."""

    blocks: list[Block]
    header: str = "OFFICIAL"
    footer: str = ""
    name: str = "overview-report.docx"
    numbered: bool = False
    """Whether Word numbers the headings and the paragraphs below them."""
    parts: dict[str, str | bytes] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)

    # --- finding -------------------------------------------------------------------------
    def at(self, text: str) -> int:
        """The number of the one block that has a text.  Raises ValueError for none or two."""
        found = [n for n, one in enumerate(self.blocks) if text in "|".join((one.text, *one.cells))]
        if len(found) != 1:
            raise ValueError(f"{len(found)} blocks have `{text}`")
        return found[0]

    def section(self, heading: str) -> slice:
        """The blocks of a section, its heading first."""
        starts = [
            n for n, one in enumerate(self.blocks) if one.kind == "heading" and one.text == heading
        ]
        if len(starts) != 1:
            raise ValueError(f"{len(starts)} headings are `{heading}`")
        start = starts[0]
        for end in range(start + 1, len(self.blocks)):
            one = self.blocks[end]
            if one.kind == "heading" and one.level <= self.blocks[start].level:
                return slice(start, end)
        return slice(start, len(self.blocks))

    # --- changing ------------------------------------------------------------------------
    def copy(self) -> Draft:
        """A draft that can be changed without this one."""
        return deepcopy(self)

    def reword(self, old: str, new: str) -> Draft:
        """Other words in the one block that has some."""
        at = self.at(old)
        one = self.blocks[at]
        cells = tuple(cell.replace(old, new, 1) for cell in one.cells)
        self.blocks[at] = replace(one, text=one.text.replace(old, new, 1), cells=cells)
        return self

    def reword_all(self, old: str, new: str) -> Draft:
        """Other words wherever some stand."""
        if not any(old in "|".join((one.text, *one.cells)) for one in self.blocks):
            raise ValueError(f"no block has `{old}`")
        self.blocks = [
            replace(
                one,
                text=one.text.replace(old, new),
                cells=tuple(c.replace(old, new) for c in one.cells),
            )
            for one in self.blocks
        ]
        return self

    def without(self, *texts: str) -> Draft:
        """Without the blocks that have some texts."""
        for text in texts:
            del self.blocks[self.at(text)]
        return self

    def without_section(self, heading: str) -> Draft:
        """Without a section."""
        del self.blocks[self.section(heading)]
        return self

    def after(self, text: str, *added: Block | str) -> Draft:
        """With paragraphs behind the block that has a text."""
        at = self.at(text) + 1
        self.blocks[at:at] = [Block("p", one) if isinstance(one, str) else one for one in added]
        return self

    def in_section(self, heading: str, *added: Block | str) -> Draft:
        """With paragraphs at the end of a section."""
        at = self.section(heading).stop
        self.blocks[at:at] = [Block("p", one) if isinstance(one, str) else one for one in added]
        return self

    def heading(self, old: str, new: str) -> Draft:
        """Another heading for a section."""
        at = self.section(old).start
        self.blocks[at] = replace(self.blocks[at], text=new)
        return self

    def body_of(self, heading: str, *lines: str) -> Draft:
        """A section with other paragraphs below its heading."""
        found = self.section(heading)
        self.blocks[found.start + 1 : found.stop] = [Block("p", line) for line in lines]
        return self

    def move(self, heading: str, *, before: str | None = None) -> Draft:
        """A section moved before another, or to the end."""
        found = self.section(heading)
        taken = self.blocks[found]
        del self.blocks[found]
        at = len(self.blocks) if before is None else self.section(before).start
        self.blocks[at:at] = taken
        return self

    def runs(self, text: str, xml: str) -> Draft:
        """The block that has a text, with runs of its own."""
        at = self.at(text)
        self.blocks[at] = replace(self.blocks[at], xml=xml)
        return self

    def property(self, name: str, value: str, *, prefix: str = "dc") -> Draft:
        """With a property of the file."""
        self.parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<{prefix}:{name}>{escape(value)}</{prefix}:{name}></cp:coreProperties>"
        )
        return self

    # --- writing -------------------------------------------------------------------------
    def docx(self) -> bytes:
        """The Word file."""
        body: list[str] = []
        rows: list[str] = []
        for one in [*self.blocks, Block("end")]:
            if one.kind == "row":
                rows.append(
                    tr(*(tc(*(p(r(escape(line))) for line in c.split("//"))) for c in one.cells))
                )
                continue
            if rows:
                body.append(tbl(*rows))
                rows = []
            body += self._paragraphs(one)
        parts: dict[str, str | bytes] = {
            "word/styles.xml": styles(_STYLES),
            "word/numbering.xml": part("numbering", _NUMBERING),
        }
        if self.header:
            parts["word/header1.xml"] = part("hdr", p(r(escape(self.header))))
        if self.footer:
            parts["word/footer1.xml"] = part("ftr", p(r(escape(self.footer))))
        return docx("".join(body), parts={**parts, **self.parts}, links=self.links)

    def _paragraphs(self, one: Block) -> Iterable[str]:
        content = one.xml or r(escape(one.text))
        if one.kind == "contents":
            yield p(r("Contents"), style="TOCHeading")
            yield from (
                p(r(escape(b.text)) + "<w:r><w:tab/></w:r>" + r(str(n + 3)), style="TOC1")
                for n, b in enumerate(
                    b for b in self.blocks if b.kind == "heading" and b.level == 1
                )
            )
        elif one.kind == "heading":
            level = f'<w:numPr><w:ilvl w:val="{one.level - 1}"/><w:numId w:val="1"/></w:numPr>'
            numbered = self.numbered and one.level == 1
            yield p(content, style=f"Heading{one.level}", ppr=level if numbered else "")
        elif one.kind == "item":
            bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
            yield p(content, style="ListParagraph", ppr=bullet)
        elif one.kind in ("title", "caption"):
            yield p(content, style=one.kind.capitalize())
        elif one.kind == "p":
            number = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
            yield p(content, ppr=number if self.numbered and self._below_heading(one) else "")

    def _below_heading(self, one: Block) -> bool:
        first = next(n for n, b in enumerate(self.blocks) if b.kind == "heading")
        typed = re.match(r"(?:\d+\.|[a-z]\)) ", one.text)
        return typed is None and any(b is one for b in self.blocks[first:])


_STYLES = "".join(
    [
        style("Normal"),
        *(
            style(f"Heading{n}", f"heading {n}", ppr=f'<w:outlineLvl w:val="{n - 1}"/>')
            for n in (1, 2, 3)
        ),
        style("Title", "Title"),
        style("Caption", "caption"),
        style("ListParagraph", "List Paragraph"),
        style("Quote", "Quote"),
        style("TOCHeading", "TOC Heading"),
        style("TOC1", "toc 1"),
    ]
)
_LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    + _LEVEL.format(0, "decimal", "%1.")
    + _LEVEL.format(1, "decimal", "%1.%2")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + _LEVEL.format(0, "bullet", "\u2022")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def read(name: str, facts: Mapping[str, str] | None = None) -> Draft:
    """The draft that a file of ``fragments/`` holds, some words put in the place of others."""
    text = (FRAGMENTS / f"{name}.txt").read_text(encoding="utf-8")
    for old, new in (facts or {}).items():
        text = text.replace(old, new)
    return Draft([_block(line) for line in text.splitlines() if line.strip()])


def _block(line: str) -> Block:
    if heading := _HEADING.fullmatch(line):
        return Block("heading", heading[2], len(heading[1]))
    if line.startswith("|"):
        return Block("row", cells=tuple(cell.strip() for cell in line.strip("| ").split(" | ")))
    for mark, kind in (("@title ", "title"), ("@caption ", "caption"), ("- ", "item")):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    return Block("contents") if line == "@contents" else Block("p", line)

"""A sheet as one self-contained HTML file: no scripts, nothing fetched, made to be printed.

Built with the standard library's ``html.escape``: a template engine would earn its place
only if people edited the page's shape, and here the shape is the sheet's.  The page holds
to WCAG 2.2 AA; tests/render/test_axe.py runs axe-core over it in a browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from .html_style import STYLE
from .sheet import (
    Blank,
    Block,
    Box,
    Bullets,
    Folded,
    Heading,
    NewPage,
    Pairs,
    Para,
    Piece,
    Ref,
    Sheet,
    Space,
    Strong,
    Table,
    Ticks,
    Words,
    pieces,
)

_MAIN, _LONG = 2, 5  # the level of main headings, and how many make a long page

# The browser itself is told to fetch nothing and run nothing, whatever the text may hold.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(sheet: Sheet) -> str:
    """The whole page; a pure function of the sheet."""
    marking = f'<p class="marking">{escape(sheet.marking)}</p>\n' if sheet.marking else ""
    subtitle = f'<p class="subtitle">{escape(sheet.subtitle)}</p>\n' if sheet.subtitle else ""
    foot = f"<p>{escape(sheet.foot)}</p>\n" if sheet.foot else ""
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n'
        f"<title>{escape(sheet.title)}: {escape(sheet.reference)}</title>\n"
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#main">Skip to the main text</a>\n'
        f"<header>\n{marking}<h1>{escape(sheet.title)}: {escape(sheet.reference)}</h1>\n"
        f"{subtitle}</header>\n{_contents(sheet.blocks)}"
        f'<main id="main" tabindex="-1">\n{_body(sheet.blocks)}</main>\n'
        f"<footer>\n{foot}</footer>\n</body>\n</html>\n"
    )


def _contents(blocks: Iterable[Block]) -> str:
    """Links to the main headings, for a page that is long enough to need them; not printed."""
    found = [one.text for one in blocks if isinstance(one, Heading) and one.level == _MAIN]
    if len(found) < _LONG:
        return ""
    links = "".join(
        f'<li><a href="#h{number}">{escape(text)}</a></li>\n'
        for number, text in enumerate(found, 1)
    )
    return f'<nav class="contents" aria-label="On this page">\n<ul>\n{links}</ul>\n</nav>\n'


def words(text: Words) -> str:
    """Running text, escaped."""
    return "".join(_piece(one) for one in pieces(text))


def _piece(one: Piece) -> str:
    if isinstance(one, Strong):
        return f"<strong>{escape(one.text)}</strong>"
    if isinstance(one, Blank):
        return f'<span class="blank">[{escape(one.label)}]</span>'
    if isinstance(one, Ref):
        shown = escape(one.shown)
        return f'<a class="ref" href="#{one.anchor}" aria-label="source {shown}">{shown}</a>'
    return escape(one)


def _body(blocks: Iterable[Block]) -> str:
    made = _Numbered()
    return "".join(made.block(block) for block in blocks)


class _Numbered:
    """Blocks as HTML; counts tables and boxes, whose captions and titles need ids."""

    def __init__(self) -> None:
        self.tables = self.boxes = self.ticks = self.headings = 0

    def block(self, block: Block) -> str:
        makers: dict[type[Any], Callable[[Any], str]] = {
            Heading: self._heading,
            Para: _para,
            Bullets: _bullets,
            Ticks: self._ticks,
            Table: self._table,
            Pairs: self._pairs,
            Box: self._box,
            Space: _space,
            Folded: self._folded,
            NewPage: lambda _: '<div class="new-page"></div>\n',
        }
        return makers[type(block)](block)

    def _heading(self, heading: Heading) -> str:
        name = ""
        if heading.level == _MAIN:
            self.headings += 1
            name = f' id="h{self.headings}"'
        return f"<h{heading.level}{name}>{escape(heading.text)}</h{heading.level}>\n"

    def _table(self, table: Table) -> str:
        self.tables += 1
        head = "".join(
            f'<th scope="col" role="columnheader">{escape(one)}</th>' for one in table.head
        )
        names = table.anchors or ("",) * len(table.rows)
        rows = "".join(
            f'<tr{_id(name)} role="row">{_row(table.head, row)}</tr>\n'
            for name, row in zip(names, table.rows, strict=True)
        )
        columns = "".join(f'<col style="width:{width}%">' for width in _shares(table.widths))
        # A wide table scrolls by itself, and by keyboard, rather than the whole page.
        return (
            f'<div class="wide" role="region" tabindex="0" aria-labelledby="t{self.tables}">\n'
            f'<table class="grid{" tall" * table.tall}" role="table">\n'
            f'<caption id="t{self.tables}">{_caption(table)}</caption>\n'
            f'<colgroup>{columns}</colgroup>\n<thead role="rowgroup"><tr role="row">{head}</tr>'
            f'</thead>\n<tbody role="rowgroup">\n{rows}</tbody>\n</table>\n</div>\n'
        )

    def _pairs(self, pairs: Pairs) -> str:
        rows = "".join(
            f'<tr><th scope="row">{escape(term)}</th><td>{words(said)}</td></tr>\n'
            for term, said in pairs.rows
        )
        caption = escape(pairs.caption)
        return (
            f'<table class="pairs">\n<caption>{caption}</caption>\n<tbody>\n{rows}</tbody>\n'
            "</table>\n"
        )

    def _box(self, box: Box) -> str:
        self.boxes += 1
        said = "".join(f"<p>{words(one)}</p>\n" for one in box.words)
        return (
            f'<section class="box {escape(box.weight)}" aria-labelledby="b{self.boxes}">\n'
            f'<p class="box-title" id="b{self.boxes}">{escape(box.title)}</p>\n{said}</section>\n'
        )

    def _folded(self, folded: Folded) -> str:
        inside = "".join(self.block(one) for one in folded.blocks)
        return f"<details>\n<summary>{escape(folded.title)}</summary>\n{inside}</details>\n"

    def _ticks(self, ticks: Ticks) -> str:
        items: list[str] = []
        for one in ticks.items:
            self.ticks += 1
            name = f"k{self.ticks}"
            items.append(
                f'<li><input type="checkbox" id="{name}"> <label for="{name}">{words(one)}'
                "</label></li>\n"
            )
        return f'<ul class="ticks">\n{"".join(items)}</ul>\n'


def _caption(table: Table) -> str:
    if not table.under:
        return escape(table.caption)
    apart = " - " if table.caption else ""
    return f'<span class="unseen">{escape(table.under + apart)}</span>{escape(table.caption)}'


def _para(para: Para) -> str:
    small = ' class="small"' if para.small else ""
    return f"<p{small}>{words(para.words)}</p>\n"


def _bullets(bullets: Bullets) -> str:
    tag = "ol" if bullets.numbered else "ul"
    items = "".join(f"<li>{words(one)}</li>\n" for one in bullets.items)
    return f"<{tag}>\n{items}</{tag}>\n"


def _row(head: tuple[str, ...], row: tuple[Words, ...]) -> str:
    """The cells of a row.

    On a telephone each row becomes a block whose cells say their column (``data-column``).  Some
    browsers forget that a table laid out so is one, hence the roles.
    """
    first, *rest = row
    cells = "".join(
        f'<td role="cell" data-column="{escape(name)}">{words(one)}</td>'
        for name, one in zip(head[1:], rest, strict=True)
    )
    return f'<th scope="row" role="rowheader">{words(first)}</th>{cells}'


def _id(name: str) -> str:
    return f' id="{escape(name)}"' if name else ""


def _shares(widths: tuple[int, ...]) -> list[int]:
    total = sum(widths)
    return [round(100 * one / total) for one in widths]


def _space(space: Space) -> str:
    lines = '<span class="line"></span>' * space.lines
    return f'<div class="space"><p>{escape(space.label)}</p>{lines}</div>\n'

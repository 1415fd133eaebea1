"""The styles of a document, each resolved once along the styles it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from .formats import EMPTY, Look, read_look, shading
from .names import PPR, RPR, VAL, w
from .parts import Element

_BUILT_IN_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
# What Word calls its headings in other languages, for files by programs that translate names.
_CONVENTIONAL = re.compile(
    r"(?:heading|berschrift|überschrift|titre|título|titolo|ttulo|kop|rubrik|overskrift|otsikko"
    r"|nagłówek|nagwek|nadpis|pennawd|pealkiri|cabeçalho|zaglavlje|заголовок)[ _-]?([1-9])",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(toc ?[1-9]|table of (figures|authorities)|index ?[1-9]|verzeichnis ?[1-9]|tm ?[1-9])",
    re.IGNORECASE,
)
_LIMIT: Final = 100  # styles deep; Word allows ten


@dataclass(frozen=True, slots=True)
class Style:
    """One style as written, before inheritance."""

    id: str
    kind: str
    name: str
    based_on: str
    outline: int | None
    num_id: str | None
    level: int | None
    look: Look
    shading: str
    shades: bool
    """A table style that colours some cells, so that white text on it may well be visible."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph gets from its style and all that one is based on."""

    id: str
    name: str
    chain: tuple[str, ...]
    """The ids from the style itself to its root."""
    outline: int | None
    """0 to 9 (9: body text), from the first style of the chain that sets one."""
    named_level: int | None
    """1 to 9 if a style of the chain is a heading by its built-in name or its id."""
    conventional: bool
    """``named_level`` comes from a convention, not from Word's own name."""
    num_id: str | None
    level: int | None
    look: Look
    shading: str
    contents: bool
    """A style for the lines of a table of contents, figures, authorities or an index."""


@dataclass(slots=True)
class StyleSheet:
    """All styles of a document."""

    styles: dict[str, Style] = field(default_factory=dict[str, Style])
    defaults: Look = field(default_factory=dict[str, str])
    default_id: str = ""
    _resolved: dict[str, ParagraphStyle] = field(default_factory=dict[str, ParagraphStyle])
    _looks: dict[str, Look] = field(default_factory=dict[str, Look])

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """The resolved paragraph style; the default one if ``style_id`` is empty."""
        style_id = style_id or self.default_id
        found = self._resolved.get(style_id)
        if found is None:
            found = self._resolved[style_id] = self._resolve(style_id)
        return found

    def character(self, style_id: str) -> Look:
        """What a character style sets, inheritance included."""
        found = self._looks.get(style_id)
        if found is None:
            found = self._looks[style_id] = _overlaid([s.look for s in self._chain(style_id)])
        return found

    def shades_cells(self, style_id: str) -> bool:
        """Whether a table style colours cells somewhere."""
        return any(style.shades for style in self._chain(style_id))

    def name(self, style_id: str) -> str:
        """A style's name; its id if it is not defined."""
        style = self.styles.get(style_id)
        return style.name if style else style_id

    def _chain(self, style_id: str) -> list[Style]:
        chain: list[Style] = []
        seen: set[str] = set()
        while style_id in self.styles and style_id not in seen and len(chain) < _LIMIT:
            seen.add(style_id)
            chain.append(self.styles[style_id])
            style_id = chain[-1].based_on
        return chain

    def _resolve(self, style_id: str) -> ParagraphStyle:
        chain = self._chain(style_id)
        level, conventional = _named_level(chain, style_id)
        return ParagraphStyle(
            id=style_id,
            name=self.name(style_id),
            chain=tuple(style.id for style in chain) or (style_id,),
            outline=next((s.outline for s in chain if s.outline is not None), None),
            named_level=level,
            conventional=conventional,
            num_id=next((s.num_id for s in chain if s.num_id is not None), None),
            level=next((s.level for s in chain if s.level is not None), None),
            look=_overlaid([s.look for s in chain]),
            shading=next((s.shading for s in chain if s.shading), ""),
            contents=any(_CONTENTS.fullmatch(s.name) for s in chain)
            or bool(_CONTENTS.fullmatch(style_id)),
        )


def _named_level(chain: list[Style], style_id: str) -> tuple[int | None, bool]:
    for style in chain:
        if match := _BUILT_IN_HEADING.fullmatch(style.name):
            return int(match[1]), False
    for candidate in [style_id, *(text for style in chain for text in (style.name, style.id))]:
        if match := _CONVENTIONAL.fullmatch(candidate):
            return int(match[1]), True
    return None, False


def _overlaid(looks: list[Look]) -> Look:
    """The looks of a chain, the style's own first, as one.  Within a chain nearer wins."""
    merged: dict[str, str] = {}
    for look in reversed(looks):
        merged.update(look)
    return merged or EMPTY


def read_styles(root: Element | None) -> StyleSheet:
    """The style sheet of ``word/styles.xml``; an empty one if there is none."""
    sheet = StyleSheet()
    if root is None:
        return sheet
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}")
    sheet.defaults = read_look(defaults)
    for item in root.iter(w("style")):
        style = _read_style(item)
        if not style.id:
            continue
        sheet.styles[style.id] = style
        if style.kind == "paragraph" and item.get(w("default")) in ("1", "true", "on"):
            sheet.default_id = style.id
    return sheet


def _read_style(item: Element) -> Style:
    ppr = item.find(PPR)
    num_id, level = read_numbering(ppr.find(w("numPr")) if ppr is not None else None)
    name = _value(item, w("name")) or item.get(w("styleId"), "")
    return Style(
        id=item.get(w("styleId"), ""),
        kind=item.get(w("type"), "paragraph"),
        name=name.strip(),
        based_on=_value(item, w("basedOn")),
        outline=read_level(ppr, w("outlineLvl"), 9),
        num_id=num_id,
        level=level,
        look=read_look(item.find(RPR)),
        shading=shading(ppr.find(w("shd"))) if ppr is not None else "",
        shades=any(shading(shd) for shd in item.iter(w("shd"))),
    )


def _value(item: Element, tag: str) -> str:
    child = item.find(tag)
    return child.get(VAL, "") if child is not None else ""


def read_level(parent: Element | None, tag: str, highest: int) -> int | None:
    """A level given as a small number in a child element; None if absent or nonsense."""
    child = parent.find(tag) if parent is not None else None
    return None if child is None else level_value(child, highest)


def level_value(item: Element, highest: int) -> int | None:
    """A level from 0 to ``highest`` in an element's value; None if it is nonsense."""
    value = item.get(VAL, "")
    valid = value.isascii() and value.isdigit() and len(value) < 4
    return int(value) if valid and int(value) <= highest else None


def read_numbering(numbering: Element | None) -> tuple[str | None, int | None]:
    """The list (``numId``) and level (0 to 8) that a ``w:numPr`` sets, each None if it does not."""
    if numbering is None:
        return None, None
    num_id = numbering.find(w("numId"))
    return (
        num_id.get(VAL) if num_id is not None else None,
        read_level(numbering, w("ilvl"), 8),
    )

"""Work out the number that Word prints in front of each paragraph.

Word does not store it: it counts as it lays the document out.  So do we, with one set
of counters for each *abstract* numbering, shared by the lists made from it (ECMA-376
part 1, 17.9).  Letters from the quality assurance panel cite these numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from .names import VAL, is_on, w
from .numberformats import write
from .parts import Element
from .styles import ParagraphStyle, StyleSheet

_FORMAT: Final = w("format")
_LEVEL: Final = w("ilvl")
_PLACEHOLDER = re.compile(r"%([1-9])")
_LARGEST: Final = 2**31 - 1
LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbering, as defined."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    text: str = ""
    restart: int | None = None
    """None: after any higher level; 0: never; n: only after level n (from 1) or higher."""
    legal: bool = False
    style: str = ""
    """The paragraph style that the level is tied to."""


class Number(NamedTuple):
    """What stands in front of one paragraph."""

    label: str
    bullet: str
    level: int
    linked: bool
    """The level is tied to one of the paragraph's styles, as Word ties its headings."""


@dataclass(slots=True)
class NumberingList:
    """A ``w:num``: an abstract numbering with this list's own overrides."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int]


@dataclass(slots=True)
class Counters:
    """How far each numbering has counted in one story."""

    values: dict[str, list[int | None]] = field(default_factory=dict[str, list["int | None"]])
    overridden: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])


class Numbering:
    """All lists of a document.  Unknown lists and levels simply give no number."""

    def __init__(self, root: Element | None, styles: StyleSheet) -> None:
        self._styles = styles
        self._lists: dict[str, NumberingList] = {}
        self._linked: dict[tuple[str, str], int | None] = {}
        if root is not None:
            self._read(root)

    def next(
        self, counters: Counters, style: ParagraphStyle, num_id: str | None, level: int | None
    ) -> Number | None:
        """Count one paragraph and give its number; None if it is in no list.

        ``num_id`` and ``level`` are what the paragraph itself sets.
        """
        chosen = style.num_id if num_id is None else num_id
        found = self._lists.get(chosen or "")
        if found is None or chosen is None:
            return None
        linked = self._level_of_style(chosen, style)
        if level is None:
            level = linked if linked is not None else (style.level or 0)
        definition = found.levels.get(level)
        if definition is None:
            return None
        values = self._count(counters, chosen, found, level)
        label = _label(found.levels, level, values)
        is_bullet = definition.format == "bullet"
        return Number(
            label="" if is_bullet else label,
            bullet=_glyph(definition.text) if is_bullet else "",
            level=level,
            linked=linked == level,
        )

    def _level_of_style(self, num_id: str, style: ParagraphStyle) -> int | None:
        key = (num_id, style.id)
        if key not in self._linked:
            tied = {lv.style: index for index, lv in self._lists[num_id].levels.items() if lv.style}
            self._linked[key] = next((tied[s] for s in style.chain if s in tied), None)
        return self._linked[key]

    def _count(
        self, counters: Counters, num_id: str, found: NumberingList, level: int
    ) -> list[int | None]:
        values = counters.values.setdefault(found.abstract, [None] * LEVELS)
        current = values[level]
        if level in found.restarts and (num_id, level) not in counters.overridden:
            counters.overridden.add((num_id, level))
            values[level] = found.restarts[level]
        elif current is None:
            values[level] = found.levels[level].start
        else:
            values[level] = min(current + 1, _LARGEST)
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or (restart > deeper) or level < restart:
                values[deeper] = None
        return values

    def _read(self, root: Element) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        by_style: dict[str, str] = {}
        borrowed: dict[str, str] = {}
        for item in root.iterchildren(w("abstractNum")):
            key = item.get(w("abstractNumId"), "")
            abstracts[key] = _read_levels(item)
            if style := _value(item, "styleLink"):
                by_style[style] = key
            if style := _value(item, "numStyleLink"):
                borrowed[key] = style
        for item in root.iterchildren(w("num")):
            abstract = _value(item, "abstractNumId")
            if abstract in borrowed:
                abstract = self._lender(root, borrowed[abstract], by_style, abstract)
            if abstract in abstracts:
                self._lists[item.get(w("numId"), "")] = _read_list(
                    item, abstract, abstracts[abstract]
                )
        self._lists.pop("0", None)  # list 0 is Word's way of saying: not numbered

    def _lender(self, root: Element, style: str, by_style: dict[str, str], otherwise: str) -> str:
        """The abstract numbering that a numbering style stands for."""
        if style in by_style:
            return by_style[style]
        num_id = self._styles.paragraph(style).num_id
        for item in root.iterchildren(w("num")):
            if item.get(w("numId")) == num_id:
                return _value(item, "abstractNumId")
        return otherwise


def _read_levels(parent: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for item in parent.iterchildren(w("lvl")):
        index = _integer(item.get(_LEVEL), -1)
        if 0 <= index < LEVELS:
            levels[index] = _read_level(item, index)
    return levels


def _read_level(item: Element, index: int) -> Level:
    number_format = next(iter(item.iter(w("numFmt"))), None)
    restart = item.find(w("lvlRestart"))
    legal = item.find(w("isLgl"))
    text = item.find(w("lvlText"))
    return Level(
        start=_integer(_value(item, "start"), 0 if item.find(w("start")) is None else 1),
        format=number_format.get(VAL, "decimal") if number_format is not None else "decimal",
        pattern=number_format.get(_FORMAT, "") if number_format is not None else "",
        text=text.get(VAL, "") if text is not None else "",
        restart=_integer(restart.get(VAL), index) if restart is not None else None,
        legal=legal is not None and is_on(legal.get(VAL)),
        style=_value(item, "pStyle"),
    )


def _read_list(item: Element, abstract: str, levels: dict[int, Level]) -> NumberingList:
    levels, restarts = dict(levels), dict[int, int]()
    for override in item.iterchildren(w("lvlOverride")):
        index = _integer(override.get(_LEVEL), -1)
        if not 0 <= index < LEVELS:
            continue
        replaced = override.find(w("lvl"))
        if replaced is not None:
            levels[index] = _read_level(replaced, index)
        start = override.find(w("startOverride"))
        if start is not None:
            restarts[index] = _integer(start.get(VAL), 1)
    return NumberingList(abstract, levels, restarts)


def _label(levels: dict[int, Level], level: int, values: list[int | None]) -> str:
    own = levels[level]

    def show(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        shown = levels.get(index)
        if shown is None or index > level:
            return ""
        value = values[index]
        if own.legal and shown.format not in ("none", "bullet"):
            return str(shown.start if value is None else value)
        if shown.format == "bullet":
            return ""
        return write(shown.start if value is None else value, shown.format, shown.pattern)

    return _PLACEHOLDER.sub(show, own.text[:200]) if own.format != "none" or own.text else ""


def _glyph(text: str) -> str:
    """A bullet as a plain character: fonts of symbols keep theirs in a private area."""
    sign = text[:1]
    return "•" if not sign or "\ue000" <= sign <= "\uf8ff" else sign


def _value(item: Element, name: str) -> str:
    child = item.find(w(name))
    return child.get(VAL, "") if child is not None else ""


def _integer(text: str | None, otherwise: int) -> int:
    """A whole number within Word's range, or ``otherwise``."""
    stripped = (text or "").strip()
    if not stripped.lstrip("-").isdigit() or not stripped.isascii() or len(stripped) > 11:
        return otherwise
    return max(-_LARGEST, min(int(stripped), _LARGEST))

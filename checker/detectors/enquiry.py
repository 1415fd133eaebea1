"""Is each line of enquiry in the terms of reference taken up in the analysis?

Reading cannot be replaced: what can be seen is whether the analysis cites the line, or
speaks its words.  A line of which neither is found is shown to a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Paragraph, Row, Table
from .base import Hit, Look, Observation, detector
from .excerpts import window
from .reading import Reading, reading
from .terms import find, labels_found, pattern, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_LETTERED = re.compile(r"\(?(?:[a-z]{1,4}|\d{1,2})[.)]?")
_FEWEST = 2  # items that make a list
_WORD = re.compile(r"[a-z][a-z'-]{4,}")
_ROOT = 6  # letters; enough to see `assess` in `assessed` and `assessment`
_SHARE = 0.5


class EnquirySettings(Strict):
    """Where the lines of enquiry stand, where they are answered, and common words."""

    section: str
    answered_in: list[str]
    cited_as: list[str] = Field(min_length=1)
    """How the analysis cites one: ``line``, ``term of reference`` ..., before its number."""
    common: tuple[str, ...] = ()
    """Words that say nothing about which line it is."""
    purposes: tuple[str, ...] = ()
    """What every review is for: an item of the list that says so is no line of enquiry."""
    topics: dict[str, list[str]] = Field(default_factory=dict[str, list[str]])
    """Topics; one that a line names has to be spoken of, however much else of it is."""


@detector("lines-taken-up", EnquirySettings, frozenset({YES, OPEN}))
def lines_taken_up(look: Look, settings: EnquirySettings) -> Observation:
    """Each line of enquiry is cited, or its words are spoken, in the analysis."""
    read = reading(look)
    answers = read.layout.text_of(settings.answered_in)
    if not answers:
        return Observation(OPEN, (), "there is no analysis under a heading to compare with")
    found = _lines(read, read.section(settings.section).paragraphs)
    lines = [one for one in found if not find(settings.purposes, read.plain(one.index))]
    if len(lines) < _FEWEST:
        return Observation(OPEN, (), "the lines of enquiry could not be told apart")
    headings = [h.heading.index for key in settings.answered_in for h in read.section(key).headings]
    text = "\n".join(read.plain(i) for i in (*headings, *answers))
    spoken = {word[:_ROOT] for word in set(_WORD.findall(text))}
    cited = _cited(settings.cited_as, lines, text)
    common = {word[:_ROOT] for word in settings.common}
    hits: list[Hit] = []
    for number, line in enumerate(lines, start=1):
        if number in cited:
            continue
        named = labels_found(settings.topics, read.plain(line.index))
        silent = [label for label in named if find(settings.topics[label], text) is None]
        # Two topics and more say well enough what the line is about.
        if silent or not (len(named) > 1 or _spoken(line, spoken, common)):
            note = f"nothing there speaks of: {', '.join(silent)}" if silent else ""
            hits.append(Hit(line.place, window(line.text, -1, -1), note=note))
    if hits:
        why = "no passage of the analysis was recognised as taking these up"
        return Observation(OPEN, tuple(hits), f"{why}; {len(hits)} of {len(lines)} lines")
    return Observation(YES, (), f"{len(lines)} lines of enquiry")


def _lines(read: Reading, indices: Sequence[int]) -> list[Paragraph]:
    """The items of the list of lines: lettered or numbered; else bulleted; rows; questions."""
    inside = [read.document.paragraphs[i] for i in indices]
    lettered = [p for p in inside if _is_lettered(p.label) or _is_lettered(p.typed_label)]
    bulleted = [p for p in inside if p.bullet]
    if len(lettered) >= _FEWEST or len(bulleted) >= _FEWEST:
        return lettered if len(lettered) >= _FEWEST else bulleted
    rows = [_longest(read, table, row) for table in read.tables_in(indices) for row in table.rows]
    asked = [p for p in inside if p.text.rstrip().endswith("?")]
    return rows if len(rows) >= _FEWEST else asked


def _longest(read: Reading, table: Table, row: Row) -> Paragraph:
    """The paragraph of a row with the most to say."""
    cells = [i for cell in row.cells for i in cell.paragraphs] or [
        i for one in table.rows for cell in one.cells for i in cell.paragraphs
    ]
    return max((read.document.paragraphs[i] for i in cells), key=lambda p: len(p.text))


def _is_lettered(label: str) -> bool:
    return bool(label) and _LETTERED.fullmatch(label.lower()) is not None


def _cited(words: list[str], lines: Sequence[Paragraph], text: str) -> set[int]:
    """Numbers of the lines that the text cites by their place in the list or their own label."""
    called: dict[str, set[int]] = {}
    for number, line in enumerate(lines, start=1):
        for label in {str(number), plain(line.label).strip("().")} - {""}:
            called.setdefault(label, set()).add(number)
    names = pattern(tuple(f"{word} {label}" for word in words for label in called))
    said = {re.split(r"[ -]", found[0])[-1] for found in names.finditer(text)}
    return {number for label in said for number in called.get(label, ())}


def _spoken(line: Paragraph, spoken: set[str], common: set[str]) -> bool:
    """Whether half of the line's telling words are spoken in the analysis."""
    own = {word[:_ROOT] for word in _WORD.findall(plain(line.text))} - common
    return not own or len(own & spoken) >= _SHARE * len(own)

"""Is a field of a form filled in: the author's name, the date, who agreed it?

A field is a label with a place beside or beneath it: two cells of a table, a column, or a line
``Agency: ...``.  A label whose place is empty, dotted or still says ``XX`` is a fault that can
be seen; a field that is nowhere is a question, for the paper may say it in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Paragraph, Row
from .base import Hit, Look, Observation, detector
from .excerpts import window
from .own_words import has_head, heads_column, is_blank, is_heading, is_instruction, whole
from .reading import Reading, reading
from .says import Groups
from .terms import all_of, find, plain
from .written_dates import written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 3
_LONGEST = 14  # words of a label
_SEAM = re.compile(r"[:\t]|\.{3,}|…|_{3,}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A label that was found, and what stands in its place; empty if nothing does."""

    label: Paragraph
    value: Paragraph | None
    text: str


def fields_of(look: Look, label: Sequence[str], exact: Sequence[str] = ()) -> list[Filled]:
    """Every field whose label has one of some terms, or is one of the ``exact`` ones."""
    read = reading(look)
    found: list[Filled] = []
    for index in whole(look):
        paragraph = read.document.paragraphs[index]
        text = read.plain(index)
        match = find(label, text)
        if match is None:
            match = _exactly(exact, text)
            if match is None or heads_column(read, paragraph):
                continue
        if paragraph.in_table is not None and (cell := _of_table(read, paragraph)) is not None:
            found += cell
        elif (line := _of_line(read, paragraph, match.end())) is not None:
            found.append(line)
    return found


def _exactly(labels: Sequence[str], text: str) -> re.Match[str] | None:
    """A label that is the whole of a cell, or of what stands before a colon."""
    names = "|".join(map(re.escape, labels))
    return re.match(rf"\s*(?:{names})(?=\s*(?::|$))", text) if names else None


def _of_table(read: Reading, paragraph: Paragraph) -> list[Filled] | None:
    """What stands beside a label, or under it where it heads a column; None if it is no label."""
    table_at, row_at, cell_at = paragraph.in_table or (0, 0, 0)
    table = read.document.tables[table_at]
    text = read.plain(paragraph.index)
    if len(text.split()) > _LONGEST or _SEAM.search(text.rstrip(" :.")):
        return None
    if row_at == 0 and has_head(read, table):
        column = table.rows[0].cells[cell_at].column
        return [_cell(read, paragraph, row, column) for row in table.rows[1:2]]
    cells = table.rows[row_at].cells[cell_at + 1 :]
    if not cells:
        return None
    return [_value(read, paragraph, [i for cell in cells[:1] for i in cell.paragraphs])]


def _cell(read: Reading, label: Paragraph, row: Row, column: int) -> Filled:
    cell = next((c for c in row.cells if c.column <= column < c.column + c.span), None)
    return _value(read, label, list(cell.paragraphs) if cell else [])


def _value(read: Reading, label: Paragraph, indices: Sequence[int]) -> Filled:
    texts = [(i, read.plain(i)) for i in indices]
    said = [(i, text) for i, text in texts if not is_blank(text) and not is_instruction(text)]
    if not said:
        return Filled(label, None, "")
    return Filled(label, read.document.paragraphs[said[0][0]], " ".join(t for _, t in said))


def _of_line(read: Reading, paragraph: Paragraph, end: int) -> Filled | None:
    """What stands after a label on its line, or on the line beneath; None if it is no label."""
    text = read.plain(paragraph.index)
    seam = _SEAM.search(text, end)
    head = text[: seam.start()] if seam else text
    if len(head.split()) > _LONGEST:
        return None
    if seam is None:
        return _beneath(read, paragraph) if is_heading(paragraph) else None
    rest = text[seam.end() :]
    other = _next_label(rest)
    value = rest[: other.start()] if other else rest
    if not is_blank(value):
        return Filled(paragraph, paragraph, value)
    return Filled(paragraph, None, "") if other or rest.strip() else _beneath(read, paragraph)


def _next_label(rest: str) -> re.Match[str] | None:
    """Where another label begins on the same line: ``Signed..... Dated:.....``."""
    return re.search(r"\b(?:dated?|signed|name|position)\s*[:.…_]", rest)


def _beneath(read: Reading, paragraph: Paragraph) -> Filled:
    following = iter(read.document.paragraphs[paragraph.index + 1 :])
    after = next((p for p in following if p.text.strip()), None)
    if after is None or is_heading(after) or _SEAM.search(plain(after.text)):
        return Filled(paragraph, None, "")
    return _value(read, paragraph, [after.index])


class FieldSettings(Strict):
    """A field, by the words of its label, and what it has to hold."""

    label: list[str] = Field(min_length=1)
    exact: tuple[str, ...] = ()
    """Labels that are too common to count as part of another: `date`."""
    holds: Literal["words", "date"] = "words"


@detector("field-filled", FieldSettings)
def field_filled(look: Look, settings: FieldSettings) -> Observation:
    """A field of the form is filled in."""
    found = fields_of(look, settings.label, settings.exact)
    if not found:
        return Observation(OPEN, (), "no such field was found")
    full = [one for one in found if one.value is not None]
    if not full:
        return Observation(NO, tuple(_hits(found)), "the field is not filled in")
    if settings.holds == "date":
        dated = [one for one in full if any(d.date for d in written_dates(one.text))]
        if not dated:
            return Observation(OPEN, tuple(_hits(full)), "no date was recognised in it")
        full = dated
    return Observation(YES, tuple(_hits(full)))


def _hits(found: Sequence[Filled]) -> Iterator[Hit]:
    for one in found[:_SHOWN]:
        shown = one.value or one.label
        yield Hit(shown.place, window(shown.text, -1, -1))


class CertificateSettings(Strict):
    """What a certificate certifies, and the label of the place for the signature."""

    words: Groups = Field(min_length=1)
    signed: list[str] = Field(min_length=1)


@detector("certificate-signed", CertificateSettings)
def certificate_signed(look: Look, settings: CertificateSettings) -> Observation:
    """A certificate that the form prints is signed."""
    read = reading(look)
    text = next((i for i in whole(look) if all_of(settings.words, read.plain(i))), None)
    if text is None:
        return Observation(OPEN, (), "no certificate of it was found")
    place = read.document.paragraphs[text].place
    printed = Hit(place, window(read.document.paragraphs[text].text, -1, -1))
    after = [one for one in fields_of(look, settings.signed) if one.label.index >= text]
    if not after:
        return Observation(OPEN, (printed,), "the place for its signature was not found")
    if after[0].value is None:
        return Observation(NO, (printed,), "it is not signed")
    return Observation(YES, (printed,))

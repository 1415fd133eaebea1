"""The entries of a chronology: one row each, with the day, what happened, and where that is known.

A chronology is a table with a column of dates.  Its head may stand below a title, be repeated,
or be missing where the table was cut in two; a cell may reach over several rows; a row that is
one cell across is a heading within.  Prose in which paragraphs begin with dates is a
chronology too, but has no columns that could be held against anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from ...schemas.common import Strict
from ...schemas.dates import PartialDate
from ..document.content import Cell, Paragraph, Row, Table
from .base import Hit, Look
from .calendar_dates import dates_in
from .excerpts import window
from .own_words import in_pairs, indices_of, is_blank, whole
from .reading import Reading, reading
from .terms import find, plain
from .written_dates import known, written_dates

_HEAD_ROWS = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a chronology."""

    row: Row
    table: int
    first: Paragraph
    said: str
    """What stands in its column of dates."""
    when: PartialDate | None
    same_as_above: bool
    """Its date is that of a cell which reaches down from the row above."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """A table of entries, and where its columns stand."""

    head: Row
    entries: tuple[Entry, ...]


class TableSettings(Strict):
    """Where the chronology stands, and the words that head its column of dates."""

    sections: tuple[str, ...] = ()
    date: list[str] = Field(min_length=1)


def chronologies_of(look: Look, settings: TableSettings) -> tuple[Chronology, ...]:
    """The chronologies among the tables of some sections, or of the whole paper; found once."""
    sections, date = settings.sections, tuple(settings.date)
    found: tuple[Chronology, ...] = look.once(
        ("chronologies", sections, date), lambda: tuple(_all(look, sections, date))
    )
    return found


def _all(look: Look, sections: Sequence[str], date: Sequence[str]) -> Iterator[Chronology]:
    read = reading(look)
    here, headed = indices_of(look, sections)
    head: Row | None = None
    entries: list[Entry] = []
    column = 0
    for table in read.tables_in(here if headed else whole(look)):
        at = _head_of(read, table, date)
        if at is None and head is not None and _goes_on(read, table, head, column):
            entries += _entries(read, table, -1, column, head)
            continue
        if head is not None:
            yield Chronology(head, tuple(entries))
            head = None
        if at is not None:
            row, column = at
            head = table.rows[row]
            entries = list(_entries(read, table, row, column, head))
    if head is not None:
        yield Chronology(head, tuple(entries))


def _head_of(read: Reading, table: Table, date: Sequence[str]) -> tuple[int, int] | None:
    """The row that heads the columns, and where the dates stand."""
    if in_pairs(read, table):
        return None  # front matter: "Author | ... | Date | ..."
    for number, row in enumerate(table.rows[:_HEAD_ROWS]):
        if len(row.cells) < 2 or number == len(table.rows) - 1:
            continue
        for cell in row.cells:
            text = plain(read.document.cell_text(cell))
            if find(date, text) and not any(known(written_dates(text))) and len(text.split()) <= 8:
                below = (cell_at(one, cell.column) for one in table.rows[number + 1 :])
                if any(c and _when(plain(read.document.cell_text(c))) for c in below):
                    return number, cell.column
    return None


def _goes_on(read: Reading, table: Table, head: Row, column: int) -> bool:
    """Whether a table without a head is the rest of one that was cut in two."""
    if not table.rows or len(table.rows[0].cells) != len(head.cells):
        return False
    cell = cell_at(table.rows[0], column)
    return cell is not None and _when(plain(read.document.cell_text(cell))) is not None


def _entries(read: Reading, table: Table, head_at: int, column: int, head: Row) -> Iterator[Entry]:
    titles = [plain(read.document.cell_text(cell)) for cell in head.cells]
    for row in table.rows[head_at + 1 :]:
        texts = [plain(read.document.cell_text(cell)) for cell in row.cells]
        if row.deleted or len(row.cells) < 2 or texts == titles:
            continue
        if not any(not is_blank(text) for text in texts):
            continue  # an empty row at the end of a form is no entry
        cell = cell_at(row, column)
        said = plain(read.document.cell_text(cell)) if cell else ""
        first = next(i for c in row.cells for i in c.paragraphs)
        yield Entry(
            row,
            table.index,
            read.document.paragraphs[cell.paragraphs[0] if cell and cell.paragraphs else first],
            said,
            _when(said),
            cell is not None and cell.continues,
        )


def cell_at(row: Row, column: int) -> Cell | None:
    """The cell of a row that covers a column of the table's grid."""
    return next((c for c in row.cells if c.column <= column < c.column + c.span), None)


def _when(text: str) -> PartialDate | None:
    """The first date of a cell, to whatever precision it has."""
    if (date := next(known(written_dates(text, years=True)), None)) is not None:
        return date
    for found in dates_in(text):
        if (day := found.day_of()) is not None:
            return PartialDate(day.year, day.month, day.day)
    year = _YEAR.search(text)
    return PartialDate(int(year.group())) if year else None


def entry_hit(read: Reading, entry: Entry, note: str = "") -> Hit:
    """Where an entry stands, with its whole row."""
    texts = [read.document.cell_text(cell) for cell in entry.row.cells]
    shown = window(" | ".join(text for text in texts if text), -1, -1)
    return Hit(entry.first.place, shown, note=note)

"""Tables and lists that a section has to hold, and cells that must not be empty."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field

from ...schemas.common import Answer, Strict
from ..document.content import Cell, Paragraph, Row, Table
from .base import SETTLED, Hit, Look, Observation, detector
from .excerpts import window
from .mentions import where_to_look
from .reading import Reading, reading
from .terms import find, plain

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 5
_PARTS = re.compile(r"\s*[,;|\t(]\s*|\s+-\s+|:\s+")
_ENOUGH_LINES = 3
_LONGEST_LINE = 300  # characters: longer is prose


class ColumnSettings(Strict):
    """What each row has to say: a label, and the words by which a column for it is headed."""

    section: str
    columns: dict[str, list[str]] = Field(min_length=1)
    rows: int = 2
    """How many rows, below the head, make a list."""


@detector("table-or-list", ColumnSettings)
def table_or_list(look: Look, settings: ColumnSettings) -> Observation:
    """A section has a table with certain columns, or a list whose lines say as much."""
    read = reading(look)
    where = where_to_look(read, settings.section)
    indices = where.here if where.headed else (*where.here, *where.likely)
    within = indices if where.headed else (*indices, *where.elsewhere)
    tables = [t for t in read.tables_in(within) if len(t.rows) > settings.rows]
    best: Observation | None = None
    for table in tables:
        missing = [n for n, words in settings.columns.items() if not _has_column(table, words)]
        hit = Hit(table.place, " | ".join(table.header))
        if not missing:
            return Observation(YES, (hit,))
        if best is None and len(missing) < len(settings.columns):
            note = f"a table is there, but no column of it says: {', '.join(missing)}"
            best = Observation(OPEN, (hit,), note)
    return best or _list(read, indices, settings)


def _has_column(table: Table, words: list[str]) -> bool:
    return any(find(words, plain(text)) is not None for text in table.header)


def _list(read: Reading, indices: tuple[int, ...], settings: ColumnSettings) -> Observation:
    """Lines with as many parts as there should be columns."""
    wanted = len(settings.columns)
    lines = [p for p in read.pieces(indices, whole=True) if p.start >= 0]
    full = [p for p in lines if len(p.text) < _LONGEST_LINE and _parts(p.text) >= wanted]
    items = [p for p in full if is_item(p.paragraph)]
    if len(items) >= settings.rows or len(full) >= _ENOUGH_LINES:
        return Observation(YES, (full[0].hit(),), "as a list")
    for piece in lines:
        if is_item(piece.paragraph):
            note = "there is a list, but its lines seem to say less"
            return Observation(OPEN, (piece.hit(),), note)
    for piece in lines:
        if _told_in_a_row(piece.text) >= max(settings.rows, _ENOUGH_LINES):
            return Observation(OPEN, (piece.hit(),), "it seems to be listed in running text")
    return Observation(NO, (), "neither a table nor a list of this was found")


def _told_in_a_row(text: str) -> int:
    """How many members a sentence lists: parted by semicolons, each with something behind it."""
    parts = text.split(";")
    return sum(1 for part in parts if "," in part.strip()) if len(parts) > 1 else 0


def _parts(text: str) -> int:
    return sum(1 for part in _PARTS.split(text) if part.strip())


def is_item(paragraph: Paragraph) -> bool:
    """A list item, numbered by Word or by hand; a paragraph of the report (4.1) is none."""
    label = paragraph.bullet or paragraph.label or paragraph.typed_label
    return bool(label) and re.fullmatch(r"\d+\.\d+.*", label) is None


class HeadSettings(Strict):
    """A column, by the words at its head."""

    section: str
    column: list[str] = Field(min_length=1)


@detector("column-there", HeadSettings, SETTLED)
def column_there(look: Look, settings: HeadSettings) -> Observation:
    """A table of a section has a certain column."""
    read = reading(look)
    tables = read.tables_in(read.section(settings.section).paragraphs)
    there = any(_column(read, table, settings.column) is not None for table in tables)
    return Observation(YES if there else NO)


class FilledSettings(HeadSettings):
    """A column, and what it is worth that there is none."""

    without: Literal["yes", "open", "no"] = "open"


@detector("column-filled", FilledSettings, lambda s: SETTLED | {Answer(s.without)})
def column_filled(look: Look, settings: FilledSettings) -> Observation:
    """Every row of a section's tables has something in a certain column."""
    read = reading(look)
    empty: list[Hit] = []
    columns = 0
    for table in read.tables_in(read.section(settings.section).paragraphs):
        column = _column(read, table, settings.column)
        if column is None:
            continue
        columns += 1
        empty += [_row_hit(read, row) for row in table.rows[1:] if _blank_at(read, row, column)]
    if empty:
        return Observation(NO, tuple(empty[:_SHOWN]), "the cell is empty")
    if not columns:
        return Observation(Answer(settings.without), (), "no table with such a column was found")
    return Observation(YES)


def _column(read: Reading, table: Table, words: list[str]) -> int | None:
    """Where on the table's grid the column stands, by its head."""
    for cell in table.rows[0].cells if table.rows else ():
        if find(words, plain(read.document.cell_text(cell))) is not None:
            return cell.column
    return None


def _blank_at(read: Reading, row: Row, column: int) -> bool:
    """An empty cell in a row that has something elsewhere; sub-headings across are no rows."""
    if row.deleted or len(row.cells) < 2:
        return False
    cell = next((c for c in row.cells if c.column <= column < c.column + c.span), None)
    if cell is None or cell.continues or _text(read, cell):
        return False
    return any(_text(read, other) for other in row.cells)


def _text(read: Reading, cell: Cell) -> str:
    nested = any(read.document.tables[t].rows for t in cell.tables)
    return read.document.cell_text(cell).strip(" -–—") or ("x" if nested else "")


def _row_hit(read: Reading, row: Row) -> Hit:
    first = next(c for c in row.cells if _text(read, c))
    place = read.document.paragraphs[first.paragraphs[0]].place
    texts = [read.document.cell_text(cell) for cell in row.cells]
    return Hit(place, window(" | ".join(text for text in texts if text), -1, -1))

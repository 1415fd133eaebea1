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
from typing import Literal

from dateutil.relativedelta import relativedelta
from pydantic import Field

from ...schemas.common import Answer, Strict
from ...schemas.dates import PartialDate
from ..document.content import Cell, Paragraph, Row, Table
from .base import ANY_ANSWER, QUESTIONED, SETTLED, Answers, Hit, Look, Observation, detector
from .calendar_dates import dates_in
from .excerpts import window
from .own_words import in_pairs, indices_of, is_blank, parts, whole
from .period import PeriodSettings, period_known
from .reading import Reading, reading
from .terms import find, plain
from .written_dates import known, written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 8
_HEAD_ROWS = 3
_DATED_START = 40  # characters of a paragraph within which its date stands
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
                below = (_cell_at(one, cell.column) for one in table.rows[number + 1 :])
                if any(c and _when(plain(read.document.cell_text(c))) for c in below):
                    return number, cell.column
    return None


def _goes_on(read: Reading, table: Table, head: Row, column: int) -> bool:
    """Whether a table without a head is the rest of one that was cut in two."""
    if not table.rows or len(table.rows[0].cells) != len(head.cells):
        return False
    cell = _cell_at(table.rows[0], column)
    return cell is not None and _when(plain(read.document.cell_text(cell))) is not None


def _entries(read: Reading, table: Table, head_at: int, column: int, head: Row) -> Iterator[Entry]:
    titles = [plain(read.document.cell_text(cell)) for cell in head.cells]
    for row in table.rows[head_at + 1 :]:
        texts = [plain(read.document.cell_text(cell)) for cell in row.cells]
        if row.deleted or len(row.cells) < 2 or texts == titles:
            continue
        if not any(not is_blank(text) for text in texts):
            continue  # an empty row at the end of a form is no entry
        cell = _cell_at(row, column)
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


def _cell_at(row: Row, column: int) -> Cell | None:
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


def _hit(read: Reading, entry: Entry, note: str = "") -> Hit:
    texts = [read.document.cell_text(cell) for cell in entry.row.cells]
    shown = window(" | ".join(text for text in texts if text), -1, -1)
    return Hit(entry.first.place, shown, note=note)


class CountSettings(TableSettings):
    """How many entries make a chronology."""

    at_least: int = 2


@detector("chronology-kept", CountSettings)
def chronology_kept(look: Look, settings: CountSettings) -> Observation:
    """There is a chronology: a table of dated entries, or paragraphs that begin with dates."""
    read = reading(look)
    found = chronologies_of(look, settings)
    entries = [entry for one in found for entry in one.entries]
    if len(entries) >= settings.at_least:
        return Observation(YES, (_hit(read, entries[0]),), f"{len(entries)} entries in a table")
    if dated := _dated_paragraphs(look, settings.sections, settings.at_least):
        return Observation(YES, dated, "in paragraphs, not in a table")
    if entries:
        return Observation(OPEN, tuple(_hit(read, e) for e in entries), "hardly any entries")
    return Observation(NO, (), "no table with a column of dates was found, nor dated paragraphs")


def _dated_paragraphs(look: Look, sections: Sequence[str], wanted: int) -> tuple[Hit, ...]:
    here, headed = indices_of(look, sections)
    found = [
        part.own[0].hit()
        for part in parts(look, here if headed else whole(look))
        if any(d.date and d.start < _DATED_START for d in written_dates(part.own[0].text))
    ]
    return tuple(found[:1]) if len(found) >= wanted else ()


@detector("chronology-tabled", TableSettings, SETTLED)
def chronology_tabled(look: Look, settings: TableSettings) -> Observation:
    """There is a table of entries with a column of dates."""
    there = any(one.entries for one in chronologies_of(look, settings))
    return Observation(YES if there else NO, (), "" if there else "there is no table of entries")


class DatedSettings(TableSettings):
    """How precise the dates have to be."""

    to_the_day: bool = False
    """A month or a year alone is then a question."""


@detector("entries-dated", DatedSettings)
def entries_dated(look: Look, settings: DatedSettings) -> Observation:
    """Every entry of a chronology has a date that can be read."""
    read = reading(look)
    blank: list[Hit] = []
    unread: list[Hit] = []
    vague: list[Hit] = []
    for one in chronologies_of(look, settings):
        for entry in one.entries:
            if entry.when is not None or entry.same_as_above:
                if entry.when is not None and entry.when.precision != "day":
                    vague.append(_hit(read, entry))
                continue
            if is_blank(entry.said):
                blank.append(_hit(read, entry))
            else:
                unread.append(_hit(read, entry))
    if blank:
        return Observation(NO, tuple(blank[:_SHOWN]), f"{_entries_are(len(blank))} without a date")
    if unread:
        return Observation(OPEN, tuple(unread[:_SHOWN]), "these dates could not be read")
    if vague and settings.to_the_day:
        return Observation(OPEN, tuple(vague[:_SHOWN]), "these dates do not name a day")
    return Observation(YES)


def _entries_are(number: int) -> str:
    return "1 entry is" if number == 1 else f"{number} entries are"


@detector("entries-in-order", TableSettings, SETTLED)
def entries_in_order(look: Look, settings: TableSettings) -> Observation:
    """The entries of each chronology stand in the order of their dates."""
    read = reading(look)
    strays: list[Hit] = []
    backwards = False
    for one in chronologies_of(look, settings):
        latest: PartialDate | None = None
        dated = [entry for entry in one.entries if entry.when is not None]
        late: list[Entry] = []
        for entry in dated:
            if entry.when is None:
                continue
            if latest is not None and entry.when.before(latest) is YES:
                late.append(entry)
            else:
                latest = entry.when
        backwards = backwards or (len(dated) > 2 and len(late) == len(dated) - 1)
        strays += [_hit(read, entry, "earlier than an entry above it") for entry in late]
    if not strays:
        return Observation(YES)
    note = "the newest entries stand first" if backwards else "some entries go back in time"
    return Observation(NO, tuple(strays[:_SHOWN]), note)


class WithinSettings(TableSettings):
    """How the period under review is stated."""

    stated_in: tuple[str, ...] = ()
    period: list[str] = Field(min_length=1)
    until_death: list[str] = Field(min_length=1)


@detector("entries-within-period", WithinSettings, QUESTIONED)
def entries_within_period(look: Look, settings: WithinSettings) -> Observation:
    """No entry lies before or after the period under review; one that does is a question."""
    asked = PeriodSettings(
        sections=settings.stated_in, period=settings.period, until_death=settings.until_death
    )
    told = period_known(look, asked)
    if told is None:
        return Observation(OPEN, (), "the period under review could not be told")
    period, hit = told
    read = reading(look)
    strays: list[Hit] = []
    for one in chronologies_of(look, settings):
        for entry in one.entries:
            if entry.when is None:
                continue
            if period.start is not None and entry.when.before(period.start) is YES:
                strays.append(_hit(read, entry, "before the period begins"))
            elif period.end is not None and period.end.before(entry.when) is YES:
                strays.append(_hit(read, entry, "after the period ends"))
    if strays:
        note = f"{len(strays)} outside the period, as it is stated in the first place shown"
        return Observation(OPEN, (hit, *strays[:_SHOWN]), note)
    return Observation(YES, (hit,))


class GapSettings(TableSettings):
    """How long a silence is worth a question, in calendar months."""

    months: int = 12


@detector("entries-without-gap", GapSettings, QUESTIONED)
def entries_without_gap(look: Look, settings: GapSettings) -> Observation:
    """No long time passes between one entry and the next."""
    read = reading(look)
    gaps: list[Hit] = []
    for one in chronologies_of(look, settings):
        last: PartialDate | None = None
        for entry in one.entries:
            if entry.when is None:
                continue
            if last is not None and _apart(last, entry.when, settings.months):
                gaps.append(_hit(read, entry, "long after the entry before it"))
            last = entry.when
    if gaps:
        return Observation(OPEN, tuple(gaps[:_SHOWN]), f"more than {settings.months} months apart")
    return Observation(YES)


def _apart(one: PartialDate, other: PartialDate, months: int) -> bool:
    """Whether more than some calendar months lie between two dates, however they are read."""
    return other.earliest() > one.latest() + relativedelta(months=months)


class ColumnSettings(TableSettings):
    """Another column, by the words at its head, and what it is worth that there is none."""

    column: list[str] = Field(min_length=1)
    without: Literal["yes", "open", "no"] = "open"


def _column_gives(settings: ColumnSettings) -> Answers:
    return ANY_ANSWER if settings.without == "open" else SETTLED


@detector("entries-have", ColumnSettings, SETTLED)
def entries_have(look: Look, settings: ColumnSettings) -> Observation:
    """A chronology has a certain column."""
    read = reading(look)
    heads = (cell for one in chronologies_of(look, settings) for cell in one.head.cells)
    there = any(find(settings.column, plain(read.document.cell_text(cell))) for cell in heads)
    return Observation(YES if there else NO, (), "" if there else "there is no column for it")


@detector("entries-say", ColumnSettings, _column_gives)
def entries_say(look: Look, settings: ColumnSettings) -> Observation:
    """Every entry has something in a certain column, such as the source of what it says."""
    read = reading(look)
    columns = 0
    empty: list[Hit] = []
    for one in chronologies_of(look, settings):
        heads = ((c, plain(read.document.cell_text(c))) for c in one.head.cells)
        cell = next((c for c, text in heads if find(settings.column, text)), None)
        if cell is None:
            continue
        columns += 1
        for entry in one.entries:
            mine = _cell_at(entry.row, cell.column)
            if mine is None or mine.continues:
                continue
            if is_blank(plain(read.document.cell_text(mine))):
                empty.append(_hit(read, entry))
    if empty:
        return Observation(NO, tuple(empty[:_SHOWN]), f"the cell is empty in {len(empty)} of them")
    if not columns:
        return Observation(Answer(settings.without), (), "there is no column for it")
    return Observation(YES)

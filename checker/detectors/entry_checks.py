"""What can be asked of the entries of a chronology: dates, order, period, gaps, columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dateutil.relativedelta import relativedelta
from pydantic import Field

from ...schemas.common import Answer
from ...schemas.dates import PartialDate
from .base import ANY_ANSWER, QUESTIONED, SETTLED, Answers, Hit, Look, Observation, detector
from .entries import Entry, TableSettings, cell_at, chronologies_of, entry_hit
from .own_words import indices_of, is_blank, parts, whole
from .period import PeriodSettings, period_known
from .reading import reading
from .terms import find, plain
from .written_dates import written_dates

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 8
_DATED_START = 40  # characters of a paragraph within which its date stands


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
        return Observation(
            YES, (entry_hit(read, entries[0]),), f"{len(entries)} entries in a table"
        )
    if dated := _dated_paragraphs(look, settings.sections, settings.at_least):
        return Observation(YES, dated, "in paragraphs, not in a table")
    if entries:
        return Observation(OPEN, tuple(entry_hit(read, e) for e in entries), "hardly any entries")
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
                    vague.append(entry_hit(read, entry))
                continue
            if is_blank(entry.said):
                blank.append(entry_hit(read, entry))
            else:
                unread.append(entry_hit(read, entry))
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
        strays += [entry_hit(read, entry, "earlier than an entry above it") for entry in late]
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
                strays.append(entry_hit(read, entry, "before the period begins"))
            elif period.end is not None and period.end.before(entry.when) is YES:
                strays.append(entry_hit(read, entry, "after the period ends"))
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
                gaps.append(entry_hit(read, entry, "long after the entry before it"))
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
            mine = cell_at(entry.row, cell.column)
            if mine is None or mine.continues:
                continue
            if is_blank(plain(read.document.cell_text(mine))):
                empty.append(entry_hit(read, entry))
    if empty:
        return Observation(NO, tuple(empty[:_SHOWN]), f"the cell is empty in {len(empty)} of them")
    if not columns:
        return Observation(Answer(settings.without), (), "there is no column for it")
    return Observation(YES)

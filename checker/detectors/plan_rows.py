"""What the rows of an action plan have to hold, one by one.

Findings name the row by its recommendation, and the cell by its head: "recommendation 4, lead
agency: the cell is empty".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import QUESTIONED, SETTLED, Hit, Look, Observation, detector
from .plan_reading import plan_of
from .plan_table import COLUMNS, Column, PlanCell, PlanRow, hit_of
from .reading import reading
from .terms import find, plain, sentences

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
MOST = 20
"""Cells that one observation shows: a plan is mended row by row."""
_PLACEHOLDER = ("<plan-placeholder>",)
_EMPTY = ("the cell is empty", "the field is not filled in")
_PLACEHOLDER_WORDS = 5  # a cell with more words says more than that
_ENUMERATED = re.compile(r"(?:\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-h]|[ivx]{1,4})[.):]|[-•*])\s+\S")


class NoSettings(Strict):
    """Nothing to set."""


class ColumnSettings(Strict):
    """Which column of the template."""

    column: Column


def is_placeholder(cell: PlanCell) -> bool:
    """Whether a cell says no more than that something is still to come."""
    said = len(cell.text.split()) <= _PLACEHOLDER_WORDS
    return said and find(_PLACEHOLDER, cell.text) is not None


def cells_where(
    look: Look, column: Column, wrong: Callable[[PlanRow, PlanCell], str]
) -> tuple[Hit, ...]:
    """Cells of a column with which something is the matter, and what."""
    hits: dict[tuple[int, ...], Hit] = {}
    for row, cell in plan_of(look).cells(column):
        if note := wrong(row, cell):
            hits.setdefault(cell.paragraphs, hit_of(look, row, column, note))
    return tuple(hits.values())


def questioned(look: Look, column: Column, hits: tuple[Hit, ...]) -> Observation:
    """Open where cells are in question, and where no cell of the column says anything yet."""
    if hits:
        return Observation(OPEN, hits[:MOST])
    if all(cell.blank for _, cell in plan_of(look).cells(column)):
        return Observation(OPEN, (), "nothing is written there yet")
    return Observation(YES)


@detector("plan-rows", NoSettings)
def plan_rows(look: Look, _: NoSettings) -> Observation:
    """There is a table of actions, with at least one row."""
    plan = plan_of(look)
    if plan.rows:
        place = look.document.tables[plan.rows[0].table].place
        return Observation(YES, (Hit(place, note=f"{len(plan.rows)} rows"),))
    if plan.tables:
        place = look.document.tables[plan.tables[0].index].place
        return Observation(NO, (Hit(place),), "the table has a head and no rows")
    if look.document.tables or _in_a_list(look):
        return Observation(OPEN, (), "no table was recognised as an action plan by its head")
    return Observation(NO, (), "there is no table")


def _in_a_list(look: Look) -> bool:
    """Whether the words of a plan are there without a table."""
    read = reading(look)
    text = " ".join(read.plain(p.index) for p in look.document.main_text())
    return (
        sum(find((f"<plan-{column}>",), text) is not None for column in COLUMNS) > len(COLUMNS) // 2
    )


@detector("plan-columns", NoSettings)
def plan_columns(look: Look, _: NoSettings) -> Observation:
    """Every table of the plan has the columns of the template."""
    plan = plan_of(look)
    if not plan.tables:
        return Observation(OPEN, (), "no table was recognised as an action plan by its head")
    hits: list[Hit] = []
    sure = False
    notes: dict[str, None] = {}
    for table in plan.tables:
        rows = [row for row in plan.rows if row.table == table.index]
        stated = {column for row in rows for column in row.cells}
        missing = [name for key, name in COLUMNS.items() if key not in table.columns | stated]
        if missing:
            sure = sure or not table.strange
            notes.setdefault(f"no column for: {', '.join(missing)}")
            hits.append(Hit(look.document.tables[table.index].place))
    if not hits:
        return Observation(YES)
    return Observation(NO if sure else OPEN, tuple(hits[:MOST]), "; ".join(notes))


@detector("plan-table-read", NoSettings, SETTLED)
def plan_table_read(look: Look, _: NoSettings) -> Observation:
    """A table was recognised as an action plan by its head."""
    return Observation(YES if plan_of(look).tables else NO)


@detector("plan-column-there", ColumnSettings, SETTLED)
def plan_column_there(look: Look, settings: ColumnSettings) -> Observation:
    """The plan has rows, and a column for this."""
    there = any(settings.column in row.cells for row in plan_of(look).rows)
    return Observation(YES if there else NO)


@detector("plan-filled", ColumnSettings)
def plan_filled(look: Look, settings: ColumnSettings) -> Observation:
    """Every row says something in a column; "to be confirmed" is a question."""
    empty = cells_where(look, settings.column, lambda _, c: _EMPTY[c.field] if c.blank else "")
    if empty:
        return Observation(NO, empty[:MOST])
    vague = cells_where(
        look, settings.column, lambda _, c: "this is still to come" if is_placeholder(c) else ""
    )
    return Observation(OPEN if vague else YES, vague[:MOST])


class SaysSettings(ColumnSettings):
    """A column, and words of which every filled cell should have one - or none has."""

    words: list[str] = Field(min_length=1)
    none: bool = False
    """Whether the words are those that should not be there."""
    note: str


@detector("plan-says", SaysSettings, QUESTIONED)
def plan_says(look: Look, settings: SaysSettings) -> Observation:
    """Every filled cell of a column has one of certain words, or (``none``) has none of them."""

    def wrong(_: PlanRow, cell: PlanCell) -> str:
        if cell.blank or is_placeholder(cell):
            return ""
        found = find(settings.words, " ".join(cell.text.split())) is not None
        return settings.note if found is settings.none else ""

    return questioned(look, settings.column, cells_where(look, settings.column, wrong))


class EnoughSettings(ColumnSettings):
    """A column, and how many words a filled cell should have."""

    at_least: int
    note: str


@detector("plan-enough-words", EnoughSettings, QUESTIONED)
def plan_enough_words(look: Look, settings: EnoughSettings) -> Observation:
    """Every filled cell of a column has some number of words."""

    def short(_: PlanRow, cell: PlanCell) -> str:
        words = 0 if is_placeholder(cell) else len(cell.text.split())
        return settings.note if 0 < words < settings.at_least else ""

    return questioned(look, settings.column, cells_where(look, settings.column, short))


class OneSettings(Strict):
    """How many sentences, or lines, of one cell are more than one action."""

    sentences: int = 5
    lines: int = 2
    """The most lines that one action may have."""
    semicolons: int = 3
    """How many parts between semicolons are several actions."""


@detector("plan-one-action", OneSettings, QUESTIONED)
def plan_one_action(look: Look, settings: OneSettings) -> Observation:
    """No cell of actions holds a list, or as many sentences as make several actions."""

    def wrong(_: PlanRow, cell: PlanCell) -> str:
        parts = list(_parts(look, cell))
        if len(parts) > 1:
            return f"{len(parts)} items stand in one cell"
        lines = [line for line in cell.raw.splitlines() if line.strip()]
        if len(lines) > settings.lines:
            return f"{len(lines)} lines stand in one cell"
        parted = max((_parted(line) for line in lines), default=0)
        if parted >= settings.semicolons:
            return f"{parted} parts, with semicolons between them, stand in one cell"
        said = [s for line in lines for s in sentences(line)]
        return f"{len(said)} sentences stand in one cell" if len(said) >= settings.sentences else ""

    return questioned(look, "action", cells_where(look, "action", wrong))


def _parted(line: str) -> int:
    """How many parts of two words and more the semicolons of a line make."""
    return sum(len(part.split()) > 1 for part in line.split(";"))


def _parts(look: Look, cell: PlanCell) -> Iterator[str]:
    """The items of a list in a cell: Word's own, or typed with a number or a dash."""
    for index in cell.paragraphs:
        paragraph = look.document.paragraphs[index]
        for number, line in enumerate(paragraph.text.splitlines() or [""]):
            listed = number == 0 and bool(paragraph.bullet or paragraph.label)
            if line.strip() and (listed or _ENUMERATED.match(plain(line))):
                yield line

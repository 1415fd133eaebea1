"""An action plan as the checks see it: rows, and what each says under each head."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from .base import Hit, Look
from .terms import find

Column = Literal[
    "recommendation", "scope", "action", "lead", "milestones", "target", "outcome", "number"
]
COLUMNS: dict[Column, str] = {
    "recommendation": "recommendation",
    "scope": "scope",
    "action": "action to take",
    "lead": "lead agency",
    "milestones": "key milestones",
    "target": "target date",
    "outcome": "date of completion and outcome",
}
"""The columns of the template, and what each is called in a sentence.  Source: Home Office
guidance 2011, appendix 5, and the action plan example template of 2016."""

SECTION = "action-plan"
"""Key of the section of a template that holds a plan."""
_SEAM = re.compile(r"\s*(?:[/&+;]|\band\b)\s*")
_FIELD = re.compile(r"[\[<(]\s*(?:insert|add|enter|type|name of|date of)\b[^\[\]<>()]*[\]>)]")
NOTHING = " \t\n-.•·_/|*?"


@dataclass(frozen=True, slots=True)
class PlanCell:
    """What a row says under one head: one cell of the table, or several that belong together."""

    text: str
    """In plain form, line ends kept."""
    raw: str
    """As written."""
    paragraphs: tuple[int, ...]

    @property
    def blank(self) -> bool:
        """Nothing is written there but dashes and the like, or the field of a form."""
        return not self.text.strip(NOTHING) or self.field

    @property
    def field(self) -> bool:
        """Only the field of a form stands there, not filled in."""
        return _FIELD.fullmatch(self.text.strip()) is not None


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action of a plan."""

    table: int
    row: int
    number: str
    """The number of its recommendation; empty where it has none."""
    cells: Mapping[Column, PlanCell]
    """Under every head that its table has."""

    @property
    def name(self) -> str:
        """What to call it, in the program's own words."""
        return f"recommendation {self.number}" if self.number else f"row {self.row + 1}"

    def cell(self, column: Column) -> PlanCell | None:
        """What stands under one head; None where the table has no such column."""
        return self.cells.get(column)


@dataclass(frozen=True, slots=True)
class PlanTable:
    """A table that is part of a plan: what its head names, and what could not be placed."""

    index: int
    columns: frozenset[Column]
    strange: tuple[str, ...] = ()
    """Heads that stand for none of the columns."""


@dataclass(frozen=True, slots=True)
class ActionPlan:
    """All tables and rows of a plan."""

    tables: tuple[PlanTable, ...] = ()
    rows: tuple[PlanRow, ...] = ()

    def has(self, column: Column) -> bool:
        """Whether any of its tables has a column."""
        return any(column in table.columns for table in self.tables)

    def cells(self, column: Column) -> Iterator[tuple[PlanRow, PlanCell]]:
        """Every row with what it says under one head, where its table has that head."""
        for row in self.rows:
            cell = row.cell(column)
            if cell is not None:
                yield row, cell


def hit_of(look: Look, row: PlanRow, column: Column, note: str = "") -> Hit:
    """One cell of a plan as a place in the draft; names the row and the cell."""
    cell = row.cells[column]
    paragraphs = look.document.paragraphs
    place = replace(paragraphs[cell.paragraphs[0]].place, table=row.table, row=row.row)
    named = f"{row.name}, {COLUMNS[column]}"
    return Hit(place, " ".join(cell.raw.split()), note=f"{named}: {note}" if note else named)


def columns_named(text: str) -> tuple[Column, ...]:
    """The columns that a head stands for (in plain form); "progress / outcome" is two."""
    found: dict[Column, None] = {}
    for part in _SEAM.split(text):
        if (column := column_named(part)) is not None:
            found.setdefault(column)
    return tuple(found)


def column_named(text: str) -> Column | None:
    """The column that a head stands for (in plain form): the first that it names decides.

    "Key milestones achieved in enacting recommendation" is about milestones; where two begin
    at one word ("action owner"), the longer name says more.
    """
    best: tuple[int, int, Column] | None = None
    columns: tuple[Column, ...] = (*COLUMNS, "number")
    for column in columns:
        match = find((f"<plan-{column}>",), text)
        if match is not None:
            found = (match.start(), -len(match.group()), column)
            if best is None or found[:2] < best[:2]:
                best = found
    return best[2] if best else None

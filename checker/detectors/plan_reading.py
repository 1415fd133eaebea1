"""Reads the action plan of a draft, row by row, however its tables are laid out.

The template is one table with a row for each recommendation.  Real plans repeat the head on
every page, merge the recommendation over several actions, put it above its own table, give each
recommendation a table of labels and values, or number recommendations and actions in a column
of their own.  All of that is read here into the same rows, so that no check has to know of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...schemas.documents import DocumentKind
from ..document.content import Cell, Row, Table
from ..document.model import Document
from .base import Look
from .plan_table import (
    NOTHING,
    SECTION,
    ActionPlan,
    Column,
    PlanCell,
    PlanRow,
    PlanTable,
    columns_named,
)
from .reading import reading
from .terms import find, plain

_HEAD_ROWS = 3  # a title or a line of names may stand above the row that heads the columns
_ENOUGH, _ENOUGH_ELSEWHERE = 3, 5  # recognised columns: in the plan, and in any other table
_LONGEST_HEAD = 14  # words; the template's longest has eight
_LABELS = 4  # different labels down the first column that make a table of labels and values
_SAME_HEAD = 0.7  # of its cells
_OTHER = ("<plan-other>",)  # heads that plans often have beside those of the template
_NUMBERED = re.compile(
    r"\s*(?:recommendation|rec|r)?[ .]*(?:no\.? |number )?(?P<number>\d{1,3})(?P<part>\.\d{1,2})?"
    r"(?:[a-z]?\s*[.:)\-]|\s|$)"
)
_SAYS_RECOMMENDATION = re.compile(r"\s*(?:recommendation|rec\.?)\b")


def plan_of(look: Look) -> ActionPlan:
    """The action plan of a draft: the whole of a plan, the part of another document that is one.

    Found once.  Empty where there is none.
    """
    found: ActionPlan = look.once("action-plan", lambda: _Reader(look).read())
    return found


_Heads = dict[int, tuple[Column, ...]]  # column of the grid -> what it holds


@dataclass
class _Reader:
    look: Look
    tables: list[PlanTable] = field(default_factory=list[PlanTable])
    rows: list[PlanRow] = field(default_factory=list[PlanRow])
    before: tuple[int, _Heads] | None = None
    """Columns of the table before, and how its grid was headed: a plan may go on without."""

    @property
    def document(self) -> Document:
        return self.look.document

    def read(self) -> ActionPlan:
        inside = self._inside()
        for table in self.document.tables:
            here = inside is None or table.index in inside
            enough = _ENOUGH if here else _ENOUGH_ELSEWHERE
            if not (self._labelled(table, here) or self._headed(table, enough)):
                self._continued(table, here)
        return ActionPlan(tuple(self.tables), tuple(self.rows))

    def _inside(self) -> frozenset[int] | None:
        """The tables of the part that is the plan; None where that is the whole document."""
        within = self.look.within
        if self.look.kind is DocumentKind.PLAN:
            if within is None:
                return None
            paragraphs = (self.document.paragraphs[index] for index in within)
            return frozenset(p.in_table[0] for p in paragraphs if p.in_table is not None)
        template = self.look.template
        if template is None or SECTION not in {one.key for one in template.sections}:
            return frozenset()
        read = reading(self.look)
        return frozenset(t.index for t in read.tables_in(read.section(SECTION).paragraphs))

    # --- a head, and rows under it ---------------------------------------------------------
    def _headed(self, table: Table, enough: int) -> bool:
        for at, row in enumerate(table.rows[:_HEAD_ROWS]):
            heads, strange = self._heads(row)
            if len(_named(heads) - {"number"}) < enough:
                continue
            first = at + 1
            if first < len(table.rows) and self._second_head(row, table.rows[first]):
                below, _ = self._heads(table.rows[first])
                heads.update(below)
                first += 1
            self.before = (table.columns, heads)
            self.tables.append(PlanTable(table.index, _named(heads), strange))
            self._take(table, heads, first, row)
            return True
        return False

    def _continued(self, table: Table, here: bool) -> None:
        """A table of the same columns without a head, after one that has one."""
        if not here or self.before is None or self.before[0] != table.columns:
            self.before = None
            return
        self._take(table, self.before[1], 0, None)

    def _heads(self, row: Row) -> tuple[_Heads, tuple[str, ...]]:
        """What the cells of a row head; and those that head none of the columns."""
        heads: _Heads = {}
        strange: list[str] = []
        for cell in row.cells:
            text = plain(self._raw(cell)).strip()
            columns = () if len(text.split()) > _LONGEST_HEAD else columns_named(text)
            if not columns:
                strange += [text] * (bool(text) and find(_OTHER, text) is None)
                continue
            heads.update(dict.fromkeys(range(cell.column, cell.column + cell.span), columns))
        return heads, tuple(strange)

    def _second_head(self, above: Row, row: Row) -> bool:
        """Whether a row heads the parts of wide heads above it, and nothing else."""
        wide = {c for cell in above.cells if cell.span > 1 for c in _grid(cell)}
        filled = [cell for cell in row.cells if self._raw(cell).strip() and not cell.continues]
        return bool(filled) and bool(wide) and all(cell.column in wide for cell in filled)

    def _take(self, table: Table, heads: _Heads, first: int, head: Row | None) -> None:
        above: dict[Column, PlanCell] = {}
        standing = self._heading_before(table)  # a recommendation that stands above its actions
        for at in range(first, len(table.rows)):
            row = table.rows[at]
            if row.deleted or (head is not None and self._repeats(head, row)):
                continue
            cells = self._cells(row, heads, above)
            said = [cell for cell in row.cells if self._raw(cell).strip(NOTHING)]
            if not said:
                continue
            if len(said) == 1 and self._stands_above(table, row, at, said[0], heads):
                standing = self._cell((said[0],))
                above = {}
                continue
            self._inherit(cells, above, standing)
            above = cells
            self.rows.append(PlanRow(table.index, at, self._number(cells), cells))

    def _stands_above(self, table: Table, row: Row, at: int, cell: Cell, heads: _Heads) -> bool:
        """Whether the only words of a row are the recommendation, or title, of rows below it."""
        if len(row.cells) == 1 or cell.span >= table.columns - 1:
            return True
        following = table.rows[at + 1].cells if at + 1 < len(table.rows) else ()
        below = [c for c in following if "recommendation" in heads.get(c.column, ())]
        return (
            "recommendation" in heads.get(cell.column, ())
            and bool(below)
            and all(not self._raw(c).strip(NOTHING) for c in below)
            and any(self._raw(c).strip(NOTHING) for c in following)
        )

    def _cells(
        self, row: Row, heads: _Heads, above: Mapping[Column, PlanCell]
    ) -> dict[Column, PlanCell]:
        """What a row says under each head; what is merged with the row above says the same."""
        own: dict[Column, list[Cell]] = {column: [] for column in _named(heads)}
        merged: set[Column] = set()
        for cell in row.cells:
            for column in heads.get(cell.column, ()):
                if cell.continues:
                    merged.add(column)
                else:
                    own[column].append(cell)
        found: dict[Column, PlanCell] = {}
        for column, cells in own.items():
            made = self._cell(cells) if cells else None
            if column in merged and column in above and (made is None or made.blank):
                found[column] = above[column]
            elif made is not None:
                found[column] = made
        return found

    def _inherit(
        self,
        cells: dict[Column, PlanCell],
        above: Mapping[Column, PlanCell],
        standing: PlanCell | None,
    ) -> None:
        """A second action of a recommendation often leaves the cell of the first one empty."""
        own = cells.get("recommendation")
        source = above.get("recommendation") or standing
        if (own is None or own.blank) and source is not None:
            cells["recommendation"] = source
            number = above.get("number")
            if number is not None and (mine := cells.get("number")) is not None and mine.blank:
                cells["number"] = number

    def _repeats(self, head: Row, row: Row) -> bool:
        first = [plain(self._raw(cell)).strip() for cell in head.cells]
        again = [plain(self._raw(cell)).strip() for cell in row.cells]
        same = sum(1 for one, other in zip(first, again, strict=False) if one and one == other)
        return same >= _SAME_HEAD * len([one for one in first if one])

    # --- labels and values -----------------------------------------------------------------
    def _labelled(self, table: Table, here: bool) -> bool:
        """A table whose first column names what the second says; one for each recommendation."""
        named: list[tuple[Column, Cell, Cell, int]] = [
            (column, label, value, at)
            for at, row in enumerate(table.rows)
            for label, value in _pairs(row)
            for column in columns_named(plain(self._raw(label)).strip())
        ]
        labels: set[Column] = {column for column, *_ in named if column != "number"}
        across = _named(self._heads(table.rows[0])[0]) if table.rows else frozenset[Column]()
        if len(labels) < (_LABELS if here else _ENOUGH_ELSEWHERE) or len(across) >= _ENOUGH:
            return False
        self.before = None
        self.tables.append(PlanTable(table.index, frozenset(labels)))
        standing = self._heading_before(table)
        cells: dict[Column, list[Cell]] = {}
        number, begun = "", 0
        for column, label, value, at in named:
            if column in cells and column in ("recommendation", "action"):
                self._finish(table, begun, cells, number, standing)
                kept = cells.get("recommendation", []) if column == "action" else []
                cells = {"recommendation": kept} if kept else {}
                begun = at
            if column == "recommendation":
                number = _number_in(plain(self._raw(label)))
            cells.setdefault(column, []).append(value)
        self._finish(table, begun, cells, number, standing)
        return True

    def _finish(
        self,
        table: Table,
        at: int,
        cells: Mapping[Column, list[Cell]],
        number: str,
        standing: PlanCell | None,
    ) -> None:
        made: dict[Column, PlanCell] = {column: self._cell(own) for column, own in cells.items()}
        if "recommendation" not in made and standing is not None:
            made["recommendation"] = standing
        self.rows.append(PlanRow(table.index, at, number or self._number(made), made))

    # --- cells and numbers -----------------------------------------------------------------
    def _raw(self, cell: Cell) -> str:
        """The text of a cell, with that of tables inside it."""
        own = self.document.cell_text(cell)
        inner = [
            self._raw(one)
            for index in cell.tables
            for row in self.document.tables[index].rows
            for one in row.cells
        ]
        return "\n".join([own, *inner]).strip() if inner else own

    def _cell(self, cells: Sequence[Cell]) -> PlanCell:
        raw = "\n".join(text for cell in cells if (text := self._raw(cell)))
        paragraphs = tuple(i for cell in cells for i in cell.paragraphs)
        return PlanCell(plain(raw), raw, paragraphs)

    def _number(self, cells: Mapping[Column, PlanCell]) -> str:
        """The number of a row's recommendation, typed or set by Word."""
        columns: tuple[Column, ...] = ("number", "recommendation", "action")
        for column in columns:
            cell = cells.get(column)
            if cell is None or cell.blank:
                continue
            labels = [self.document.paragraphs[i].label for i in cell.paragraphs[:1]]
            for text in (*map(plain, labels), cell.text):
                if text and (number := _number_in(text)):
                    return number
        return ""

    def _heading_before(self, table: Table) -> PlanCell | None:
        """The line just above a table, where it says which recommendation the table is about."""
        first = next((c.paragraphs[0] for r in table.rows for c in r.cells if c.paragraphs), 0)
        for paragraph in reversed(self.document.paragraphs[max(first - 4, 0) : first]):
            if paragraph.in_table is not None:
                return None
            text = plain(paragraph.text)
            if text.strip():
                said = _SAYS_RECOMMENDATION.match(text) or _number_in(text)
                own = PlanCell(text, paragraph.text, (paragraph.index,))
                return own if said else None
        return None


def _named(heads: _Heads) -> frozenset[Column]:
    return frozenset(column for columns in heads.values() for column in columns)


def _number_in(text: str) -> str:
    match = _NUMBERED.match(text)
    return match["number"] if match else ""


def _grid(cell: Cell) -> range:
    return range(cell.column, cell.column + cell.span)


def _pairs(row: Row) -> Iterator[tuple[Cell, Cell]]:
    """Labels and their values: the first cell with the second, the third with the fourth."""
    cells = [cell for cell in row.cells if not cell.continues]
    if len(cells) in (2, 4):
        yield from zip(cells[::2], cells[1::2], strict=True)

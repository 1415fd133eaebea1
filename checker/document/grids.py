"""Turn the tables that the walk noted down into immutable ones, with their places."""

from __future__ import annotations

from .assemble import place_at
from .content import Cell, Paragraph, Row, Table
from .drafts import Gathered, RowDraft, TableDraft
from .place import Place


def tables(gathered: Gathered, made: tuple[Paragraph, ...]) -> tuple[Table, ...]:
    """All tables, in order."""
    return tuple([_table(draft, made) for draft in gathered.tables])


def _table(draft: TableDraft, made: tuple[Paragraph, ...]) -> Table:
    rows = tuple([_row(row) for row in draft.rows])
    first = next((i for row in rows for cell in row.cells for i in cell.paragraphs), -1)
    at = place_at(first, made, draft.part, draft.story)
    header = rows[0].cells if rows else ()
    return Table(
        index=draft.index,
        rows=rows,
        header=tuple("\n".join(made[i].text for i in c.paragraphs).strip() for c in header),
        place=Place(at.part, at.story, at.heading_path, at.paragraph, "", at.after, draft.index),
        style_name=draft.style_name,
        columns=max((row.column for row in draft.rows), default=0),
        within=draft.within,
        caption=draft.caption,
        description=draft.description,
    )


def _row(row: RowDraft) -> Row:
    cells = [
        Cell(tuple(c.paragraphs), tuple(c.tables), c.column, c.span, c.continues) for c in row.cells
    ]
    deleted = row.change is not None and row.change.deletes
    return Row(tuple(cells), row.is_header, deleted)

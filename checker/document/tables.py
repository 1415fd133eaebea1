"""Tables: every row and every cell once, whatever is merged, nested or damaged."""

from __future__ import annotations

from typing import Final

from .blocks import BlockHandler, Blocks, Level
from .concealment import UNKNOWN
from .content import RevisionKind
from .drafts import CellDraft, RowDraft, TableDraft
from .formats import shading
from .names import DEL, INS, TBL, TBLPR, TC, TCPR, TR, TRPR, VAL, is_on, w
from .parts import Element
from .place import Story
from .scope import FORMAT_CHANGES, Scope

_SHADING: Final = w("shd")
_SPAN: Final = w("gridSpan")
_MERGE: Final = w("vMerge")
_BEFORE: Final = w("gridBefore")
_HEADER: Final = w("tblHeader")
_HIDDEN: Final = w("hidden")
_CELL_CHANGES: Final = {
    w("cellIns"): (RevisionKind.INSERT, False),
    w("cellDel"): (RevisionKind.DELETE, True),
}


def _table(blocks: Blocks, element: Element, level: Level) -> bool:
    tables, scope = blocks.gathered.tables, level.scope
    table = TableDraft(len(tables), scope.part, scope.story, scope.at, scope.host)
    tables.append(table)
    if level.cell is not None:
        level.cell.tables.append(table.index)
    return blocks.push(Level(iter(element), scope, table))


def _table_properties(blocks: Blocks, element: Element, level: Level) -> bool:
    table = level.table
    if table is None:
        return False
    styles = blocks.inline.styles
    table.style_id = _value(element, "tblStyle")
    table.style_name = styles.name(table.style_id)
    table.caption = _value(element, "tblCaption")
    table.description = _value(element, "tblDescription")
    host = len(blocks.gathered.drafts) - 1
    for text in (table.caption, table.description):
        blocks.gathered.piece(
            text, "alternative text of a table", Story.ALT_TEXT, level.scope.part, host
        )
    unknown = UNKNOWN if styles.shades_cells(table.style_id) else ""
    table.background = shading(element.find(_SHADING)) or unknown
    blocks.inline.note_format_changes(element, level.scope)
    return False


def _row(blocks: Blocks, element: Element, level: Level) -> bool:
    table = level.table
    if table is None:
        return blocks.descend(element, level)
    row = RowDraft([])
    table.rows.append(row)
    return blocks.push(Level(iter(element), level.scope, table, row))


def _row_properties(blocks: Blocks, properties: Element, level: Level) -> bool:
    row, scope = level.row, level.scope
    if row is None:
        return False
    for item in properties[:]:
        tag = item.tag
        if tag == _HEADER:
            row.is_header = is_on(item.get(VAL))
        elif tag == _HIDDEN:
            level.scope = level.scope._replace(hidden=is_on(item.get(VAL)))
        elif tag == _BEFORE:
            row.column = _columns(item, blocks.limits.span)
        elif tag in (INS, DEL):
            row.change = blocks.inline.change(item, scope.change, scope)
            level.scope = level.scope._replace(change=row.change)
        elif tag in FORMAT_CHANGES:
            blocks.inline.note_change(item, RevisionKind.FORMAT, False, scope)
    return False


def _cell(blocks: Blocks, element: Element, level: Level) -> bool:
    table, row = level.table, level.row
    if table is None or row is None:
        return blocks.descend(element, level)
    cell = CellDraft(row.column, [], [])
    at = (table.index, len(table.rows) - 1, len(row.cells))
    row.cells.append(cell)
    row.column += 1
    part, story, links, fields, _, change, _, host, in_contents, hidden = level.scope
    scope = Scope(  # by hand: `_replace` takes twice the time, and a report has thousands of cells
        part, story, links, fields, at, change, table.background, host, in_contents, hidden
    )
    return blocks.push(Level(iter(element), scope, None, row, cell))


def _cell_properties(blocks: Blocks, properties: Element, level: Level) -> bool:
    row, cell, scope = level.row, level.cell, level.scope
    if row is None or cell is None:
        return False
    for item in properties[:]:
        tag = item.tag
        if tag == _SPAN:
            row.column -= cell.span
            cell.span = max(1, _columns(item, blocks.limits.span))
            row.column += cell.span
        elif tag == _MERGE:
            cell.continues = item.get(VAL, "continue") == "continue"
        elif tag == _SHADING:
            level.scope = level.scope._replace(background=shading(item) or scope.background)
        elif tag in _CELL_CHANGES:
            kind, deletes = _CELL_CHANGES[tag]
            change = blocks.inline.note_change(item, kind, deletes, scope)
            if scope.change is None or not scope.change.deletes:
                level.scope = level.scope._replace(change=change)
        elif tag in FORMAT_CHANGES:
            blocks.inline.note_change(item, RevisionKind.FORMAT, False, scope)
    return False


def _value(parent: Element, name: str) -> str:
    child = parent.find(w(name))
    return child.get(VAL, "") if child is not None else ""


def _columns(item: Element, limit: int) -> int:
    text = item.get(VAL, "").strip()
    valid = text.isascii() and text.isdigit() and len(text) < 11
    return min(int(text), limit) if valid else 1


TABLE_HANDLERS: Final[dict[str, BlockHandler]] = {
    TBL: _table,
    TBLPR: _table_properties,
    TR: _row,
    TRPR: _row_properties,
    TC: _cell,
    TCPR: _cell_properties,
}

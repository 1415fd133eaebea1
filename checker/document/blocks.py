"""Walk the blocks of a story: paragraphs, tables, content controls, text boxes.

One explicit stack for the whole story.  Every ``w:p`` and every ``w:tc`` is visited once,
wherever it is nested; an element that is not known is gone into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from .concealment import UNKNOWN
from .content import RevisionKind
from .drafts import CellDraft, Draft, FieldStack, RowDraft, TableDraft
from .formats import shading
from .graphics import settle_alternates
from .inline import ID, Inline, Scope, control_texts
from .limits import Limits
from .names import (
    ALTERNATE,
    DEL,
    FALLBACK,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SECTPR,
    TBL,
    TBLPR,
    TC,
    TCPR,
    TR,
    TRPR,
    TXBX,
    VAL,
    P,
    R,
    T,
    is_on,
    w,
)
from .parts import Element
from .place import Story


@dataclass(slots=True)
class Level:
    """An element whose blocks are being read."""

    children: Iterator[Element]
    scope: Scope
    table: TableDraft | None = None
    row: RowDraft | None = None
    cell: CellDraft | None = None
    joining: Draft | None = None
    """A paragraph whose mark was deleted: the next one continues it."""
    waiting: list[Element] = field(default_factory=list[Element])
    """Text boxes of ``joining``, which come after it."""

    def within(self, children: Iterator[Element], scope: Scope | None = None) -> Level:
        """A level for an element inside this one, in the same cell."""
        return Level(children, scope or self.scope, self.table, self.row, self.cell)


class Blocks:
    """Walks stories into ``inline.gathered``."""

    def __init__(self, inline: Inline, limits: Limits) -> None:
        self.inline, self.limits = inline, limits
        self.gathered = inline.gathered
        self.stack: list[Level] = []

    def walk(self, root: Element, scope: Scope) -> range:
        """Read a story; the indices of the paragraphs it gave."""
        first = len(self.gathered.drafts)
        self.stack = [Level(iter(root), scope)]
        while self.stack:
            level = self.stack[-1]
            for element in level.children:
                tag = element.tag
                if level.joining is not None and tag not in _TRANSPARENT:
                    self.push(level.within(iter((element,))))
                    self.open_boxes(level, level.joining)
                    break
                if _HANDLERS.get(tag, _unknown)(self, element, level):
                    break
            else:
                self.stack.pop()
                if level.joining is not None:
                    self.open_boxes(level, level.joining)
        self._close_fields(scope)
        return range(first, len(self.gathered.drafts))

    def read_paragraph(self, elements: Iterator[Element], level: Level) -> bool:
        """Read a paragraph, or the continuation of one whose mark was deleted."""
        draft = level.joining
        if draft is None:
            draft = self.inline.begin(level.scope)
            if level.cell is not None:
                level.cell.paragraphs.append(draft.index)
        draft.mark_deleted = False
        level.waiting.extend(self.inline.read(elements, draft, level.scope))
        if draft.mark_deleted:
            level.joining = draft
            return False
        return self.open_boxes(level, draft)

    def open_boxes(self, level: Level, host: Draft) -> bool:
        """Go on with what was found inside a paragraph; answers whether there is any."""
        waiting, level.joining, level.waiting = level.waiting, None, []
        for element in reversed(waiting):
            boxed = element.tag == TXBX
            scope = level.scope._replace(
                story=Story.TEXTBOX if boxed else level.scope.story,
                fields=FieldStack() if boxed else level.scope.fields,
                at=None if boxed else level.scope.at,
                background="" if boxed else level.scope.background,
                host=host.index if boxed else level.scope.host,
                in_contents=False,
            )
            inner = Level(iter(element if boxed else (element,)), scope)
            if not boxed:
                inner.table, inner.row, inner.cell = level.table, level.row, level.cell
            self.stack.append(inner)
        return bool(waiting)

    def push(self, level: Level) -> bool:
        """Read ``level`` next."""
        self.stack.append(level)
        return True

    def harvest(self, element: Element, level: Level) -> None:
        """Keep what the attributes of an element between paragraphs say."""
        self.inline.harvest(element, level.scope, len(self.gathered.drafts) - 1)

    def _close_fields(self, scope: Scope) -> None:
        """Keep the instructions of fields that never ended."""
        for unended in scope.fields.open:
            text = "" if unended.in_result else "".join(unended.instruction)
            self.gathered.piece(
                text, "field instruction", Story.FIELD_CODE, scope.part, unended.host
            )


_Handler = Callable[[Blocks, Element, Level], bool]
"""Handles a block; answers whether a level was pushed."""


def _paragraph(blocks: Blocks, element: Element, level: Level) -> bool:
    before = len(blocks.gathered.drafts)
    pushed = blocks.read_paragraph(iter(element), level)
    if len(blocks.gathered.drafts) > before and level.scope.story is Story.COMMENT:
        blocks.gathered.drafts[-1].para_id = next(
            (value for key, value in element.items() if key.endswith("}paraId")), ""
        )
    return pushed


def _stray(blocks: Blocks, element: Element, level: Level) -> bool:
    """Inline content that stands between paragraphs: Word would put it into one, so do we."""
    return blocks.read_paragraph(iter((element,)), level)


def _unknown(blocks: Blocks, element: Element, level: Level) -> bool:
    blocks.harvest(element, level)
    return blocks.push(level.within(iter(element)))


def _descend(blocks: Blocks, element: Element, level: Level) -> bool:
    return blocks.push(level.within(iter(element)))


def _skip(blocks: Blocks, element: Element, level: Level) -> bool:
    return False


def _changed(blocks: Blocks, element: Element, level: Level) -> bool:
    change = blocks.inline.change(element, level.scope.change, level.scope)
    return blocks.push(level.within(iter(element), level.scope._replace(change=change)))


def _alternate(blocks: Blocks, element: Element, level: Level) -> bool:
    chosen, leftover = settle_alternates(element)
    for text in leftover:
        blocks.gathered.piece(text, "fallback copy that differs", Story.OTHER, level.scope.part)
    return chosen is not None and blocks.push(level.within(iter(chosen)))


def _table(blocks: Blocks, element: Element, level: Level) -> bool:
    tables, scope = blocks.gathered.tables, level.scope
    table = TableDraft(len(tables), scope.part, scope.story, scope.at, scope.host)
    tables.append(table)
    if level.cell is not None:
        level.cell.tables.append(table.index)
    inner = Level(iter(element), scope, table=table)
    inner.table = table
    return blocks.push(inner)


def _table_properties(blocks: Blocks, element: Element, level: Level) -> bool:
    table = level.table
    if table is None:
        return False
    table.style_id = _value(element, "tblStyle")
    table.style_name = blocks.inline.styles.name(table.style_id)
    table.caption, table.description = (
        _value(element, "tblCaption"),
        _value(element, "tblDescription"),
    )
    host = len(blocks.gathered.drafts) - 1
    for text in (table.caption, table.description):
        blocks.gathered.piece(
            text, "alternative text of a table", Story.ALT_TEXT, level.scope.part, host
        )
    own = shading(element.find(w("shd")))
    unknown = blocks.inline.styles.shades_cells(table.style_id)
    table.background = own or (UNKNOWN if unknown else "")
    _format_changes(blocks, element, level)
    return False


def _row(blocks: Blocks, element: Element, level: Level) -> bool:
    table = level.table
    if table is None:
        return _descend(blocks, element, level)
    row, scope = RowDraft(), level.scope
    table.rows.append(row)
    properties = element.find(TRPR)
    if properties is not None:
        _row_properties(blocks, properties, row, level)
    if row.change is not None and not (scope.change is not None and scope.change.deletes):
        scope = scope._replace(change=row.change)
    if row.hidden:
        scope = scope._replace(hidden=True)
    return blocks.push(Level(iter(element), scope, table, row))


def _row_properties(blocks: Blocks, properties: Element, row: RowDraft, level: Level) -> None:
    for item in properties:
        if item.tag == w("tblHeader"):
            row.is_header = is_on(item.get(VAL))
        elif item.tag == w("hidden"):
            row.hidden = is_on(item.get(VAL))
        elif item.tag == w("gridBefore"):
            row.column = _columns(item, blocks.limits.span)
        elif item.tag in (INS, DEL):
            row.change = blocks.inline.change(item, None, level.scope)
    _format_changes(blocks, properties, level)


def _cell(blocks: Blocks, element: Element, level: Level) -> bool:
    table, row = level.table, level.row
    if table is None or row is None:
        return _descend(blocks, element, level)
    cell = CellDraft(row.column, 1, continues=False)
    scope = level.scope._replace(
        at=(table.index, len(table.rows) - 1, len(row.cells)), background=table.background
    )
    properties = element.find(TCPR)
    if properties is not None:
        scope = _cell_properties(blocks, properties, cell, scope)
        _format_changes(blocks, properties, level)
    row.cells.append(cell)
    row.column += cell.span
    return blocks.push(Level(iter(element), scope, cell=cell))


def _cell_properties(blocks: Blocks, properties: Element, cell: CellDraft, scope: Scope) -> Scope:
    for item in properties:
        if item.tag == w("gridSpan"):
            cell.span = max(1, _columns(item, blocks.limits.span))
        elif item.tag == w("vMerge"):
            cell.continues = item.get(VAL, "continue") == "continue"
        elif item.tag == w("shd"):
            scope = scope._replace(background=shading(item) or scope.background)
        elif item.tag in (w("cellIns"), w("cellDel")):
            deletes = item.tag == w("cellDel")
            kind = RevisionKind.DELETE if deletes else RevisionKind.INSERT
            change = blocks.inline.note_change(item, kind, deletes, scope)
            if scope.change is None or not scope.change.deletes:
                scope = scope._replace(change=change)
    return scope


def _format_changes(blocks: Blocks, properties: Element, level: Level) -> None:
    for item in properties:
        if item.tag.endswith("Change") or item.tag == w("cellMerge"):
            blocks.inline.note_change(item, RevisionKind.FORMAT, False, level.scope)


def _control(blocks: Blocks, element: Element, level: Level) -> bool:
    properties = element.find(w("sdtPr"))
    scope = level.scope
    if properties is not None:
        gallery = next((_value(d, "docPartGallery") for d in properties), "")
        if "table of" in gallery.lower():
            scope = scope._replace(in_contents=True)
        for label, value in control_texts(properties):
            blocks.gathered.piece(value, label, Story.FORM, scope.part)
    content = [child for child in element if child.tag != w("sdtPr")]
    return blocks.push(level.within(iter(content), scope))


def _section(blocks: Blocks, element: Element, level: Level) -> bool:
    _format_changes(blocks, element, level)
    return False


def _comment_start(blocks: Blocks, element: Element, level: Level) -> bool:
    blocks.inline.anchor(element.get(ID, ""), None)
    return False


def _value(parent: Element, name: str) -> str:
    child = parent.find(w(name))
    return child.get(VAL, "") if child is not None else ""


def _columns(item: Element, limit: int) -> int:
    text = item.get(VAL, "").strip()
    valid = text.isascii() and text.isdigit() and len(text) < 11
    return min(int(text), limit) if valid else 1


_INLINE: Final = (
    "hyperlink", "fldSimple", "smartTag", "dir", "bdo", "fldChar", "instrText", "delText",
    "drawing", "pict", "object", "bookmarkStart", "permStart", "moveFromRangeStart",
    "moveToRangeStart", "tab", "br", "sym", "noBreakHyphen", "footnoteReference",
    "endnoteReference", "commentReference", "ruby",
)  # fmt: skip
_MARKS: Final = (
    "bookmarkEnd", "proofErr", "commentRangeEnd", "permEnd", "moveFromRangeEnd",
    "moveToRangeEnd", "tblGrid", "sdtEndPr",
)  # fmt: skip
_HANDLERS: Final[dict[str, _Handler]] = {
    P: _paragraph,
    TBL: _table,
    TBLPR: _table_properties,
    TR: _row,
    TC: _cell,
    SECTPR: _section,
    w("sdt"): _control,
    **{w(name): _descend for name in ("sdtContent", "body", "docParts", "docPart", "docPartBody")},
    w("commentRangeStart"): _comment_start,
    INS: _changed,
    DEL: _changed,
    MOVE_FROM: _changed,
    MOVE_TO: _changed,
    ALTERNATE: _alternate,
    TXBX: _descend,
    R: _stray,
    T: _stray,
    **{w(name): _stray for name in _INLINE},
    **{w(name): _skip for name in _MARKS},
    **dict.fromkeys((FALLBACK, PPR, RPR, TRPR, TCPR), _skip),
}
_TRANSPARENT: Final = frozenset({P, *(w(name) for name in _MARKS)})
"""What may stand between two paragraphs that a tracked change joins."""

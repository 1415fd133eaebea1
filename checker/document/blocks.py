"""Walk the blocks of a story: paragraphs, tables, content controls, text boxes.

One explicit stack for the whole story.  Every ``w:p`` and every ``w:tc`` is visited once,
wherever it is nested; an element that is not known is gone into.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .drafts import CellDraft, Draft, FieldStack, RowDraft, TableDraft
from .inline import Inline
from .limits import Limits
from .names import TXBX, P, w
from .parts import Element
from .place import Story
from .runs import RUN_HANDLERS
from .scope import Scope
from .walk import Deferred, Walk

MARKS: Final = frozenset(
    w(name)
    for name in (
        "bookmarkEnd", "proofErr", "commentRangeEnd", "permEnd", "moveFromRangeEnd",
        "moveToRangeEnd", "tblGrid", "sdtEndPr",
    )
)  # fmt: skip
"""Elements between blocks that say nothing by themselves."""
TRANSPARENT: Final = MARKS | {P}
"""What may stand between two paragraphs that a tracked change joins."""


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
    waiting: Sequence[Deferred] = ()
    """Text boxes of ``joining``, which come after it."""

    def within(self, children: Iterator[Element], scope: Scope | None = None) -> Level:
        """A level for an element inside this one, in the same cell."""
        return Level(children, scope or self.scope, self.table, self.row, self.cell)


class Blocks:
    """Walks stories into ``inline.gathered``."""

    def __init__(
        self, inline: Inline, limits: Limits, handlers: Mapping[str, BlockHandler]
    ) -> None:
        self.inline, self.limits = inline, limits
        self.gathered = inline.gathered
        self.stack: list[Level] = []
        self.fields: list[FieldStack] = []
        self.handlers = handlers
        self.paragraphs = Walk(inline, RUN_HANDLERS)

    def walk(self, root: Element, scope: Scope) -> range:
        """Read a story; the indices of the paragraphs it gave."""
        first = len(self.gathered.drafts)
        self.stack = [Level(iter(root), scope)]
        self.fields = [scope.fields]
        handlers = self.handlers
        while self.stack:
            level = self.stack[-1]
            for element in level.children:
                tag = element.tag
                if level.joining is not None and tag not in TRANSPARENT:
                    self.push(level.within(iter((element,))))
                    self.open_boxes(level, level.joining)
                    break
                if handlers.get(tag, _unknown)(self, element, level):
                    break
            else:
                self.stack.pop()
                if level.joining is not None:
                    self.open_boxes(level, level.joining)
        self._close_fields(scope.part)
        return range(first, len(self.gathered.drafts))

    def read_paragraph(self, elements: Iterator[Element], level: Level) -> bool:
        """Read a paragraph, or the continuation of one whose mark was deleted."""
        draft = level.joining
        if draft is None:
            draft = self.inline.begin(level.scope)
            if level.cell is not None:
                level.cell.paragraphs.append(draft.index)
        draft.mark_deleted = False
        deferred = self.paragraphs.read(elements, draft, level.scope)
        if draft.mark_deleted:
            level.joining = draft
            level.waiting = [*level.waiting, *deferred]
            return False
        if level.joining is None and not deferred:  # as nearly always
            return False
        level.waiting = [*level.waiting, *deferred]
        return self.open_boxes(level, draft)

    def open_boxes(self, level: Level, host: Draft) -> bool:
        """Go on with what was found inside a paragraph; answers whether there is any."""
        waiting, level.joining, level.waiting = level.waiting, None, ()
        for element, change in reversed(waiting):
            boxed = element.tag == TXBX
            if boxed:  # what a field begins in a box, it must end there
                self.fields.append(FieldStack())
            scope = level.scope._replace(
                story=Story.TEXTBOX if boxed else level.scope.story,
                fields=self.fields[-1] if boxed else level.scope.fields,
                at=None if boxed else level.scope.at,
                background="" if boxed else level.scope.background,
                host=host.index if boxed else level.scope.host,
                in_contents=False,
                change=change,
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

    def descend(self, element: Element, level: Level, scope: Scope | None = None) -> bool:
        """Go into an element that stands in the same cell; its scope may differ."""
        return self.push(level.within(iter(element), scope))

    def _close_fields(self, part: str) -> None:
        """Keep the instructions of fields that never ended."""
        for unended in (field for stack in self.fields for field in stack.open):
            text = "" if unended.in_result else "".join(unended.instruction)
            self.gathered.piece(text, "field instruction", Story.FIELD_CODE, part, unended.host)


BlockHandler = Callable[[Blocks, Element, Level], bool]
"""Handles a block; answers whether a level was pushed."""


def _unknown(blocks: Blocks, element: Element, level: Level) -> bool:
    blocks.harvest(element, level)
    return blocks.descend(element, level)

"""What each element between paragraphs means, tables apart."""

from __future__ import annotations

from typing import Final

from .blocks import MARKS, BlockHandler, Blocks, Level
from .graphics import settle_alternates
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
    TXBX,
    VAL,
    P,
    R,
    T,
    w,
)  # fmt: skip
from .parts import Element
from .place import Story
from .runs import control_texts
from .scope import ID
from .tables import TABLE_HANDLERS

_COMMENT: Final = Story.COMMENT
_GALLERY: Final = w("docPartGallery")


def _paragraph(blocks: Blocks, element: Element, level: Level) -> bool:
    if level.scope.story is not _COMMENT:
        return blocks.read_paragraph(iter(element), level)
    before = len(blocks.gathered.drafts)
    pushed = blocks.read_paragraph(iter(element), level)
    if len(blocks.gathered.drafts) > before:  # replies name their parents by this id
        blocks.gathered.drafts[-1].para_id = next(
            (value for key, value in element.items() if key.endswith("}paraId")), ""
        )
    return pushed


def _stray(blocks: Blocks, element: Element, level: Level) -> bool:
    """Inline content that stands between paragraphs: Word would put it into one, so do we."""
    return blocks.read_paragraph(iter((element,)), level)


def _descend(blocks: Blocks, element: Element, level: Level) -> bool:
    return blocks.descend(element, level)


def _skip(blocks: Blocks, element: Element, level: Level) -> bool:
    return False


def _changed(blocks: Blocks, element: Element, level: Level) -> bool:
    change = blocks.inline.change(element, level.scope.change, level.scope)
    return blocks.descend(element, level, level.scope._replace(change=change))


def _alternate(blocks: Blocks, element: Element, level: Level) -> bool:
    chosen, leftover = settle_alternates(element)
    for text in leftover:
        blocks.gathered.piece(text, "fallback copy that differs", Story.OTHER, level.scope.part)
    return blocks.descend(chosen, level)


def _control(blocks: Blocks, element: Element, level: Level) -> bool:
    properties = element.find(w("sdtPr"))
    scope = level.scope
    if properties is not None:
        if any("table of" in g.get(VAL, "").lower() for g in properties.iter(_GALLERY)):
            scope = scope._replace(in_contents=True)
        for label, value in control_texts(properties):
            blocks.gathered.piece(value, label, Story.FORM, scope.part)
    content = [child for child in element if child.tag != w("sdtPr")]
    return blocks.push(level.within(iter(content), scope))


def _section(blocks: Blocks, element: Element, level: Level) -> bool:
    blocks.inline.note_format_changes(element, level.scope)
    return False


def _comment_start(blocks: Blocks, element: Element, level: Level) -> bool:
    blocks.inline.anchor(element.get(ID, ""), None)
    return False


_INLINE: Final = (
    "hyperlink", "fldSimple", "smartTag", "dir", "bdo", "fldChar", "instrText", "delText",
    "drawing", "pict", "object", "bookmarkStart", "permStart", "moveFromRangeStart",
    "moveToRangeStart", "tab", "br", "sym", "noBreakHyphen", "footnoteReference",
    "endnoteReference", "commentReference", "ruby",
)  # fmt: skip
HANDLERS: Final[dict[str, BlockHandler]] = {
    **TABLE_HANDLERS,
    P: _paragraph,
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
    FALLBACK: _descend,
    R: _stray,
    T: _stray,
    **{w(name): _stray for name in _INLINE},
    **dict.fromkeys(MARKS, _skip),
    **dict.fromkeys((PPR, RPR), _skip),
}

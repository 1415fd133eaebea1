"""What each element inside a paragraph means: fields, links, notes, changes, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .content import RevisionKind
from .drafts import ContentsField, Field
from .formats import shading
from .graphics import read_graphic, settle_alternates
from .harvest import attribute_texts, reads_like_text
from .names import (
    ALTERNATE,
    DEL,
    DEL_INSTR,
    DEL_TEXT,
    FALLBACK,
    INS,
    INSTR,
    M_T,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    R_ID,
    RPR,
    SECTPR,
    TBL,
    TBLPR,
    TCPR,
    TRPR,
    TXBX,
    VAL,
    WORD_2010,
    P,
    T,
    w,
)  # fmt: skip
from .parts import Element
from .place import Story
from .scope import AUTHOR, CHANGES, FORMAT_CHANGES, ID
from .styles import level_value, read_numbering
from .walk import Deferred, Frame, Handler, Walk

_STYLE: Final = w("pStyle")
_NUMBERING: Final = w("numPr")
_OUTLINE: Final = w("outlineLvl")
_SHADING: Final = w("shd")
_FIELD_KIND: Final = w("fldCharType")
_CONTENTS_FIELD = re.compile(r"\s*(TOC|TOA|INDEX)\b", re.IGNORECASE)
_MACHINE_BOOKMARK = re.compile(r"_(Toc|Ref|Hlk|Hlt|GoBack|ENREF|MON)[_\d]*")
_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings", "zapfdingbats", "marlett")


def _literal(text: str) -> Handler:
    def handle(walk: Walk, element: Element, frame: Frame) -> bool:
        walk.text(text, frame.change)
        return False

    return handle


def _skip(walk: Walk, element: Element, frame: Frame) -> bool:
    return False


def _descend(walk: Walk, element: Element, frame: Frame) -> bool:
    return walk.descend(element, frame)


def _properties(walk: Walk, ppr: Element, frame: Frame) -> bool:
    draft = walk.draft
    draft.num_id = draft.level = draft.outline = None
    style_id, own_shading = "", ""
    for item in ppr:
        tag = item.tag
        if tag == _STYLE:
            style_id = item.get(VAL, "")
        elif tag == _NUMBERING:
            draft.num_id, draft.level = read_numbering(item)
        elif tag == _OUTLINE:
            draft.outline = level_value(item, 9)
        elif tag == _SHADING:
            own_shading = shading(item)
        elif tag == RPR:
            _mark_properties(walk, item)
        elif tag in FORMAT_CHANGES:
            walk.inline.note_change(item, RevisionKind.FORMAT, False, walk.scope)
    draft.style = walk.inline.styles.paragraph(style_id)
    draft.background = own_shading or draft.style.shading or draft.background
    walk.base = frame.look = walk.inline.base_look(draft.style)
    return False


def _mark_properties(walk: Walk, rpr: Element) -> None:
    """What a tracked change did to the paragraph's mark: deleted, it joins the next one."""
    for item in rpr:
        if item.tag in CHANGES:
            kind, deletes = CHANGES[item.tag]
            walk.inline.note_change(item, kind, deletes, walk.scope)
            walk.draft.mark_deleted |= deletes
        elif item.tag in FORMAT_CHANGES:
            walk.inline.note_change(item, RevisionKind.FORMAT, False, walk.scope)


def _changed(walk: Walk, element: Element, frame: Frame) -> bool:
    return walk.descend(element, frame, walk.inline.change(element, frame.change, walk.scope))


def _deleted_text(walk: Walk, element: Element, frame: Frame) -> bool:
    text = element.text
    if text:
        change = frame.change
        if change is None or not change.deletes:
            change = walk.inline.note_change(element, RevisionKind.DELETE, True, walk.scope)
        change.texts.append(text)
        walk.delete(text, change)
    return False


def _field_character(walk: Walk, element: Element, frame: Frame) -> bool:
    kind, fields = element.get(_FIELD_KIND), walk.scope.fields.open
    if kind == "begin":
        fields.append(Field(walk.draft.index))
    elif kind == "separate" and fields:
        _instruct(walk, fields[-1])
    elif kind == "end" and fields:
        ended = fields.pop()
        _instruct(walk, ended)
        if ended.contents is not None:
            ended.contents.closed = True
    if len(element):  # the data of a legacy form field
        for item in element.iter():
            for _, tag, value in attribute_texts(item):
                walk.piece(value, f"form field {tag}", Story.FORM)
    return False


def _instruct(walk: Walk, of: Field) -> None:
    """Close the instruction of a field: from here on its result is shown."""
    if of.in_result:
        return
    of.in_result = True
    text = "".join(of.instruction)
    if _CONTENTS_FIELD.match(text):
        of.contents = ContentsField()
    walk.inline.gathered.piece(
        text, "field instruction", Story.FIELD_CODE, walk.scope.part, of.host
    )


def _instruction(walk: Walk, element: Element, frame: Frame) -> bool:
    fields = walk.scope.fields.open
    if fields and not fields[-1].in_result:
        fields[-1].instruction.append(element.text or "")
    else:
        walk.piece(element.text, "field instruction", Story.FIELD_CODE)
    return False


def _deleted_instruction(walk: Walk, element: Element, frame: Frame) -> bool:
    walk.piece(element.text, "deleted field instruction", Story.DELETED)
    return False


def _simple_field(walk: Walk, element: Element, frame: Frame) -> bool:
    walk.piece(element.get(w("instr")), "field instruction", Story.FIELD_CODE)
    return walk.descend(element, frame)


def _hyperlink(walk: Walk, element: Element, frame: Frame) -> bool:
    link = walk.scope.links.get(element.get(R_ID, ""))
    if link is not None:
        walk.piece(link.target, "link target", Story.HYPERLINK)
    walk.inline.harvest(element, walk.scope, walk.draft.index)
    return walk.descend(element, frame)


def _page_end(walk: Walk, element: Element, frame: Frame) -> bool:
    if walk.scope.story is Story.BODY:
        walk.inline.gathered.pages += 1
        if not walk.draft.length:  # the paragraph begins on the new page
            walk.draft.page = walk.inline.gathered.pages + 1
    return False


def _symbol(walk: Walk, element: Element, frame: Frame) -> bool:
    font = element.get(w("font"), "").lower()
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return False
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000  # where Word keeps an 8-bit font's characters
    pictorial = font.startswith(_SYMBOL_FONTS) or code < 0x20 or 0xD800 <= code < 0xE000
    walk.text("\ufffc" if pictorial or code > 0x10FFFF else chr(code), frame.change)
    return False


def _note_reference(story: Story) -> Handler:
    def handle(walk: Walk, element: Element, frame: Frame) -> bool:
        key = (story, element.get(ID, ""))
        walk.inline.gathered.note_hosts.setdefault(key, walk.draft.index)
        return False

    return handle


def _comment(walk: Walk, element: Element, frame: Frame) -> bool:
    walk.inline.anchor(element.get(ID, ""), walk.draft)
    return False


def _bookmark(walk: Walk, element: Element, frame: Frame) -> bool:
    name = element.get(w("name"), "")
    if not _MACHINE_BOOKMARK.fullmatch(name):
        walk.piece(name, "bookmark", Story.BOOKMARK)
    return False


def _control_properties(walk: Walk, element: Element, frame: Frame) -> bool:
    for label, value in control_texts(element):
        walk.piece(value, label, Story.FORM)
    return False


def control_texts(properties: Element) -> Iterator[tuple[str, str]]:
    """Texts in the properties of a content control: title, tag, choices, binding."""
    for item in properties.iter():
        tag = item.tag.rpartition("}")[2]
        parent = item.getparent()
        if parent is not None and parent.tag == RPR:
            continue
        for name, _, value in attribute_texts(item):
            if name not in ("lid", "calendar", "font", "storeMappedDataAs", "rFonts"):
                yield f"content control {tag}", value


def _range_mark(walk: Walk, element: Element, frame: Frame) -> bool:
    """Marks of moves and permissions: who moved, who may edit."""
    for name in (AUTHOR, w("ed"), w("name")):
        value = element.get(name)
        if value and reads_like_text(value) and not re.fullmatch(r"move\d+", value):
            story = Story.AUTHOR if name != w("name") else Story.BOOKMARK
            walk.piece(value, "author or editor of a range", story)
    return False


def _graphic(walk: Walk, element: Element, frame: Frame) -> bool:
    graphic = read_graphic(element)
    walk.deferred.extend(Deferred(box, frame.change) for box in graphic.boxes)
    for text, label, story in graphic.texts:
        walk.piece(text, label, story)
    for link_id in graphic.links:
        link = walk.scope.links.get(link_id)
        if link is not None and link.external:
            walk.piece(link.target, "link target of a picture", Story.HYPERLINK)
    return False


def _alternate(walk: Walk, element: Element, frame: Frame) -> bool:
    chosen, leftover = settle_alternates(element)
    for text in leftover:
        walk.piece(text, "fallback copy that differs", Story.OTHER)
    return walk.descend(chosen, frame)


def _defer(walk: Walk, element: Element, frame: Frame) -> bool:
    walk.deferred.append(Deferred(element, frame.change))
    return False


RUN_HANDLERS: Final[dict[str, Handler]] = {
    PPR: _properties,
    INS: _changed,
    DEL: _changed,
    MOVE_FROM: _changed,
    MOVE_TO: _changed,
    DEL_TEXT: _deleted_text,
    INSTR: _instruction,
    DEL_INSTR: _deleted_instruction,
    w("fldChar"): _field_character,
    w("fldSimple"): _simple_field,
    w("hyperlink"): _hyperlink,
    w("tab"): _literal("\t"),
    w("ptab"): _literal("\t"),
    w("br"): _literal("\n"),
    w("cr"): _literal("\n"),
    w("noBreakHyphen"): _literal("-"),
    w("sym"): _symbol,
    w("lastRenderedPageBreak"): _page_end,
    w("footnoteReference"): _note_reference(Story.FOOTNOTE),
    w("endnoteReference"): _note_reference(Story.ENDNOTE),
    w("commentReference"): _comment,
    w("commentRangeStart"): _comment,
    w("bookmarkStart"): _bookmark,
    w("sdtPr"): _control_properties,
    w("moveFromRangeStart"): _range_mark,
    w("moveToRangeStart"): _range_mark,
    w("permStart"): _range_mark,
    w("drawing"): _graphic,
    w("pict"): _graphic,
    w("object"): _graphic,
    ALTERNATE: _alternate,
    P: _defer,
    TBL: _defer,
    TXBX: _defer,
    FALLBACK: _descend,
} | {
    w(name): _skip
    for name in (
        "proofErr", "bookmarkEnd", "commentRangeEnd", "softHyphen", "separator",
        "continuationSeparator", "footnoteRef", "endnoteRef", "annotationRef", "permEnd",
        "moveFromRangeEnd", "moveToRangeEnd", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr",
        "rubyPr", "pgNum",
    )
} | {
    w(name): _descend
    for name in ("sdt", "sdtContent", "smartTagPr", "dir", "bdo", "ruby", "rt", "rubyBase")
} | {f"{{{WORD_2010}}}{name}": _skip for name in ("conflictIns", "conflictDel")}  # fmt: skip
_DESCENDING: Final = frozenset(
    {_descend, _changed, _simple_field, _hyperlink, _alternate, _graphic, _defer}
)
LEAVES: Final = frozenset(
    {tag for tag, handler in RUN_HANDLERS.items() if handler not in _DESCENDING}
    | {RPR, SECTPR, TBLPR, TRPR, TCPR, T, M_T, w("tblGrid")}
)
"""Elements whose content is not walked, because no text belongs there."""
GRAPHICS: Final = frozenset(tag for tag, handler in RUN_HANDLERS.items() if handler is _graphic)
"""Drawings, where only the content of text boxes is walked."""

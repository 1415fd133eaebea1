"""Read one paragraph: its text, runs, changes, fields and everything anchored in it.

The walk keeps its own stack, so that depth costs memory and not the interpreter's; and it
descends into whatever it does not know, because text may stand in any wrapper.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from .concealment import concealment
from .content import Change, Concealment, Format, RevisionKind, Run, Span
from .drafts import CellAt, ContentsField, Draft, Field, FieldStack, Gathered, RevisionDraft
from .formats import combine, key_of, read_look, shading
from .graphics import read_graphic, settle_alternates
from .harvest import TEXT_ATTRIBUTES, attribute_texts, reads_like_text
from .names import (
    ALTERNATE,
    DEL,
    DEL_INSTR,
    DEL_TEXT,
    FALLBACK,
    INS,
    INSTR,
    M_T,
    MATH,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    R_ID,
    RPR,
    TBL,
    TXBX,
    VAL,
    WORD_2010,
    P,
    R,
    T,
    w,
)
from .package import Link
from .parts import Element
from .place import Story
from .styles import ParagraphStyle, StyleSheet, read_level, read_numbering

ID: Final = w("id")
AUTHOR: Final = w("author")
DATE: Final = w("date")
_CHANGES: Final = {
    INS: (RevisionKind.INSERT, False),
    DEL: (RevisionKind.DELETE, True),
    MOVE_FROM: (RevisionKind.MOVE, True),
    MOVE_TO: (RevisionKind.MOVE, False),
}
_FORMAT_CHANGES: Final = {
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "tblPrExChange", "numberingChange", "cellMerge",
    )
}  # fmt: skip
_CONTENTS_FIELD = re.compile(r"\s*(TOC|TOA|INDEX)\b", re.IGNORECASE)
_MATH_PREFIX: Final = f"{{{MATH}}}"
_MACHINE_BOOKMARK = re.compile(r"_(Toc|Ref|Hlk|Hlt|GoBack|ENREF|MON)[_\d]*")
_SYMBOL_FONTS: Final = ("symbol", "wingdings", "webdings", "zapfdingbats", "marlett")


class Scope(NamedTuple):
    """What surrounds a paragraph."""

    part: str
    story: Story
    links: dict[str, Link]
    fields: FieldStack
    at: CellAt | None = None
    change: RevisionDraft | None = None
    background: str = ""
    host: int = -1
    in_contents: bool = False
    hidden: bool = False
    """In a table row that is hidden."""


@dataclass(slots=True)
class Frame:
    """An element whose children are being read."""

    children: Iterator[Element]
    change: RevisionDraft | None
    look: Format | None = None
    ordinal: int = -1
    start: int = 0


@dataclass(slots=True)
class Inline:
    """Reads paragraphs into ``gathered``.  One for a document."""

    gathered: Gathered
    styles: StyleSheet
    _looks: dict[tuple[str, ...], Format] = field(default_factory=dict["tuple[str, ...]", Format])
    _concealed: dict[tuple[Format, str], Concealment | None] = field(
        default_factory=dict["tuple[Format, str]", "Concealment | None"]
    )
    pending_comments: list[str] = field(default_factory=list[str])

    def begin(self, scope: Scope) -> Draft:
        """A new, empty paragraph."""
        drafts = self.gathered.drafts
        draft = Draft(
            index=len(drafts),
            part=scope.part,
            story=scope.story,
            style=self.styles.paragraph(""),
            at=scope.at,
            host=scope.host,
            in_contents=scope.in_contents,
            background=scope.background,
        )
        drafts.append(draft)
        for comment_id in self.pending_comments:
            self._anchor(comment_id, draft)
        self.pending_comments.clear()
        if scope.change is not None and scope.change.texts:
            scope.change.texts.append("\n")
        return draft

    def read(self, elements: Iterator[Element], draft: Draft, scope: Scope) -> list[Element]:
        """Read the content of a paragraph into ``draft``.

        Returns the blocks found inside it (text boxes, stray tables and paragraphs), which
        stand after it in the document.
        """
        walk = _Walk(self, draft, scope)
        walk.run(elements)
        return walk.deferred

    def look(self, style: ParagraphStyle, rpr: Element | None) -> Format:
        """The effective format of a run, worked out once for each combination."""
        key = (style.id,) if rpr is None else (style.id, *key_of(rpr))
        found = self._looks.get(key)
        if found is None:
            direct = read_look(rpr)
            character = self.styles.character(direct.get("rStyle", ""))
            found = combine(self.styles.defaults, style.look, character, direct)
            self._looks[key] = found
        return found

    def conceals(self, look: Format, background: str) -> Concealment | None:
        """:func:`concealment`, worked out once for each combination."""
        key = (look, background)
        if key not in self._concealed:
            self._concealed[key] = concealment(look, background)
        return self._concealed[key]

    def change(self, element: Element, outer: RevisionDraft | None, scope: Scope) -> RevisionDraft:
        """The change that a ``w:ins``, ``w:del``, ``w:moveFrom`` or ``w:moveTo`` records.

        What is deleted stays deleted, whoever inserted it.
        """
        kind, deletes = _CHANGES[element.tag]
        change = self.note_change(element, kind, deletes, scope)
        return outer if outer is not None and outer.deletes and not deletes else change

    def note_change(
        self, element: Element, kind: RevisionKind, deletes: bool, scope: Scope
    ) -> RevisionDraft:
        """Record a tracked change at the paragraph that is being read."""
        host = len(self.gathered.drafts) - 1
        change = RevisionDraft(
            kind, deletes, element.get(AUTHOR, ""), element.get(DATE, ""), scope.part, host
        )
        self.gathered.revisions.append(change)
        return change

    def _anchor(self, comment_id: str, draft: Draft) -> None:
        if comment_id not in draft.comment_ids:
            draft.comment_ids.append(comment_id)
        self.gathered.comment_hosts.setdefault(comment_id, draft.index)

    def anchor(self, comment_id: str, draft: Draft | None) -> None:
        """Tie a comment to a paragraph; to the next one if it begins between two."""
        if draft is None:
            self.pending_comments.append(comment_id)
        else:
            self._anchor(comment_id, draft)

    def harvest(self, element: Element, scope: Scope, host: int) -> None:
        """Keep what the attributes of an unusual element say."""
        for name, tag, value in attribute_texts(element):
            story, label = TEXT_ATTRIBUTES.get(name, (Story.OTHER, f"{tag}/{name}"))
            self.gathered.piece(value, label, story, scope.part, host)


_TEXTS: Final = frozenset({T, M_T})


class _Walk:
    """The reading of one paragraph."""

    __slots__ = ("base", "deferred", "draft", "inline", "ordinal", "scope", "stack")

    def __init__(self, inline: Inline, draft: Draft, scope: Scope) -> None:
        self.inline, self.draft, self.scope = inline, draft, scope
        self.deferred: list[Element] = []
        self.stack: list[Frame] = []
        self.base = inline.look(draft.style, None)

    def run(self, elements: Iterator[Element]) -> None:
        """Read ``elements`` and everything below them."""
        stack = self.stack
        stack.append(Frame(elements, self.scope.change))
        while stack:
            frame = stack[-1]
            for element in frame.children:
                tag = element.tag
                if tag in _TEXTS:
                    self.text(element.text, frame)
                elif tag == R:
                    self.open_run(element, frame)
                    break
                elif tag == RPR:
                    self.format(element, frame)
                else:
                    handler = _HANDLERS.get(tag)
                    if handler is None:
                        self.enter(element, frame)
                        break
                    if handler(self, element, frame):
                        break
            else:
                stack.pop()
                if frame.ordinal >= 0:
                    self.close_run(frame)
                if stack:  # the text just read belongs to the inner element, not to this one
                    stack[-1].start = self.draft.length

    def text(self, text: str | None, frame: Frame) -> None:
        """Add text where the walk stands: to the paragraph, or to what was deleted from it."""
        if not text:
            return
        draft, change = self.draft, frame.change
        if "\n" in text:  # Word shows a line end inside a text as a space
            text = text.replace("\n", " ")
        if change is not None:
            change.texts.append(text)
            if change.deletes:
                self.delete(text, change)
                return
        start = draft.length
        draft.texts.append(text)
        draft.length = end = start + len(text)
        if change is not None:
            moved = change.kind is RevisionKind.MOVE
            draft.inserted.append(Change(start, end, text, change.author, change.date, moved))
        if frame.ordinal < 0:
            draft.runs.append(Run(start, end, self.base, -1))
        if self.scope.fields.open:
            self.mark_contents(len(text))
        if not draft.page:
            draft.page = self.inline.gathered.pages + 1

    def delete(self, text: str, change: RevisionDraft) -> None:
        """Keep deleted text in its own channel."""
        at = self.draft.length
        moved = change.kind is RevisionKind.MOVE
        self.draft.deleted.append(Change(at, at, text, change.author, change.date, moved))

    def mark_contents(self, length: int) -> None:
        """Note that text stands in a contents list, if it does."""
        contents = self.scope.fields.contents()
        if contents is not None:
            self.draft.contents_field = contents
            self.draft.contents_length += length

    def open_run(self, run: Element, frame: Frame) -> None:
        """Begin a run; one that (wrongly) holds another is cut in two."""
        draft = self.draft
        if frame.ordinal >= 0:
            self.close_run(frame)
        draft.ordinal += 1
        self.stack.append(Frame(iter(run), frame.change, self.base, draft.ordinal, draft.length))

    def close_run(self, frame: Frame) -> None:
        """Note the stretch of text that a run has given."""
        draft = self.draft
        start, end = frame.start, draft.length
        if end == start:
            return
        look = frame.look or self.base
        draft.runs.append(Run(start, end, look, frame.ordinal))
        frame.start = end
        kind = self.inline.conceals(look, draft.background)
        if kind is None and self.scope.hidden:
            kind = Concealment.HIDDEN
        if kind is not None:
            draft.hidden.append(Span(start, end, kind))

    def format(self, rpr: Element, frame: Frame) -> None:
        """Take over a run's format."""
        frame.look = self.inline.look(self.draft.style, rpr)
        for item in rpr:
            if item.tag in _FORMAT_CHANGES:
                self.inline.note_change(item, RevisionKind.FORMAT, False, self.scope)

    def enter(self, element: Element, frame: Frame) -> None:
        """Go into an element of which nothing else is known."""
        if not element.tag.startswith(_MATH_PREFIX):
            self.inline.harvest(element, self.scope, self.draft.index)
        self.descend(element, frame)

    def descend(self, element: Element, frame: Frame, change: RevisionDraft | None = None) -> None:
        """Go into an element; inside a run its text still belongs to that run."""
        if frame.ordinal >= 0:
            self.close_run(frame)
        self.stack.append(
            Frame(
                iter(element),
                change or frame.change,
                frame.look,
                frame.ordinal,
                self.draft.length,
            )
        )

    def piece(self, text: str | None, label: str, story: Story) -> None:
        """Note a text that belongs to this paragraph but is not part of it."""
        self.inline.gathered.piece(text, label, story, self.scope.part, self.draft.index)


_Handler = Callable[[_Walk, Element, Frame], bool]
"""Handles an element; answers whether it has put a new frame on the stack."""


def _literal(text: str) -> _Handler:
    def handle(walk: _Walk, element: Element, frame: Frame) -> bool:
        walk.text(text, frame)
        return False

    return handle


def _skip(walk: _Walk, element: Element, frame: Frame) -> bool:
    return False


def _descend(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.descend(element, frame)
    return True


def _properties(walk: _Walk, ppr: Element, frame: Frame) -> bool:
    draft, styles = walk.draft, walk.inline.styles
    style = ppr.find(w("pStyle"))
    draft.style = styles.paragraph(style.get(VAL, "") if style is not None else "")
    draft.num_id, draft.level = read_numbering(ppr)
    draft.outline = read_level(ppr, w("outlineLvl"), 9)
    draft.mark_deleted = False
    _paragraph_shading(draft, ppr)
    walk.base = walk.inline.look(draft.style, None)
    mark = ppr.find(RPR)
    for item in (*(mark if mark is not None else ()), *ppr):
        if item.tag in _CHANGES:
            kind, deletes = _CHANGES[item.tag]
            walk.inline.note_change(item, kind, deletes, walk.scope)
            draft.mark_deleted |= deletes
        elif item.tag in _FORMAT_CHANGES:
            walk.inline.note_change(item, RevisionKind.FORMAT, False, walk.scope)
    return False


def _paragraph_shading(draft: Draft, ppr: Element) -> None:
    own = shading(ppr.find(w("shd"))) or draft.style.shading
    if own:
        draft.background = own


def _changed(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.descend(element, frame, walk.inline.change(element, frame.change, walk.scope))
    return True


def _deleted_text(walk: _Walk, element: Element, frame: Frame) -> bool:
    text = element.text
    if text:
        change = frame.change
        if change is None or not change.deletes:
            change = walk.inline.note_change(element, RevisionKind.DELETE, True, walk.scope)
        change.texts.append(text)
        walk.delete(text, change)
    return False


def _field_character(walk: _Walk, element: Element, frame: Frame) -> bool:
    kind, fields = element.get(w("fldCharType")), walk.scope.fields.open
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


def _instruct(walk: _Walk, of: Field) -> None:
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


def _instruction(walk: _Walk, element: Element, frame: Frame) -> bool:
    fields = walk.scope.fields.open
    if fields and not fields[-1].in_result:
        fields[-1].instruction.append(element.text or "")
    else:
        walk.piece(element.text, "field instruction", Story.FIELD_CODE)
    return False


def _deleted_instruction(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.piece(element.text, "deleted field instruction", Story.DELETED)
    return False


def _simple_field(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.piece(element.get(w("instr")), "field instruction", Story.FIELD_CODE)
    walk.descend(element, frame)
    return True


def _hyperlink(walk: _Walk, element: Element, frame: Frame) -> bool:
    link = walk.scope.links.get(element.get(R_ID, ""))
    if link is not None:
        walk.piece(link.target, "link target", Story.HYPERLINK)
    return _enter(walk, element, frame)


def _enter(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.enter(element, frame)
    return True


def _page_end(walk: _Walk, element: Element, frame: Frame) -> bool:
    if walk.scope.story is Story.BODY:
        walk.inline.gathered.pages += 1
        if not walk.draft.length:
            walk.draft.page = 0
    return False


def _symbol(walk: _Walk, element: Element, frame: Frame) -> bool:
    font = element.get(w("font"), "").lower()
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return False
    if 0xF000 <= code <= 0xF0FF:
        code -= 0xF000  # where Word keeps an 8-bit font's characters
    pictorial = font.startswith(_SYMBOL_FONTS) or code < 0x20 or 0xD800 <= code < 0xE000
    walk.text("\ufffc" if pictorial or code > 0x10FFFF else chr(code), frame)
    return False


def _note_reference(story: Story) -> _Handler:
    def handle(walk: _Walk, element: Element, frame: Frame) -> bool:
        key = (story, element.get(ID, ""))
        walk.inline.gathered.note_hosts.setdefault(key, walk.draft.index)
        return False

    return handle


def _comment(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.inline.anchor(element.get(ID, ""), walk.draft)
    return False


def _bookmark(walk: _Walk, element: Element, frame: Frame) -> bool:
    name = element.get(w("name"), "")
    if not _MACHINE_BOOKMARK.fullmatch(name):
        walk.piece(name, "bookmark", Story.BOOKMARK)
    return False


def _control_properties(walk: _Walk, element: Element, frame: Frame) -> bool:
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


def _range_mark(walk: _Walk, element: Element, frame: Frame) -> bool:
    """Marks of moves and permissions: who moved, who may edit."""
    for name in (AUTHOR, w("ed"), w("name")):
        value = element.get(name)
        if value and reads_like_text(value) and not re.fullmatch(r"move\d+", value):
            story = Story.AUTHOR if name != w("name") else Story.BOOKMARK
            walk.piece(value, "author or editor of a range", story)
    return False


def _graphic(walk: _Walk, element: Element, frame: Frame) -> bool:
    graphic = read_graphic(element)
    walk.deferred.extend(graphic.boxes)
    for text, label, story in graphic.texts:
        walk.piece(text, label, story)
    for link_id in graphic.links:
        link = walk.scope.links.get(link_id)
        if link is not None and link.external:
            walk.piece(link.target, "link target of a picture", Story.HYPERLINK)
    return False


def _alternate(walk: _Walk, element: Element, frame: Frame) -> bool:
    chosen, leftover = settle_alternates(element)
    for text in leftover:
        walk.piece(text, "fallback copy that differs", Story.OTHER)
    if chosen is None:
        return False
    walk.descend(chosen, frame)
    return True


def _defer(walk: _Walk, element: Element, frame: Frame) -> bool:
    walk.deferred.append(element)
    return False


_HANDLERS: Final[dict[str, _Handler]] = {
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
    FALLBACK: _skip,
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

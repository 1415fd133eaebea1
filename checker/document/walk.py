"""Walk through one paragraph and gather its text and runs.

The walk keeps its own stack, so that depth costs memory and not the interpreter's; and it
descends into whatever it does not know, because text may stand in any wrapper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from .content import Change, Concealment, RevisionKind, Run, Span
from .drafts import Draft, RevisionDraft
from .inline import Inline, Look
from .names import M_T, MATH, RPR, R, T
from .parts import Element
from .place import Story
from .scope import Scope

_TEXTS: Final = frozenset({T, M_T})
_MATH_PREFIX: Final = f"{{{MATH}}}"


class Deferred(NamedTuple):
    """A block found inside a paragraph (a text box, a stray table): it stands after it."""

    element: Element
    change: RevisionDraft | None
    """The tracked change that reaches over it."""


@dataclass(slots=True)
class Frame:
    """An element whose children are being read."""

    children: Iterator[Element]
    change: RevisionDraft | None
    look: Look
    ordinal: int = -1
    """Of the run that the text belongs to; -1 outside runs."""
    start: int = 0
    """Where in the paragraph the text of the run, as far as not yet noted, begins."""


class Walk:
    """Reads paragraphs, one after the other.  One for a document."""

    __slots__ = ("base", "deferred", "draft", "handlers", "inline", "scope", "seen", "stack")

    draft: Draft
    scope: Scope
    base: Look
    """How a run of the paragraph looks that sets nothing itself."""

    def __init__(self, inline: Inline, handlers: Mapping[str, Handler]) -> None:
        self.inline, self.handlers = inline, handlers
        self.deferred: list[Deferred] = []
        self.stack: list[Frame] = []
        self.seen = 0
        """Elements ``w:t`` that were read."""

    def read(self, elements: Iterator[Element], draft: Draft, scope: Scope) -> list[Deferred]:
        """Read ``elements`` and everything below them into ``draft``.

        Returns the blocks found inside (text boxes, stray tables and paragraphs); they
        stand after the paragraph.
        """
        self.draft, self.scope = draft, scope
        self.base = self.inline.base_look(draft.style)
        self.run(elements)
        deferred = self.deferred
        if deferred:
            self.deferred = []
        return deferred

    def run(self, elements: Iterator[Element]) -> None:
        """Read with a stack of its own; leaves it empty."""
        stack = self.stack
        stack.append(Frame(elements, self.scope.change, self.base))
        handlers = self.handlers
        while stack:
            frame = stack[-1]
            for element in frame.children:
                tag = element.tag
                if tag == R:
                    if self.open_run(element, frame):
                        break
                elif tag in _TEXTS:
                    self.seen += tag == T
                    self.stray_text(element.text, frame)
                elif tag == RPR:
                    self.format(element, frame)
                elif handlers.get(tag, _enter)(self, element, frame):
                    break
            else:
                stack.pop()
                self.close(frame)
                if stack:  # the text just read belongs to the inner element, not to this one
                    stack[-1].start = self.draft.length

    def open_run(self, run: Element, frame: Frame) -> bool:
        """Read a run; answers whether it holds more than text and so needs a frame of its own.

        Nine runs of ten are properties and one text: they are read here and now.
        """
        draft, look, change = self.draft, self.base, frame.change
        if frame.ordinal >= 0:  # a run inside a run is not allowed, but it happens
            self.close(frame)
        draft.ordinal += 1
        start = draft.length
        plain = change is None and not self.scope.fields.open
        for child in run[:]:  # a slice is quicker than lxml's iterator, and runs are short
            tag = child.tag
            if tag == T:
                self.seen += 1
                text = child.text
                if plain and text and "\n" not in text:
                    draft.texts.append(text)
                    draft.length += len(text)
                else:
                    self.text(text, change)
            elif tag == RPR:
                look = self.inline.look(look, draft.style, child)
                if look.changed:
                    self.inline.note_format_changes(child, self.scope)
            else:
                rest = iter(run[run.index(child) :])
                self.stack.append(Frame(rest, change, look, draft.ordinal, start))
                return True
        end = draft.length
        if end > start:
            if look.plain and not self.scope.hidden:  # as in `note_run`, but here it is hot
                draft.runs.append(Run(start, end, look.format, draft.ordinal))
            else:
                self.note_run(start, look, draft.ordinal)
        return False

    def text(self, text: str | None, change: RevisionDraft | None) -> None:
        """Add text where the walk stands: to the paragraph, or to what was deleted from it."""
        if not text:
            return
        draft = self.draft
        if "\n" in text and text != "\n":  # Word shows a line end inside a text as a space
            text = text.replace("\n", " ")
        if change is not None:
            change.texts.append(text)
            if change.deletes:
                self.delete(text, change)
                return
            self.insert(text, change)
        draft.texts.append(text)
        draft.length += len(text)
        if self.scope.fields.open:
            self.mark_contents(len(text))

    def stray_text(self, text: str | None, frame: Frame) -> None:
        """Text that may stand outside a run (equations, damaged files)."""
        start = self.draft.length
        self.text(text, frame.change)
        if frame.ordinal < 0 and self.draft.length > start:
            self.note_run(start, frame.look, -1)

    def insert(self, text: str, change: RevisionDraft) -> None:
        """Note that text about to be added was inserted by a tracked change."""
        draft, start = self.draft, self.draft.length
        moved = change.kind is RevisionKind.MOVE
        draft.inserted = draft.inserted or []
        draft.inserted.append(
            Change(start, start + len(text), text, change.author, change.date, moved)
        )

    def delete(self, text: str, change: RevisionDraft) -> None:
        """Keep deleted text in its own channel."""
        draft, at = self.draft, self.draft.length
        moved = change.kind is RevisionKind.MOVE
        draft.deleted = draft.deleted or []
        draft.deleted.append(Change(at, at, text, change.author, change.date, moved))

    def mark_contents(self, length: int) -> None:
        """Note that text stands in a contents list, if it does."""
        contents = self.scope.fields.contents()
        if contents is not None:
            self.draft.contents_field = contents
            self.draft.contents_length += length

    def close(self, frame: Frame) -> None:
        """Note the stretch of text that a run's frame has given."""
        if frame.ordinal >= 0 and self.draft.length > frame.start:
            self.note_run(frame.start, frame.look, frame.ordinal)
            frame.start = self.draft.length

    def note_run(self, start: int, look: Look, ordinal: int) -> None:
        """Note that the text from ``start`` to here comes from one run."""
        draft = self.draft
        end = draft.length
        draft.runs.append(Run(start, end, look.format, ordinal))
        if look.plain and not self.scope.hidden:
            return
        kind = look.conceals(draft.background) or (
            Concealment.HIDDEN if self.scope.hidden else None
        )
        if kind is not None:
            draft.hidden = draft.hidden or []
            draft.hidden.append(Span(start, end, kind))

    def format(self, rpr: Element, frame: Frame) -> None:
        """Take over a run's format."""
        frame.look = self.inline.look(self.base, self.draft.style, rpr)
        if frame.look.changed:
            self.inline.note_format_changes(rpr, self.scope)

    def descend(self, element: Element, frame: Frame, change: RevisionDraft | None = None) -> bool:
        """Go into an element; inside a run its text still belongs to that run."""
        self.close(frame)
        self.stack.append(
            Frame(
                iter(element),
                change or frame.change,
                frame.look,
                frame.ordinal,
                self.draft.length,
            )
        )
        return True

    def piece(self, text: str | None, label: str, story: Story) -> None:
        """Note a text that belongs to this paragraph but is not part of it."""
        self.inline.gathered.piece(text, label, story, self.scope.part, self.draft.index)


Handler = Callable[[Walk, Element, Frame], bool]
"""Handles an element; answers whether it has put a new frame on the stack."""


def _enter(walk: Walk, element: Element, frame: Frame) -> bool:
    """Go into an element of which nothing else is known, and keep what its attributes say."""
    if not element.tag.startswith(_MATH_PREFIX):
        walk.inline.harvest(element, walk.scope, walk.draft.index)
    return walk.descend(element, frame)

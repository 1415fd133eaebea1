"""What the walk notes down, before places, numbers and headings are worked out.

A walk sees each element once, in file order.  What needs more than that (a number needs
all that came before it, a comment's place needs the body) is settled by
:mod:`.assemble` from these drafts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from .content import Change, RevisionKind, Run, Span
from .place import Story
from .styles import ParagraphStyle

CellAt = tuple[int, int, int]
"""Table, row and cell, each counted from 0."""


@dataclass(slots=True)
class RevisionDraft:
    """A tracked change while its text is being gathered."""

    kind: RevisionKind
    deletes: bool
    """Its text is no longer part of the document."""
    author: str
    date: str
    part: str
    host: int = -1
    texts: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class ContentsField:
    """A field that builds a table of contents; only trusted once its end was seen."""

    closed: bool = False


@dataclass(slots=True)
class Field:
    """A complex field that has begun."""

    host: int
    instruction: list[str] = field(default_factory=list[str])
    contents: ContentsField | None = None
    in_result: bool = False


@dataclass(slots=True)
class FieldStack:
    """The fields that are open at a point of one story."""

    open: list[Field] = field(default_factory=list[Field])

    def contents(self) -> ContentsField | None:
        """The contents list that the point lies in, if any."""
        return next((f.contents for f in self.open if f.contents is not None), None)


@dataclass(slots=True)
class Draft:
    """A paragraph as walked.

    It and the drafts of rows and cells are given their lists by whoever makes them: there
    are thousands, and a default factory is slow.
    """

    index: int
    part: str
    story: Story
    style: ParagraphStyle
    at: CellAt | None
    host: int
    in_contents: bool
    background: str
    texts: list[str]
    runs: list[Run]
    num_id: str | None = None
    level: int | None = None
    outline: int | None = None
    mark_deleted: bool = False
    para_id: str = ""
    page: int = 0
    length: int = 0
    ordinal: int = -1
    contents_field: ContentsField | None = None
    contents_length: int = 0
    # Most paragraphs have none of these, and a report has thousands of paragraphs.
    hidden: list[Span] | None = None
    inserted: list[Change] | None = None
    deleted: list[Change] | None = None
    comment_ids: list[str] | None = None


@dataclass(slots=True)
class CellDraft:
    """A table cell as walked."""

    column: int
    paragraphs: list[int]
    """Indices of its own paragraphs."""
    tables: list[int]
    """Indices of the tables nested directly in it."""
    span: int = 1
    continues: bool = False


@dataclass(slots=True)
class RowDraft:
    """A table row as walked."""

    cells: list[CellDraft]
    column: int = 0
    is_header: bool = False
    change: RevisionDraft | None = None


@dataclass(slots=True)
class TableDraft:
    """A table as walked."""

    index: int
    part: str
    story: Story
    within: CellAt | None
    host: int
    style_id: str = ""
    style_name: str = ""
    caption: str = ""
    description: str = ""
    background: str = ""
    rows: list[RowDraft] = field(default_factory=list[RowDraft])


class PieceDraft(NamedTuple):
    """A text outside paragraphs, with the paragraph it was found at (-1: none)."""

    text: str
    label: str
    story: Story
    part: str
    host: int


@dataclass(slots=True)
class CommentDraft:
    """A comment as stored in its own part."""

    id: str
    author: str
    initials: str
    date: str
    part: str
    paragraphs: range


@dataclass(slots=True)
class NoteDraft:
    """A foot- or endnote as stored in its own part."""

    id: str
    story: Story
    part: str
    paragraphs: range


@dataclass(slots=True)
class Gathered:
    """Everything the walks of one file have noted, in order."""

    drafts: list[Draft] = field(default_factory=list[Draft])
    tables: list[TableDraft] = field(default_factory=list[TableDraft])
    revisions: list[RevisionDraft] = field(default_factory=list[RevisionDraft])
    pieces: list[PieceDraft] = field(default_factory=list[PieceDraft])
    comments: list[CommentDraft] = field(default_factory=list[CommentDraft])
    notes: list[NoteDraft] = field(default_factory=list[NoteDraft])
    comment_hosts: dict[str, int] = field(default_factory=dict[str, int])
    note_hosts: dict[tuple[Story, str], int] = field(default_factory=dict["tuple[Story, str]", int])
    pages: int = 0
    """Page ends that Word recorded in the body when it last laid it out."""

    def piece(self, text: str | None, label: str, story: Story, part: str, host: int = -1) -> None:
        """Note a text that belongs to no paragraph, unless it is blank."""
        if text and not text.isspace():
            self.pieces.append(PieceDraft(text.strip(), label, story, part, host))

"""What a document is made of: paragraphs, tables, comments, changes, properties.

Everything here is immutable, so that a detector can neither spoil what the next one
sees nor hold on to the file.  Offsets are indices into ``Paragraph.text`` (code points,
end exclusive).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from .place import Place, Story


class Concealment(str, Enum):
    """Why a reader of the printed page would not see a stretch of text."""

    HIDDEN = "hidden"
    """Word's hidden text, set directly, by a style or on the table row."""
    REDACTED = "redacted"
    """Text in the colour of the bar behind it: a black bar that anybody can lift."""
    WHITE = "white"
    """Text in the colour of the page."""
    TINY = "tiny"
    """Two points or smaller."""


class Span(NamedTuple):
    """A concealed stretch ``[start, end)`` of a paragraph's text."""

    start: int
    end: int
    kind: Concealment


class Format(NamedTuple):
    """How a run looks once its styles are resolved.  Shared between runs that look alike."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    caps: bool = False
    colour: str = ""
    """Text colour: six upper-case hexadecimal digits; empty if automatic."""
    highlight: str = ""
    """Name of the highlighter colour (``yellow``, ``black``), or empty."""
    shading: str = ""
    """Colour of the background set on the run: six hexadecimal digits, or empty."""
    size: float = 0.0
    """Points; 0 if the file does not say."""
    hidden: bool = False


class Run(NamedTuple):
    """A stretch ``[start, end)`` of text that comes from one run of the file."""

    start: int
    end: int
    format: Format
    ordinal: int
    """Which ``w:r`` of the paragraph this is, in file order from 0; -1 for text outside a run."""


class Change(NamedTuple):
    """A tracked insertion or deletion within one paragraph.

    An insertion covers ``[start, end)`` of the text.  Deleted text is not part of the
    paragraph's text: ``start == end`` is the point where it was.
    """

    start: int
    end: int
    text: str
    author: str
    date: str
    moved: bool = False


class HeadingSource(str, Enum):
    """Why a paragraph counts as a heading, most reliable first."""

    OUTLINE = "outline"
    """An outline level set on the paragraph itself."""
    STYLE = "style"
    """An outline level in its style or in a style that one is based on."""
    NAME = "name"
    """A built-in (or conventional) heading style's name."""
    NUMBERING = "numbering"
    """A numbering level that is tied to the paragraph's style."""
    IMITATION = "imitation"
    """It only looks like one: bold, larger, capitals, underlined or numbered by hand."""


class Heading(NamedTuple):
    """A paragraph's standing as a heading."""

    level: int
    """1 to 9."""
    source: HeadingSource
    confidence: float
    """1.0 for what Word itself treats as a heading, less for imitations (0.4 to 0.8)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, with insertions accepted and deletions left out.

    The text *includes* what is concealed (hidden, redacted, white): it is in the file, so
    a check for names must see it; ``hidden`` says which stretches those are.  Tabs and
    line breaks appear as ``\\t`` and ``\\n``, a non-breaking hyphen as ``-``, an optional
    hyphen not at all.
    """

    index: int
    text: str
    place: Place
    label: str
    """The automatic number as Word prints it (``4.1``, ``(a)``, ``1.``); empty if none."""
    typed_label: str
    """A number typed by hand at the start of ``text``; empty if none."""
    bullet: str
    """The bullet character of a bulleted list item; empty if none."""
    list_level: int | None
    """Level of the list or numbering, 0 to 8; None if it is in no list."""
    style_id: str
    style_name: str
    """The style's name, lower-case for Word's built-in headings; empty if unknown."""
    heading: Heading | None
    in_toc: bool
    """Part of a table of contents, of figures or of authorities (real or typed)."""
    in_table: tuple[int, int, int] | None
    """Index of the innermost table, row and cell, from 0."""
    host: int
    """For a text box or note: the paragraph it is anchored in or cited from; else -1."""
    hidden: tuple[Span, ...]
    inserted: tuple[Change, ...]
    deleted: tuple[Change, ...]
    comment_ids: tuple[str, ...]
    """Comments anchored here, in the order of their anchors."""
    runs: tuple[Run, ...]
    page: int | None
    """The page as Word last laid it out; None where the file does not say.  An estimate."""

    @property
    def story(self) -> Story:
        """Which channel the paragraph belongs to."""
        return self.place.story

    @property
    def number(self) -> str:
        """The number by which a reader would cite it: automatic, else typed, else empty."""
        return self.label or self.typed_label

    @property
    def title(self) -> str:
        """The text without a number typed in front, trimmed: what a heading says."""
        text = self.text.strip()
        return text[len(self.typed_label) :].lstrip() if self.typed_label else text

    @property
    def numbered_title(self) -> str:
        """The text as printed, number in front: ``12 Analysis``, on one line."""
        return " ".join(f"{self.label} {self.text}".split())

    def run_at(self, offset: int) -> Run | None:
        """The run that holds the character at ``offset``, or None."""
        return next((run for run in self.runs if run.start <= offset < run.end), None)


class Cell(NamedTuple):
    """One ``w:tc``: a merged cell appears once, where Word draws its text."""

    paragraphs: tuple[int, ...]
    """Indices of its own paragraphs (not those of tables nested in it)."""
    tables: tuple[int, ...]
    """Indices of the tables nested directly in it."""
    column: int
    """Where it starts on the table's grid, from 0."""
    span: int
    """How many grid columns it covers."""
    continues: bool
    """It continues a vertically merged cell above it."""


class Row(NamedTuple):
    """One row of a table."""

    cells: tuple[Cell, ...]
    is_header: bool
    """Marked to be repeated at the top of each page."""
    deleted: bool
    """Deleted by a tracked change; its text is then in the deleted channel."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table.  ``header`` holds the texts of the first row's cells, trimmed."""

    index: int
    rows: tuple[Row, ...]
    header: tuple[str, ...]
    place: Place
    style_name: str
    columns: int
    """Number of grid columns in use."""
    within: tuple[int, int, int] | None
    """The cell that this table is nested in."""
    caption: str
    """Alternative title set in the table's properties."""
    description: str
    """Alternative text set in the table's properties."""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in the margin."""

    id: str
    author: str
    initials: str
    date: str
    """As stored (ISO 8601, usually without a zone); empty if none."""
    text: str
    parent: str | None
    """The id of the comment this one answers."""
    resolved: bool
    paragraph: int
    """Index of the paragraph it is anchored in; -1 if it is anchored nowhere."""
    place: Place
    paragraphs: tuple[int, ...]
    """The comment's own paragraphs, in ``Document.paragraphs``."""


class RevisionKind(str, Enum):
    """What a tracked change did."""

    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    FORMAT = "format"


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change that is still in the file."""

    kind: RevisionKind
    author: str
    date: str
    text: str
    """The text inserted, deleted or moved; empty for a change of format."""
    place: Place


@dataclass(frozen=True, slots=True)
class Property:
    """A document property."""

    group: str
    """``core``, ``app``, ``custom`` or ``settings``."""
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote."""

    id: str
    story: Story
    paragraphs: tuple[int, ...]
    host: int
    """The paragraph that cites it; -1 if none does."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Text found somewhere that is no paragraph: an alternative text, a link, a property."""

    text: str
    place: Place
    label: str
    """What it is, in a few words: ``picture name``, ``link target``."""


class ReadWarning(NamedTuple):
    """Something the reader of the report should know about the file."""

    code: str
    message: str
    part: str = ""

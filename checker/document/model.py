"""A Word file as the checks see it: everything in it, each thing once, and where.

The classes of :mod:`.place` and :mod:`.content` are exported from here too, so that a
detector needs one import.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .content import (
    Cell,
    Change,
    Comment,
    Concealment,
    Format,
    Heading,
    HeadingSource,
    Note,
    Paragraph,
    Property,
    ReadWarning,
    Revision,
    RevisionKind,
    Row,
    Run,
    Span,
    Table,
    TextPiece,
)
from .place import Place, Story

__all__ = [
    "Cell",
    "Change",
    "Comment",
    "Concealment",
    "Document",
    "FileFacts",
    "Format",
    "Heading",
    "HeadingSource",
    "Note",
    "Paragraph",
    "Place",
    "Property",
    "ReadWarning",
    "Revision",
    "RevisionKind",
    "Row",
    "Run",
    "Section",
    "Span",
    "Story",
    "Table",
    "TextPiece",
]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What kind of file it is, and what in it was not looked into."""

    sha256: str
    """Of the bytes as given, hexadecimal."""
    size: int
    """Bytes."""
    kind: str
    """``docx``, ``docm``, ``dotx`` or ``dotm``, from the content type, not the name."""
    main_part: str
    strict: bool
    """ISO 29500 Strict rather than Transitional mark-up."""
    macros: bool
    template: bool
    signed: bool
    tracking: bool
    """Tracking of changes is switched on."""
    embedded: tuple[str, ...]
    """Parts that are whole files of another program; not read."""
    imported: tuple[str, ...]
    """altChunk parts, merged in by Word when it opens the file; not read."""
    pictures: tuple[str, ...]
    """Pictures; text shown in them is not read."""
    external: tuple[str, ...]
    """Addresses outside the package that the file points to; never fetched."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it."""

    heading: Paragraph
    paragraphs: tuple[int, ...]
    """Indices from just after the heading to the next heading of its level or higher."""


@dataclass(frozen=True, slots=True)
class Document:
    """Everything in one Word file.

    ``paragraphs`` has those of every story in document order: body first (each text
    box after the paragraph it is anchored in), then headers and footers, notes, comments,
    building blocks.  Each ``w:p`` appears exactly once, except that a paragraph whose mark
    was deleted by a tracked change is joined to the next, as Word prints it.  ``pieces``
    has every other text found in the package.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    comments: tuple[Comment, ...]
    revisions: tuple[Revision, ...]
    notes: tuple[Note, ...]
    properties: tuple[Property, ...]
    pieces: tuple[TextPiece, ...]
    warnings: tuple[ReadWarning, ...]
    file: FileFacts
    words: int
    """Words in the body, tables included, contents lists and text boxes not."""

    @property
    def sha256(self) -> str:
        """Digest of the file's bytes, hexadecimal."""
        return self.file.sha256

    def main_text(self, *, contents: bool = False) -> Iterator[Paragraph]:
        """Paragraphs of the body, tables included; contents lists only if ``contents``."""
        for paragraph in self.paragraphs:
            if paragraph.story is Story.BODY and (contents or not paragraph.in_toc):
                yield paragraph

    def outline(self, *, imitations: bool = True) -> tuple[Paragraph, ...]:
        """The headings of the body, in order; lines of a contents list are none."""
        return tuple(
            p for p in self.paragraphs if not p.in_toc and _is_heading(p, imitations=imitations)
        )

    def sections(self, *, imitations: bool = True) -> tuple[Section, ...]:
        """Each heading of the outline with the paragraphs under it, sub-sections included.

        Text boxes count as part of the section they are anchored in.
        """
        inside = [
            p
            for p in self.paragraphs
            if not p.in_toc
            and (p.story is Story.BODY or (p.story is Story.TEXTBOX and self._in_body(p)))
        ]
        found: list[Section] = []
        open_at: list[tuple[Paragraph, int]] = []
        for position, paragraph in enumerate(inside):
            heading = paragraph.heading
            if heading is None or not _is_heading(paragraph, imitations=imitations):
                continue
            while open_at and _level(open_at[-1][0]) >= heading.level:
                found.append(_closed(open_at.pop(), inside, position))
            open_at.append((paragraph, position))
        while open_at:
            found.append(_closed(open_at.pop(), inside, len(inside)))
        return tuple(sorted(found, key=lambda section: section.heading.index))

    def _in_body(self, paragraph: Paragraph) -> bool:
        return paragraph.place.part == self.file.main_part

    def all_text(self) -> Iterator[tuple[str, Place]]:
        """Every text in the file with its place: paragraphs, deletions, authors, all else."""
        for paragraph in self.paragraphs:
            if paragraph.text:
                yield paragraph.text, paragraph.place
        for piece in self.pieces:
            yield piece.text, piece.place

    def cell_text(self, cell: Cell) -> str:
        """The text of a cell's own paragraphs, joined by line ends and trimmed."""
        return "\n".join(self.paragraphs[i].text for i in cell.paragraphs).strip()

    def rows_text(self, table: Table) -> tuple[tuple[str, ...], ...]:
        """The texts of a table, row by row; a continued (merged) cell gives its own text."""
        return tuple(tuple(self.cell_text(cell) for cell in row.cells) for row in table.rows)


def _is_heading(paragraph: Paragraph, *, imitations: bool) -> bool:
    heading = paragraph.heading
    if heading is None or paragraph.story is not Story.BODY or not paragraph.text.strip():
        return False
    return imitations or heading.source is not HeadingSource.IMITATION


def _level(paragraph: Paragraph) -> int:
    return paragraph.heading.level if paragraph.heading else 10


def _closed(opened: tuple[Paragraph, int], inside: list[Paragraph], end: int) -> Section:
    paragraph, start = opened
    return Section(paragraph, tuple(p.index for p in inside[start + 1 : end]))

"""Where a piece of text is, in words that an author can follow.

A letter from the quality assurance panel says "paragraph 4.1" or "the header": so must
we.  A :class:`Place` is therefore what Word shows (headings, printed numbers, table
cells), not what the file stores, with the part of the file kept for machines.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum


class Story(str, Enum):
    """The channel a text belongs to.  The first seven have paragraphs; the rest are pieces."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    COMMENT = "comment"
    TEXTBOX = "textbox"
    GLOSSARY = "glossary"
    """Building blocks stored with the file (word/glossary), never printed."""
    PROPERTY = "property"
    ALT_TEXT = "alt-text"
    PICTURE = "picture"
    """Names and descriptions stored inside or beside a picture (file name, EXIF, XMP)."""
    HYPERLINK = "hyperlink"
    FIELD_CODE = "field-code"
    FORM = "form"
    """Content controls and form fields: titles, tags, choices, help texts, bindings."""
    DELETED = "deleted"
    """Deleted or moved-away text that tracked changes keep in the file."""
    AUTHOR = "author"
    """Who wrote a comment or made a tracked change."""
    CUSTOM_XML = "custom-xml"
    PEOPLE = "people"
    BOOKMARK = "bookmark"
    CHART = "chart"
    DIAGRAM = "diagram"
    SETTING = "setting"
    STYLE = "style"
    PART_NAME = "part-name"
    """The name of a file inside the package."""
    OTHER = "other"

    def __str__(self) -> str:
        return self.value


_SPOKEN = {
    Story.TEXTBOX: "text box",
    Story.GLOSSARY: "stored building block",
    Story.PROPERTY: "document property",
    Story.ALT_TEXT: "alternative text",
    Story.PICTURE: "picture data",
    Story.HYPERLINK: "link target",
    Story.FIELD_CODE: "field instruction",
    Story.FORM: "form field or content control",
    Story.DELETED: "deleted text kept by tracked changes",
    Story.AUTHOR: "author of a comment or change",
    Story.CUSTOM_XML: "custom XML data",
    Story.PEOPLE: "list of people",
    Story.SETTING: "document settings",
    Story.PART_NAME: "name of a file inside the package",
    Story.OTHER: "other text in the file",
}


def _as_is(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph or another piece of text is.  Rows, cells and indices count from 0."""

    part: str
    """Name of the part inside the package, e.g. ``word/document.xml``."""
    story: Story
    heading_path: tuple[str, ...] = ()
    """The headings above, outermost first, each as printed (``12 Analysis``).  May hold names."""
    paragraph: int = -1
    """Index in ``Document.paragraphs``; -1 if the text belongs to no paragraph."""
    number: str = ""
    """The paragraph's own number as Word prints it (``4.1``, ``(a)``) or as typed; or empty."""
    after: str = ""
    """The number (with digits) of the nearest numbered paragraph above it in its section."""
    table: int | None = None
    row: int | None = None
    cell: int | None = None

    def describe(self, mask: Callable[[str], str] = _as_is) -> str:
        """Say it in words: ``body, under '12 Analysis', paragraph 4.1``; counts from 1.

        ``mask`` is applied to the heading and to the name of the part, which is a picture's
        where it is not Word's own: only there can a name stand.
        """
        said = [_SPOKEN.get(self.story, self.story.value)]
        if self.heading_path:
            said.append(f"under '{mask(self.heading_path[-1])}'")
        said.append(self._numbered())
        said.append(self._in_table())
        if self.story not in (Story.BODY, Story.TEXTBOX) and self.part:
            said.append(f"in {mask(self.part)}")
        return ", ".join(part for part in said if part)

    @property
    def cited(self) -> str:
        """The paragraph's own number as a letter cites it (``4.1``, ``4.1(a)``); or empty."""
        number = self.number.rstrip(".")
        if number and self.after and not any(map(str.isdigit, number)):
            return f"{self.after.rstrip('.')}{number}"
        return number

    def _numbered(self) -> str:
        if self.cited:
            return f"paragraph {self.cited}"
        if self.after:
            return f"after paragraph {self.after.rstrip('.')}"
        # Nobody can count to the 412th paragraph of a report, but a machine can.
        return f"paragraph {self.paragraph + 1} of the file" if self.paragraph >= 0 else ""

    def _in_table(self) -> str:
        if self.table is None:
            return ""
        said = f"table {self.table + 1}"
        if self.row is not None:
            said += f", row {self.row + 1}"
        if self.cell is not None:
            said += f", cell {self.cell + 1}"
        return said

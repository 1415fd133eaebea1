"""The kinds of things a Word file holds besides its text, and where each was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..schemas.inspection import Removal
from .document.content import Concealment, RevisionKind
from .document.model import Document
from .document.place import Place, Story


class Find(NamedTuple):
    """One thing at one place."""

    kind: str
    place: Place
    text: str = ""
    person: str = ""


_YES, _ASKED, _NO = Removal.YES, Removal.ASKED, Removal.NO
KINDS: Final[dict[str, tuple[str, Removal]]] = {
    "comments": ("Comments", _YES),
    "insertions": ("Tracked insertions", _ASKED),
    "deletions": ("Tracked deletions, whose text is still in the file", _ASKED),
    "moves": ("Tracked moves", _ASKED),
    "formats": ("Tracked changes of format", _ASKED),
    "hidden": ("Hidden text", _NO),
    "redacted": ("Text under a bar of its own colour, which anybody can lift", _NO),
    "white": ("Text in the colour of the page", _NO),
    "tiny": ("Text too small to be seen", _NO),
    "text-boxes": ("Paragraphs in text boxes", _NO),
    "headers": ("Paragraphs in headers and footers", _NO),
    "glossary": ("Stored building blocks", _NO),
    "alt-text": ("Alternative texts", _NO),
    "picture-data": ("Names and data stored with pictures", _NO),
    "links": ("Addresses of links", _NO),
    "fields": ("Field instructions", _NO),
    "forms": ("Titles, tags and choices of form fields and content controls", _NO),
    "bookmarks": ("Bookmarks", _NO),
    "custom-xml": ("Texts in custom XML", _NO),
    "charts": ("Texts in charts and diagrams", _NO),
    "ranges": ("Names on protected or moved ranges", _YES),
    "people": ("Entries in the list of people", _YES),
    "template": ("Paths of the attached template", _YES),
    "settings": ("Texts in the settings (variables, mail merge)", _YES),
    "styles": ("Names somebody gave to styles and numbering", _NO),
    "part-names": ("Names somebody gave to files inside the package", _NO),
    "other": ("Other texts", _NO),
    "embedded": ("Embedded files, whose text was not read", _NO),
    "imported": ("Documents merged in when the file is opened", _NO),
    "pictures": ("Pictures, whose words were not read", _NO),
    "macros": ("Macros", _NO),
    "signature": ("Digital signature", _YES),
    "tracking": ("Tracking of changes is switched on", _NO),
    "revision-ids": ("Revision ids, which show what was written in one sitting", _YES),
}
"""Key: title, and whether cleaning removes it.  In the order of the report."""

_CHANGED: Final = {
    RevisionKind.INSERT: "insertions",
    RevisionKind.DELETE: "deletions",
    RevisionKind.MOVE: "moves",
    RevisionKind.FORMAT: "formats",
}
_CONCEALED: Final = {
    Concealment.HIDDEN: "hidden",
    Concealment.REDACTED: "redacted",
    Concealment.WHITE: "white",
    Concealment.TINY: "tiny",
}
_PARAGRAPHS: Final = {
    Story.TEXTBOX: "text-boxes",
    Story.HEADER: "headers",
    Story.FOOTER: "headers",
    Story.GLOSSARY: "glossary",
    Story.OTHER: "other",
}
_LABELS: Final = {
    "template path": "template",
    "deleted field instruction": "fields",
    "author or editor of a range": "ranges",
}
_PIECES: Final = {
    Story.ALT_TEXT: "alt-text",
    Story.PICTURE: "picture-data",
    Story.HYPERLINK: "links",
    Story.FIELD_CODE: "fields",
    Story.FORM: "forms",
    Story.BOOKMARK: "bookmarks",
    Story.CUSTOM_XML: "custom-xml",
    Story.CHART: "charts",
    Story.DIAGRAM: "charts",
    Story.PEOPLE: "people",
    Story.SETTING: "settings",
    Story.STYLE: "styles",
    Story.PART_NAME: "part-names",
    Story.OTHER: "other",
    Story.HEADER: "headers",
    Story.FOOTER: "headers",
    Story.TEXTBOX: "text-boxes",
    Story.GLOSSARY: "glossary",
}
_NAMED_BY_WORD: Final = re.compile(
    r"(Text Box|Picture|Image|Graphic|Shape|Rectangle|Oval|Group|Chart|Diagram|Object|Canvas|"
    r"Straight Connector|Straight Arrow Connector|Line|Table|WordArt|Freeform)( \d+)+"
)


def finds(document: Document) -> Iterator[Find]:
    """Everything the printed page does not show, in the order of the file."""
    for comment in document.comments:
        yield Find("comments", comment.place, comment.text, comment.author)
    for change in document.revisions:
        yield Find(_CHANGED[change.kind], change.place, change.text, change.author)
    for paragraph in document.paragraphs:
        for start, end, kind in paragraph.hidden:
            if paragraph.text[start:end].strip():
                yield Find(_CONCEALED[kind], paragraph.place, paragraph.text[start:end])
        where = _PARAGRAPHS.get(paragraph.story)
        if where and paragraph.text.strip():
            yield Find(where, paragraph.place, paragraph.text)
    for piece in document.pieces:
        where = _LABELS.get(piece.label) or _PIECES.get(piece.place.story)
        if where and not (where == "picture-data" and _NAMED_BY_WORD.fullmatch(piece.text)):
            yield Find(where, piece.place, piece.text)
    yield from _of_the_file(document)


def _of_the_file(document: Document) -> Iterator[Find]:
    file = document.file
    main = Place(file.main_part, Story.OTHER)
    for kind, parts in (
        ("embedded", file.embedded),
        ("imported", file.imported),
        ("pictures", file.pictures),
    ):
        for part in parts:
            yield Find(kind, Place(part, Story.PART_NAME))
    for kind, there in (
        ("macros", file.macros),
        ("signature", file.signed),
        ("tracking", file.tracking),
    ):
        if there:
            yield Find(kind, main)

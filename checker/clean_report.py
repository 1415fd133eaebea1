"""Say what cleaning did, and what is still in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..schemas.inspection import Changes, Cleaning
from .document.model import Document, Story

_SELF_NAMING: Final = re.compile(
    r"\s*(AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|TEMPLATE|DOCPROPERTY|INFO"
    r"|COMMENTS|TITLE|SUBJECT|KEYWORDS)\b",
    re.IGNORECASE,
)
_STAYING: Final = (
    (Story.CUSTOM_XML, "custom XML data"),
    (Story.ALT_TEXT, "alternative texts"),
    (Story.HYPERLINK, "addresses of links"),
    (Story.BOOKMARK, "names of bookmarks"),
    (Story.GLOSSARY, "stored building blocks"),
    (Story.PART_NAME, "names of files inside the package"),
)


def describe(
    document: Document,
    done: Counter[str],
    *,
    changes: Changes,
    comments: bool,
    removed: tuple[str, ...],
    edited: tuple[str, ...],
    total: int,
    unread: tuple[str, ...],
) -> Cleaning:
    """The report on a cleaning; names no person and quotes nothing of the file."""
    return Cleaning(
        kind=document.file.kind,
        changes=changes,
        done=tuple(f"{what}: {times}" for what, times in done.items()),
        left=tuple(_left(document, changes, comments=comments, unread=unread)),
        edited=edited,
        removed=removed,
        untouched=total - len(edited) - len(removed),
    )


def _left(
    document: Document, changes: Changes, *, comments: bool, unread: tuple[str, ...]
) -> Iterator[str]:
    file = document.file
    if changes is Changes.KEEP and document.revisions:
        yield (
            f"tracked changes: {len(document.revisions)}, with the deleted text; use --changes "
            "accept or refuse to settle them"
        )
    if comments and document.comments:
        yield f"comments: {len(document.comments)}, as asked, under the author 'Author'"
    hidden = sum(len(paragraph.hidden) for paragraph in document.paragraphs)
    if hidden:
        yield f"hidden, white or tiny text, or text under a bar: {hidden} stretches"
    for parts, what in (
        (file.embedded, "embedded files, with properties of their own"),
        (file.imported, "documents to be merged in when the file is opened"),
        (unread, "parts that could not be read"),
    ):
        if parts:
            yield f"{what}: {len(parts)}"
    described = {p.place.part for p in document.pieces if p.place.story is Story.PICTURE}
    inside = described & set(file.pictures)
    if inside:
        yield f"pictures with data of their own (camera, author, place): {len(inside)}"
    if file.macros:
        yield "macros, which may name their author"
    yield from _stories(document)


def _stories(document: Document) -> Iterator[str]:
    counts = Counter(piece.place.story for piece in document.pieces)
    counts.update(p.story for p in document.paragraphs if p.story is Story.GLOSSARY and p.text)
    for story, what in _STAYING:
        if counts[story]:
            yield f"{what}: {counts[story]}"
    fields = sum(
        piece.place.story is Story.FIELD_CODE and bool(_SELF_NAMING.match(piece.text))
        for piece in document.pieces
    )
    if fields:
        yield (
            f"fields that print a property or the file's name: {fields}; "
            "their text stands until Word updates them"
        )

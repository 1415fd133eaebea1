"""Detectors of what the file itself says: its properties, its parts, the links out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from ...schemas.common import Answer, Strict
from ..document.content import Property
from ..document.place import Place, Story
from .base import ANY_ANSWER, SUSPECTED, Hit, Look, Observation, as_sure, detector
from .corpus import Passage, corpus_of
from .declared import printable_names
from .finds import MOST
from .folding import words_of
from .words import phrases

_PART_OF = {"core": "docProps/core.xml", "app": "docProps/app.xml", "custom": "docProps/custom.xml"}
_USER_PATH = re.compile(
    r"[A-Za-z]:\\|\\\\[\w$.-]+\\|file:|/(?:Users|home)/|~/|/(?:Documents|OneDrive)", re.I
)
_MAIL_LINK = re.compile(r"mailto:", re.I)


class PropertySettings(Strict):
    """Which properties must be empty or neutral."""

    names: tuple[str, ...]
    """As the file spells them: ``creator``, ``lastModifiedBy``, ``Company``, ``Manager``."""
    sure: bool = True


@detector("personal-properties", PropertySettings, lambda s: ANY_ANSWER if s.sure else SUSPECTED)
def personal_properties(look: Look, settings: PropertySettings) -> Observation:
    """Properties of the file that say who wrote it or where.

    A neutral word (``Author``, ``User``, the name of a program) is none.  OPEN where all of
    them name people who stand in the report anyway: the chair, the author, the panel.
    """
    wanted = {name.lower() for name in settings.names}
    found = [p for p in look.document.properties if p.name.lower() in wanted and not _neutral(p)]
    hits = tuple(
        Hit(
            Place(_PART_OF.get(p.group, "word/settings.xml"), Story.PROPERTY),
            p.value,
            note=f"the property {p.name}",
        )
        for p in found
    )
    if not found:
        return Observation(Answer.NO)
    printed = all(_printed_anyway(look, one) for one in found)
    return Observation(Answer.YES if settings.sure and not printed else Answer.OPEN, hits)


def _printed_anyway(look: Look, found: Property) -> bool:
    words = {word for word in words_of(found.value) if not word.isdigit()}
    return any(words and words <= set(words_of(name)) for name in printable_names(look))


def _neutral(found: Property) -> bool:
    words = tuple(words_of(found.value))
    return not words or words in phrases("neutral_authors")


class Part(str, Enum):
    """What may be in a file besides its text."""

    MACROS = "macros"
    EMBEDDED = "embedded"
    """Whole files of another program, or documents merged in; their text was not read."""
    PICTURES = "pictures"
    PATHS = "paths"
    """Paths of somebody's own computer: of the template, in a link, in a field."""
    MAIL_LINKS = "mail-links"
    TRACKING = "tracking"
    """Tracking of changes is switched on, though there may be none yet."""


class PartSettings(Strict):
    """Which of them to look for."""

    parts: tuple[Part, ...]
    sure: bool = True


@detector("file-parts", PartSettings, as_sure)
def file_parts(look: Look, settings: PartSettings) -> Observation:
    """Macros, embedded files, paths of somebody's computer and the like."""
    hits = [hit for part in settings.parts for hit in _hits_of(look, part)]
    sure = Answer.YES if settings.sure else Answer.OPEN
    return Observation(sure if hits else Answer.NO, tuple(hits[:MOST]))


def _hits_of(look: Look, part: Part) -> Iterator[Hit]:
    file = look.document.file
    if part is Part.MACROS and file.macros:
        yield Hit(Place(file.main_part, Story.OTHER), note="the file holds macros")
    elif part is Part.EMBEDDED:
        for name in (*file.embedded, *file.imported):
            yield Hit(
                Place(name, Story.PART_NAME), note="an embedded file, whose text was not read"
            )
    elif part is Part.PICTURES:
        for name in file.pictures:
            yield Hit(Place(name, Story.PICTURE), note="a picture; words shown in it were not read")
    elif part is Part.TRACKING and file.tracking:
        yield Hit(Place(file.main_part, Story.SETTING), note="tracking of changes is switched on")
    elif part in (Part.PATHS, Part.MAIL_LINKS):
        yield from _links(look, part)


def _links(look: Look, part: Part) -> Iterator[Hit]:
    pattern, note = (
        (_USER_PATH, "a path on somebody's computer")
        if part is Part.PATHS
        else (_MAIL_LINK, "a link that opens a message to somebody")
    )
    corpus = corpus_of(look)
    for passage in corpus.passages:
        if _may_hold_links(passage, part):
            end = passage.start + len(passage.normal.text)
            for match in pattern.finditer(corpus.text, passage.start, end):
                yield corpus.hit(match.start(), end, note)


def _may_hold_links(passage: Passage, part: Part) -> bool:
    """Not prose, and not the address of a web page."""
    if passage.paragraph is not None:
        return False
    return part is Part.MAIL_LINKS or not passage.text.lower().startswith(("http:", "https:"))

"""Look through a Word file as somebody should who is about to share it.

It counts what the printed page does not show and says where it is.  What stands there is
shown only in clear text: it is where names are forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ..schemas.inspection import FileProperty, Heading, Inspection, Kind, Spot
from .detectors.base import Look
from .document import DEFAULT, Limits, read_document
from .document.contents import survey
from .document.model import Document, Paragraph, Place, Property, Story
from .document.package import Package
from .document.source import Source, load
from .inspect_kinds import KINDS, Find, finds
from .masking import NAME, Masker, masker_for

_MOST: Final = 100  # places of one kind
_LONGEST: Final = 120  # characters of a text in clear
_RSID: Final = re.compile(rb"""\brsid\w*\s*=\s*["']([0-9A-Fa-f]{8})["']""")
_NAMING: Final = frozenset({"creator", "lastModifiedBy", "Manager", "Company"})
_TEXT: Final = "[text]"
_NUMERIC: Final = re.compile(r"[\d\s.,:TZ+-]*|on|off|true|false")
_MACHINE: Final = frozenset(
    {"Application", "AppVersion", "created", "modified", "lastPrinted", "revision", "language"}
)


def inspect(
    source: Source,
    *,
    masked: bool = True,
    limits: Limits = DEFAULT,
    name: str | None = None,
) -> Inspection:
    """Outline, hidden things with counts and places, and properties of one Word file.

    Raises DocumentError where the file cannot be read.
    """
    data, called = load(source, limits, name)
    document = read_document(data, limits=limits, name=called)
    return _Inspecting(document, masked=masked).run(_revision_ids(data, limits))


class _Inspecting:
    """The inspection of one document."""

    def __init__(self, document: Document, *, masked: bool) -> None:
        self.document, self.masked = document, masked
        masker = masker_for(Look(document)) if masked else Masker.off
        self.mask: Callable[[str], str] = masker.mask
        self.odd_names = {
            p.place.part: p.text for p in document.pieces if p.place.story is Story.PART_NAME
        }

    def run(self, revision_ids: int) -> Inspection:
        """Everything; ``revision_ids``: how many different ones there are."""
        document = self.document
        return Inspection(
            kind=document.file.kind,
            size=document.file.size,
            words=document.words,
            masked=self.masked,
            outline=tuple(self._heading(p) for p in document.outline()),
            found=tuple(self._kinds(revision_ids)),
            properties=tuple(self._property(p) for p in document.properties),
            warnings=tuple(self._warnings()),
        )

    def _heading(self, paragraph: Paragraph) -> Heading:
        heading = paragraph.heading
        if heading is None:
            raise ValueError("a paragraph of the outline is no heading")
        number, title = paragraph.number, " ".join(paragraph.title.split())
        return Heading(
            level=heading.level,
            number=number,
            title=self.mask(title),
            source=heading.source.value,
        )

    def _kinds(self, revision_ids: int) -> Iterator[Kind]:
        sorted_in: dict[str, list[Find]] = {key: [] for key in KINDS}
        for find in finds(self.document):
            sorted_in[find.kind].append(find)
        for key, (title, cleaned) in KINDS.items():
            found = sorted_in[key]
            count = revision_ids if key == "revision-ids" else len(found)
            if count:
                people = dict.fromkeys(f.person for f in found if f.person.strip())
                yield Kind(
                    key=key,
                    title=title,
                    count=count,
                    people=tuple(NAME if self.masked else person for person in people),
                    cleaned=cleaned,
                    places=tuple(self._spot(find) for find in found[:_MOST]),
                )

    def _spot(self, find: Find) -> Spot:
        said = " ".join(find.text.split())
        if len(said) > _LONGEST:
            said = said[:_LONGEST] + "…"
        where = self._hide_name(find.place.describe(self.mask), find.place)
        return Spot(where=where, text="" if self.masked else said)

    def _hide_name(self, where: str, place: Place) -> str:
        """A part's own name may be a person's: only its folder is shown."""
        odd = self.odd_names.get(place.part)
        return where.replace(odd, NAME) if self.masked and odd else where

    def _property(self, found: Property) -> FileProperty:
        return FileProperty(group=found.group, name=self._name(found), value=self._value(found))

    def _name(self, found: Property) -> str:
        if found.name.startswith("docVar "):
            return f"docVar {_TEXT}" if self.masked else found.name
        # What a custom property is called somebody typed; the others' names are Word's own.
        return _TEXT if self.masked and found.group == "custom" else found.name

    def _value(self, found: Property) -> str:
        value = found.value
        if not self.masked or _NUMERIC.fullmatch(value) or found.name in _MACHINE:
            return value
        # A title may name a family that no list knows; the author can ask for clear text.
        return NAME if found.name in _NAMING else _TEXT

    def _warnings(self) -> Iterator[str]:
        for warning in self.document.warnings:
            odd = self.odd_names.get(warning.part)
            part = warning.part.replace(odd, NAME) if self.masked and odd else warning.part
            yield f"{warning.message} ({part})" if part else warning.message


def _revision_ids(data: bytes, limits: Limits) -> int:
    """How many different revision ids the file holds."""
    package = Package(data, limits)
    found: set[bytes] = set()
    for part in survey(package).xml:
        found.update(_RSID.findall(package.read(part)))
    return len(found)

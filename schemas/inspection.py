"""What ``inspect`` and ``clean`` give back: what a file tells besides its text.

Names are masked unless the caller asked for clear text; counts and places always stand.
"""

from __future__ import annotations

from enum import Enum

from .common import Strict


class Changes(str, Enum):
    """What cleaning does with tracked changes."""

    KEEP = "keep"
    ACCEPT = "accept"
    REFUSE = "refuse"

    def __str__(self) -> str:
        return self.value


class Removal(str, Enum):
    """Whether ``clean`` takes something out."""

    YES = "yes"
    ASKED = "if asked"
    """With ``--changes accept`` or ``refuse``."""
    NO = "no"

    def __str__(self) -> str:
        return self.value


class Heading(Strict):
    """One line of the outline."""

    level: int
    """1 to 9."""
    number: str
    """As Word prints it; empty if it has none."""
    title: str
    source: str
    """Why it counts as a heading: outline, style, name, numbering or imitation."""


class Spot(Strict):
    """One place in the file."""

    where: str
    """In words: story, heading, paragraph number as printed, table cell, part."""
    text: str = ""
    """What stands there; only in clear text, for it may hold names."""


class Kind(Strict):
    """One kind of thing that the printed page does not show."""

    key: str
    title: str
    count: int
    people: tuple[str, ...] = ()
    """The authors, each once; ``[name]`` each unless in clear text."""
    cleaned: Removal
    """Whether ``clean`` removes it."""
    places: tuple[Spot, ...]
    """The first of them; ``count`` says how many there are."""


class FileProperty(Strict):
    """One document property."""

    group: str
    """core, app, custom or settings."""
    name: str
    value: str


class Inspection(Strict):
    """Everything in a file that its author may not know is there."""

    kind: str
    """docx, docm, dotx or dotm."""
    size: int
    """Bytes."""
    words: int
    masked: bool
    outline: tuple[Heading, ...]
    found: tuple[Kind, ...]
    properties: tuple[FileProperty, ...]
    warnings: tuple[str, ...]


class Cleaning(Strict):
    """What cleaning did to a file, and what it could not do."""

    kind: str
    """docx, docm, dotx or dotm: how the new file's name must end."""
    changes: Changes
    done: tuple[str, ...]
    left: tuple[str, ...]
    """What is still in the file and may say who wrote it."""
    edited: tuple[str, ...]
    """Parts that were changed."""
    removed: tuple[str, ...]
    """Parts that were left out."""
    untouched: int
    """Parts copied as they were."""

"""Protected characteristics that the story speaks of and the equality section does not.

The Panel's letters ask for this more than for most things: a disability runs through the
chronology, and the section that should examine it is silent.
"""

from __future__ import annotations

from itertools import islice

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import Hit, Look, Observation, detector
from .reading import Reading, reading
from .terms import find, pattern

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN


class TakenUpSettings(Strict):
    """Where to look for signs of each characteristic, and where it should be examined."""

    section: str
    story: list[str]
    signs: dict[str, list[str]] = Field(min_length=1)
    at_least: int = 2
    """How many passages of the story make a sign worth asking about."""


@detector("characteristics-taken-up", TakenUpSettings)
def characteristics_taken_up(look: Look, settings: TakenUpSettings) -> Observation:
    """What the story says of a protected characteristic is taken up in the equality section."""
    read = reading(look)
    own = read.section(settings.section)
    if not own.headings:
        return Observation(OPEN, (), "it has no heading, so what it takes up cannot be told")
    examined = list(read.pieces(own.paragraphs, whole=True))
    apart = set(own.paragraphs)
    story = tuple(i for i in read.layout.text_of(settings.story) if i not in apart)
    missing: list[str] = []
    hits: list[Hit] = []
    for characteristic, terms in settings.signs.items():
        if any(find(terms, piece.text) for piece in examined):
            continue
        signs = _signs(read, story, terms, settings.at_least)
        if len(signs) >= settings.at_least:
            missing.append(characteristic)
            hits.append(signs[0])
    if missing:
        where = ", ".join(missing)
        return Observation(NO, tuple(hits), f"spoken of in the story but not there: {where}")
    return Observation(YES)


def _signs(read: Reading, story: tuple[int, ...], terms: list[str], enough: int) -> list[Hit]:
    """The first few places of the story that have one of the terms."""
    wanted = pattern(tuple(terms))
    found = (
        piece.matched(match)
        for piece in read.pieces(read.among(story, (terms,)), whole=True)
        for match in wanted.finditer(piece.text)
    )
    return list(islice(found, enough))

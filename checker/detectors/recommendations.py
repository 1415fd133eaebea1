"""Recommendations: who owns each, and whether they stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import SETTLED, Hit, Look, Observation, detector
from .reading import Piece, Reading, reading
from .tables import is_item
from .terms import find

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 8
_NUMBERED = re.compile(r"(?:single[ -]agency |multi[ -]agency |national )?recommendation \w{1,4}\b")
_SHORTEST = 4  # words


class RecommendationSettings(Strict):
    """Which section, and words to look for in each recommendation."""

    section: str
    words: list[str] = Field(min_length=1)


@detector("each-recommendation-names", RecommendationSettings)
def each_recommendation_names(look: Look, settings: RecommendationSettings) -> Observation:
    """Each recommendation has one of certain words in it, such as the body that is to act."""
    found = list(_recommendations(reading(look), settings.section))
    if not found:
        return Observation(OPEN, (), "the recommendations could not be told apart")
    without = [p for p in found if find(settings.words, p.text) is None]
    if without:
        return Observation(NO, tuple(p.hit() for p in without[:_SHOWN]))
    return Observation(YES, (), f"{len(found)} recommendations")


@detector("any-recommendation-says", RecommendationSettings, SETTLED)
def any_recommendation_says(look: Look, settings: RecommendationSettings) -> Observation:
    """Some recommendation has certain words in it, such as `consider`."""
    found = _recommendations(reading(look), settings.section)
    hits = [p.matched(m) for p in found if (m := find(settings.words, p.text)) is not None]
    return Observation(YES if hits else NO, tuple(hits[:_SHOWN]))


def _recommendations(read: Reading, key: str) -> Iterator[Piece]:
    """Rows below the head of each table; where there is none, list items and the like."""
    pieces = [
        piece
        for piece in read.pieces(read.section(key).paragraphs, whole=True)
        if len(piece.text.split()) >= _SHORTEST and piece.paragraph.heading is None
    ]
    rows = [p for p in pieces if p.paragraph.in_table is not None and p.paragraph.in_table[1] > 0]
    if rows:
        return iter(rows)
    return (p for p in pieces if is_item(p.paragraph) or _NUMBERED.match(p.text))


class TogetherSettings(Strict):
    """Which section's headings should stand in one place."""

    section: str


@detector("together", TogetherSettings)
def together(look: Look, settings: TogetherSettings) -> Observation:
    """Everything headed as this section stands in one place of the report."""
    found = reading(look).section(settings.section)
    if found.main is None:
        return Observation(OPEN, (), "it has no heading of its own")
    inside = {found.main.heading.index, *found.main.region}
    apart = [h for h in found.headings if h.heading.index not in inside]
    if apart:
        hits = tuple(Hit(h.heading.place, h.heading.numbered_title) for h in apart[:_SHOWN])
        return Observation(NO, hits, "headed so in other places as well")
    return Observation(YES)


class AgencySettings(Strict):
    """Which section's sub-headings, and words by which an agency's name is known."""

    section: str
    words: list[str] = Field(min_length=1)
    at_least: int = 3


@detector("headed-by-agency", AgencySettings)
def headed_by_agency(look: Look, settings: AgencySettings) -> Observation:
    """Most sub-headings of a section are the names of agencies."""
    read = reading(look)
    inside = set(read.section(settings.section).paragraphs)
    if not inside:
        return Observation(OPEN, (), "the section was not found")
    own = [p for p in read.document.outline() if p.index in inside]
    agencies = [p for p in own if find(settings.words, read.plain(p.index))]
    if len(agencies) >= settings.at_least and len(agencies) * 2 > len(own):
        return Observation(YES, tuple(Hit(p.place, p.numbered_title) for p in agencies[:_SHOWN]))
    return Observation(NO)

"""Recommendations: who owns each, and whether they stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import Hit, Look, Observation, detector
from .reading import Piece, Reading, reading
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


@detector("any-recommendation-says", RecommendationSettings)
def any_recommendation_says(look: Look, settings: RecommendationSettings) -> Observation:
    """Some recommendation has certain words in it, such as `consider`."""
    found = _recommendations(reading(look), settings.section)
    hits = [p.matched(m) for p in found if (m := find(settings.words, p.text)) is not None]
    return Observation(YES if hits else NO, tuple(hits[:_SHOWN]))


def _recommendations(read: Reading, key: str) -> Iterator[Piece]:
    """Rows below the head of each table; list items; paragraphs that call themselves one."""
    for piece in read.pieces(read.section(key).paragraphs, whole=True):
        paragraph = piece.paragraph
        if len(piece.text.split()) < _SHORTEST or paragraph.heading is not None:
            continue
        if paragraph.in_table is not None:
            if paragraph.in_table[1] > 0:
                yield piece
        elif paragraph.bullet or _is_item(paragraph.label) or _NUMBERED.match(piece.text):
            yield piece


def _is_item(label: str) -> bool:
    return bool(label) and not re.fullmatch(r"\d+\.\d+.*", label)


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
    own = [p for p in read.document.outline() if p.index in inside]
    agencies = [p for p in own if find(settings.words, read.plain(p.index))]
    if len(agencies) >= settings.at_least and len(agencies) * 2 > len(own):
        return Observation(YES, tuple(Hit(p.place, p.numbered_title) for p in agencies[:_SHOWN]))
    return Observation(NO)

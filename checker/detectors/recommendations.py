"""Recommendations: who owns each, and whether they stand together."""

from __future__ import annotations

from pydantic import Field

from ...schemas.common import Answer, Strict
from .base import SETTLED, Hit, Look, Observation, detector
from .reading import reading
from .recommendation_list import recommendations_of
from .terms import find

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
_SHOWN = 8


class RecommendationSettings(Strict):
    """Which section, and words to look for in each recommendation."""

    section: str
    words: list[str] = Field(min_length=1)


@detector("each-recommendation-names", RecommendationSettings)
def each_recommendation_names(look: Look, settings: RecommendationSettings) -> Observation:
    """Each recommendation has one of certain words in it, such as the body that is to act."""
    found = [one.piece for one in recommendations_of(look, settings.section)]
    if not found:
        return Observation(OPEN, (), "the recommendations could not be told apart")
    without = [p for p in found if find(settings.words, p.text) is None]
    if without:
        return Observation(NO, tuple(p.hit() for p in without[:_SHOWN]))
    return Observation(YES, (), f"{len(found)} recommendations")


@detector("any-recommendation-says", RecommendationSettings, SETTLED)
def any_recommendation_says(look: Look, settings: RecommendationSettings) -> Observation:
    """Some recommendation has certain words in it, such as `consider`."""
    found = recommendations_of(look, settings.section)
    pieces = [one.piece for one in found]
    hits = [p.matched(m) for p in pieces if (m := find(settings.words, p.text)) is not None]
    return Observation(YES if hits else NO, tuple(hits[:_SHOWN]))


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

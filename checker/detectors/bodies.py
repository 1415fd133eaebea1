"""The detector of bodies that no longer exist, spoken of as if they did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import Field

from ...schemas.common import Strict
from .base import SETTLED, Look, Observation, detector
from .corpus import PROSE, Passage, corpus_of
from .finds import Find, observation, without_overlaps
from .phrase_patterns import PhraseFinder, phrases_of
from .quotations import quoted

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


class Body(Strict):
    """A body that ended, and what took its place."""

    names: tuple[str, ...] = Field(min_length=1)
    """How it is written; names in capitals are matched in capitals only."""
    ended: int
    """The year in which it ended."""
    now: str
    """What does its work since."""


class Settings(Strict):
    """Which bodies."""

    bodies: tuple[Body, ...] = Field(min_length=1)
    knowing: tuple[str, ...] = (
        *("former*", "at the time", "at that time", "predecessor*", "abolished", "became"),
        *("then called", "then known as", "as it then was", "as it was", "since replaced"),
        *("replaced by", "now the", "until <number>"),
    )
    """Phrases that show that the author knows."""


@detector("ended-bodies", Settings, SETTLED)
def ended_bodies(look: Look, settings: Settings) -> Observation:
    """A body that has ended, in a paragraph with no year in which it still existed."""
    corpus = corpus_of(look)
    finder: PhraseFinder = look.once("phrase-finder", lambda: PhraseFinder(corpus))
    knowing = frozenset(
        corpus.passage_at(corpus.starts[at]).start
        for _, at, _ in finder.find(phrases_of(settings.knowing))
    )

    def finds() -> Iterator[Find]:
        for body in settings.bodies:
            for name in body.names:
                for _, first, last in finder.find(phrases_of((name,))):
                    start, end = corpus.starts[first], corpus.ends[last]
                    passage = corpus.passage_at(start)
                    if not _looked_at(look, passage, start, end) or passage.start in knowing:
                        continue
                    if name.isupper() and corpus.text[start:end].rstrip("s") != name:
                        continue
                    if not _in_its_day(passage, body.ended):
                        note = f"ended in {body.ended}; its work is now done by {body.now}"
                        yield Find(start, end, True, note)

    return observation(corpus, without_overlaps(finds()))


def _looked_at(look: Look, passage: Passage, start: int, end: int) -> bool:
    if passage.story not in PROSE or passage.paragraph is None or passage.paragraph.in_toc:
        return False
    if passage.text.strip().lower() == passage.text[slice(*passage.span(start, end))].lower():
        return False  # a cell of a glossary, that says what letters stood for
    return not any(a <= start and end <= b + 1 for a, b in quoted(look, passage))


def _in_its_day(passage: Passage, ended: int) -> bool:
    """Whether a year, in the paragraph or its headings, is one in which the body existed."""
    near = " ".join((passage.normal.text, *passage.place.heading_path[-1:]))
    return any(int(year) <= ended for year in _YEAR.findall(near))

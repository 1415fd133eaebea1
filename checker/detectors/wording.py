"""The detector of words and phrases: what a rule lists, and where."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from pydantic import Field, field_validator

from ...schemas.common import Strict
from .base import Look, Observation, as_sure, detector
from .corpus import Corpus, Passage, corpus_of
from .declared import pseudonyms_likely
from .finds import Find, observation, without_overlaps
from .phrase_patterns import PhraseFinder, phrases_of
from .quotations import quoted
from .regions import Region, in_regions, under_heading
from .words import folded


class Quotations(str, Enum):
    """What to do with phrases in somebody else's words."""

    SKIP = "skip"
    """Leave them alone, and say how many there were."""
    LOOK = "look"
    """Treat them like any others."""


class Letters(str, Enum):
    """How a phrase has to be written."""

    ANY = "any"
    CAPITALS = "capitals"
    """In capitals throughout."""
    CAPITAL = "capital"
    """With a capital at the beginning."""


class Settings(Strict):
    """Which phrases, where, and how they must be written."""

    phrases: tuple[str, ...] = Field(min_length=1)
    unless_near: tuple[str, ...] = ()
    """Phrases that excuse a find in the same paragraph."""
    where: tuple[Region, ...] = (Region.PROSE,)
    headings: tuple[str, ...] = ()
    """Look only under headings with one of these phrases; everywhere if there are none."""
    quotations: Quotations = Quotations.SKIP
    letters: Letters = Letters.ANY
    sure: bool = True
    """False where the words only make a look worth while."""
    of_people: bool = False
    """Leave a find alone where an agency, and no person, is what the sentence has just named."""
    whole: bool = False
    """Only where the phrase is all that a paragraph, cell or line says."""

    @field_validator("phrases", "unless_near")
    @classmethod
    def _readable(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        phrases_of(value)
        return value


@detector("phrases", Settings, as_sure)
def phrases(look: Look, settings: Settings) -> Observation:
    """Words and phrases that a rule lists, quotations left alone unless it says otherwise."""
    corpus = corpus_of(look)
    skipped: list[Find] = []
    finds: list[Find] = []
    for find, passage in _candidates(look, settings):
        if settings.quotations is Quotations.SKIP and _is_quoted(look, passage, find):
            skipped.append(find)
        else:
            finds.append(find)
    return observation(corpus, without_overlaps(finds), _left_alone(without_overlaps(skipped)))


def _left_alone(skipped: list[Find]) -> str:
    if not skipped:
        return ""
    times = "once" if len(skipped) == 1 else f"{len(skipped)} times"
    return f"The words also stand {times} inside quotation marks, where they were left alone."


def _is_quoted(look: Look, passage: Passage, find: Find) -> bool:
    return any(a <= find.start and find.end <= b + 1 for a, b in quoted(look, passage))


def _candidates(look: Look, settings: Settings) -> Iterator[tuple[Find, Passage]]:
    corpus = corpus_of(look)
    finder: PhraseFinder = look.once("phrase-finder", lambda: PhraseFinder(corpus))
    excused = _excused(finder, corpus, settings)
    for _, first, last in finder.find(phrases_of(settings.phrases)):
        start, end = corpus.starts[first], corpus.ends[last]
        passage = corpus.passage_at(start)
        if passage.start in excused or not in_regions(look, passage, settings.where):
            continue
        if passage.paragraph is not None and passage.paragraph.in_toc:
            continue
        if settings.headings and not under_heading(passage, settings.headings):
            continue
        if settings.of_people and _of_an_agency(look, corpus, first):
            continue
        if _written_so(corpus, first, last, settings.letters) and (
            not settings.whole or _is_whole(corpus, passage, first, last)
        ):
            yield Find(start, end, settings.sure), passage


def _excused(finder: PhraseFinder, corpus: Corpus, settings: Settings) -> frozenset[int]:
    """Beginnings of the passages that hold an excuse."""
    return frozenset(
        corpus.passage_at(corpus.starts[at]).start
        for _, at, _ in finder.find(phrases_of(settings.unless_near))
    )


def _of_an_agency(look: Look, corpus: Corpus, at: int) -> bool:
    """Whether, going back from a find, an agency is named before any person is."""
    people = folded("person_words") | pseudonyms_likely(look)
    while corpus.adjacent(at):
        at -= 1
        if corpus.words[at] in people:
            return False
        if corpus.words[at] in folded("agency_words"):
            return True
    return False


def _written_so(corpus: Corpus, first: int, last: int, letters: Letters) -> bool:
    if letters is Letters.ANY:
        return True
    if letters is Letters.CAPITAL:
        return corpus.capital(first)
    return all(
        corpus.shown(at).isupper() or corpus.shown(at).isdigit() for at in range(first, last + 1)
    )


def _is_whole(corpus: Corpus, passage: Passage, first: int, last: int) -> bool:
    """Whether no other word stands in the passage."""
    end = passage.start + len(passage.normal.text)
    alone_before = first == 0 or corpus.starts[first - 1] < passage.start
    return alone_before and (last + 1 == len(corpus.words) or corpus.starts[last + 1] >= end)

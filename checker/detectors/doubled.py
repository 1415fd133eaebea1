"""The detector of words that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, count
from operator import eq

from pydantic import Field

from ...schemas.common import Strict
from .base import SETTLED, Look, Observation, detector
from .corpus import PROSE, Corpus, corpus_of
from .finds import Find, observation, without_overlaps
from .folding import fold
from .quotations import quoted


class Settings(Strict):
    """Words that may rightly stand twice."""

    may: tuple[str, ...] = Field(default=(), alias="except")


@detector("doubled-words", Settings, SETTLED)
def doubled_words(look: Look, settings: Settings) -> Observation:
    """A word that stands twice in a row (``the the``), or two words (``of the of the``)."""
    corpus = corpus_of(look)
    may = {fold(word) for word in settings.may}

    def finds() -> Iterator[Find]:
        for at, words in _repeats(corpus):
            start, end = corpus.starts[at], corpus.ends[at + 2 * words - 1]
            if corpus.words[at] not in may and _is_prose(look, start, end):
                yield Find(start, end, True)

    return observation(corpus, without_overlaps(finds()))


def _repeats(corpus: Corpus) -> Iterator[tuple[int, int]]:
    """Where one word, or a pair, stands twice with nothing but a space between."""
    words = corpus.words
    for at in _same(words, 1):
        if not words[at].isdigit() and _spaced(corpus, at, 1):
            yield at, 1
    for at in _same(words, 2):
        same = words[at + 1 : at + 2] == words[at + 3 : at + 4]
        if same and not words[at].isdigit() and _spaced(corpus, at, 3):
            yield at, 2


def _same(words: list[str], apart: int) -> Iterator[int]:
    """Where a word stands again so many words further on."""
    return compress(count(), map(eq, words, words[apart:]))


def _spaced(corpus: Corpus, at: int, gaps: int) -> bool:
    return all(corpus.gaps[n] == " " for n in range(at + 1, at + gaps + 1))


def _is_prose(look: Look, start: int, end: int) -> bool:
    passage = corpus_of(look).passage_at(start)
    if passage.story not in PROSE or passage.paragraph is None or passage.paragraph.in_toc:
        return False
    return not any(a <= start and end <= b + 1 for a, b in quoted(look, passage))

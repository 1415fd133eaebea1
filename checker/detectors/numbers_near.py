"""Where a draft has numbers, found once, so that patterns need not look for them.

Patterns over ages, counts and dates may begin almost anywhere, and a report has ten thousand
places to begin.  The numbers in it are few, and what belongs to them stands close by.  So
the passages worth reading are found from the index of words, and only those are given to
the patterns, which find in them what they would have found in the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from .base import Look
from .corpus import Passage, corpus_of
from .quantities import NUMBER_WORDS
from .statements import passages_at

_COUNTED = 16
"""Words between a number and what it counts."""
_DATED = 60
"""Words between an event and its date: more than the characters allow that may part them."""


def numbers_of(look: Look) -> Sequence[int]:
    """Positions of every word that is a number, in figures or in words; found once."""

    def work() -> list[int]:
        index = corpus_of(look).index
        return sorted(
            at for word in index if word.isdigit() or word in NUMBER_WORDS for at in index[word]
        )

    found: list[int] = look.once("numbers", work)
    return found


def figures_of(look: Look) -> Sequence[int]:
    """Positions of every number in figures, such as every date has; found once."""

    def work() -> list[int]:
        words = corpus_of(look).words
        return [at for at in numbers_of(look) if words[at].isdigit()]

    found: list[int] = look.once("figures", work)
    return found


def passages_counting(look: Look, words: Iterable[str]) -> list[Passage]:
    """The passages of the report that have one of some folded words near a number."""
    return passages_at(look, _near(look, words, numbers_of(look), _COUNTED))


def passages_dating(look: Look, words: Iterable[str]) -> list[Passage]:
    """The passages of the report that have one of some folded words where a date may be theirs."""
    return passages_at(look, _near(look, words, figures_of(look), _DATED))


def _near(look: Look, words: Iterable[str], others: Sequence[int], reach: int) -> Iterator[int]:
    index = corpus_of(look).index
    for at in (at for word in words for at in index.get(word, ())):
        first = bisect_left(others, at - reach)
        if first < len(others) and others[first] <= at + reach:
            yield at


def matches_at(
    pattern: re.Pattern[str],
    look: Look,
    passage: Passage,
    begins: Iterable[str] = (),
    *,
    numbers: bool = True,
) -> Iterator[re.Match[str]]:
    """What ``finditer`` finds in a passage, for a pattern that begins with a number or a word.

    ``begins``: the folded words that it may begin with; ``numbers``: whether it may begin
    with a number.
    """
    corpus = corpus_of(look)
    first, end = corpus.range_of(passage)
    places = [at for word in begins for at in _within(corpus.index.get(word, ()), first, end)]
    if numbers:
        places += _within(numbers_of(look), first, end)
    text, done = passage.normal.text, 0
    for at in sorted(places):
        start = corpus.starts[at] - passage.start
        if start >= done and (match := pattern.match(text, start)) is not None:
            done = match.end()
            yield match


def _within(places: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Those of some positions, which are in order, that lie in a stretch."""
    start = bisect_left(places, first)
    return places[start : bisect_left(places, end, start)]

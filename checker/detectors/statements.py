"""Statements of a draft that can be held against one another, and against the case record.

A report says the same thing in many places: on its title page, in its introduction, in its
facts.  What is collected here are the places that say a thing plainly enough to be compared
- an age at the death, the length of a sentence, the date of the decision - each with who or
what it is about.  A statement is *sure* where its words leave no doubt what it speaks of;
two sure ones that differ are a contradiction, any others a question for a person.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from ...schemas.common import Answer
from .base import Hit, Look, Observation
from .corpus import PROSE, Corpus, Passage, corpus_of
from .quotations import quoted
from .terms import sentences

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
Value = TypeVar("Value")
MOST = 8
"""Contradictions that one observation shows."""
_ASIDE = ("glossary", "abbreviations", "action plan", "home office letter", "feedback letter")


@dataclass(frozen=True, slots=True)
class Said(Generic[Value]):
    """One statement, at ``[start, end)`` of the corpus's text."""

    about: str
    """Whom or what it is about; only statements about the same are compared."""
    value: Value
    start: int
    end: int
    sure: bool = True


def in_report(passage: Passage) -> bool:
    """Whether a passage is the report speaking: no contents list, glossary, letter or plan."""
    paragraph = passage.paragraph
    if paragraph is None or passage.story not in PROSE or paragraph.in_toc:
        return False
    path = passage.place.heading_path
    return not path or not _aside(path[0])


@lru_cache(maxsize=1024)  # headings recur in the place of every paragraph below them
def _aside(title: str) -> bool:
    return any(word in title.lower() for word in _ASIDE)


def passages_with(look: Look, words: Iterable[str]) -> list[Passage]:
    """The passages of the report that have one of some folded words, in order, each once."""
    index = corpus_of(look).index
    return passages_at(look, (at for word in words for at in index.get(word, ())))


def passages_at(look: Look, positions: Iterable[int]) -> list[Passage]:
    """The passages of the report that hold the words at some positions, in order, each once."""
    corpus = corpus_of(look)
    found: dict[int, Passage] = {}
    for at in positions:
        passage = corpus.passage_at(corpus.starts[at])
        found.setdefault(passage.start, passage)
    return [found[start] for start in sorted(found) if in_report(found[start])]


def sentences_of(look: Look, passage: Passage) -> tuple[tuple[int, int], ...]:
    """The sentences of a passage as offsets in the corpus's text."""

    def work() -> tuple[tuple[int, int], ...]:
        start = passage.start
        text = corpus_of(look).text[start : start + len(passage.normal.text)]
        return tuple((start + a, start + b) for a, b in sentences(text))

    found: tuple[tuple[int, int], ...] = look.once(("sentences", passage.start), work)
    return found


def sentences_with(look: Look, words: Iterable[str]) -> Iterator[tuple[Passage, int, int]]:
    """The sentences of the passages that have one of some folded words, quotations left out."""
    for passage in passages_with(look, words):
        for start, end in sentences_of(look, passage):
            if not is_quoted(look, passage, start, end):
                yield passage, start, end


def is_quoted(look: Look, passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch is within somebody else's words."""
    return any(a <= start and end <= b + 1 for a, b in quoted(look, passage))


def sentence_at(look: Look, passage: Passage, offset: int) -> tuple[int, int]:
    """The sentence of a passage that holds an offset of the corpus's text."""
    cut = sentences_of(look, passage)
    if not cut:
        return passage.start, passage.start
    return cut[max(0, bisect_right([a for a, _ in cut], offset) - 1)]


def disagreements(
    corpus: Corpus,
    said: Sequence[Said[Value]],
    agree: Callable[[Value, Value], bool],
    what: str,
) -> Observation:
    """YES if all that is said of each subject agrees; NO for a sure contradiction, else OPEN.

    The places come in pairs: what is said first, and where something else is said.
    """
    pairs: list[tuple[Said[Value], Said[Value]]] = []
    for subject in dict.fromkeys(one.about for one in said):
        mine = [one for one in said if one.about == subject]
        first = next((one for one in mine if one.sure), mine[0])
        seen: list[Value] = [first.value]
        for other in mine:
            if not any(agree(value, other.value) for value in seen):
                seen.append(other.value)
                pairs.append((first, other))
    if not pairs:
        return Observation(YES)
    answer = NO if any(a.sure and b.sure for a, b in pairs) else OPEN
    note = f"{what} differs between places; {len(pairs)} such" if len(pairs) > 1 else ""
    return Observation(answer, paired_hits(corpus, pairs[:MOST], what), note or f"{what} differs")


def paired_hits(
    corpus: Corpus, pairs: Iterable[tuple[Said[Value], Said[Value]]], what: str
) -> tuple[Hit, ...]:
    """Both places of each pair, one after the other."""
    hits: dict[Hit, None] = {}
    for one, other in pairs:
        hits.setdefault(corpus.hit(one.start, one.end, f"{what}: said here"))
        hits.setdefault(corpus.hit(other.start, other.end, f"{what}: said otherwise here"))
    return tuple(hits)

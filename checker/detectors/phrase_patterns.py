"""Phrases as rules write them, matched on words and not on characters.

The same little language as in :mod:`.terms`: words; ``fail*`` for any ending; ``*`` for any
one word; ``...`` for up to six words; ``<number>`` for figures; and here also ``a|b`` for
either word.  A list of ``rules/phrases.yaml`` may stand for a whole entry (``<family>``).
Matching starts from an index of the draft's words, so two hundred phrases cost little more
than two, and no phrase that a rule holds can be slow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .corpus import Corpus
from .folding import fold, words_of
from .terms import expand

ANY = "*"
GAP = "..."
NUMBER = "<number>"
_WIDEST_GAP = 6
_MOST_GAPS = 2


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a phrase: the forms it may have."""

    exact: frozenset[str]
    beginnings: tuple[str, ...] = ()
    figures: bool = False

    def fits(self, word: str) -> bool:
        """Whether a folded word is one of the forms."""
        if word in self.exact or (self.figures and word.isdigit()):
            return True
        return bool(self.beginnings) and word.startswith(self.beginnings)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready for matching."""

    source: str
    parts: tuple[_Word | str, ...]
    """Words, ``ANY`` or ``GAP``."""


@lru_cache(maxsize=4096)
def phrase(source: str) -> Phrase:
    """Read one phrase.  Raises ValueError for one that begins or ends with a gap, or has three."""
    parts: list[_Word | str] = []
    for piece in source.replace("-", " ").split():
        if piece in (ANY, GAP):
            parts.append(piece)
            continue
        if piece == NUMBER:
            parts.append(_Word(frozenset(), figures=True))
            continue
        forms = piece.split("|")
        exact = [fold(form) for form in forms if not form.endswith("*")]
        beginnings = [fold(form[:-1]) for form in forms if form.endswith("*")]
        for form in (*exact, *beginnings):
            if words_of(form) != [form]:
                raise ValueError(f"`{piece}` in `{source}` is no single word")
        parts.append(_Word(frozenset(exact), tuple(beginnings)))
    if not parts or isinstance(parts[0], str) or parts[-1] == GAP or parts[0].figures:
        raise ValueError(f"`{source}` must begin and end with a word")
    if parts.count(GAP) > _MOST_GAPS:
        raise ValueError(f"`{source}` has more than {_MOST_GAPS} gaps")
    return Phrase(source, tuple(parts))


def phrases_of(terms: Iterable[str]) -> tuple[Phrase, ...]:
    """Phrases from the terms of a rule, named lists written out.  Raises ValueError as `phrase`."""
    return tuple(phrase(term) for term in expand(terms))


class PhraseFinder:
    """Looks phrases up in one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._vocabulary = sorted(corpus.index)

    def find(self, wanted: Iterable[Phrase]) -> Iterator[tuple[Phrase, int, int]]:
        """Each place where a phrase stands: the positions of its first and last word."""
        for one in wanted:
            for at in self._starts(one.parts):
                last = self._reach(one.parts, 1, at)
                if last is not None:
                    yield one, at, last

    def _starts(self, parts: Sequence[_Word | str]) -> Iterator[int]:
        """Where a phrase may begin: led there by the rarest of its words before any gap.

        "was inevitable" costs as much as "inevitable" occurs, and not as much as "was".
        """
        rarest: tuple[int, int, list[str]] | None = None
        gapped = False
        for offset, part in enumerate(parts):
            if isinstance(part, str):
                gapped = gapped or part == GAP
                continue
            if part.figures:
                continue
            forms = list(self._forms(part))
            count = sum(len(self._corpus.index[form]) for form in forms)
            if not count:
                return
            if not gapped and (rarest is None or count < rarest[0]):
                rarest = count, offset, forms
        first = parts[0]
        if rarest is None or isinstance(first, str):
            return
        _, offset, forms = rarest
        for form in forms:
            for at in self._corpus.index[form]:
                if at >= offset and first.fits(self._corpus.words[at - offset]):
                    yield at - offset

    def _forms(self, word: _Word) -> Iterator[str]:
        """The words of the draft that fit a word of a phrase."""
        yield from (form for form in sorted(word.exact) if form in self._corpus.index)
        for beginning in word.beginnings:
            at = bisect_left(self._vocabulary, beginning)
            while at < len(self._vocabulary) and self._vocabulary[at].startswith(beginning):
                if self._vocabulary[at] not in word.exact:
                    yield self._vocabulary[at]
                at += 1

    def _reach(self, parts: Sequence[_Word | str], part: int, at: int) -> int | None:
        """The position of the last word if the rest of a phrase follows ``at``, else None."""
        if part == len(parts):
            return at
        wanted = parts[part]
        if wanted == GAP:
            for step in range(_WIDEST_GAP + 1):
                if step and not self._follows(at + step):
                    return None
                found = self._reach(parts, part + 1, at + step)
                if found is not None:
                    return found
            return None
        if not self._follows(at + 1):
            return None
        if isinstance(wanted, _Word) and not wanted.fits(self._corpus.words[at + 1]):
            return None
        return self._reach(parts, part + 1, at + 1)

    def _follows(self, at: int) -> bool:
        return at < len(self._corpus.words) and self._corpus.adjacent(at)

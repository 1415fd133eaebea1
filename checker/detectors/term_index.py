"""Which paragraphs can have a term at all, told from the index of words.

Most terms that rules look for stand nowhere in a draft, and to learn that by searching costs
a reading of the whole text for each.  The index of words answers it at once.  Its answer is
never too narrow: a paragraph that it leaves out has none of the terms, one that it names may
have one, and is searched.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from ..document.content import Paragraph
from .base import Look
from .corpus import Corpus, corpus_of
from .folding import fold
from .terms import expand, plain

_WORD = re.compile(r"[a-z]+\*?")
_FEW = 30
_Run = tuple[str, ...]


@lru_cache(maxsize=4096)
def _runs(terms: tuple[str, ...]) -> frozenset[_Run] | None:
    """Of each term the longest run of plain words; None if one of the terms has no such word."""
    found: set[_Run] = set()
    for term in expand(terms):
        runs: list[list[str]] = [[]]
        for word in (
            plain(term).replace("-", " ").split() if "<" not in term else plain(term).split()
        ):
            if _WORD.fullmatch(word):
                runs[-1].append(word)
            else:
                runs.append([])
        longest = max(runs, key=len)
        if not longest:
            return None
        found.add(tuple(longest))
    return frozenset(found)


class TermIndex:
    """Answers for one draft; every answer is kept."""

    def __init__(self, look: Look) -> None:
        self._corpus: Corpus = corpus_of(look)
        self._vocabulary = sorted(self._corpus.index)
        self._parts: dict[str, set[str]] = {}
        """Each part of a word with an apostrophe -> the folded words that have it."""
        for spelling in self._corpus.apostrophes:
            for part in spelling.lower().split("'"):
                self._parts.setdefault(fold(part), set()).add(fold(spelling))
        self._rows = _rows(look.document.paragraphs)
        self._always = frozenset(
            index
            for passage in self._corpus.passages
            if passage.paragraph is not None and passage.normal.offsets is not None
            for index in self._with_row(passage.paragraph)
        )
        """Paragraphs with marks that the index does not show: they are always searched."""
        self._owners: list[int] = []
        """For each word the number of the passage that it stands in."""
        for number, passage in enumerate(self._corpus.passages):
            first, end = self._corpus.range_of(passage)
            self._owners += [number] * (end - first)
        self._known: dict[tuple[str, ...], frozenset[int] | None] = {}

    def paragraphs(self, terms: Iterable[str]) -> frozenset[int] | None:
        """Indices of the paragraphs that can have one of the terms; None if that cannot be told.

        A row of a table counts as one: what one of its cells may have, all of them may.
        """
        wanted = tuple(terms)
        if wanted not in self._known:
            runs = _runs(wanted)
            self._known[wanted] = None if runs is None else self._always | self._having(runs)
        return self._known[wanted]

    def among(self, indices: Sequence[int], groups: Iterable[Iterable[str]]) -> Iterator[int]:
        """Those of some paragraphs that can have a term of every group, in their order.

        The first few are all given: what is common is found in them sooner than in the index.
        """
        yield from indices[:_FEW]
        rest = indices[_FEW:]
        for group in groups if rest else ():
            may = self.paragraphs(group)
            if may is not None:
                rest = [index for index in rest if index in may]
        yield from rest

    def _having(self, runs: Iterable[_Run]) -> frozenset[int]:
        corpus = self._corpus
        numbers: set[int] = set()
        for run in runs:
            numbers.update(map(self._owners.__getitem__, self._places(run)))
        found = (corpus.passages[number].paragraph for number in numbers)
        return frozenset(i for one in found if one is not None for i in self._with_row(one))

    def _places(self, run: _Run) -> Iterator[int]:
        """Where the words of a run stand side by side, whatever parts them."""
        words, index = self._corpus.words, self._corpus.index
        forms: list[Collection[str]] = []
        for word in run:
            forms.append(self._forms(word))
            if not forms[-1]:
                return
        if len(run) == 1:
            yield from (at for form in forms[0] for at in index[form])
            return
        counts = [sum(len(index[form]) for form in one) for one in forms]
        rarest = counts.index(min(counts))
        for at in (at for form in forms[rarest] for at in index[form]):
            first = at - rarest
            if first >= 0 and all(
                first + n < len(words) and words[first + n] in one for n, one in enumerate(forms)
            ):
                yield at

    def _forms(self, word: str) -> Collection[str]:
        """The words of the draft that a word of a term can be, or be part of."""
        if not word.endswith("*"):
            own = {word} if word in self._corpus.index else set[str]()
            return own | self._parts.get(word, set())
        beginning = word[:-1]
        found = {w for part, ws in self._parts.items() if part.startswith(beginning) for w in ws}
        at = bisect_left(self._vocabulary, beginning)
        while at < len(self._vocabulary) and self._vocabulary[at].startswith(beginning):
            found.add(self._vocabulary[at])
            at += 1
        return found

    def _with_row(self, paragraph: Paragraph) -> Sequence[int]:
        if paragraph.in_table is None:
            return (paragraph.index,)
        return self._rows[paragraph.in_table[:2]]


def _rows(paragraphs: Iterable[Paragraph]) -> dict[tuple[int, int], list[int]]:
    found: dict[tuple[int, int], list[int]] = {}
    for paragraph in paragraphs:
        if paragraph.in_table is not None:
            found.setdefault(paragraph.in_table[:2], []).append(paragraph.index)
    return found


def term_index(look: Look) -> TermIndex:
    """The index of a draft, made on first use."""
    found: TermIndex = look.once("term-index", lambda: TermIndex(look))
    return found

"""Where the listed names stand in a draft, in any form, and how sure that is.

A full name is certain wherever it stands.  One part of it is certain too, unless the word
is also an everyday word, a pseudonym, or part of a name that may be printed: then a person
has to look.  Being unsure is not being silent, and being silent about ``will`` and ``may``
is what keeps the rest readable.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document.place import Story
from .disguises import Disguises
from .finds import Find
from .name_index import FEW, NameIndex
from .words import folded

_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_MONTHS_AND_NAMES = frozenset({"by", "from", "to", "of", "and", "or", "between", "that"})
_CHANCE = 2
"""Everyday words, written small, that may stand side by side without being somebody's name."""


class NameSearch:
    """One search of a corpus for listed names."""

    def __init__(self, known: NameIndex) -> None:
        self.known, self.corpus = known, known.corpus

    def finds(self) -> Iterator[Find]:
        """Everything found, overlapping finds included."""
        yield from self._parts()
        yield from Disguises(self.known).finds()

    # --- parts of names, alone and side by side ------------------------------------------
    def _parts(self) -> Iterator[Find]:
        positions = sorted(
            at for part in self.known.owners for at in self.corpus.index.get(part, ())
        )
        doubtful: dict[str, list[Find]] = {}
        for run in self._runs(positions):
            if len(run) > 1 and self._one_person(run):
                yield from self._together(run)
                continue
            for at in run:
                find, proves_little = self._alone(at)
                if find is not None and proves_little:
                    doubtful.setdefault(self.corpus.words[at], []).append(find)
                elif find is not None:
                    yield find
        for found in doubtful.values():
            more = f"; so are {len(found) - FEW} more places" if len(found) > FEW else ""
            yield from (Find(f.start, f.end, False, f.note + more) for f in found[:FEW])

    def _runs(self, positions: Sequence[int]) -> Iterator[list[int]]:
        """Positions that follow one another, a middle initial between them allowed."""
        run: list[int] = []
        for at in positions:
            if run and not self._next_to(run[-1], at):
                yield run
                run = []
            run.append(at)
        if run:
            yield run

    def _next_to(self, first: int, second: int) -> bool:
        corpus = self.corpus
        if second - first == 1:
            between = corpus.text[corpus.ends[first] : corpus.starts[second]]
            return corpus.adjacent(second) or between == ", "
        if second - first == 2 and len(corpus.words[first + 1]) == 1:
            return corpus.starts[second] - corpus.ends[first] <= 4 and corpus.adjacent(first + 1)
        return False

    def _one_person(self, run: Sequence[int]) -> bool:
        """Whether two different words of a run are parts of one listed name."""
        words = [self.corpus.words[at] for at in run]
        owners = [set(self.known.owners[word]) for word in words]
        return any(
            words[i] != words[j] and owners[i] & owners[j]
            for i in range(len(words))
            for j in range(i + 1, len(words))
        )

    def _together(self, run: Sequence[int]) -> Iterator[Find]:
        corpus = self.corpus
        capital = any(corpus.capital(at) for at in run)
        ordinary = all(self.known.ordinary(corpus.words[at]) for at in run)
        if (
            not capital
            and ordinary
            and not self.known.machine(corpus.passage_at(corpus.starts[run[0]]))
            and len(set(run)) <= _CHANCE
        ):
            return
        who = self.known.who(corpus.words[run[0]])
        start, end = corpus.starts[run[0]], corpus.ends[run[-1]]
        printable = self.known.public_at.issuperset(run)
        yield Find(start, end, (capital or not ordinary) and not printable, f"a full name of {who}")

    def _alone(self, at: int) -> tuple[Find | None, bool]:
        """One part by itself: a find if there is one, and whether it proves little."""
        corpus, word = self.corpus, self.corpus.words[at]
        if at in self.known.public_at or self._is_date(at):
            return None, False
        passage = corpus.passage_at(corpus.starts[at])
        capital, machine = corpus.capital(at), self.known.machine(passage)
        ordinary = self.known.ordinary(word)
        if word in self.known.pseudonyms:
            return self._find(at, "is both a listed name and a pseudonym"), True
        if not capital and ordinary:
            return None, False
        if passage.story is Story.STYLE and ordinary:
            return None, False
        if not capital and not machine:
            return self._find(at, "is a listed name, written small"), True
        if word in self.known.public_words:
            return self._find(at, "is a listed name, and part of a name that may be printed"), True
        unclear = machine or corpus.begins_sentence(at) or self._shouted(at) or self._thing(at)
        if ordinary and unclear:
            return self._find(at, "is a listed name, and an everyday word"), True
        if self._somebody_else(at, ordinary=ordinary):
            return self._find(at, "is a listed name, and may be part of another"), False
        return Find(
            corpus.starts[at], corpus.ends[at], True, f"a name of {self.known.who(word)}"
        ), False

    def _find(self, at: int, note: str) -> Find:
        return Find(self.corpus.starts[at], self.corpus.ends[at], False, f"the word {note}")

    def _shouted(self, at: int) -> bool:
        """All capitals around: there a capital says nothing."""
        near = [n for n in (at - 1, at, at + 1) if 0 <= n < len(self.corpus.words)]
        return len(near) > 1 and all(self.corpus.shown(n).isupper() for n in near)

    def _is_date(self, at: int) -> bool:
        corpus = self.corpus
        if corpus.words[at] not in folded("months"):
            return False
        near = [n for n in (at - 1, at + 1) if 0 <= n < len(corpus.words)]
        before = corpus.words[at - 1] if corpus.adjacent(at) else ""
        return before in folded("before_months") or any(corpus.words[n].isdigit() for n in near)

    def _thing(self, at: int) -> bool:
        """Perhaps no person: behind an article ("the Will"), or perhaps a month ("by May")."""
        before = self.corpus.words[at - 1] if self.corpus.adjacent(at) else ""
        month = self.corpus.words[at] in folded("months")
        return before in _ARTICLES or (month and before in _BEFORE_MONTHS_AND_NAMES)

    def _somebody_else(self, at: int, *, ordinary: bool) -> bool:
        """A common name beside a capitalised word that is no part of a listed one."""
        corpus, word = self.corpus, self.corpus.words[at]
        forename = word in folded("forenames")
        if not ordinary and not forename:
            return False
        after = at + 1 < len(corpus.words) and corpus.adjacent(at + 1) and self._foreign(at + 1)
        cited = corpus.text[corpus.ends[at] : corpus.ends[at] + 8].lstrip(" ,(")
        if after or cited[:4].isdigit() or cited.startswith("et al"):
            return True
        before = corpus.adjacent(at) and self._foreign(at - 1)
        return before and (
            not corpus.begins_sentence(at - 1) or corpus.words[at - 1] in folded("forenames")
        )

    def _foreign(self, at: int) -> bool:
        word = self.corpus.words[at]
        if not self.corpus.capital(at) or len(word) < 2:
            return False
        known = folded("titles") | folded("ranks") | self.known.pseudonyms
        return word not in self.known.owners and word not in known

"""Where the listed names stand in a draft, in any form, and how sure that is.

A full name is certain wherever it stands.  One part of it is certain too, unless the word
is also an everyday word, a pseudonym, or part of a name that may be printed: then a person
has to look.  Being unsure is not being silent, and being silent about ``will`` and ``may``
is what keeps the rest readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..document.place import Story
from .corpus import FILE_NAME, Corpus, Passage
from .finds import Find
from .folding import fold, humps, words_of
from .lookalikes import SHORTEST, Lookalikes
from .people import ListedName
from .words import folded

_MACHINE = frozenset(
    {
        Story.PROPERTY, Story.PICTURE, Story.HYPERLINK, Story.BOOKMARK, Story.PART_NAME,
        Story.PEOPLE, Story.AUTHOR, Story.CUSTOM_XML, Story.SETTING, Story.STYLE,
        Story.FIELD_CODE, Story.FORM, Story.OTHER,
    }
)  # fmt: skip
_FEW = 3  # of a word that proves little, this many places are shown and the rest counted


@dataclass
class NameSearch:
    """One search of a corpus for listed names."""

    corpus: Corpus
    names: Sequence[ListedName]
    pseudonyms: frozenset[str]
    """Folded words that the draft uses as pseudonyms."""
    public: Sequence[tuple[str, ...]]
    """Names that may be printed, as folded words."""
    _owners: dict[str, list[ListedName]] = field(default_factory=dict[str, list[ListedName]])
    _public_at: frozenset[int] = frozenset()
    _public_words: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for name in self.names:
            for part in name.parts():
                self._owners.setdefault(part, []).append(name)
        own = {name.words for name in self.names}
        may_be_printed = [words for words in self.public if words not in own]
        self._public_at = frozenset(
            at
            for words in may_be_printed
            if len(words) > 1
            for start in sequences(self.corpus, words)
            for at in range(start, start + len(words))
        )
        self._public_words = frozenset(word for words in may_be_printed for word in words)

    def finds(self) -> Iterator[Find]:
        """Everything found, overlapping finds included."""
        yield from self._parts()
        yield from self._longer()
        yield from self._humped()
        yield from self._joined()
        yield from self._spaced()
        yield from self._initials()
        yield from self._misspelt()

    # --- parts of names, alone and side by side ------------------------------------------
    def _parts(self) -> Iterator[Find]:
        positions = sorted(at for part in self._owners for at in self.corpus.index.get(part, ()))
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
            more = f"; so are {len(found) - _FEW} more places" if len(found) > _FEW else ""
            yield from (Find(f.start, f.end, False, f.note + more) for f in found[:_FEW])

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
        owners = [set(self._owners[word]) for word in words]
        return any(
            words[i] != words[j] and owners[i] & owners[j]
            for i in range(len(words))
            for j in range(i + 1, len(words))
        )

    def _together(self, run: Sequence[int]) -> Iterator[Find]:
        corpus = self.corpus
        capital = any(corpus.capital(at) for at in run)
        ordinary = all(self._ordinary(corpus.words[at]) for at in run)
        if not capital and ordinary and not self._machine(corpus.passage_at(corpus.starts[run[0]])):
            return
        who = self._who(corpus.words[run[0]])
        start, end = corpus.starts[run[0]], corpus.ends[run[-1]]
        printable = self._public_at.issuperset(run)
        yield Find(start, end, (capital or not ordinary) and not printable, f"a full name of {who}")

    def _alone(self, at: int) -> tuple[Find | None, bool]:
        """One part by itself: a find if there is one, and whether it proves little."""
        corpus, word = self.corpus, self.corpus.words[at]
        if at in self._public_at or self._is_date(at):
            return None, False
        passage = corpus.passage_at(corpus.starts[at])
        capital, machine = corpus.capital(at), self._machine(passage)
        ordinary = self._ordinary(word)
        if word in self.pseudonyms:
            return self._find(at, "is both a listed name and a pseudonym"), True
        if not capital and ordinary:
            return None, False
        if passage.story is Story.STYLE and ordinary:
            return None, False
        if not capital and not machine:
            return self._find(at, "is a listed name, written small"), True
        if word in self._public_words:
            return self._find(at, "is a listed name, and part of a name that may be printed"), True
        if ordinary and (machine or corpus.begins_sentence(at) or self._shouted(at)):
            return self._find(at, "is a listed name, and an everyday word"), True
        if self._somebody_else(at, ordinary=ordinary):
            return self._find(at, "is a listed name, and may be part of another"), False
        return Find(corpus.starts[at], corpus.ends[at], True, f"a name of {self._who(word)}"), False

    def _find(self, at: int, note: str) -> Find:
        return Find(self.corpus.starts[at], self.corpus.ends[at], False, f"the word {note}")

    def _who(self, word: str) -> str:
        return " or ".join(dict.fromkeys(name.who for name in self._owners[word]))

    def _ordinary(self, word: str) -> bool:
        """An everyday word: on the list, or mostly written small in this very draft."""
        if word in folded("ordinary"):
            return True
        small = self.corpus.small(word)
        return small >= _FEW and small >= len(self.corpus.capitals.get(word, ()))

    def _machine(self, passage: Passage) -> bool:
        return passage.story in _MACHINE or passage.label == FILE_NAME

    def _shouted(self, at: int) -> bool:
        """All capitals around: there a capital says nothing."""
        near = [n for n in (at - 1, at, at + 1) if 0 <= n < len(self.corpus.words)]
        return len(near) > 1 and all(self.corpus.shown(n).isupper() for n in near)

    def _is_date(self, at: int) -> bool:
        corpus = self.corpus
        if corpus.words[at] not in folded("months"):
            return False
        near = [n for n in (at - 1, at + 1) if 0 <= n < len(corpus.words)]
        return any(corpus.words[n].isdigit() for n in near)

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
        known = folded("titles") | folded("ranks") | self.pseudonyms
        return word not in self._owners and word not in known

    def _longer(self) -> Iterator[Find]:
        """``the Halloranes``, or a name that has run into the next word."""
        corpus = self.corpus
        plain = folded("ordinary") | folded("forenames")
        parts = [part for part in self._owners if len(part) >= SHORTEST]
        for word, places in corpus.capitals.items():
            for part in parts:
                rest = word.removeprefix(part)
                if rest in ("", word) or word in self.pseudonyms or word in self._owners:
                    continue
                plural = rest in ("s", "es") and part not in folded("ordinary")
                if plural or (len(part) > SHORTEST and part not in plain and word not in plain):
                    note = f"a name of {self._who(part)}, with more behind it"
                    for at in places:
                        yield Find(corpus.starts[at], corpus.ends[at], plural, note)

    # --- disguises -----------------------------------------------------------------------
    def _humped(self) -> Iterator[Find]:
        for at in self.corpus.humped:
            shown = self.corpus.shown(at)
            parts = [fold(shown[a:b]) for a, b in humps(shown)]
            known = [part for part in parts if part in self._owners]
            if not known or parts[0] in ("mc", "mac"):
                continue
            passage = self.corpus.passage_at(self.corpus.starts[at])
            sure = len(set(known)) > 1 or (self._machine(passage) and not self._ordinary(known[0]))
            note = f"a name of {self._who(known[0])}, run together with another word"
            yield Find(self.corpus.starts[at], self.corpus.ends[at], sure, note)

    def _joined(self) -> Iterator[Find]:
        corpus = self.corpus
        for name in self.names:
            for made in name.joined():
                for at in corpus.index.get(made, ()):
                    start, end = corpus.starts[at], corpus.ends[at]
                    address = (
                        corpus.text[end : end + 1] in ("@", "_") or corpus.text[start - 1] == "\\"
                    )
                    if address or self._machine(corpus.passage_at(start)):
                        yield Find(start, end, True, f"a name of {name.who}, run together")

    def _spaced(self) -> Iterator[Find]:
        """``S M I T H``: single letters in a row."""
        corpus, run = self.corpus, list[int]()
        singles = sorted(
            at for word, found in corpus.index.items() if len(word) == 1 for at in found
        )
        for at in [*singles, -1]:
            if run and (at != run[-1] + 1 or not corpus.adjacent(at, most=1)):
                yield from self._spelt(run)
                run = []
            run.append(at)

    def _spelt(self, run: Sequence[int]) -> Iterator[Find]:
        word = "".join(self.corpus.words[at] for at in run)
        if len(word) > 3 and any(part in word for part in self._owners if len(part) > 3):
            start, end = self.corpus.starts[run[0]], self.corpus.ends[run[-1]]
            yield Find(start, end, True, "a listed name, its letters set apart")

    def _initials(self) -> Iterator[Find]:
        for name in self.names:
            initials = name.initials()
            if not initials:
                continue
            note = f"may be the initials of {name.who}"
            if initials not in folded_upper("acronyms") and not self._defined(initials):
                for at in self.corpus.capitals.get(initials.lower(), ()):
                    if self.corpus.shown(at) == initials:
                        yield Find(self.corpus.starts[at], self.corpus.ends[at], False, note)
            for start, end in self._dotted(initials):
                yield Find(start, end, False, note)

    def _defined(self, initials: str) -> bool:
        """Whether the draft explains the capitals: ``(ABC)``, or a glossary's cell."""
        corpus = self.corpus
        for at in corpus.capitals.get(initials.lower(), ()):
            start, end = corpus.starts[at], corpus.ends[at]
            if corpus.text[start - 1] == "(" and corpus.text[end : end + 1] == ")":
                return True
            passage = corpus.passage_at(start)
            if (
                passage.paragraph
                and passage.paragraph.in_table
                and passage.text.strip() == initials
            ):
                return True
        return False

    def _dotted(self, initials: str) -> Iterator[tuple[int, int]]:
        corpus = self.corpus
        for at in corpus.capitals.get(initials[0].lower(), ()):
            run = range(at, min(at + len(initials), len(corpus.words)))
            if "".join(corpus.shown(n) for n in run) != initials:
                continue
            gaps = [corpus.text[corpus.ends[n] : corpus.starts[n + 1]] for n in run[:-1]]
            if all(gap in (".", ". ") for gap in gaps):
                yield corpus.starts[at], corpus.ends[run[-1]]

    def _misspelt(self) -> Iterator[Find]:
        corpus = self.corpus
        near = Lookalikes(part for part in self._owners if part not in folded("ordinary"))
        known = self.pseudonyms | self._public_words | folded("ordinary") | folded("forenames")
        for word, places in corpus.capitals.items():
            if word in self._owners or word in known or corpus.small(word):
                continue
            name = near.nearest(word)
            if name is not None:
                note = f"one letter away from a name of {self._who(name)}"
                for at in places[:_FEW]:
                    yield Find(corpus.starts[at], corpus.ends[at], False, note)


def folded_upper(name: str) -> frozenset[str]:
    """A list of capitals as capitals."""
    return frozenset(word.upper() for word in folded(name))


def sequences(corpus: Corpus, words: Sequence[str]) -> Iterator[int]:
    """Positions at which words stand side by side, in this order."""
    for at in corpus.index.get(words[0], ()):
        if tuple(corpus.words[at : at + len(words)]) == tuple(words) and all(
            corpus.adjacent(n) for n in range(at + 1, at + len(words))
        ):
            yield at


def folded_names(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Names as folded words, without those that have none."""
    return [tuple(found) for found in (words_of(name) for name in names) if found]

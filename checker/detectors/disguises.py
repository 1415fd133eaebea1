"""Listed names in disguise: run together, spelt out, shortened, misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .finds import Find
from .folding import fold, humps
from .lookalikes import SHORTEST, Lookalikes
from .name_index import FEW, NameIndex
from .words import folded

_LONGEST = 40  # letters; no name is longer


class Disguises:
    """One search of a corpus for names that are not written as names are."""

    def __init__(self, known: NameIndex) -> None:
        self.known, self.corpus = known, known.corpus

    def finds(self) -> Iterator[Find]:
        """Everything found, overlapping finds included."""
        yield from self._longer()
        yield from self._humped()
        yield from self._joined()
        yield from self._spaced()
        yield from self._initials()
        yield from self._misspelt()

    def _longer(self) -> Iterator[Find]:
        """``the Halloranes``, or a name that has run into the next word."""
        corpus, owners = self.corpus, self.known.owners
        plain = folded("ordinary") | folded("forenames")
        for word, places in corpus.capitals.items():
            if word in self.known.pseudonyms or word in owners:
                continue
            yield from self._family(word, places)
            for cut in range(SHORTEST, min(len(word), _LONGEST)):
                part, rest = word[:cut], word[cut:]
                if part not in owners:
                    continue
                plural = rest in ("s", "es") and part not in folded("ordinary")
                if plural or (len(part) > SHORTEST and part not in plain and word not in plain):
                    note = f"a name of {self.known.who(part)}, with more behind it"
                    for at in places:
                        yield Find(corpus.starts[at], corpus.ends[at], plural, note)

    def _family(self, word: str, places: Sequence[int]) -> Iterator[Find]:
        """``the Kaurs``, ``the Youngs``: a short or everyday surname, said of a household."""
        corpus = self.corpus
        for ending in ("es", "s"):
            part = word.removesuffix(ending)
            if part != word and len(part) > 1 and part in self.known.owners:
                note = f"may be a name of {self.known.who(part)}, said of several people"
                for at in places:
                    if at and corpus.words[at - 1] == "the" and corpus.adjacent(at):
                        yield Find(corpus.starts[at], corpus.ends[at], False, note)

    def _humped(self) -> Iterator[Find]:
        for at in self.corpus.humped:
            shown = self.corpus.shown(at)
            parts = [fold(shown[a:b]) for a, b in humps(shown)]
            known = [part for part in parts if part in self.known.owners]
            if not known or parts[0] in ("mc", "mac"):
                continue
            sure = len(set(known)) > 1 or (
                self.known.machine_at(at) and not self.known.ordinary(known[0])
            )
            note = f"a name of {self.known.who(known[0])}, run together with another word"
            yield Find(self.corpus.starts[at], self.corpus.ends[at], sure, note)

    def _joined(self) -> Iterator[Find]:
        corpus = self.corpus
        plain = folded("ordinary") | folded("forenames") | self.known.public_words
        for name in self.known.names:
            whole = frozenset(name.run_together()) - plain
            note = f"a name of {name.who}, run together"
            for made in name.joined():
                for at in corpus.index.get(made, ()):
                    sure = self.known.machine_at(at) or self._in_address(at)
                    if sure or (made in whole and made not in self.known.owners):
                        yield Find(corpus.starts[at], corpus.ends[at], sure, note)

    def _in_address(self, at: int) -> bool:
        """``jsmith@``, ``jsmith82@``, ``\\\\jsmith``, ``.com/jsmith``, ``@jsmith``."""
        corpus = self.corpus
        last = at + 1 if at + 1 < len(corpus.words) and not corpus.gaps[at + 1] else at
        behind = corpus.text[corpus.ends[last] : corpus.ends[last] + 1]
        before = corpus.text[max(0, corpus.starts[at] - 1) : corpus.starts[at]]
        return behind in ("@", "_") or before in ("\\", "/", "@")

    def _spaced(self) -> Iterator[Find]:
        """``S M I T H``: single letters in a row."""
        corpus, run = self.corpus, list[int]()
        singles = sorted(
            at for word, found in corpus.index.items() if len(word) == 1 for at in found
        )
        for at in [*singles, -1]:
            if run and (at != run[-1] + 1 or not corpus.adjacent(at)):
                yield from self._spelt(run)
                run = []
            run.append(at)

    def _spelt(self, run: Sequence[int]) -> Iterator[Find]:
        word = "".join(self.corpus.words[at] for at in run)
        longer = len(word) > 3 and any(p in word for p in self.known.owners if len(p) > 3)
        if longer or (len(word) > 2 and word in self.known.owners):
            start, end = self.corpus.starts[run[0]], self.corpus.ends[run[-1]]
            yield Find(start, end, True, "a listed name, its letters set apart")

    def _initials(self) -> Iterator[Find]:
        for name in self.known.names:
            note = f"may be the initials of {name.who}"
            for initials in sorted(name.initials()):
                term = initials in folded_upper("acronyms") or self._defined(initials)
                for at in self.corpus.capitals.get(initials.lower(), ()):
                    shown = self.corpus.shown(at)
                    bare = shown.removesuffix("'s").removesuffix("'S")
                    # "MH" is mental health; "MH's" is somebody.
                    if bare.isupper() and (bare != shown or not term):
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
            shown = "".join(corpus.shown(n) for n in run)
            if not shown.isupper() or "".join(corpus.words[n] for n in run) != initials.lower():
                continue
            gaps = {corpus.gaps[n] for n in run[1:]}
            # "A" and "I" are words of their own.
            loose = gaps == {" "} and (len(initials) > 2 or not {"A", "I"} & set(initials))
            if loose or gaps <= {".", ". "}:
                yield corpus.starts[at], corpus.ends[run[-1]]

    def _misspelt(self) -> Iterator[Find]:
        corpus = self.corpus
        near = Lookalikes(self.known.owners)
        known = self.known.pseudonyms | self.known.public_words
        known = known.union(*map(folded, ("ordinary", "forenames", "public_words", "months")))
        for word, places in corpus.capitals.items():
            if word in self.known.owners or word in known or corpus.small(word):
                continue
            name = near.nearest(word)
            if name is None:
                continue
            note = f"one letter away from a name of {self.known.who(name)}"
            # Where any word has a capital, an everyday name has too many neighbours.
            weak = name in folded("ordinary") or len(word) < SHORTEST
            shown = [at for at in places if not (weak and corpus.begins_sentence(at))]
            yield from (Find(corpus.starts[at], corpus.ends[at], False, note) for at in shown[:FEW])


def folded_upper(name: str) -> frozenset[str]:
    """A list of capitals as capitals."""
    return frozenset(word.upper() for word in folded(name))

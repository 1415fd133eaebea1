"""Detectors of names that no list has: titles, ranks, forenames, schools, surgeries, roads.

Nobody can be certain of these, so they are only ever a question.  What would make the list
useless is length, so everything that the draft may name is taken out first: its
pseudonyms, the panel, agencies, places and the months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from ...schemas.common import Strict
from ..document.place import Story
from .base import SUSPECTED, Look, Observation, detector
from .corpus import Corpus, corpus_of
from .declared import printable_names, pseudonyms_likely
from .finds import Find, observation, without_overlaps
from .folding import words_of
from .name_index import folded_names, sequences
from .names import listed_name_finds
from .people import listed_in
from .words import folded, phrases

_RARE = 3
"""A forename that stands this often or less, and is no pseudonym, may have slipped through."""
_NAMING = re.compile(r"\b(?:panel|author|chair)\b", re.I)
_SPOKEN_FOR = frozenset({Story.AUTHOR, Story.PEOPLE, Story.STYLE, Story.SETTING})
"""Where a pair of names is an author's or a font's: other checks speak of those."""
_AUTHORS = ("creator", "lastModifiedBy", "Manager")


class What(str, Enum):
    """What kind of name."""

    TITLED = "titled"
    """Mr, Dr, PC or the like with a capitalised word behind it."""
    FORENAME = "forename"
    """An everyday forename with a capitalised word behind it, or standing only a few times."""
    PLACE = "place"
    """A school, surgery or the like."""
    ROAD = "road"


class Settings(Strict):
    """Which kinds of name to look for."""

    kinds: tuple[What, ...]


@detector("unlisted-names", Settings, SUSPECTED)
def unlisted_names(look: Look, settings: Settings) -> Observation:
    """Names of people and places that nobody has listed, and that may identify somebody."""
    finds = [find for find in unlisted_finds(look) if find[0] in settings.kinds]
    ranked = sorted(finds, key=lambda one: (list(What).index(one[0]), one[1].start))
    return observation(corpus_of(look), without_overlaps(find for _, find in ranked))


def unlisted_finds(look: Look) -> list[tuple[What, Find]]:
    """Every find of any kind, worked out once for each draft."""
    found: list[tuple[What, Find]] = look.once(
        "unlisted-names", lambda: list(_Search(look).finds())
    )
    return found


class _Search:
    def __init__(self, look: Look) -> None:
        self.corpus = corpus_of(look)
        self.pseudonyms = pseudonyms_likely(look)
        self.public_words = folded("public_words") | folded("months") | folded("acronyms")
        printable = folded_names(printable_names(look))
        self.printable_words = frozenset(word for words in printable for word in words)
        taken = {
            at
            for words in printable
            for start in sequences(self.corpus, words)
            for at in range(start, start + len(words))
        }
        if listed_in(look):
            for find in listed_name_finds(look):
                first = self.corpus.word_at(find.start)
                taken.update(range(first, self.corpus.word_at(find.end - 1) + 1))
        self.taken = taken

    def finds(self) -> Iterator[tuple[What, Find]]:
        for what, at, last, note in (
            *self._titled(),
            *self._forenames(),
            *self._places(),
            *self._roads(),
        ):
            if self._worth_asking(what, at):
                yield what, Find(self.corpus.starts[at], self.corpus.ends[last], False, note)

    def _worth_asking(self, what: What, at: int) -> bool:
        passage = self.corpus.passage_at(self.corpus.starts[at])
        spoken_for = passage.story in _SPOKEN_FOR or passage.label.endswith(_AUTHORS)
        if what is What.FORENAME and spoken_for:
            return False
        return not any(_NAMING.search(title) for title in passage.place.heading_path)

    def _name_word(self, at: int) -> bool:
        """A capitalised word that is nobody's pseudonym, and no part of a body's name."""
        corpus = self.corpus
        if not 0 <= at < len(corpus.words) or at in self.taken:
            return False
        word, shown = corpus.words[at], corpus.shown(at)
        if len(word) < 2 or not shown[0].isupper() or (shown.isupper() and len(shown) < 4):
            return False
        return word not in self.pseudonyms and word not in self.public_words

    def _follows(self, at: int) -> bool:
        return at < len(self.corpus.words) and self.corpus.adjacent(at, most=2)

    def _after_title(self, at: int) -> int | None:
        """The position behind a title, its full stop skipped; None if no word follows."""
        corpus = self.corpus
        if at + 1 >= len(corpus.words):
            return None
        between = corpus.text[corpus.ends[at] : corpus.starts[at + 1]]
        return at + 1 if between in (" ", ". ") else None

    def _titled(self) -> Iterator[tuple[What, int, int, str]]:
        for title in folded("titles") | folded("ranks"):
            for at in self.corpus.capitals.get(title, ()):
                name = self._after_title(at)
                if name is not None and self._name_word(name) and not self._title_again(name):
                    last = (
                        name + 1 if self._follows(name + 1) and self._name_word(name + 1) else name
                    )
                    yield What.TITLED, at, last, "a title or rank with a name"

    def _title_again(self, at: int) -> bool:
        word = self.corpus.words[at]
        return word in folded("titles") or word in folded("ranks") or word in folded("particles")

    def _forenames(self) -> Iterator[tuple[What, int, int, str]]:
        corpus = self.corpus
        for forename in folded("forenames") - self.pseudonyms:
            places = [at for at in corpus.capitals.get(forename, ()) if self._name_word(at)]
            for at in places:
                ordinary = forename in folded("ordinary") or corpus.small(forename) > 0
                if self._follows(at + 1) and self._name_word(at + 1) and not self._heads(at):
                    yield What.FORENAME, at, at + 1, "reads like a forename and surname"
                elif len(places) <= _RARE and not ordinary and self._alone(at):
                    yield What.FORENAME, at, at, "a forename that is no declared pseudonym"

    def _heads(self, at: int) -> bool:
        """In a heading, capitals say little."""
        passage = self.corpus.passage_at(self.corpus.starts[at])
        return passage.paragraph is not None and passage.paragraph.heading is not None

    def _alone(self, at: int) -> bool:
        """No capitalised word beside it: not the first half of a law's or a body's name."""
        corpus = self.corpus
        if corpus.words[at] in self.printable_words:
            return False
        after = self._follows(at + 1) and corpus.capital(at + 1)
        before = (
            corpus.adjacent(at) and corpus.capital(at - 1) and not corpus.begins_sentence(at - 1)
        )
        return not after and not before

    def _places(self) -> Iterator[tuple[What, int, int, str]]:
        for words in phrases("identifying_places"):
            for at in sequences(self.corpus, words):
                if self.corpus.capital(at) and self.corpus.adjacent(at) and self._name_word(at - 1):
                    first = at - 1
                    if not self.corpus.begins_sentence(first):
                        yield (
                            What.PLACE,
                            first,
                            at + len(words) - 1,
                            "a named school, surgery or the like",
                        )

    def _roads(self) -> Iterator[tuple[What, int, int, str]]:
        corpus = self.corpus
        for road in folded("roads"):
            for at in corpus.capitals.get(road, ()):
                if (
                    not corpus.adjacent(at)
                    or not self._name_word(at - 1)
                    or corpus.begins_sentence(at - 1)
                ):
                    continue
                if not (self._follows(at + 1) and corpus.capital(at + 1)) and not self._heads(at):
                    yield What.ROAD, at - 1, at, "reads like the name of a road"


def suspected_names(look: Look) -> tuple[str, ...]:
    """The words of unlisted names that a report had better mask as well."""
    corpus: Corpus = corpus_of(look)
    found: dict[str, None] = {}
    for what, find in unlisted_finds(look):
        if what in (What.TITLED, What.FORENAME):
            words = words_of(corpus.text[find.start : find.end])
            found.setdefault(
                " ".join(w for w in words if w not in folded("titles") | folded("ranks"))
            )
    return tuple(name for name in found if name)

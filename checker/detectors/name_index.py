"""What a search for listed names has to know: whose each word is, and what else it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..document.place import Story
from .corpus import FILE_NAME, Corpus, Passage
from .folding import words_of
from .people import ListedName
from .words import folded

_MACHINE = frozenset(
    {
        *(Story.PROPERTY, Story.PICTURE, Story.HYPERLINK, Story.BOOKMARK, Story.PART_NAME),
        *(Story.PEOPLE, Story.AUTHOR, Story.CUSTOM_XML, Story.SETTING, Story.STYLE),
        *(Story.FIELD_CODE, Story.FORM, Story.OTHER),
    }
)
"""Stories that nobody writes prose in: there a small letter proves nothing."""
FEW = 3
"""Of a word that proves little, this many places are shown and the rest counted."""


@dataclass
class NameIndex:
    """The listed names, laid beside one corpus."""

    corpus: Corpus
    names: Sequence[ListedName]
    pseudonyms: frozenset[str]
    """Folded words that the draft uses as pseudonyms."""
    public: Sequence[tuple[str, ...]]
    """Names that may be printed, as folded words."""
    owners: dict[str, list[ListedName]] = field(default_factory=dict[str, list[ListedName]])
    """Each part of a listed name -> the names that have it."""
    public_at: frozenset[int] = frozenset()
    """Positions that are part of a whole name that may be printed."""
    public_words: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for name in self.names:
            for part in name.parts():
                self.owners.setdefault(part, []).append(name)
        own = {name.words for name in self.names}
        may_be_printed = [words for words in self.public if words not in own]
        self.public_at = frozenset(
            at
            for words in may_be_printed
            if len(words) > 1
            for start in sequences(self.corpus, words)
            for at in range(start, start + len(words))
        )
        self.public_words = frozenset(word for words in may_be_printed for word in words)

    def who(self, word: str) -> str:
        """Whose name a word is part of, in words that name nobody."""
        return " or ".join(dict.fromkeys(name.who for name in self.owners[word]))

    def ordinary(self, word: str) -> bool:
        """An everyday word: on the list, or mostly written small in this very draft."""
        if word in folded("ordinary"):
            return True
        small = self.corpus.small(word)
        return small >= FEW and small >= len(self.corpus.capitals.get(word, ()))

    def machine(self, passage: Passage) -> bool:
        """Whether a passage is no prose but a property, an address or the like."""
        return passage.story in _MACHINE or passage.label == FILE_NAME

    def machine_at(self, at: int) -> bool:
        """The same of the passage in which a word stands."""
        return self.machine(self.corpus.passage_at(self.corpus.starts[at]))


def sequences(corpus: Corpus, words: Sequence[str]) -> Iterator[int]:
    """Positions at which words stand side by side, in this order.

    Led there by the rarest of them: many names of bodies begin with a common word.
    """
    places = [corpus.index.get(word, ()) for word in words]
    offset = min(range(len(words)), key=lambda number: len(places[number]))
    for rare in places[offset]:
        at = rare - offset
        same = at >= 0 and corpus.words[at : at + len(words)] == list(words)
        if same and all(corpus.adjacent(n) for n in range(at + 1, at + len(words))):
            yield at


def folded_names(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Names as folded words, without those that have none."""
    return [tuple(found) for found in (words_of(name) for name in names) if found]

"""Words that differ from a name by one slip of the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

SHORTEST = 5
"""Letters of a name; in a shorter one a letter is too much to call it a slip."""


def _shorter(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


class Lookalikes:
    """Finds the name that a word is one letter added, left out, changed or swapped from."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(name for name in names if len(name) >= SHORTEST)
        self._longest = max(map(len, self._names), default=0) + 1
        self._by_shorter: dict[str, set[str]] = {}
        for name in self._names:
            for key in _shorter(name):
                self._by_shorter.setdefault(key, set()).add(name)

    def nearest(self, word: str) -> str | None:
        """The name that ``word`` misspells by one letter; None if none, or if it is a name."""
        if not SHORTEST - 1 <= len(word) <= self._longest or word in self._names:
            return None
        for key in _shorter(word):
            for name in sorted(self._by_shorter.get(key, ())):
                if OSA.distance(word, name, score_cutoff=1) == 1:
                    return name
        return None

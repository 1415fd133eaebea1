"""The word lists of ``rules/identities.yaml``, ready to be looked up.

They are data so that somebody who knows the field, and no Python, can add a title or an
acronym.  Words are folded once, here, in the same way as the words of a draft.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..errors import PackError
from ..vocabulary import vocabulary
from .folding import fold, words_of

LISTS = Path(__file__).resolve().parents[2] / "rules" / "identities.yaml"


def written(name: str) -> tuple[str, ...]:
    """One list as it is written.  Raises PackError if the file lacks it."""
    lists = vocabulary(LISTS).lists
    if name not in lists:
        raise PackError(f"there is no list `{name}`.", where="rules/identities.yaml")
    return lists[name]


@lru_cache(maxsize=64)
def folded(name: str) -> frozenset[str]:
    """The words of one list, folded for comparison."""
    return frozenset(fold(word) for word in written(name))


@lru_cache(maxsize=16)
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of one list, each as folded words."""
    return tuple(tuple(words_of(entry)) for entry in written(name))

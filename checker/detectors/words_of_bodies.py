"""Words that stand in the names of agencies, partnerships and posts everywhere.

What is left of "Northshire County Council" without them is the word by which the area is
known; and a run of capitalised words with one of them is no person's name.
"""

from __future__ import annotations

from functools import lru_cache

from .terms import expand


@lru_cache(maxsize=1)
def body_words() -> frozenset[str]:
    """The list ``body-word`` of ``rules/phrases.yaml``."""
    return frozenset(expand(("<body-word>",)))

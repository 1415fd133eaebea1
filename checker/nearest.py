"""The right word nearest to a wrong one, so that an error can propose it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

_LONGEST = 60  # a wrong word longer than this is no slip of the keyboard

# Everyday words, and the words of the case record that they may stand for, in that order.
_EVERYDAY: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("son", "daughter"), ("child", "relative")),
    **dict.fromkeys(("mother", "father"), ("parent", "relative")),
    **dict.fromkeys(("brother", "sister"), ("sibling", "relative")),
    **dict.fromkeys(("grandmother", "grandfather"), ("grandparent", "relative")),
    **dict.fromkeys(("grandson", "granddaughter"), ("grandchild", "relative")),
    **dict.fromkeys(("aunt", "uncle"), ("aunt-or-uncle", "relative")),
    **dict.fromkeys(("niece", "nephew"), ("niece-or-nephew", "relative")),
    **dict.fromkeys(("mother-in-law", "father-in-law"), ("parent-in-law", "relative")),
    **dict.fromkeys(("son-in-law", "daughter-in-law"), ("child-in-law", "relative")),
    **dict.fromkeys(("brother-in-law", "sister-in-law"), ("sibling-in-law", "relative")),
    **dict.fromkeys(("parent", "child", "sibling", "cousin", "family"), ("relative",)),
    **dict.fromkeys(("husband", "wife"), ("spouse",)),
    **dict.fromkeys(("ex-husband", "ex-wife"), ("ex-spouse",)),
    **dict.fromkeys(("boyfriend", "girlfriend", "cohabiting-partner"), ("partner",)),
    **dict.fromkeys(("ex-boyfriend", "ex-girlfriend"), ("ex-partner",)),
    **dict.fromkeys(("lodger", "flatmate", "housemate", "cohabitant"), ("flatmate", "household")),
    **dict.fromkeys(("woman", "girl", "f"), ("female",)),
    **dict.fromkeys(("man", "boy", "m"), ("male",)),
    **dict.fromkeys(("unknown", "unclear"), ("unclear", "not-known", "unascertained")),
}


def nearest(written: str, right: Sequence[str], *, at_least: float = 0.6) -> str:
    """The right word most like ``written``, or that begins with it; empty if none is near.

    ``at_least`` is how like it has to be, from 0 to 1 (the share of letters in common).
    """
    if len(written) > _LONGEST:
        return ""
    close = difflib.get_close_matches(written.lower(), right, n=1, cutoff=at_least)
    begun = [word for word in right if word.startswith((f"{written}_", f"{written}-"))]
    return next(iter([*close, *begun]), "")


def nearest_word(written: str, right: Sequence[str]) -> str:
    """The same for a word of a vocabulary, which may also be given by its everyday name."""
    word = written[: _LONGEST + 1].strip().lower().replace("_", "-").replace(" ", "-")
    meant = [one for one in _EVERYDAY.get(word, ()) if one in right]
    return meant[0] if meant else nearest(word, right)

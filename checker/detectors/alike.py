"""Which lines of two lists are one and the same, word for word or nearly?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

SAME = 96
"""Per cent of likeness above which only stops and small words differ."""
WORDED_OTHERWISE = 68
"""Per cent of likeness above which two lines are one, said in two ways."""
_CONTAINED = 92  # per cent: the shorter line is a part of the longer
_SHORTEST = 5  # words; a shorter line is contained in many
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Pairing:
    """How two lists stand to one another, by the positions of their lines."""

    pairs: tuple[tuple[int, int, float], ...]
    """Lines that are one, with their likeness in per cent."""
    only_first: tuple[int, ...]
    only_second: tuple[int, ...]


def paired(first: Sequence[str], second: Sequence[str]) -> Pairing:
    """Pair the lines of two lists, the likest first; each line has at most one partner."""
    one, other = [_bare(line) for line in first], [_bare(line) for line in second]
    scored = sorted(
        ((_likeness(a, b), n, m) for n, a in enumerate(one) for m, b in enumerate(other)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    left, right = set(range(len(one))), set(range(len(other)))
    pairs: list[tuple[int, int, float]] = []
    for score, n, m in scored:
        if score < WORDED_OTHERWISE:
            break
        if n in left and m in right:
            left.discard(n)
            right.discard(m)
            pairs.append((n, m, score))
    return Pairing(tuple(sorted(pairs)), tuple(sorted(left)), tuple(sorted(right)))


def contained(one: str, other: str) -> bool:
    """Whether the shorter of two lines stands, nearly whole, within the longer."""
    first, second = _bare(one), _bare(other)
    if min(len(first.split()), len(second.split())) < _SHORTEST:
        return False
    return fuzz.partial_ratio(first, second, score_cutoff=_CONTAINED) > 0


def _bare(line: str) -> str:
    return _EDGES.sub("", _SPACES.sub(" ", line))


def _likeness(one: str, other: str) -> float:
    """How like two lines are; a line that stands whole within another is that, said more fully."""
    ratio = fuzz.ratio(one, other)
    if ratio >= WORDED_OTHERWISE or min(len(one.split()), len(other.split())) < _SHORTEST:
        return ratio
    ordered = fuzz.token_sort_ratio(one, other, score_cutoff=WORDED_OTHERWISE)
    return max(ratio, ordered, WORDED_OTHERWISE if contained(one, other) else 0)

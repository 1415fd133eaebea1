"""Sure finds and possible ones, and the answer that they amount to.

A detector may be certain (a listed full name) or only suspect something (two capitals that
could be initials).  Certain finds answer *yes*; suspicions alone leave the question *open*,
so that a rule can fail a draft for the first and ask a person about the second.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from ...schemas.common import Answer
from .base import Hit, Observation
from .corpus import Corpus

MOST = 300
"""Hits that one observation carries; a draft with more has one fault many times over."""


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of the corpus's text that a detector has something to say about."""

    start: int
    end: int
    sure: bool
    note: str = ""


def observation(corpus: Corpus, finds: Iterable[Find], note: str = "") -> Observation:
    """Finds as an observation: sure ones first, then in the order of the file."""
    ordered = sorted(set(finds), key=lambda find: (not find.sure, find.start, -find.end))
    hits: list[Hit] = []
    covered: set[tuple[int, int]] = set()
    for find in ordered:
        if (find.start, find.end) not in covered and len(hits) < MOST:
            covered.add((find.start, find.end))
            hits.append(corpus.hit(find.start, find.end, find.note))
    if len(ordered) > MOST:
        note = f"{note} Only the first {MOST} of {len(ordered)} places are listed.".strip()
    return Observation(answer_of(ordered), tuple(hits), note)


def answer_of(finds: Iterable[Find]) -> Answer:
    """YES if any find is sure, OPEN if there are only possible ones, NO if there are none."""
    answer = Answer.NO
    for find in finds:
        if find.sure:
            return Answer.YES
        answer = Answer.OPEN
    return answer


def without_overlaps(finds: Iterable[Find]) -> list[Find]:
    """Of finds that overlap keep the sure one, then the longer, then the first."""
    kept: list[Find] = []
    starts: list[int] = []
    for find in sorted(finds, key=lambda f: (not f.sure, f.start - f.end, f.start)):
        at = bisect_left(starts, find.start)
        before = kept[at - 1] if at else None
        after = kept[at] if at < len(kept) else None
        if (before and before.end > find.start) or (after and after.start < find.end):
            continue
        starts.insert(at, find.start)
        kept.insert(at, find)
    return kept

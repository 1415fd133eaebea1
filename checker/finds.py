"""The finds of a report, and which find of an earlier one each of them is.

Matched by what they say and never by where they stand: first by both fingerprints, then where
only the masking differs, then by words that are much alike under the same heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz.fuzz import ratio

from ..schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from .fingerprints import Fingerprints, bare

_ALIKE = 80  # per cent of letters in common, for words that were edited and not replaced
_MOST_PAIRS = 40_000  # of one rule that are read letter by letter: more would take too long
_MASK_WORDS = 4  # words that one mask may stand for
_CUT, _ENOUGH = "…", 8  # what a cut quotation ends with, and words that are enough to know it by
_MASK = re.compile(r"\[[a-z]+(?: [a-z]+)?\]", re.I)
_SPLIT = re.compile(r"\[[A-Za-z]+(?: [a-z]+)?\]|[^\W_]+(?:['\u2019][^\W_]+)*|[^\w\s]")

What = Literal["place", "whole", "unlisted"]


@dataclass
class Find:
    """A place of a finding, a finding without a place, or a place that is not listed."""

    finding: Finding
    what: What
    content: str
    words: str
    spot: Spot | None = None
    aside: bool = False
    twin: Find | None = field(default=None, repr=False)
    """The same find in the other report."""
    alike: bool = False
    """Whether it says the same in other words."""

    @property
    def text(self) -> str:
        """What it quotes, as the report shows it; what is remarked where nothing is quoted."""
        return (self.spot.excerpt or self.spot.note) if self.spot else ""

    @property
    def heading(self) -> str:
        """What it stands under, without its number."""
        above = self.spot.headings if self.spot else ()
        return bare(above[-1]).casefold() if above else ""


def is_open(one: Finding) -> bool:
    """Whether there is something to put right or look at that the draft itself gives rise to."""
    return one.outcome in (CheckOutcome.FAIL, CheckOutcome.REVIEW) and not one.human


def finds_of(report: ComplianceReport) -> dict[str, list[Find]]:
    """Every find of a report by its rule, those that were set aside among them."""
    prints = Fingerprints(report.document.kind)
    found: dict[str, list[Find]] = {}
    for one in report.findings:
        if not one.human and (is_open(one) or one.outcome is CheckOutcome.SET_ASIDE):
            found[one.rule] = list(_finds(one, prints if report.masked else None))
    return found


def _finds(one: Finding, prints: Fingerprints | None) -> Iterator[Find]:
    for spot, aside in (*((s, False) for s in one.places), *((s, True) for s in one.set_aside)):
        if spot.fingerprint or prints is None:
            yield Find(one, "place", spot.fingerprint, spot.words_fingerprint, spot, aside)
        else:  # a report from before there were any
            made = prints.of(one.rule, spot)
            yield Find(one, "place", made.content, made.words, spot, aside)
    yield from (Find(one, "unlisted", "", words) for words in one.more_fingerprints)
    if not one.places and not one.set_aside:
        yield Find(one, "whole", one.fingerprint, "", None, one.set_by_hand == "set-aside")


def match(before: Sequence[Find], after: Sequence[Find]) -> None:
    """Find the twin of each find of one rule, where it has one."""
    _by(before, after, lambda one: one.content)
    _by(before, after, lambda one: one.words)
    _closest(before, after, _same_but_masked, alike=False)
    _closest(before, after, _much_alike, alike=True)
    # What had no place may have one now, and the other way about: the rule is all they share.
    for old, new in zip(_left(before), _left(after)):  # noqa: B905 # as many as there are of both
        if "whole" in (old.what, new.what):
            _pair(old, new, alike=old.what != new.what)


def _by(before: Sequence[Find], after: Sequence[Find], key: Callable[[Find], str]) -> None:
    known: dict[str, list[Find]] = {}
    for old in _left(before):
        known.setdefault(key(old), []).append(old)
    for new in _left(after):
        if key(new) and (same := known.get(key(new))):
            _pair(same.pop(0), new, alike=False)


def _closest(
    before: Sequence[Find],
    after: Sequence[Find],
    likeness: Callable[[Find, Find], float],
    *,
    alike: bool,
) -> None:
    """Pair what is most alike first; 0 is not alike at all."""
    old_ones = [one for one in _left(before) if one.text]
    new_ones = [one for one in _left(after) if one.text]
    if len(old_ones) * len(new_ones) > _MOST_PAIRS:
        return
    pairs = [
        (-score, n, m)
        for n, old in enumerate(old_ones)
        for m, new in enumerate(new_ones)
        if (score := likeness(old, new))
    ]
    for _, n, m in sorted(pairs):
        if old_ones[n].twin is None and new_ones[m].twin is None:
            _pair(old_ones[n], new_ones[m], alike=alike)


def _left(finds: Sequence[Find]) -> list[Find]:
    return [one for one in finds if one.twin is None]


def _pair(old: Find, new: Find, *, alike: bool) -> None:
    old.twin, new.twin = new, old
    old.alike = new.alike = alike


def _much_alike(old: Find, new: Find) -> float:
    same_place = old.heading == new.heading
    return ratio(old.text, new.text, score_cutoff=_ALIKE) if same_place else 0


def _same_but_masked(old: Find, new: Find) -> float:
    if not (_MASK.search(old.text) or _MASK.search(new.text)):
        return 0
    return 1 + (old.heading == new.heading) if same_but_masked(old.text, new.text) else 0


def same_but_masked(one: str, other: str) -> bool:
    """Whether two texts differ at most in what is masked.

    A mask stands for up to four words; two masks in the same place are the same.  A quotation
    that was cut goes on as the other does.
    """
    mine, theirs = (_SPLIT.findall(text.casefold()) for text in (one, other))
    cut = [words[-1:] == [_CUT] and len(words) > _ENOUGH for words in (mine, theirs)]
    mine, theirs = mine[: len(mine) - cut[0]], theirs[: len(theirs) - cut[1]]
    reached = {(0, 0)}
    while reached:
        ended = {(n == len(mine), m == len(theirs)) for n, m in reached}
        if (True, True) in ended or (any((a and cut[0]) or (b and cut[1]) for a, b in ended)):
            return True
        reached = {
            step
            for n, m in reached
            for step in _steps(mine, theirs, n, m)
            if step[0] <= len(mine) and step[1] <= len(theirs)
        }
    return False


def _steps(mine: Sequence[str], theirs: Sequence[str], n: int, m: int) -> Iterator[tuple[int, int]]:
    a, b = (words[at] if at < len(words) else "" for words, at in ((mine, n), (theirs, m)))
    if not a or not b:
        return
    if a == b or (_MASK.fullmatch(a) and _MASK.fullmatch(b)):
        yield n + 1, m + 1
    if _MASK.fullmatch(a):
        yield from ((n + 1, m + more) for more in range(1, _MASK_WORDS + 1))
    if _MASK.fullmatch(b):
        yield from ((n + more, m + 1) for more in range(1, _MASK_WORDS + 1))

"""Check the drafts of the corpus, and compare what a fault set off with its sound draft."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dhr_checker.checker.compliance import check_together
from dhr_checker.checker.document import read_document
from dhr_checker.schemas.compliance import CheckOutcome, ComplianceReport, Finding

from .drafts import SOUND, OnDisk, Sound, records
from .writing import Draft

_RANK = {CheckOutcome.REVIEW: 1, CheckOutcome.ERROR: 2, CheckOutcome.FAIL: 2}
BY_NAME = {sound.name: sound for sound in SOUND}


def checked(draft: Draft | OnDisk, sound: Sound) -> ComplianceReport:
    """The report on a draft, under the edition and beside the record of its sound one."""
    record = records()[sound.record] if sound.record else None
    others = [BY_NAME[name] for name in sound.beside]
    together = [draft, *(other.make() for other in others)]
    report, *_ = check_together(
        [read_document(one.docx(), name=one.name) for one in together],
        record,
        kinds=[sound.kind, *(other.kind for other in others)],
        keys={"edition": sound.edition},
        engine="plain",
    )
    return report


@cache
def sound_findings(name: str) -> dict[str, Finding]:
    """What is said of a sound draft, by rule."""
    sound = BY_NAME[name]
    return {one.rule: one for one in checked(sound.make(), sound).findings}


def set_off(before: dict[str, Finding], after: Finding) -> bool:
    """Whether a fault set a rule off: a worse outcome than before, or the same at a new place."""
    was = before.get(after.rule)
    rank, old = _RANK.get(after.outcome, 0), _RANK.get(was.outcome, 0) if was else 0
    if rank == 0 or after.human:
        return False
    return rank > old or (rank == old and bool(_places(after) - _places(was)))


def _places(finding: Finding | None) -> set[str]:
    return set() if finding is None else {f"{spot.excerpt}{spot.note}" for spot in finding.places}


@dataclass(frozen=True)
class Result:
    """One fault: the rules that it should set off, and those that it did."""

    name: str
    expected: tuple[str, ...]
    off: frozenset[str]

    @property
    def missed(self) -> tuple[str, ...]:
        return tuple(rule for rule in self.expected if rule not in self.off)

"""What the corpus shows of each rule: faults found and missed, and false alarms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from dhr_checker.checker.packs import load_packs
from dhr_checker.schemas.compliance import CheckOutcome

from .corpus import FAULTS
from .drafts import SOUND
from .faults import Fault
from .measure import BY_NAME, Result, checked, set_off, sound_findings


@dataclass
class RuleFigures:
    """One rule: of the faults that it is there for, and of the drafts that have none."""

    faults: int = 0
    found: int = 0
    failed_sound: int = 0
    """Sound drafts that it fails: false, and never allowed."""
    asked_sound: int = 0
    """Sound drafts of which it asks a person to look, for nothing."""
    elsewhere: int = 0
    """Faults of another section that set it off."""

    @property
    def alarms(self) -> int:
        return self.failed_sound + self.asked_sound + self.elsewhere

    @property
    def recall(self) -> float | None:
        """Share of its faults that it found; None where the corpus has none for it."""
        return self.found / self.faults if self.faults else None

    @property
    def precision(self) -> float | None:
        """Share of its findings that are right; None where it found nothing."""
        told = self.found + self.alarms
        return self.found / told if told else None


@dataclass
class Figures:
    """Everything that the page prints."""

    results: dict[str, Result] = field(default_factory=dict)
    rules: dict[str, RuleFigures] = field(default_factory=dict)
    idle: list[str] = field(default_factory=list)
    """Rules for which there is no fault, and which no sound draft sets off."""
    human: int = 0

    def share(self, faults: Iterable[Fault]) -> tuple[int, int]:
        """How many of some faults were found, and how many they are."""
        chosen = list(faults)
        return sum(1 for one in chosen if not self.results[one.name].missed), len(chosen)


def result_of(fault: Fault) -> Result:
    """Make one fault, check the draft, and see what it set off."""
    sound = BY_NAME[fault.base]
    before = sound_findings(fault.base)
    report = checked(fault.change(sound.make()), sound)
    off = frozenset(one.rule for one in report.findings if set_off(before, one))
    return Result(fault.name, fault.rules, off)


@cache
def measured() -> Figures:
    """The figures of the whole corpus; some twenty seconds of processor time."""
    figures = Figures({fault.name: result_of(fault) for fault in FAULTS})
    rules: defaultdict[str, RuleFigures] = defaultdict(RuleFigures)
    sections = _sections()
    for fault in FAULTS:
        result = figures.results[fault.name]
        for rule in fault.rules:
            rules[rule].faults += 1
            rules[rule].found += rule in result.off
        about = {sections.get(rule) for rule in fault.rules}
        for rule in result.off - set(fault.rules):
            # A section that is gone, or says less, sets off whatever else is asked of it.
            if not sections.get(rule) or sections[rule] not in about:
                rules[rule].elsewhere += 1
    for sound in SOUND:
        for rule, finding in sound_findings(sound.name).items():
            if finding.outcome in (CheckOutcome.FAIL, CheckOutcome.ERROR):
                rules[rule].failed_sound += 1
            elif finding.outcome is CheckOutcome.REVIEW and not finding.human:
                rules[rule].asked_sound += 1
    figures.rules = dict(sorted(rules.items()))
    every = [r for pack in load_packs().packs.values() for r in pack.entries("requirements")]
    figures.human = len({r.id for r in every if r.when is None})
    figures.idle = sorted({r.id for r in every if r.when is not None} - rules.keys())
    return figures


def _sections() -> dict[str, str]:
    packs = load_packs().packs.values()
    return {r.id: r.section for pack in packs for r in pack.entries("requirements")}


def kinds() -> Counter[str]:
    """How many wordings each kind of fault has."""
    return Counter(fault.kind for fault in FAULTS)

"""What formats for machines share: what a draft is called, and a finding in a few sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from ..wording import listed, sentence
from .compared_text import fresh
from .decision_text import cite
from .settings_text import eased, why

_SAID = {
    CheckOutcome.PASS: "Found met",
    CheckOutcome.FAIL: "Not met",
    CheckOutcome.REVIEW: "For a person to look at",
    CheckOutcome.NOT_APPLICABLE: "Does not apply",
    CheckOutcome.ERROR: "This check broke",
    CheckOutcome.OFF: "Not checked, turned off",
    CheckOutcome.SET_ASIDE: "Set aside",
}


def names(reports: Sequence[ComplianceReport]) -> list[str]:
    """What to call each draft: its file's name, and a number where two have the same."""
    met: Counter[str] = Counter()
    found: list[str] = []
    for report in reports:
        name = report.document.name
        met[name] += 1
        found.append(name if met[name] == 1 else f"{name} ({met[name]})")
    return found


def told(one: Finding, spots: Sequence[Spot] = ()) -> list[str]:
    """What came of a requirement, where, and what to do; the first sentence says it in short."""
    said = [f"{_SAID[one.outcome]}: {one.title}."]
    if new := fresh(one, tuple(spots)):
        said.append(f"{new}.")
    if one.set_by_hand in ("off", "set-aside"):
        said.append(why(one))
    elif one.eased:
        said.append(sentence(eased(one)))
    if one.why:
        said.append(sentence(one.why))
    if one.depends_on:
        said.append(f"Whether it applies depends on: {listed(list(one.depends_on))}.")
    said += [f"Where: {placed(spot)}." for spot in spots]
    said += [
        f"Set aside {spot.set_where}: {placed(spot)}. {sentence(spot.reason)}"
        for spot in one.set_aside
    ]
    if one.outcome is CheckOutcome.REVIEW and one.look_for:
        said.append(f"Ask: {one.look_for}")
    if one.outcome in (CheckOutcome.FAIL, CheckOutcome.REVIEW) and one.advice:
        said.append(f"{'Do' if one.outcome is CheckOutcome.FAIL else 'Advice'}: {one.advice}")
    return said


def worded(one: Finding) -> list[str]:
    """What a requirement asks and where it comes from, whatever the draft says."""
    said = [f"Ask: {one.look_for}"] if one.look_for else []
    if one.advice:
        said.append(f"Do: {one.advice}")
    said.append(f"Source: {'; '.join(cite(each) for each in one.citations)}.")
    return said


def placed(spot: Spot) -> str:
    """One place with what stands there."""
    quoted = f": \u201c{spot.excerpt}\u201d" if spot.excerpt else ""
    return f"{spot.where}{quoted}" + (f" ({spot.note})" if spot.note else "")

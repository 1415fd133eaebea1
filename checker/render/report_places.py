"""What is to be put right or looked at, by its place in the draft; then what has no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from ..headline import is_missing_section
from ..wording import listed, sentence
from .report_text import GROUPS
from .sheet import Block, Heading, Para, Strong, Table, Words
from .sources import Sources

_UNDER = re.compile(r"under '(.*?)'(?:, (.*))?$")
_NO_HEADING = "Before the first heading, and outside the main text"
_LABELS = {CheckOutcome.FAIL: "To put right", CheckOutcome.REVIEW: "To look at"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding at one of its places."""

    finding: Finding
    spot: Spot

    @property
    def order(self) -> tuple[bool, int, int, str]:
        """Where it comes in the file; what is in no paragraph last."""
        return (self.spot.paragraph < 0, self.spot.paragraph, self.spot.start, self.finding.rule)


def open_findings(report: ComplianceReport) -> list[Finding]:
    """What failed, and what a reader's eye is needed for; not what is for a person anyway."""
    found = report.of(CheckOutcome.FAIL, CheckOutcome.REVIEW)
    return [one for one in found if not one.human]


def placed(report: ComplianceReport) -> list[Placed]:
    """Every finding at every place, in the order of the file."""
    found = [Placed(one, spot) for one in open_findings(report) for spot in one.places]
    return sorted(found, key=lambda one: one.order)


def by_place(report: ComplianceReport) -> Iterator[Block]:
    """A table for each heading of the draft, with what is to be seen under it."""
    groups: dict[str, list[Placed]] = {}
    for one in placed(report):
        groups.setdefault(_heading(one.spot), []).append(one)
    if not groups:
        return
    yield Heading("Place by place", 3)
    for heading, several in groups.items():
        caption = heading if heading == _NO_HEADING else f"Under: {heading}"
        head = ("Place", "What stands there", "Point", "What to do")
        yield Table(caption, head, tuple(_row(one) for one in several), (18, 30, 26, 26))
    yield from _more(report)


def _heading(spot: Spot) -> str:
    found = _UNDER.search(spot.where)
    return found.group(1) if found else _NO_HEADING


def _row(one: Placed) -> tuple[Words, ...]:
    found = _UNDER.search(one.spot.where)
    part, _, _ = one.spot.where.partition(", ")
    place = found.group(2) or "heading" if found else one.spot.where
    where = place if part == "body" or not found else f"{part}, {place}"
    quoted = f"\u201c{one.spot.excerpt}\u201d" if one.spot.excerpt else ""
    note = sentence(one.spot.note)
    label = _LABELS[one.finding.outcome]
    return (
        where,
        " ".join(x for x in (quoted, note) if x),
        (Strong(f"{label}: "), f"{one.finding.title} ({one.finding.rule})"),
        _advice(one.finding),
    )


def _advice(one: Finding) -> str:
    if one.outcome is CheckOutcome.REVIEW and one.look_for:
        return f"{one.look_for} {one.advice}".strip()
    return one.advice


def _more(report: ComplianceReport) -> Iterator[Block]:
    """Places that were found and are not listed."""
    found = [one for one in open_findings(report) if one.more_places]
    for one in found:
        yield Para(f"{one.title} ({one.rule}): {one.more_places} more places, not listed.")


# --- without a place --------------------------------------------------------------------------


def without_place(report: ComplianceReport, sources: Sources) -> Iterator[Block]:
    """What is missing, or concerns the draft as a whole."""
    missing = _with_missing_sections(report.findings)
    apart = {one.rule for several in missing.values() for one in several}
    found = [one for one in open_findings(report) if not one.places and one.rule not in apart]
    if not found:
        return
    yield Heading("What is missing, or concerns the whole draft", 3)
    for group, title in GROUPS.items():
        mine = [one for one in found if one.group == group]
        if mine:
            head = ("Point", "Why", "What to do", "Source")
            rows = tuple(_whole(one, missing.get(one.section, []), sources) for one in mine)
            yield Table(f"{title}: without a place", head, rows, (32, 24, 30, 14))


def _with_missing_sections(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """For each section that is missing, what is missing with it: one fault, not ten."""
    gone = {one.section for one in findings if is_missing_section(one)}
    inside: dict[str, list[Finding]] = {key: [] for key in gone}
    for one in findings:
        unmet = one.outcome in _LABELS and not one.human and not one.places
        if unmet and one.section in gone and one.group != "structure":
            inside[one.section].append(one)
    return inside


def _whole(one: Finding, missing_too: Iterable[Finding], sources: Sources) -> tuple[Words, ...]:
    with_it = [f"{other.title} ({other.rule})" for other in missing_too]
    extra = f" With it: {'; '.join(with_it)}." if is_missing_section(one) and with_it else ""
    depends = f" It depends on: {listed(list(one.depends_on))}." if one.depends_on else ""
    return (
        (Strong(f"{_LABELS[one.outcome]}: "), f"{one.title} ({one.rule})"),
        f"{sentence(one.why)}{depends}",
        f"{_advice(one)}{extra}",
        sources.refs(one.citations),
    )

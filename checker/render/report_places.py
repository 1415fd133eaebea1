"""What is to be put right or looked at, by its place in the draft; then what has no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from ..headline import is_missing_section
from ..wording import listed, sentence
from .compared_text import fresh
from .report_text import GROUPS, asked
from .settings_text import eased
from .sheet import Block, Heading, Para, Strong, Table, Words
from .sources import Sources

_UNDER = re.compile(r"under '(.*?)'(?:, (.*))?$")
_COUNTED = re.compile(r"(after )?paragraph \d+ of the file")  # nobody counts to the 412th
_BEFORE = "Before the first heading"
_OUTSIDE = "Headers, footers, properties and other parts of the file"
LABELS = {CheckOutcome.FAIL: "To put right", CheckOutcome.REVIEW: "To look at"}
_LONGEST = 110  # characters of a heading that a caption has room for


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
    """A table for each heading of the draft, in its order; what is outside the text last."""
    own = {one.where: one.heading for one in report.sections if one.where}
    groups: dict[str, list[list[Placed]]] = {}
    for one in placed(report):
        rows = groups.setdefault(_heading(one.spot, own), [])
        if rows and _same(rows[-1][0], one):
            rows[-1].append(one)
        else:
            rows.append([one])
    if not groups:
        return
    yield Heading("Place by place", 3)
    masked = " Names and numbers are masked in what is quoted." if report.masked else ""
    yield Para(f"In the order of the draft, with the paragraph numbers that Word prints.{masked}")
    head = ("Place", "What stands there", "Asked for", "What to do")
    for heading in sorted(groups, key=_OUTSIDE.__eq__):
        rows = tuple(_row(several, own) for several in groups[heading])
        yield Table(heading, head, rows, (15, 33, 27, 25))
    yield from _more(report)


def _same(one: Placed, other: Placed) -> bool:
    return (one.finding.rule, where(one.spot)) == (other.finding.rule, where(other.spot))


def _heading(spot: Spot, own: Mapping[str, str]) -> str:
    found = _UNDER.search(spot.where)
    title = found.group(1) if found else own.get(spot.where, "")
    if title:
        return f"Under: {shortened(title)}"
    return _BEFORE if _story(spot) in ("body", "text box") else _OUTSIDE


def _story(spot: Spot) -> str:
    return spot.where.partition(", ")[0]


def where(spot: Spot) -> str:
    """A place as a reader of the printed page would find it; its heading said elsewhere."""
    story, rest = _story(spot), spot.where.partition(", ")[2]
    if found := _UNDER.search(spot.where):
        rest = found.group(2) or ""
    rest = rest.removesuffix(f"in {spot.part}").rstrip(", ") if spot.part else rest
    # A cell is found by its table; of a paragraph that has no number that has to be said.
    paragraph = "" if story != "body" or ", table " in rest else "a paragraph without a number"
    rest = _COUNTED.sub(paragraph, rest).strip(", ")
    return ", ".join(x for x in (story if story != "body" else "", rest) if x)


def in_words(spot: Spot) -> str:
    """A place where nothing else says the heading that it is under."""
    said, found = where(spot), _UNDER.search(spot.where)
    if found and not re.search(r"\d", said):
        return f"{said} under \u201c{shortened(found.group(1))}\u201d"
    return said


def shortened(heading: str) -> str:
    """A heading, cut where it is too long to be one."""
    return f"{heading[:_LONGEST].rstrip()} \u2026" if len(heading) > _LONGEST else heading


def _row(several: Sequence[Placed], own: Mapping[str, str]) -> tuple[Words, ...]:
    finding, spot = several[0].finding, several[0].spot
    times = f" ({len(several)} times)" if len(several) > 1 else ""
    return (
        f"{'the heading' if spot.where in own else where(spot)}{times}",
        " ".join(dict.fromkeys(_quoted(one.spot) for one in several)),
        (
            Strong(f"{_lead(finding, tuple(one.spot for one in several))}. "),
            f"{asked(finding)} ({finding.rule})",
        ),
        _advice(finding),
    )


def _lead(one: Finding, spots: tuple[Spot, ...] = ()) -> str:
    new = fresh(one, spots)
    return f"{new}. {LABELS[one.outcome]}" if new else LABELS[one.outcome]


def _quoted(spot: Spot) -> str:
    words = f"\u201c{spot.excerpt}\u201d" if spot.excerpt else ""
    return " ".join(x for x in (words, sentence(spot.note)) if x)


def _advice(one: Finding) -> str:
    """What to do; of what was demoted first that it is a fault, and why it is asked only."""
    if one.eased:
        return f"{sentence(eased(one))} {one.advice}".strip()
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
            head = ("Asked for", "What to do", "Source")
            rows = tuple(_whole(one, missing.get(one.section, []), sources) for one in mine)
            yield Table(f"{title}: without a place", head, rows, (37, 48, 15))


def _with_missing_sections(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """For each section that is missing, what is missing with it: one fault, not ten."""
    gone = {one.section for one in findings if is_missing_section(one)}
    inside: dict[str, list[Finding]] = {key: [] for key in gone}
    for one in findings:
        unmet = one.outcome in LABELS and not one.human and not one.places
        if unmet and one.section in gone and one.group != "structure":
            inside[one.section].append(one)
    return inside


def _whole(one: Finding, missing_too: Iterable[Finding], sources: Sources) -> tuple[Words, ...]:
    with_it = [f"{other.title} ({other.rule})" for other in missing_too]
    extra = f" With it: {'; '.join(with_it)}." if is_missing_section(one) and with_it else ""
    depends = f"It depends on: {listed(list(one.depends_on))}." if one.depends_on else ""
    return (
        (
            Strong(f"{_lead(one)}. "),
            " ".join(x for x in (f"{asked(one)} ({one.rule})", sentence(one.why), depends) if x),
        ),
        f"{_advice(one)}{extra}",
        sources.refs(one.citations),
    )

"""A compliance report as a page: a summary to act on, every requirement, then place by place.

The order and the tone are those of the Panel's letters: what is good, what to put right, what
only a person can judge.  "Found met" is never called right: it means that what was looked for
is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding
from ...schemas.documents import DocumentKind
from ..clocks import long_date
from ..headline import is_missing_section
from ..wording import listed, sentence
from .decision_annex import provenance
from .report_places import by_place, without_place
from .report_text import GROUPS
from .sheet import (
    Block,
    Box,
    Bullets,
    Heading,
    NewPage,
    Pairs,
    Para,
    Sheet,
    Strong,
    Table,
    Ticks,
    Words,
)
from .sources import Sources

OUTCOMES = {
    CheckOutcome.PASS: "Found met",
    CheckOutcome.FAIL: "To put right",
    CheckOutcome.REVIEW: "To look at",
    CheckOutcome.NOT_APPLICABLE: "Does not apply",
    CheckOutcome.ERROR: "Check broke",
}
HUMAN = "For a person"
_LEVELS = {"must": "Asked for", "should": "Expected", "may": "Worth having"}
_FIRST, _PRAISED = 7, 4  # points, and strengths, that the one page has room for


def lay_out(report: ComplianceReport) -> Sheet:
    """The report as a sheet; a pure function of it."""
    return Sheet(
        title="Check of a draft",
        reference=report.document.name,
        subtitle=f"As of {long_date(report.as_of)}." if report.as_of else "",
        marking="" if report.masked else "Not masked: may name people",
        foot=(
            "A check by a program, for the author and the partnership. It clears nothing: the"
            " Quality Assurance Panel does."
        ),
        blocks=tuple(_blocks(report)),
    )


def _blocks(report: ComplianceReport) -> Iterable[Block]:
    sources = Sources()
    yield from _summary(report)
    yield NewPage()
    yield from _strengths(report)
    yield from _requirements(report, sources)
    yield NewPage()
    yield Heading("To put right and to look at, by place")
    yield from without_place(report, sources)
    yield from by_place(report)
    yield from _checklist(report)
    yield from _sections(report)
    yield from _not_checked(report)
    yield from _annex(report, sources)


# --- one page to act on ---------------------------------------------------------------------


def _summary(report: ComplianceReport) -> Iterable[Block]:
    weight = "stop" if report.failed else "note"
    yield Box("In one sentence", (report.headline,), weight)
    yield Pairs("What was checked, and what came of it", tuple(_glance(report)))
    if report.strengths:
        yield Heading("What is good")
        yield Bullets(report.strengths[:_PRAISED])
        if len(report.strengths) > _PRAISED:
            yield Para(f"And {len(report.strengths) - _PRAISED} more, listed below.")
    first = _first_to_do(report)
    if first:
        yield Heading("What to put right first")
        yield Bullets(tuple(_to_do(one) for one in first), numbered=True)
        more = report.counts.failed - len(first)
        if more > 0:
            yield Para(f"There {_are(more)} more to put right, listed below.")
    yield Para(
        '"Found met" means that what was looked for is there. It does not mean that it is true, or'
        " enough, or well said: what nobody read, nobody approved.",
        small=True,
    )


def _strengths(report: ComplianceReport) -> Iterable[Block]:
    if len(report.strengths) > _PRAISED:
        yield Heading("All that is good")
        yield Bullets(report.strengths)


def _are(number: int) -> str:
    return f"is {number}" if number == 1 else f"are {number}"


def _glance(report: ComplianceReport) -> Iterable[tuple[str, Words]]:
    document, counts = report.document, report.counts
    yield (
        "Draft",
        f"{DocumentKind(document.kind).headed}, {document.words:,} words. {document.kind_because}",
    )
    yield "Held against", document.edition
    if report.beside:
        yield "Together with", listed(list(report.beside))
    yield "Case record", "beside it" if report.case_record else _NO_RECORD
    yield "To put right", (Strong(str(counts.failed)),)
    machine = counts.review - counts.of_review_human
    yield "To look at", f"{machine} places or points that need a reader's eye"
    yield "For a person", f"{counts.of_review_human} that no program can judge"
    yield "Found met", str(counts.passed)
    yield "Do not apply", str(counts.not_applicable)
    if counts.error:
        yield "Checks that broke", f"{counts.error}: nothing was tested there"
    masked = "Names and numbers are masked in what is quoted."
    yield "Quotations", masked if report.masked else "NOT MASKED. Handle this as you do the draft."


_NO_RECORD = (
    "none was given: names could not be looked for, and what depends on the case is asked"
    " rather than tested"
)


def _first_to_do(report: ComplianceReport) -> Sequence[Finding]:
    """What gives people away, then what is missing, then the rest."""
    failed = report.of(CheckOutcome.FAIL)
    order = sorted(
        failed,
        key=lambda one: (one.group != "identity", not is_missing_section(one), one.level != "must"),
    )
    return order[:_FIRST]


def _to_do(one: Finding) -> Words:
    return (Strong(sentence(one.advice or one.title)), f" ({one.rule})")


# --- every requirement ------------------------------------------------------------------------


def _requirements(report: ComplianceReport, sources: Sources) -> Iterable[Block]:
    yield Heading("All requirements")
    yield Para(
        "Every requirement of the rules that were applied, met or not, with its source. Numbers"
        " are those of the list of sources at the end."
    )
    for group, title in GROUPS.items():
        rows = tuple(_row(one, sources) for one in report.findings if one.group == group)
        if rows:
            head = ("Requirement", "Outcome", "Why", "Source")
            yield Table(f"{title}: all requirements", head, rows, (44, 14, 27, 15))


def _row(one: Finding, sources: Sources) -> tuple[Words, ...]:
    section = f" Section: {one.section_title}." if one.section_title else ""
    return (
        f"{one.title}. {_LEVELS[one.level]}.{section} ({one.rule})",
        (Strong(outcome_word(one)),),
        sentence(one.why),
        sources.refs(one.citations),
    )


def outcome_word(one: Finding) -> str:
    """The outcome in words that say what is to be done."""
    if one.outcome is CheckOutcome.REVIEW and one.human:
        return HUMAN
    return OUTCOMES[one.outcome]


# --- for a person -------------------------------------------------------------------------------


def _checklist(report: ComplianceReport) -> Iterable[Block]:
    human = [one for one in report.of(CheckOutcome.REVIEW) if one.human]
    if not human:
        return
    yield Heading("What only a person can judge")
    yield Para("No program can answer these. Tick each once somebody has read for it.")
    yield Ticks(tuple(_tick(one) for one in human))


def _tick(one: Finding) -> Words:
    where = f"{one.section_title}: " if one.section_title else ""
    depends = f" It applies if: {listed(list(one.depends_on))}." if one.depends_on else ""
    return f"{where}{one.look_for or sentence(one.title)}{depends} ({one.rule})"


def _sections(report: ComplianceReport) -> Iterable[Block]:
    if not report.sections:
        return
    yield Heading("Where the sections of the template were found")
    yield Table(
        "Sections of the template",
        ("Section", "Found", "Heading in the draft", "Words"),
        tuple(
            (one.title, one.found.capitalize(), one.heading, f"{one.words:,}" if one.words else "")
            for one in report.sections
        ),
        (36, 22, 32, 10),
    )


def _not_checked(report: ComplianceReport) -> Iterable[Block]:
    said = (*report.not_checked, *report.warnings)
    if said:
        yield Heading("What was not checked")
        yield Bullets(said)


def _annex(report: ComplianceReport, sources: Sources) -> Iterable[Block]:
    yield NewPage()
    yield Heading("Annex: how this was made")
    rows = tuple((one.key.capitalize(), one.title, one.because) for one in report.selection)
    if rows:
        yield Table("Rules chosen", ("Key", "Choice", "Why"), rows, (15, 35, 50))
    yield Heading("Sources", 3)
    yield sources.table()
    yield Heading("What made this report", 3)
    yield provenance(report.provenance)
    yield Para(f"SHA-256 of the draft: {report.document.sha256}", small=True)

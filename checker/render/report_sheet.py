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
from ..wording import counted, listed, sentence
from . import compared_text, settings_text
from .decision_annex import provenance
from .report_places import by_place, in_words, open_findings, without_place
from .report_text import GROUPS, asked, no_record
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
    CheckOutcome.OFF: "Turned off",
    CheckOutcome.SET_ASIDE: "Set aside",
}
HUMAN = "For a person"
BY_PLACE = "To put right and to look at, by place"
FOR_A_PERSON = "What only a person can judge"
_LEVELS = {"must": "Asked for", "should": "Expected", "may": "Worth having"}
_FIRST, _PRAISED = 5, 3  # points, and strengths, that the one page has room for
_FOUND = {
    "heading": "By its heading",
    "imitated heading": "By a line that only looks like a heading",
    "content without a heading": "In the text, without a heading",
    "absent": "Not found",
}


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
    yield from _set_by_hand(report)
    yield from _since(report)
    yield from _strengths(report)
    yield from _requirements(report, sources)
    yield NewPage()
    yield Heading(BY_PLACE)
    yield from without_place(report, sources)
    yield from by_place(report)
    yield from _checklist(report)
    yield from _sections(report)
    yield from _not_checked(report)
    yield from _annex(report, sources)


# --- one page to act on ---------------------------------------------------------------------


def _summary(report: ComplianceReport) -> Iterable[Block]:
    weight = "stop" if report.failed else "note"
    yield Box("In short", (report.headline,), weight)
    yield Pairs("What was checked, and what came of it", tuple(_glance(report)))
    # What was set by hand, and an earlier report, take room on the page that others give up.
    less = bool(settings_text.tally(report)) + (report.compared is not None)
    if report.strengths:
        shown = _PRAISED - bool(less)
        more = len(report.strengths) - shown
        yield Heading("What is good")
        yield Bullets((*report.strengths[:shown], *([f"{more} more, listed below."] * (more > 0))))
    first = _first_to_do(report)[: _FIRST - less]
    if first:
        yield Heading("What to put right first")
        yield Bullets(tuple(_to_do(one) for one in first), numbered=True)
        more = report.counts.failed - len(first)
        others = f"There {_are(more)} more to put right, listed below. " if more > 0 else ""
        yield Para(f"{others}The code behind a point, such as {first[0].rule}, finds it again.")
    yield Heading("How to go on from here")
    yield Bullets(tuple(_go_on(report)), numbered=True)


def _set_by_hand(report: ComplianceReport) -> Iterable[Block]:
    """Before anything else that is read in full: what was not checked, or counts for less."""
    about = tuple(settings_text.about_settings(report))
    off, demoted = settings_text.turned_off(report), settings_text.eased_rules(report)
    aside, without = tuple(settings_text.set_aside(report)), report.settings.without_effect
    if not (about or off or demoted or aside or without):
        return
    yield Heading(settings_text.TITLE)
    yield from (Para(one) for one in about)
    for title, several in ((settings_text.OFF, off), (settings_text.DEMOTED, demoted)):
        if several:
            rows = tuple((f"{one.title} ({one.rule})", settings_text.why(one)) for one in several)
            yield Table(f"{title} ({len(several)})", ("Requirement", "Reason"), rows, (45, 55))
    if aside:
        caption = f"{settings_text.ASIDE} ({len(aside)})"
        yield Table(caption, ("Finding", "Reason"), aside, (55, 45))
    if without:
        yield Para("Without effect on this draft:")
        yield Bullets(without)


def _since(report: ComplianceReport) -> Iterable[Block]:
    """What is new, and what became of the findings of an earlier report."""
    if report.compared is None:
        return
    yield Heading(compared_text.TITLE)
    yield from (Para(one) for one in compared_text.about(report.compared))
    for title, items in compared_text.parts(report):
        said = tuple(f"{what}{f': {why}' if why else ''}" for what, why in items)
        yield Heading(f"{title} ({len(items)})", 3)
        yield Bullets(said)


def _go_on(report: ComplianceReport) -> Iterable[Words]:
    if open_findings(report):
        yield ("The author goes through ", Strong(BY_PLACE), ", in the order of the draft.")
    if report.counts.of_review_human:
        yield ("Somebody who knows the case reads for ", Strong(FOR_A_PERSON), ", and ticks each.")
    changed = "The new draft is checked again" if report.failed else _AGAIN
    yield f"{changed} before it goes to the Panel."


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
    yield "Case record", "Given, and used" if report.case_record else _no_record(report)
    if tally := settings_text.tally(report):
        yield settings_text.TITLE, (Strong(tally), ". The reasons are on the next page.")
    leaks = sum(one.group == "identity" for one in report.of(CheckOutcome.FAIL))
    away = f", {leaks} of them may give away who the people are" if leaks else ""
    yield "To put right", (Strong(str(counts.failed)), away)
    machine = counts.review - counts.of_review_human
    yield "To look at", counted(machine, "point that needs", "points that need") + " a reader's eye"
    yield "For a person", f"{counts.of_review_human} that no program can judge"
    yield "Found met", f"{counts.passed}. {_FOUND_MET}"
    if counts.error:
        yield "Checks that broke", f"{counts.error}: nothing was tested there"
    if not report.masked:
        yield "Quotations", "NOT MASKED. Handle this as you do the draft."


_AGAIN = "If anything is changed, the draft is checked again"
_FOUND_MET = "What was looked for is there. Whether it is true, or enough, only a reader can say."


def _no_record(report: ComplianceReport) -> str:
    return no_record(report).replace("No case record was given", "None was given", 1)


def _first_to_do(report: ComplianceReport) -> Sequence[Finding]:
    """What gives people away, then what is missing, then the rest."""
    failed = report.of(CheckOutcome.FAIL)
    return sorted(
        failed,
        key=lambda one: (one.group != "identity", not is_missing_section(one), one.level != "must"),
    )


def _to_do(one: Finding) -> Words:
    return (Strong(asked(one)), f" {_seen(one)}{sentence(one.advice)} ({one.rule})")


def _seen(one: Finding) -> str:
    """The first of its places, by its number where it has one, and how many more there are."""
    if not one.places:
        return ""
    first = in_words(one.places[0])
    others = len({spot.where for spot in one.places}) - 1 + one.more_places
    more = f", and {others} more place{'' if others == 1 else 's'}" if others else ""
    return f"See {first}{more}. " if first else ""


# --- every requirement ------------------------------------------------------------------------


def _requirements(report: ComplianceReport, sources: Sources) -> Iterable[Block]:
    yield Heading("All requirements")
    apart = report.counts.not_applicable
    said = f" {counted(apart, 'does', 'do')} not apply to this draft." if apart else ""
    yield Para(
        "Every requirement of the rules that were applied, met or not, with its source."
        f"{said} Numbers in brackets are those of the list of sources at the end."
    )
    for caption, several in _by_section(report.findings).items():
        head = ("Requirement", "Outcome", "Source")
        yield Table(caption, head, tuple(_row(one, sources) for one in several), (52, 31, 17))


def _by_section(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Findings under the captions of their tables; content section by section."""
    found: dict[str, list[Finding]] = {}
    for group, title in GROUPS.items():
        for one in findings:
            if one.group == group:
                section = one.section_title if group == "content" else ""
                caption = f"{title}: {section[:1].lower()}{section[1:]}" if section else title
                found.setdefault(f"{caption}: all requirements", []).append(one)
    return found


def _row(one: Finding, sources: Sources) -> tuple[Words, ...]:
    why = f". {sentence(one.why)}" if one.why else ""
    if one.set_by_hand in ("off", "set-aside") or one.eased:
        why += f" {settings_text.why(one)}" if why else f". {settings_text.why(one)}"
    lead = f"{fresh}. " if (fresh := compared_text.fresh(one)) else ""
    return (
        f"{one.title}. {_LEVELS[one.level]}. ({one.rule})",
        (Strong(f"{lead}{outcome_word(one)}"), why),
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
    yield NewPage()  # it is handed to whoever reads for it
    yield Heading(FOR_A_PERSON)
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
            (one.title, _FOUND[one.found], one.heading, f"{one.words:,}" if one.words else "")
            for one in report.sections
        ),
        (32, 26, 32, 10),
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
    yield from sources.blocks()
    yield Heading("What made this report", 3)
    yield provenance(report.provenance)
    yield Para(f"SHA-256 of the draft: {report.document.sha256}", small=True)

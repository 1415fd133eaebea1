"""A compliance report as plain text, in the order of the Panel's own letters.

What is good comes first, then what to put right theme by theme, then what only a person
can judge, and last what was not looked at.  Nothing is said to be right: what was found is
shown, and where.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding, Spot
from ...schemas.documents import DocumentKind
from ..headline import is_missing_section
from ..wording import listed, sentence
from .compared_text import fresh, since
from .decision_text import cite
from .page import Page
from .settings_text import eased, set_by_hand

GROUPS = {
    "structure": "Structure",
    "identity": "Identities",
    "content": "Content",
    "consistency": "Consistency",
    "wording": "Wording",
    "action-plan": "Recommendations and action plan",
    "housekeeping": "The file itself",
}
"""The groups in the order of the Panel's letters, with how each is headed."""

_NO_NAMES = "names could not be looked for"
_SHOWN = 6  # places of one finding; the rest are counted
_LABEL = 10  # columns


def render(report: ComplianceReport) -> str:
    """The whole report as text; a pure function of it."""
    page = Page()
    page.title(f"Check of a draft: {report.document.name}")
    page.say(report.headline)
    page.gap()
    _what_was_checked(page, report)
    set_by_hand(page, report)
    since(page, report)
    _strengths(page, report)
    inside = _with_missing_sections(report.findings)
    apart = {one.rule for several in inside.values() for one in several}
    for group, title in GROUPS.items():
        _group(page, title, [f for f in report.findings if f.group == group], inside, apart)
    _errors(page, report)
    _checklist(page, report)
    _sections(page, report)
    _counts(page, report)
    _not_checked(page, report)
    _provenance(page, report)
    return page.text()


def _what_was_checked(page: Page, report: ComplianceReport) -> None:
    document = report.document
    template = f"the {DocumentKind(document.kind).named} template of"
    held = template if report.sections else "what holds for every document in"
    page.say(
        f"Held against {held}: {document.edition}. {document.kind_because}"
        f" {document.words:,} words."
    )
    if report.beside:
        page.say(f"Checked together with: {listed(list(report.beside))}.")
    if not report.case_record:
        page.say(f"{no_record(report)}.")
    if report.masked:
        page.say("Names and numbers that lead to people are masked in what is quoted below.")
    else:
        page.say("NOT MASKED: what is quoted below may name people. Handle it as you do the draft.")


def no_record(report: ComplianceReport) -> str:
    """What it means that no case record was given, as a sentence without its full stop."""
    names = report.settings.names
    only = "only that" if names == 1 else f"only those {names}"
    said = f"of names, {only} in the settings could be looked for" if names else _NO_NAMES
    return (
        f"No case record was given: {said}, and what depends on the case is asked rather than"
        " tested"
    )


def _strengths(page: Page, report: ComplianceReport) -> None:
    if report.strengths:
        page.heading("What is good")
        page.bullets(report.strengths)


# --- findings ----------------------------------------------------------------------------
def _with_missing_sections(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """For each section that is missing, what is missing with it: one fault, not ten."""
    missing = {one.section for one in findings if is_missing_section(one)}
    inside: dict[str, list[Finding]] = {key: [] for key in missing}
    for one in findings:
        unmet = one.outcome in (CheckOutcome.FAIL, CheckOutcome.REVIEW) and not one.human
        if unmet and one.section in missing and one.group != "structure" and not one.places:
            inside[one.section].append(one)
    return inside


def _group(
    page: Page,
    title: str,
    findings: Sequence[Finding],
    inside: dict[str, list[Finding]],
    apart: set[str],
) -> None:
    shown = [one for one in findings if one.rule not in apart and not one.human]
    failed = [one for one in shown if one.outcome is CheckOutcome.FAIL]
    review = [one for one in shown if one.outcome is CheckOutcome.REVIEW]
    if not failed and not review:
        return
    page.heading(title)
    if failed:
        page.say(f"To put right ({len(failed)})")
        for one in failed:
            _finding(page, one, inside.get(one.section, []) if is_missing_section(one) else [])
    if review:
        if failed:
            page.gap()
        page.say(f"To look at ({len(review)})")
        for one in review:
            _finding(page, one, [])


def _finding(page: Page, one: Finding, missing_too: Sequence[Finding]) -> None:
    page.gap()
    lead = f"{fresh(one)}. " if fresh(one) else ""
    page.bullet(f"{lead}{asked(one)} [{one.rule}]", 2)
    if one.eased:
        _labelled(page, "By hand", eased(one))
    if one.why:
        _labelled(page, "Why", one.why)
    _places(page, one)
    if one.outcome is CheckOutcome.REVIEW and one.look_for:
        _labelled(page, "Ask", one.look_for)
    if one.depends_on:
        _labelled(
            page, "Depends", f"whether this applies depends on: {listed(list(one.depends_on))}."
        )
    _labelled(page, "Do" if one.outcome is CheckOutcome.FAIL else "Advice", one.advice)
    if missing_too:
        told = "; ".join(f"{small_first(other.title)} [{other.rule}]" for other in missing_too)
        _labelled(page, "With it", sentence(f"what belongs there: {told}"))
    _labelled(page, "Source", "; ".join(cite(one) for one in one.citations))


def _places(page: Page, one: Finding) -> None:
    """Each place once, with what stands there; several finds in one paragraph are counted."""
    by_place: dict[str, list[Spot]] = {}
    for spot in one.places:
        by_place.setdefault(spot.where, []).append(spot)
    for several in list(by_place.values())[:_SHOWN]:
        _labelled(page, "Where", _place(several))
    hidden = sum(len(several) for several in list(by_place.values())[_SHOWN:])
    if more := hidden + one.more_places:
        _labelled(page, "", f"and {more} more place{'' if more == 1 else 's'}")


def asked(one: Finding) -> str:
    """The requirement as a requirement, so that nobody reads it as a finding."""
    verb = {"must": "Asked for", "should": "Expected", "may": "Worth having"}[one.level]
    return f"{verb}: {small_first(one.title)}."


def small_first(text: str) -> str:
    """A sentence's first letter small, unless the first word is a name or an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if first[1:] != first[1:].lower() else text[:1].lower() + text[1:]


def _labelled(page: Page, label: str, text: str) -> None:
    lead = f"{label}:" if label else ""
    page.say(f"{lead:<{_LABEL - 1}} {text}", 4, _LABEL)


def _place(several: Sequence[Spot]) -> str:
    spot = several[0]
    said = spot.where
    if len(several) > 1:
        said += f" ({len(several)} times)"
    if any(one.state == "new" for one in several):
        said = f"(new) {said}"
    if spot.excerpt:
        said += f': "{spot.excerpt}"'
    if spot.note:
        said += f" - {spot.note}"
    return said


def _errors(page: Page, report: ComplianceReport) -> None:
    broken = report.of(CheckOutcome.ERROR)
    if broken:
        page.heading("Checks that broke")
        page.bullets(f"{one.title} [{one.rule}]: {one.why}" for one in broken)


# --- the rest ----------------------------------------------------------------------------
def _checklist(page: Page, report: ComplianceReport) -> None:
    human = [one for one in report.of(CheckOutcome.REVIEW) if one.human]
    if not human:
        return
    page.heading("What only a person can judge")
    page.say("No program can answer these. Tick each once somebody has read for it.")
    for one in human:
        where = f"{one.section_title}: " if one.section_title else ""
        page.bullet(f"{where}{one.look_for or sentence(one.title)} [{one.rule}]", 2, "[ ]")
        if one.depends_on:
            page.say(f"Whether this applies depends on: {listed(list(one.depends_on))}.", 6)


def _sections(page: Page, report: ComplianceReport) -> None:
    if not report.sections:
        return
    page.heading("Where the sections of the template were found")
    by_heading = [one for one in report.sections if one.found == "heading"]
    page.say(f"By a heading: {listed([one.title for one in by_heading]) or 'none'}.")
    for how, said in (
        ("imitated heading", "By a line that only looks like a heading"),
        ("content without a heading", "In the text, without a heading of their own"),
        ("absent", "Not found"),
    ):
        titles = [one.title for one in report.sections if one.found == how]
        if titles:
            page.say(f"{said}: {listed(titles)}.")
    shared = {one.heading: (one.title, *one.shared_with) for one in by_heading if one.shared_with}
    for heading, titles in shared.items():
        page.say(f'"{heading}" stands for {listed(sorted(titles))}.')


def _counts(page: Page, report: ComplianceReport) -> None:
    counts = report.counts
    page.heading("In figures")
    page.say(
        f"{len(report.findings)} requirements: {counts.passed} found met, {counts.failed} not met,"
        f" {counts.review} for a person ({counts.of_review_human} of them whatever the draft says),"
        f" {counts.not_applicable} that do not apply"
        + (f", {counts.off} turned off" if counts.off else "")
        + (f", {counts.set_aside} set aside" if counts.set_aside else "")
        + (f", {counts.error} whose check broke" if counts.error else "")
        + "."
    )
    page.say(
        '"Found met" means that what was looked for is there, not that it is true, or enough, or'
        " well said."
    )
    apart = report.of(CheckOutcome.NOT_APPLICABLE)
    if apart:
        page.say("Do not apply:")
        page.bullets((f"{one.title} [{one.rule}]: {small_first(one.why)}" for one in apart), 2)


def _not_checked(page: Page, report: ComplianceReport) -> None:
    said = [*report.not_checked, *report.warnings]
    if said:
        page.heading("What was not checked")
        page.bullets(said)


def _provenance(page: Page, report: ComplianceReport) -> None:
    made = report.provenance
    page.heading("How this report was made")
    as_of = f", as of {made.as_of.isoformat()}" if made.as_of else ""
    page.say(f"{made.program}{as_of}. Engines: {listed(list(made.engines))}.")
    if made.note:
        page.say(made.note)
    for one in report.selection:
        page.say(f"{one.key.capitalize()}: {one.title}. {one.because}", 0, 2)
    page.say("Rules: " + _packs(f"{p.id} {p.version}" for p in made.packs) + ".", 0, 2)
    page.say(f"Hash of the rules: {made.rules_sha256}")
    page.say(f"Hash of the draft: {report.document.sha256}")


def _packs(names: Iterable[str]) -> str:
    return ", ".join(names)

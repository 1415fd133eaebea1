"""What was set by hand, said so that nobody who reads a report can miss it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...schemas.compliance import CheckOutcome, ComplianceReport, Finding
from ..headline import NAMES_MAY_REMAIN
from ..wording import counted, sentence
from .page import Page

TITLE = "Set by hand"
OFF = "Turned off: not checked"
DEMOTED = "Demoted: a breach counts as a question, not as a fault"
_CAME = {
    CheckOutcome.PASS: "Found met in this draft. ",
    CheckOutcome.REVIEW: "A question in this draft in any case. ",
    CheckOutcome.NOT_APPLICABLE: "Does not apply to this draft. ",
    CheckOutcome.ERROR: "Its check broke. ",
}


def set_by_hand(page: Page, report: ComplianceReport) -> None:
    """The rules that were turned off or demoted, each with its reason; nothing if none was."""
    about = list(about_settings(report))
    off, demoted = turned_off(report), eased_rules(report)
    if not (about or off or demoted):
        return
    page.heading(TITLE)
    for one in about:
        page.say(one)
    for title, several in ((OFF, off), (DEMOTED, demoted)):
        if several:
            page.gap()
            page.say(f"{title} ({len(several)})")
            page.bullets((f"{one.title} [{one.rule}]. {why(one)}" for one in several), 2)
    if report.settings.without_effect:
        page.gap()
        page.say("Without effect on this draft")
        page.bullets(report.settings.without_effect, 2)


def about_settings(report: ComplianceReport) -> Iterator[str]:
    """Which file was read, and what it gave beside rules."""
    used = report.settings
    if used.read_from:
        yield f"Settings were read from {used.read_from}."
    if used.names:
        yield f"{counted(used.names, 'name', 'names')} from the settings looked for as well."
    if used.agencies:
        listed = counted(used.agencies, "agency", "agencies")
        yield f"{listed} from the settings not taken for people."
    if any(one.gives_away for one in report.findings if one.eased):
        yield NAMES_MAY_REMAIN


def turned_off(report: ComplianceReport) -> Sequence[Finding]:
    """What was not checked because its rule is off."""
    return report.of(CheckOutcome.OFF)


def eased_rules(report: ComplianceReport) -> Sequence[Finding]:
    """What belongs to a rule that was demoted, whatever came of it."""
    return [one for one in report.findings if one.set_by_hand == "demoted"]


def why(one: Finding) -> str:
    """The reason, and where it was given; for a demoted rule also what came of it."""
    came = ""
    if one.set_by_hand == "demoted":
        came = "Not met in this draft. " if one.eased else _CAME[one.outcome]
    return f"{came}Set {one.set_where}: {sentence(one.reason)}"


def eased(one: Finding) -> str:
    """That a requirement is not met, and is a question all the same."""
    return f"not met, and a question only because it was demoted {one.set_where}: {one.reason}"


def tally(report: ComplianceReport) -> str:
    """How much was set by hand, in a few words; empty if nothing was."""
    off, demoted = len(turned_off(report)), len(eased_rules(report))
    parts = [f"{counted(off, 'rule', 'rules')} turned off"] if off else []
    parts += [f"{counted(demoted, 'rule', 'rules')} demoted"] if demoted else []
    return ", ".join(parts)

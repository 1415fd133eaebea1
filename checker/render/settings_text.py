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
ASIDE = "Set aside: found, looked at, and left as it is"
_CAME = {
    CheckOutcome.PASS: "Found met in this draft. ",
    CheckOutcome.REVIEW: "A question in this draft in any case. ",
    CheckOutcome.NOT_APPLICABLE: "Does not apply to this draft. ",
    CheckOutcome.ERROR: "Its check broke. ",
    CheckOutcome.SET_ASIDE: "Set aside in this draft. ",
}


def set_by_hand(page: Page, report: ComplianceReport) -> None:
    """The rules that were turned off or demoted, each with its reason; nothing if none was."""
    about = list(about_settings(report))
    off, demoted, aside = turned_off(report), eased_rules(report), list(set_aside(report))
    if not (about or off or demoted or aside or report.settings.without_effect):
        return
    page.heading(TITLE)
    for one in about:
        page.say(one)
    for title, several in ((OFF, off), (DEMOTED, demoted)):
        if several:
            page.gap()
            page.say(f"{title} ({len(several)})")
            page.bullets((f"{one.title} [{one.rule}]. {why(one)}" for one in several), 2)
    if aside:
        page.gap()
        page.say(f"{ASIDE} ({len(aside)})")
        page.bullets((f"{said} {reason}" for said, reason in aside), 2)
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
    eased_or_aside = (f for f in report.findings if f.eased or f.set_aside or _whole(f))
    if any(one.gives_away for one in eased_or_aside):
        yield NAMES_MAY_REMAIN


def turned_off(report: ComplianceReport) -> Sequence[Finding]:
    """What was not checked because its rule is off."""
    return report.of(CheckOutcome.OFF)


def eased_rules(report: ComplianceReport) -> Sequence[Finding]:
    """What belongs to a rule that was demoted, whatever came of it."""
    return [one for one in report.findings if one.set_by_hand == "demoted"]


def set_aside(report: ComplianceReport) -> Iterator[tuple[str, str]]:
    """Every single finding that was set aside: which it is, and why it was."""
    for one in report.findings:
        for spot in one.set_aside:
            quoted = f': "{spot.excerpt}"' if spot.excerpt else ""
            yield (
                f"{one.title} [{one.rule}], {spot.where}{quoted}.",
                f"Set aside {spot.set_where}: {sentence(spot.reason)}",
            )
        if _whole(one):
            yield (
                f"{one.title} [{one.rule}].",
                f"Set aside {one.set_where}: {sentence(one.reason)}",
            )


def _whole(one: Finding) -> bool:
    return one.set_by_hand == "set-aside"


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
    aside = len(list(set_aside(report)))
    parts += [f"{counted(aside, 'finding', 'findings')} set aside"] if aside else []
    return ", ".join(parts)

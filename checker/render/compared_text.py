"""What changed since an earlier report, said the same in every face."""

from __future__ import annotations

from collections.abc import Iterator

from ...schemas.comparison import Comparison, Gone
from ...schemas.compliance import ComplianceReport, Finding, Spot
from ..clocks import long_date
from ..comparing import in_short
from ..finds import is_open
from ..wording import counted
from .page import Page

TITLE = "Since the earlier report"
NEW, RIGHT, OTHERWISE = "New, by requirement", "Put right", "Gone for another reason"
HOW = {
    "put right": "looked for, and not found any more",
    "turned off": "its rule is turned off",
    "set aside": "set aside by hand",
    "does not apply": "what it asks does not apply any more",
    "not asked": "not asked of this draft",
    "check broke": "its check broke",
    "cannot be told": "whether it was put right cannot be told: less was known of the case",
}


def since(page: Page, report: ComplianceReport) -> None:
    """What is new, and what became of the rest; nothing where there is no earlier report."""
    made = report.compared
    if made is None:
        return
    page.heading(TITLE)
    for one in about(made):
        page.say(one)
    for title, items in parts(report):
        page.gap()
        page.say(f"{title} ({len(items)})")
        page.bullets((f"{what}{f': {why}' if why else ''}" for what, why in items), 2)


def about(made: Comparison) -> Iterator[str]:
    """Which report it is compared with, how it stands to it, and in what the checks differ."""
    name = f" on {made.earlier_draft}" if made.earlier_draft else ""
    day = f", as of {long_date(made.earlier_as_of)}" if made.earlier_as_of else ""
    yield f"Compared with the report{name}{day}. {in_short(made)}"
    yield from made.differences


def parts(report: ComplianceReport) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """New finds, those put right and those gone otherwise, each with what is to be said of it."""
    made = report.compared
    if made is None:
        return
    right = [one for one in made.gone if one.how == "put right"]
    others = [one for one in made.gone if one.how != "put right"]
    for title, items in (
        (NEW, [(what, "") for one in report.findings if is_open(one) for what in _new(one)]),
        (RIGHT, [(_gone(one), "") for one in right]),
        (OTHERWISE, [(_gone(one), HOW[one.how]) for one in others]),
    ):
        if items:
            yield title, items


def _new(one: Finding) -> Iterator[str]:
    """A new finding in one line: its words stand further down, where each place is marked new."""
    named = f"{one.title} [{one.rule}]"
    places = [spot for spot in one.places if spot.state == "new"]
    if places:
        more = len(places) + one.more_new - 1
        others = f", and {counted(more, 'more place', 'more places')}" if more else ""
        yield f"{named}, {places[0].where}{others}"
    elif one.state == "new":
        yield named
    elif one.more_new:
        yield f"{named}: {counted(one.more_new, 'place', 'places')}, not listed"


def _place(spot: Gone) -> str:
    return spot.where + (f': "{spot.excerpt}"' if spot.excerpt else "")


def _gone(one: Gone) -> str:
    return f"{one.title} [{one.rule}]{f', {_place(one)}' if one.where else ''}"


def fresh(one: Finding, spots: tuple[Spot, ...] = ()) -> str:
    """``New`` before a finding or its places, where all of it is new; else empty.

    A finding that was a question and has become a fault is told apart.
    """
    if one.state == "new" or (spots and all(spot.state == "new" for spot in spots)):
        return "New"
    if one.state == "remains" and (one.outcome.value, one.outcome_before) == ("fail", "review"):
        return "A question before"
    return ""

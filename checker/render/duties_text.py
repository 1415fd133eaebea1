"""Duties as plain text: what to do now in full, the rest stage by stage in a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ...schemas.decision import DutyDue, DutyState
from ..clocks import long_date
from ..duties import overdue_words
from ..duty_steps import STAGES, Plan, Staged, Step, plan
from ..wording import sentence
from .duty_words import GROUPS, brief, due_or_limit, waits_for
from .page import Page

_MARK = {
    DutyState.DONE: "done",
    DutyState.DONE_LATE: "DONE LATE",
    DutyState.DUE: "due",
    DutyState.OVERDUE: "OVERDUE",
    DutyState.WAITING: "waiting",
    DutyState.NO_CLOCK: "to do",
    DutyState.UNCLEAR: "unclear",
    DutyState.NOT_NEEDED: "none needed",
    DutyState.EARLIER: "not on record",
}

Cites = Callable[[Page, DutyDue, int], None]
"""Writes the sources of a duty at an indent."""


def duty_plan(
    page: Page, duties: Iterable[DutyDue], as_of: date | None, cites: Cites, *, whole: bool
) -> None:
    """All duties: what must be done now, then what follows.

    ``whole`` says everything in full; otherwise what is not for now has a line each.
    """
    if as_of:
        page.say(f"As of {long_date(as_of)}. Months are calendar months.")
    else:
        page.say("No date was given to measure against, so nothing is marked overdue.")
    made = plan(duties)

    def write(steps: Iterable[Step]) -> None:
        for step in steps:
            _full(page, step, as_of, cites) if whole else _line(page, step)

    _now(page, made, as_of, cites)
    for title, staged in (
        (GROUPS.later, made.later),
        (GROUPS.if_yes, made.if_yes),
        (GROUPS.if_no, made.if_no),
    ):
        _staged(page, title, staged, write)
    for title, steps in (
        (GROUPS.unclear, made.unclear),
        (GROUPS.earlier, made.earlier),
        (GROUPS.done, made.done),
    ):
        if steps:
            page.gap()
            page.say(title)
            write(steps)
    if not whole:
        page.gap()
        page.say("`dhr timeline` sets out each of these in full, with who, limit and source.")


def _now(page: Page, made: Plan, as_of: date | None, cites: Cites) -> None:
    page.gap()
    page.say(GROUPS.now if made.now else GROUPS.nothing_now)
    for step in made.now:
        _full(page, step, as_of, cites)


def _staged(
    page: Page, title: str, staged: Staged, write: Callable[[Iterable[Step]], None]
) -> None:
    if not staged:
        return
    page.gap()
    page.say(title)
    for stage, steps in staged:
        page.say(f"{STAGES[stage]}:", 2)
        write(steps)


def _line(page: Page, step: Step) -> None:
    page.say(f"- {brief(step)}", 4, 2)


def _full(page: Page, step: Step, as_of: date | None, cites: Cites) -> None:
    first = step.lead
    local = "" if step.state is first.state else f"; locally {_MARK[step.state]}"
    page.say(f"[{_MARK[first.state]}{local}] {first.title}", 2, 2)
    page.say(
        f"{sentence(first.who)[:-1]} {first.level}: {first.what[0].lower()}"
        f"{sentence(first.what)[1:]}",
        4,
    )
    _dates(page, first, as_of, 4)
    cites(page, first, 4)
    for other in step.others:
        page.say(
            f"Locally [{_MARK[other.state]}]: {sentence(other.title)} {sentence(other.what)}", 4, 2
        )
        _dates(page, other, as_of, 6)
        cites(page, other, 6)


def _dates(page: Page, duty: DutyDue, as_of: date | None, indent: int) -> None:
    late = overdue_words(duty, as_of)
    page.say(f"{due_or_limit(duty)}{f' - {late}' if late else ''}.", indent)
    if waiting := waits_for(duty):
        page.say(f"Waiting on: {waiting}.", indent)
    if duty.paused_by:
        page.say(f"Moved by: {sentence(duty.paused_by)}", indent)

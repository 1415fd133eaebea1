"""Duties of a case: what applies, when it is due, and where it stands.

A clock that has not started waits on the date that starts it.  ``as_of`` decides what is
overdue; without it nothing is.
"""

from __future__ import annotations

from datetime import date

from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.decision import DutyDue, DutyState
from ..schemas.rule import Duty
from .casework import Run
from .citing import citations
from .clocks import Due, due, in_words, long_date, said
from .logic import YES
from .openings import waiting_on
from .packs import RuleSet


def duties(run: Run, nation: str, as_of: date | None) -> tuple[DutyDue, ...]:
    """Every duty that applies, or may apply, in the order of the packs."""
    found: list[DutyDue] = []
    for duty in run.ruleset.entries("duties"):
        applies = run.case.answer(f"duty:{duty.id}")
        if applies is not Answer.NO:
            found.append(_duty(run, duty, applies, nation, as_of))
    return tuple(found)


def _duty(run: Run, duty: Duty, applies: Answer, nation: str, as_of: date | None) -> DutyDue:
    facts = run.case.facts
    start: PartialDate | None = facts[duty.start].value if duty.start else None
    done: PartialDate | None = facts[duty.done].value if duty.done else None
    clock = due(start, duty.limit, nation) if start else None
    clock = _extended(run, duty, clock)
    state, waiting = _state(run.ruleset, duty, start, done, clock, as_of)
    if applies is Answer.OPEN and state is not DutyState.DONE:
        state = DutyState.UNCLEAR
        waiting = "; ".join(waiting_on(run, f"duty:{duty.id}"))
    return DutyDue(
        rule=duty.id,
        title=duty.title,
        who=duty.who,
        what=" ".join(duty.what.split()),
        level=duty.level,
        state=state,
        limit=in_words(duty.limit),
        start=said(start) if start else "",
        due=clock.earliest if clock else None,
        due_latest=clock.latest if clock else None,
        arithmetic=clock.arithmetic if clock else "",
        done=said(done) if done else "",
        waiting_on=waiting,
        paused_by=duty.paused_by,
        citations=citations(run, duty),
    )


def _extended(run: Run, duty: Duty, clock: Due | None) -> Due | None:
    """A limit that an agreement may move is moved only by one that is recorded."""
    until = run.case.facts["review.extension_until"].value
    agreed = run.case.facts["review.extension_agreed"].value
    if clock is None or not duty.paused_by or until is None or agreed is None:
        return clock
    words = f"{clock.arithmetic}; extended by agreement of {said(agreed)} to {said(until)}"
    return Due(until.earliest(), until.latest(), words)


def _state(
    ruleset: RuleSet,
    duty: Duty,
    start: PartialDate | None,
    done: PartialDate | None,
    clock: Due | None,
    as_of: date | None,
) -> tuple[DutyState, str]:
    if done is not None:
        late = clock is not None and done.after(clock.latest) is YES
        return (DutyState.DONE_LATE if late else DutyState.DONE), ""
    if duty.start is not None and start is None:
        return DutyState.WAITING, ruleset.base.facts[duty.start].label
    if clock is None:
        return DutyState.NO_CLOCK, ""
    if as_of is not None and as_of > clock.latest:
        return DutyState.OVERDUE, ""
    return DutyState.DUE, ""


def overdue_words(duty: DutyDue, as_of: date | None) -> str:
    """How long a duty is overdue, in days."""
    if duty.state is not DutyState.OVERDUE or as_of is None or duty.due_latest is None:
        return ""
    days = (as_of - duty.due_latest).days
    return f"overdue by {days} day{'' if days == 1 else 's'} on {long_date(as_of)}"

"""Duties of a case: what applies, when it is due, and where it stands.

A clock that has not started waits on the date that starts it.  ``as_of`` decides what is
overdue; without it nothing is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.decision import DutyDue, DutyState
from ..schemas.rule import Duty, Stage
from .casework import Plain, Run
from .citing import citations
from .clocks import Due, due, in_words, long_date, said
from .logic import YES, Fact
from .openings import waiting_on
from .packs import RuleSet


@dataclass(frozen=True, slots=True)
class _Given:
    """What all duties of one case are looked at with."""

    run: Run
    nation: str
    as_of: date | None
    local: frozenset[str]
    """Ids of the duties of local protocols."""
    if_met: Plain
    if_not: Plain

    @property
    def facts(self) -> Mapping[str, Fact]:
        return self.run.case.facts

    def date(self, fact: str | None) -> PartialDate | None:
        """A date of the record; None where there is none, or no fact is named."""
        return self.facts[fact].value if fact else None

    def reached(self) -> Stage:
        """The latest stage of which the record has a date."""
        for stage, facts in _BEGUN.items():
            if any(self.facts[fact].known for fact in facts):
                return stage
        return Stage.FIRST


_BEGUN = {
    Stage.CLEARED: ("review.quality_assured", "review.published", "review.action_plan_audited"),
    Stage.REPORT: ("review.completed", "review.submitted"),
    Stage.REVIEW: ("review.chair_appointed", "review.started", "review.terms_of_reference_agreed"),
    Stage.DECIDED: ("case.decision",),
}
"""The dates that show that a stage has begun, the latest stage first."""

_DECISION = "case.decision"
_STARTS = (
    "death.date", "case.local_authority_aware", "case.csp_aware", "case.notified", _DECISION,
    "review.chair_appointed", "review.started", "review.terms_of_reference_agreed",
    "review.completed", "review.submitted", "review.quality_assured", "review.published",
)  # fmt: skip
"""The dates that start clocks, in the order in which they come about."""


def duties(run: Run, nation: str, as_of: date | None) -> tuple[DutyDue, ...]:
    """Every duty that applies, or may apply, in the order in which it has to be done.

    Those that apply come before those that hang on the outcome or on another answer; within
    each, stage by stage, those with a date first.  The order of the packs breaks ties.
    """
    local = {d.id for p in run.ruleset.packs if p.head.kind == "local" for d in p.entries("duties")}
    plain, goal = Plain(run.inputs, run.ruleset), run.ruleset.test.definition
    given = _Given(
        run,
        nation,
        as_of,
        frozenset(local),
        plain.given(goal, Answer.YES),
        plain.given(goal, Answer.NO),
    )
    found: list[tuple[DutyDue, int]] = []
    for duty in run.ruleset.entries("duties"):
        applies = run.case.answer(f"duty:{duty.id}")
        if applies is not Answer.NO:
            begins = _STARTS.index(duty.start) if duty.start in _STARTS else len(_STARTS)
            found.append((_duty(given, duty, applies), begins))
    return tuple(duty for duty, _ in sorted(found, key=_order))


def _order(of: tuple[DutyDue, int]) -> tuple[bool, int, date, int]:
    duty, begins = of
    return duty.state is DutyState.UNCLEAR, duty.stage.place, duty.due_latest or date.max, begins


def _duty(given: _Given, duty: Duty, applies: Answer) -> DutyDue:
    run = given.run
    start, done = given.date(duty.start), given.date(duty.done)
    clock = due(start, duty.limit, given.nation) if start else None
    clock = _extended(run, duty, clock)
    state, waiting = _state(given, duty, clock)
    if applies is Answer.OPEN and state not in (DutyState.DONE, DutyState.NOT_NEEDED):
        state = DutyState.UNCLEAR
        waiting = "; ".join(waiting_on(run, f"duty:{duty.id}"))
    met_by = given.date(duty.met_by) if state is DutyState.NOT_NEEDED else None
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
        topic=duty.topic,
        stage=duty.falls_in,
        local=duty.id in given.local,
        instead=f"{_label(run.ruleset, duty.met_by)}: {said(met_by)}" if met_by else "",
        follows=_follows(given, duty) if state is DutyState.UNCLEAR else "",
        citations=citations(run, duty),
    )


def _follows(given: _Given, duty: Duty) -> Literal["", "yes", "no"]:
    """Whether a duty hangs on the outcome: on its being yes, or no."""
    if given.run.case.answer(given.run.ruleset.test.definition) is not Answer.OPEN:
        return ""
    name = f"duty:{duty.id}"
    if_met, if_not = given.if_met.answer(name), given.if_not.answer(name)
    if if_not is Answer.NO and if_met is not Answer.NO:
        return "yes"
    return "no" if if_met is Answer.NO and if_not is not Answer.NO else ""


def _label(ruleset: RuleSet, fact: str | None) -> str:
    return ruleset.base.facts[fact].label if fact else ""


def _extended(run: Run, duty: Duty, clock: Due | None) -> Due | None:
    """A limit that an agreement may move is moved only by one that is recorded."""
    until = run.case.facts["review.extension_until"].value
    agreed = run.case.facts["review.extension_agreed"].value
    if clock is None or not duty.paused_by or until is None or agreed is None:
        return clock
    words = f"{clock.arithmetic}; extended by agreement of {said(agreed)} to {said(until)}"
    return Due(until.earliest(), until.latest(), words)


def _state(given: _Given, duty: Duty, clock: Due | None) -> tuple[DutyState, str]:
    """Where a duty stands, and what it waits on."""
    done = given.date(duty.done)
    if done is not None:
        late = clock is not None and done.after(clock.latest) is YES
        return (DutyState.DONE_LATE if late else DutyState.DONE), ""
    if given.date(duty.met_by) is not None:
        return DutyState.NOT_NEEDED, ""
    # A duty without a clock of its own still has to wait until there is a review to do it in.
    start = duty.start or (None if duty.falls_in is Stage.FIRST else _DECISION)
    if start is not None and given.date(start) is None:
        return DutyState.WAITING, _label(given.run.ruleset, start)
    if duty.done is None and duty.falls_in.place < given.reached().place - 1:
        return DutyState.EARLIER, ""
    if clock is None:
        return DutyState.NO_CLOCK, ""
    if given.as_of is not None and given.as_of > clock.latest:
        return DutyState.OVERDUE, ""
    return DutyState.DUE, ""


def overdue_words(duty: DutyDue, as_of: date | None) -> str:
    """How long a duty is overdue, in days."""
    if duty.state is not DutyState.OVERDUE or as_of is None or duty.due_latest is None:
        return ""
    days = (as_of - duty.due_latest).days
    return f"overdue by {days} day{'' if days == 1 else 's'} on {long_date(as_of)}"

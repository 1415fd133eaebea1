"""Duties as a reader needs them: what to do now, then what follows, stage by stage.

A national and a local duty on one topic are one step with two limits and two sources.  No
duty is left out: what is not for now is only said more briefly.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..schemas.decision import DutyDue, DutyState
from ..schemas.rule import Stage

STAGES = {
    Stage.FIRST: "Until the decision is made",
    Stage.DECIDED: "Once it is decided: telling people, and setting the review up",
    Stage.REVIEW: "While the review runs",
    Stage.REPORT: "The report: completing, agreeing and sending it",
    Stage.CLEARED: "After clearance: publication and the action plan",
}

_NOW = (DutyState.OVERDUE, DutyState.DUE, DutyState.NO_CLOCK)
_DONE = (DutyState.DONE, DutyState.DONE_LATE, DutyState.NOT_NEEDED)
_PRESSING = (*_NOW, DutyState.WAITING, DutyState.UNCLEAR, DutyState.EARLIER, *_DONE)
"""States, the most pressing first: a step is as pressing as the most pressing duty in it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: a duty, and what a local protocol asks for on the same topic."""

    duties: tuple[DutyDue, ...]

    @property
    def lead(self) -> DutyDue:
        """The duty that the step is named after: the national one, where there is one."""
        return self.duties[0]

    @property
    def others(self) -> tuple[DutyDue, ...]:
        """The rest of the duties on the topic."""
        return self.duties[1:]

    @property
    def state(self) -> DutyState:
        """The state of the most pressing of its duties."""
        return min((one.state for one in self.duties), key=_PRESSING.index)

    @property
    def by(self) -> date:
        """The earliest day by which part of it has to be done; the last day there is if none."""
        pressing = (one.due_latest for one in self.duties if one.state in _NOW)
        return min((day for day in pressing if day), default=date.max)

    @property
    def follows(self) -> str:
        """``yes`` or ``no`` where the whole step hangs on that outcome."""
        said = {one.follows for one in self.duties}
        return said.pop() if len(said) == 1 else ""


Staged = tuple[tuple[Stage, tuple[Step, ...]], ...]
"""Steps under their stages, in the order of time; a stage without a step is left out."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a case in the groups in which a reader needs them."""

    now: tuple[Step, ...]
    later: Staged
    """Steps that apply, and wait for another to be done."""
    if_yes: Staged
    if_no: Staged
    unclear: tuple[Step, ...]
    """Steps that hang on something else than the outcome."""
    earlier: tuple[Step, ...]
    """Steps of a stage that has passed, of which the record cannot show whether they were done."""
    done: tuple[Step, ...]

    def steps(self) -> Iterator[Step]:
        """Every step, each once."""
        yield from self.now
        for staged in (self.later, self.if_yes, self.if_no):
            for _, found in staged:
                yield from found
        yield from (*self.unclear, *self.earlier, *self.done)


def plan(duties: Iterable[DutyDue]) -> Plan:
    """Put duties together to steps, and the steps into groups."""
    found = steps(duties)

    def of(*states: DutyState) -> list[Step]:
        return [one for one in found if one.state in states]

    unclear = of(DutyState.UNCLEAR)
    return Plan(
        now=tuple(sorted(of(*_NOW), key=lambda one: (one.by, one.lead.stage.place))),
        later=_staged(of(DutyState.WAITING)),
        if_yes=_staged(one for one in unclear if one.follows == "yes"),
        if_no=_staged(one for one in unclear if one.follows == "no"),
        unclear=tuple(one for one in unclear if one.follows == ""),
        earlier=tuple(of(DutyState.EARLIER)),
        done=tuple(of(*_DONE)),
    )


def steps(duties: Iterable[DutyDue]) -> list[Step]:
    """Duties as steps, in their order; those on one topic together, the national one first."""
    by_topic: dict[str, list[DutyDue]] = {}
    for duty in duties:
        by_topic.setdefault(duty.topic or duty.rule, []).append(duty)
    return [Step(tuple(sorted(found, key=lambda one: one.local))) for found in by_topic.values()]


def _staged(found: Iterable[Step]) -> Staged:
    by_stage: dict[Stage, list[Step]] = {}
    for step in found:
        by_stage.setdefault(step.lead.stage, []).append(step)
    return tuple((stage, tuple(by_stage[stage])) for stage in Stage if stage in by_stage)

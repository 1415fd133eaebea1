"""The duties of a decision as blocks: what to do now in full, the rest folded by stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...schemas.decision import Decision, DutyDue, DutyState
from ..clocks import long_date
from ..duties import overdue_words
from ..duty_steps import STAGES, Staged, Step, plan
from ..wording import sentence
from .duty_words import GROUPS, due_or_limit, waits_for
from .sheet import Block, Box, Folded, Heading, Para, Piece, Strong, Table, Words, pieces
from .sources import Sources

_STATES = {
    DutyState.DONE: "Done",
    DutyState.DONE_LATE: "Done, late",
    DutyState.DUE: "Due",
    DutyState.OVERDUE: "Overdue",
    DutyState.WAITING: "Waiting",
    DutyState.NO_CLOCK: "To do",
    DutyState.UNCLEAR: "Unclear",
    DutyState.NOT_NEEDED: "None needed",
    DutyState.EARLIER: "Not on record",
}


def duties(decision: Decision, sources: Sources) -> Iterable[Block]:
    """Every duty with its date, the arithmetic and its source; what is not for now, folded."""
    as_of = decision.provenance.as_of
    made = plan(decision.duties)
    yield Heading("What must be done, and by when")
    measured = f"As of {long_date(as_of)}. " if as_of else "No date was given to measure against. "
    yield Para(f"{measured}Months are calendar months. A trial never stops the decision itself.")
    late = [one for one in decision.duties if one.state is DutyState.OVERDUE]
    if late:
        titles = tuple(f"{one.title}: {overdue_words(one, as_of)}" for one in late)
        yield Box("Overdue", titles, "stop")
    if made.now:
        yield Table(
            GROUPS.now,
            ("Duty", "Who", "State", "Date or limit", "Source"),
            tuple(_row(step, as_of, sources) for step in made.now),
            (34, 14, 11, 27, 14),
        )
    else:
        yield Para(GROUPS.nothing_now)
    for title, staged in (
        (GROUPS.later, made.later),
        (GROUPS.if_yes, made.if_yes),
        (GROUPS.if_no, made.if_no),
    ):
        if staged:
            yield Folded(title, tuple(_stages(title, staged, sources)))
    for title, found in (
        (GROUPS.unclear, made.unclear),
        (GROUPS.earlier, made.earlier),
        (GROUPS.done, made.done),
    ):
        if found:
            yield Folded(title, (_short("", title, found, sources),))


def _stages(title: str, staged: Staged, sources: Sources) -> Iterator[Block]:
    for stage, found in staged:
        yield _short(STAGES[stage], title, found, sources)


def _short(caption: str, under: str, found: Iterable[Step], sources: Sources) -> Table:
    return Table(
        caption,
        ("Duty", "Who", "Date or limit", "Source"),
        tuple(_short_row(step, sources) for step in found),
        (36, 17, 33, 14),
        under=under,
    )


def _short_row(step: Step, sources: Sources) -> tuple[Words, ...]:
    first = step.lead
    said = [f"{due_or_limit(first)}."]
    if first.state is DutyState.UNCLEAR and (waiting := waits_for(first)):
        said.append(f"Waiting on: {waiting}.")  # a step that waits stands under its stage
    said += [f"Locally: {sentence(one.title)} {due_or_limit(one)}." for one in step.others]
    return (first.title, sentence(first.who)[:-1], " ".join(said), _refs(step, sources))


def _row(step: Step, as_of: date | None, sources: Sources) -> tuple[Words, ...]:
    first = step.lead
    what = [f"{first.title}. {first.level.capitalize()}: {sentence(first.what)}"]
    what += [f"Locally: {sentence(one.title)} {sentence(one.what)}" for one in step.others]
    said = [_dated(first, as_of)]
    said += [f"Locally ({_STATES[one.state].lower()}): {_dated(one, as_of)}" for one in step.others]
    return (
        " ".join(what),
        sentence(first.who)[:-1],
        (Strong(_STATES[step.state]),),
        " ".join(said),
        _refs(step, sources),
    )


def _dated(duty: DutyDue, as_of: date | None) -> str:
    said = [f"{due_or_limit(duty)}."]
    if late := overdue_words(duty, as_of):
        said.append(sentence(late))
    if waiting := waits_for(duty):
        said.append(f"Waiting on: {waiting}.")
    if duty.paused_by:
        said.append(f"Moved by: {sentence(duty.paused_by)}")
    return " ".join(said)


def _refs(step: Step, sources: Sources) -> Words:
    found: list[Piece] = []
    for number, one in enumerate(step.duties):
        found += [" "] * bool(number) + [*pieces(sources.refs(one.citations))]
    return tuple(found)

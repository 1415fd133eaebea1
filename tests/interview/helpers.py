"""What the interview tests share: answers out of a full record, and answers to try."""

from __future__ import annotations

from typing import Any

from dhr_checker.checker.errors import DhrError
from dhr_checker.checker.interview import Interview
from dhr_checker.checker.interview_answers import NOBODY, People
from dhr_checker.checker.openings import Missing, Undecided, openings
from dhr_checker.checker.prepare import Prepared, prepare
from dhr_checker.checker.records import load_case
from dhr_checker.checker.whatif import possible_values
from dhr_checker.schemas.case import CaseRecord
from dhr_checker.schemas.interview import Ask

MOST_QUESTIONS = 60


def read(record: Any) -> Prepared:
    return prepare(record, None, "plain")


def state(record: CaseRecord) -> tuple[str, frozenset[Any]]:
    """The outcome, and every open point: told by the rules, not by the interview."""
    ready = read(record)
    goal = ready.done.ruleset.test.definition
    return str(ready.done.case.answer(goal)), frozenset(openings(ready.done, goal))


def point_of(ask: Ask) -> Missing | Undecided:
    if ask.kind == "judgement":
        return Undecided(ask.about, ask.proposition)
    return Missing(ask.about, ask.fact)


def values_for(ask: Ask, ready: Prepared) -> list[Any]:
    """Answers that somebody might give, from the question alone."""
    if ask.kind in ("yes-no", "judgement"):
        return [True, False]
    if ask.kind == "choice":
        return [one.value for one in ask.options]
    if ask.kind == "choices":
        return [(one.value,) for one in ask.options] + [()]
    if ask.kind == "people":
        said = {"all": People("all", 1), "some": People("some", 1), "none": People("none", 0)}
        return [*said.values(), People("all", 0)] if _has_nobody(ask) else list(said.values())
    return [one.value for one in possible_values(ready.done.ruleset, ask.fact)]


def _has_nobody(ask: Ask) -> bool:
    return any(one.value == NOBODY for one in ask.options)


def answered(record: CaseRecord, ask: Ask, value: Any) -> CaseRecord | None:
    """The record with an answer in it; None where the record cannot hold it."""
    interview = Interview(record)
    try:
        interview.answer(ask, value)
    except DhrError:
        return None
    return interview.record


def interview_from(full: Any) -> tuple[Interview, list[Ask]]:
    """Hold an interview from an empty record, with every answer taken from a full one."""
    known = read(full)
    talk = Interview(load_case({"reference": known.record.reference}))
    asked: list[Ask] = []
    while (found := talk.questions()) and len(asked) < MOST_QUESTIONS:
        asked.append(found[0])
        _answer_from(talk, found[0], known)
    return talk, asked


def _answer_from(talk: Interview, ask: Ask, known: Prepared) -> None:
    entity = known.done.inputs.find(ask.about)
    if ask.kind == "judgement":
        made = entity.judged.get(ask.proposition)
        if made is None:
            talk.pass_over(ask)
        else:
            talk.answer(ask, str(made) == "yes", by="CSP chair")
        return
    value = entity.facts[ask.fact].value
    if ask.kind == "people":
        value = People(value or "none", len(known.record.alleged_perpetrators))
    elif isinstance(value, frozenset):
        value = tuple(sorted(value))
    if value is None:
        talk.not_known(ask)
    else:
        talk.answer(ask, value)

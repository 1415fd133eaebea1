"""What can come out of a requirement, and which of it its examples do not show.

Read off the conditions without any draft: an ``and`` can be yes if each of its parts can, a
detector says itself which answers it can give, and whatever a case record or another rule
has to answer may be open.  So an author of rules is told which examples are still to be
written, and a reader of a rule sees every way in which it can go.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from ..schemas.common import Answer
from ..schemas.compliance import CheckOutcome
from ..schemas.rule import Requirement
from .conditions import (
    RECORD_TESTS,
    All,
    Always,
    AnyOf,
    Condition,
    Not,
    Observe,
    Test,
    parse,
)
from .detectors.base import ANY_ANSWER, SETTLED, Answers, can_give
from .logic import conjunction, disjunction, flip, truth
from .requirement_examples import draft_examples

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN
PASS, REVIEW, NOT_APPLICABLE = (
    CheckOutcome.PASS,
    CheckOutcome.REVIEW,
    CheckOutcome.NOT_APPLICABLE,
)
ORDER = (PASS, CheckOutcome.FAIL, REVIEW, NOT_APPLICABLE)


def possible_answers(condition: Condition) -> Answers:
    """The answers that a condition can have, its parts taken as independent of each other."""
    if isinstance(condition, Always):
        return frozenset({truth(condition.yes)})
    if isinstance(condition, Not):
        return frozenset(flip(one) for one in possible_answers(condition.part))
    if isinstance(condition, All | AnyOf):
        join = conjunction if isinstance(condition, All) else disjunction
        sides = [possible_answers(part) for part in condition.parts]
        return frozenset(join(chosen) for chosen in product(*sides))
    if isinstance(condition, Observe):
        return can_give(condition.detector, condition.settings)
    if isinstance(condition, Test) and condition.op in RECORD_TESTS:
        return SETTLED  # what nobody wrote down is simply not there
    return ANY_ANSWER


def _answers(source: Any) -> Answers:
    return frozenset({YES}) if source is None else possible_answers(parse(source))


def possible_outcomes(requirement: Requirement) -> tuple[CheckOutcome, ...]:
    """The outcomes that a requirement can have, in the order pass, fail, review, not applicable."""
    found = set(_outcomes(requirement))
    return tuple(one for one in ORDER if one in found)


def _outcomes(requirement: Requirement) -> Iterator[CheckOutcome]:
    applies = _answers(requirement.applies_when)
    if NO in applies:
        yield NOT_APPLICABLE
    if applies == frozenset({NO}):
        return
    if requirement.when is None:
        yield REVIEW
        return
    met = _answers(requirement.when)
    if YES in met:
        yield PASS
    if OPEN in met or (NO in met and OPEN in applies):
        yield REVIEW
    if NO in met and (YES in applies or requirement.on_no == REVIEW):
        yield CheckOutcome(requirement.on_no)


def outcomes_without_example(requirement: Requirement) -> tuple[CheckOutcome, ...]:
    """The outcomes that a requirement can have and that none of its examples shows."""
    shown = {example.then for example in draft_examples(requirement)}
    return tuple(one for one in possible_outcomes(requirement) if one not in shown)

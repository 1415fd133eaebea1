"""Three-valued logic: what a condition is worth, given facts and answers.

Strong Kleene: a false conjunct settles a conjunction whatever else is open, a true
disjunct settles a disjunction, and everything else that touches the unknown stays open.
All comparing of values happens in ``holds``, in Python and by type; the engine never sees
a value.

``value_of`` is also the plain reading of the language, without clauses or an engine: the
tests use it as the oracle for both engines, and what-if questions use it for its speed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta

from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from .conditions import All, Always, AnyOf, Condition, Each, Not, Observe, Ref, Test

YES, NO, OPEN = Answer.YES, Answer.NO, Answer.OPEN


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as the record has it.

    ``value`` is None when it is missing; ``asked`` then says whether somebody asked and
    found that it cannot be known.
    """

    value: Any = None
    asked: bool = False

    @property
    def known(self) -> bool:
        """Whether the record has a value."""
        return self.value is not None


MISSING = Fact()
Facts = Mapping[str, Fact]

OLDEST = 120
"""No record may state a greater age, so a range that ends here has no end."""


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number known only to lie from ``low`` to ``high``, both included.

    An age worked out from a year of birth is one: "43 or 44" settles whether somebody was
    16 or over, and asking for the day of birth would waste a question.
    """

    low: int
    high: int


def flip(answer: Answer) -> Answer:
    """Negation: open stays open."""
    return {YES: NO, NO: YES, OPEN: OPEN}[answer]


def conjunction(answers: Iterable[Answer]) -> Answer:
    """No if any is no; yes if all are yes; otherwise open.  Stops at the first no."""
    worth = YES
    for answer in answers:
        if answer is NO:
            return NO
        if answer is OPEN:
            worth = OPEN
    return worth


def disjunction(answers: Iterable[Answer]) -> Answer:
    """Yes if any is yes; no if all are no; otherwise open.  Stops at the first yes."""
    worth = NO
    for answer in answers:
        if answer is YES:
            return YES
        if answer is OPEN:
            worth = OPEN
    return worth


def truth(value: bool) -> Answer:
    """A Python truth value as an answer."""
    return YES if value else NO


def holds(test: Test, facts: Facts) -> Answer:
    """What one test of one fact is worth.  A missing fact leaves it open, never no."""
    fact = facts.get(test.fact, MISSING)
    if test.op == "known":
        # "Not known" is only said when somebody asked: an unasked question is open.
        return YES if fact.known else NO if fact.asked else OPEN
    if test.op == "recorded":
        return truth(fact.known)
    if test.op == "recorded_as":
        return truth(fact.known and fact.value == test.value)
    if not fact.known:
        return OPEN
    if isinstance(fact.value, Between):
        return _between_holds(test, fact.value)
    if test.op in _ON_VALUES:
        return truth(_ON_VALUES[test.op](fact.value, test.value))
    return _date_holds(test, fact.value, facts)


def _between_holds(test: Test, value: Between) -> Answer:
    """What a test of a number is worth when only its bounds are known."""
    if test.op in ("is", "in"):
        return OPEN if any(value.low <= one <= value.high for one in test.values) else NO
    compare = _ON_VALUES[test.op]
    at_ends = {compare(value.low, test.value), compare(value.high, test.value)}
    return OPEN if len(at_ends) == 2 else truth(at_ends.pop())


def _date_holds(test: Test, value: PartialDate, facts: Facts) -> Answer:
    bound: PartialDate | date
    if test.other is not None:
        other = facts.get(test.other, MISSING)
        if not other.known:
            return OPEN
        bound = other.value
    else:
        bound = test.value
    if test.op == "later_than_months":
        return _later_than(value, bound, test.months)
    compare: Callable[[Any], Answer] = getattr(value, test.op)
    return compare(bound)


def _later_than(value: PartialDate, start: PartialDate | date, months: int) -> Answer:
    """Whether ``value`` falls after the day that is ``months`` calendar months after ``start``."""
    first, last = (start, start) if isinstance(start, date) else (start.earliest(), start.latest())
    if value.earliest() > last + relativedelta(months=months):
        return YES
    return NO if value.latest() <= first + relativedelta(months=months) else OPEN


_ON_VALUES: dict[str, Callable[[Any, Any], bool]] = {
    "is": lambda value, wanted: value == wanted,
    "in": lambda value, wanted: value in wanted,
    "includes": lambda value, wanted: wanted in value,
    "includes_any": lambda value, wanted: any(one in value for one in wanted),
    "at_least": lambda value, bound: value >= bound,
    "more_than": lambda value, bound: value > bound,
    "at_most": lambda value, bound: value <= bound,
    "less_than": lambda value, bound: value < bound,
}


def _unknown(_: object) -> Answer:
    return OPEN


class Env:
    """Where a condition finds what its leaves are worth."""

    def __init__(
        self,
        facts: Facts,
        *,
        proposition: Callable[[str], Answer] | None = None,
        each: Callable[[Each], Answer] | None = None,
        observe: Callable[[Observe], Answer] | None = None,
    ) -> None:
        self.facts = facts
        self.proposition = proposition or _unknown
        self.each = each or _unknown
        self.observe = observe or _unknown


def leaf_value(leaf: Condition, env: Env) -> Answer:
    """What a leaf is worth: a test, a proposition, a quantifier or an observation."""
    if isinstance(leaf, Test):
        return holds(leaf, env.facts)
    if isinstance(leaf, Ref):
        return env.proposition(leaf.proposition)
    if isinstance(leaf, Each):
        return env.each(leaf)
    if isinstance(leaf, Observe):
        return env.observe(leaf)
    raise TypeError(f"{type(leaf).__name__} is no leaf")


def value_of(condition: Condition, env: Env) -> Answer:
    """What a condition is worth."""
    if isinstance(condition, Always):
        return truth(condition.yes)
    if isinstance(condition, All):
        return conjunction(value_of(part, env) for part in condition.parts)
    if isinstance(condition, AnyOf):
        return disjunction(value_of(part, env) for part in condition.parts)
    if isinstance(condition, Not):
        return flip(value_of(condition.part, env))
    return leaf_value(condition, env)

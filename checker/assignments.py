"""Everything that the leaves of a condition could be worth, as far as rules can tell.

Two ages that no test tells apart are one value.  So a handful of values stand for all of
them, and a condition can be tried out on every combination - or, where there are too many,
on a fixed sample of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product
from math import prod
from typing import Any

from ..schemas.common import Answer
from ..schemas.dates import PartialDate
from ..schemas.rule import FactSpec
from .conditions import Condition, Each, Observe, Ref, Test, walk
from .definitions import JUDGED
from .logic import MISSING, Env, Fact

MOST = 20_000
"""Combinations tried; above this, as many drawn at random, always the same ones."""
_OTHER = "some other value"
_ANSWERS = (Answer.YES, Answer.NO, Answer.OPEN)
_SOME_DAY = date(2020, 1, 15)


@dataclass(frozen=True, slots=True)
class Leaves:
    """What some conditions ask: facts, other propositions, people, observations."""

    tests: Mapping[str, tuple[Test, ...]]
    answers: tuple[Condition, ...]
    """Leaves that are yes, no or open: references, quantifiers, observations."""


def leaves_of(conditions: Iterable[Condition]) -> Leaves:
    """Every leaf of some conditions; a recorded judgement is none."""
    tests: dict[str, dict[Test, None]] = {}
    answers: dict[Condition, None] = {}
    for node in (node for condition in conditions for node in walk(condition)):
        if isinstance(node, Test):
            tests.setdefault(node.fact, {})[node] = None
            if node.other is not None:
                tests.setdefault(node.other, {})
        elif isinstance(node, Each | Observe) or (
            isinstance(node, Ref) and not node.proposition.startswith(JUDGED)
        ):
            answers[node] = None
    return Leaves({fact: tuple(found) for fact, found in tests.items()}, tuple(answers))


def environments(leaves: Leaves, specs: Mapping[str, FactSpec]) -> Iterator[Env]:
    """Every combination of what the leaves could be worth; a sample where there are many."""
    facts = list(leaves.tests)
    choices: list[Sequence[Any]] = [values_of(specs[fact], leaves.tests[fact]) for fact in facts]
    choices += [_ANSWERS] * len(leaves.answers)
    for picked in _picked(choices):
        told = dict(zip(leaves.answers, picked[len(facts) :], strict=True))
        yield _env(dict(zip(facts, picked, strict=False)), told)


def _picked(choices: Sequence[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    if prod(map(len, choices)) <= MOST:
        yield from product(*choices)
        return
    draw = random.Random(0)  # noqa: S311 - a fixed sample, nothing secret
    for _ in range(MOST):
        yield tuple(draw.choice(values) for values in choices)


def _env(facts: dict[str, Fact], told: Mapping[Condition, Answer]) -> Env:
    return Env(
        facts,
        proposition=lambda name: told.get(Ref(name), Answer.OPEN),
        each=_lookup(told),
        observe=_lookup(told),
    )


def _lookup(told: Mapping[Condition, Answer]) -> Callable[[Any], Answer]:
    return lambda leaf: told.get(leaf, Answer.OPEN)


def values_of(spec: FactSpec, tests: Sequence[Test]) -> list[Fact]:
    """The values of a fact that some tests tell apart, and that it is missing."""
    wanted = [value for test in tests if test.other is None for value in test.values]
    values = list(_BY_TYPE[spec.type](spec, [v for v in wanted if v is not None]))
    never_missing = spec.assumed is not None
    return [*(Fact(value) for value in values), *([] if never_missing else [MISSING])]


def _yes_no(_: FactSpec, __: list[Any]) -> Iterable[Any]:
    return (True, False)


def _number(_: FactSpec, wanted: list[Any]) -> Iterable[Any]:
    return sorted({n for bound in wanted for n in (bound - 1, bound, bound + 1) if n >= 0} or {1})


def _date(_: FactSpec, wanted: list[Any]) -> Iterable[Any]:
    """Days around each bound, and three that stand for dates compared with one another."""
    bounds = [one for one in wanted if isinstance(one, date)] or [_SOME_DAY]
    steps = (timedelta(days=n) for n in (-1, 0, 1, 400))
    days = {bound + step for step in steps for bound in bounds}
    return [PartialDate.of(day) for day in sorted(days)]


def _choice(spec: FactSpec, wanted: list[Any]) -> Iterable[Any]:
    others = [one for one in spec.values if one not in wanted]
    return [*dict.fromkeys(wanted), *others[:1]]


def _choices(spec: FactSpec, wanted: list[Any]) -> Iterable[Any]:
    """None, each of the values asked for, two of them, all of them, and one nobody asks for."""
    asked = list(dict.fromkeys(wanted))
    other = next((one for one in spec.values if one not in asked), _OTHER)
    single = [frozenset([one]) for one in (*asked, other)]
    pairs = [frozenset(two) for two in combinations(asked, 2)] if len(asked) < 8 else []
    return list(dict.fromkeys([frozenset[str](), *single, *pairs, frozenset(asked)]))


def _text(_: FactSpec, __: list[Any]) -> Iterable[Any]:
    return ("a text",)


_BY_TYPE: dict[str, Callable[[FactSpec, list[Any]], Iterable[Any]]] = {
    "yes-no": _yes_no,
    "number": _number,
    "date": _date,
    "choice": _choice,
    "choices": _choices,
    "text": _text,
}

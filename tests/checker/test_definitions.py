"""From a rule to the two conditions that prove and refute it, and what an overlay makes of them."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from dhr_checker.checker.conditions import parse
from dhr_checker.checker.definitions import (
    Definition,
    define_requirement,
    define_rule,
    judged,
    override,
)
from dhr_checker.checker.logic import NO, OPEN, YES, Answer, Env, value_of
from dhr_checker.schemas.rule import Override, Requirement, Rule
from pydantic import ValidationError

CITES = [{"source": "a", "at": "s.1", "checked": "primary"}]
EXAMPLES = [{"then": "yes"}, {"then": "no"}, {"then": "open"}]
EVERY = (YES, NO, OPEN)
PAIRS = list(product(EVERY, EVERY))


def rule(**parts: Any) -> Rule:
    given = {"id": "R", "title": "T", "cites": CITES, "concludes": "case.x", "examples": EXAMPLES}
    return Rule.model_validate({**given, **parts})


def answer(definition: Definition, known: dict[str, Answer]) -> Answer:
    env = Env({}, proposition=lambda name: known.get(name, OPEN))
    yes, no = value_of(definition.yes, env), value_of(definition.no, env)
    assert (yes, no) != (YES, YES), "proved both ways"
    if yes is YES:
        return YES
    return NO if no is YES else OPEN


@pytest.mark.parametrize("when", EVERY)
def test_a_plain_rule_is_refuted_where_it_does_not_hold(when: Answer) -> None:
    assert answer(define_rule(rule(when="case.a")), {"case.a": when}) is when


@pytest.mark.parametrize(("settled", "made"), PAIRS)
def test_a_judgement_decides_what_the_facts_leave_open(settled: Answer, made: Answer) -> None:
    point = rule(judgement={"question": "Q?"}, settled_yes="case.a")
    definition = define_rule(point)
    known = {"case.a": settled, judged("case.x").proposition: made}
    if settled is YES and made is NO:
        with pytest.raises(AssertionError, match="both ways"):
            answer(definition, known)
    else:
        assert answer(definition, known) is (YES if settled is YES else made)


def test_without_a_judgement_neither_side_need_hold() -> None:
    point = rule(judgement={"question": "Q?"}, settled_yes="case.a", settled_no="case.b")
    definition = define_rule(point)
    assert answer(definition, {"case.a": NO, "case.b": NO}) is OPEN
    assert answer(definition, {"case.b": YES}) is NO


def changed(**parts: Any) -> Definition:
    change = Override.model_validate(
        {"id": "O", "title": "T", "cites": CITES, "overrides": "R", "examples": [EXAMPLES[0]]}
        | parts
    )
    return override(define_rule(rule(when="case.a")), change)


@pytest.mark.parametrize(("base", "unless"), PAIRS)
def test_unless_refutes(base: Answer, unless: Answer) -> None:
    """No wherever it holds; where it may hold, a yes is no longer certain."""
    expected = {YES: NO, NO: base, OPEN: NO if base is NO else OPEN}[unless]
    assert answer(changed(unless="case.b"), {"case.a": base, "case.b": unless}) is expected


@pytest.mark.parametrize(("base", "also"), PAIRS)
def test_also_proves(base: Answer, also: Answer) -> None:
    expected = {YES: YES, NO: base, OPEN: YES if base is YES else OPEN}[also]
    assert answer(changed(also="case.b"), {"case.a": base, "case.b": also}) is expected


def test_unless_has_the_last_word_over_also() -> None:
    both = changed(also="case.b", unless="case.c")
    assert answer(both, {"case.a": NO, "case.b": YES, "case.c": YES}) is NO
    assert answer(both, {"case.a": NO, "case.b": YES, "case.c": NO}) is YES


def test_an_overlay_over_an_overlay_keeps_both() -> None:
    first = changed(also="case.b")
    change = Override.model_validate(
        {"id": "P", "title": "T", "cites": CITES, "overrides": "R", "unless": "case.c"}
        | {"examples": [EXAMPLES[0]]}
    )
    second = override(first, change)
    assert [one.id for one in second.changed_by] == ["O", "P"]
    assert answer(second, {"case.a": NO, "case.b": YES, "case.c": YES}) is NO


def test_a_requirement_is_that_it_applies_and_that_it_is_met() -> None:
    parts = {"id": "Q", "title": "T", "cites": CITES, "group": "content", "advice": "Do."}
    both = define_requirement(
        Requirement.model_validate({**parts, "applies_when": "case.a", "when": "case.b"})
    )
    assert [one.name for one in both] == ["applies:Q", "meets:Q"]
    only = define_requirement(Requirement.model_validate(parts))
    assert [one.name for one in only] == ["applies:Q"]
    assert only[0].yes == parse("always")


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"when": "a", "judgement": {"question": "Q?"}},
        {"when": "a", "settled_yes": "b"},
        {"when": "a", "examples": EXAMPLES[:2]},
        {"when": "a", "cites": []},
        {"when": "a", "id": "lower-case"},
        {"when": "a", "concludes": "no dots"},
        {"when": "a", "unless": "b"},
    ],
)
def test_a_rule_that_says_two_things_or_nothing_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        rule(**parts)
